"""Which paragraph of a letter stands for it."""

import pytest

from generator.briefing.opening import opening
from generator.domain.prose import BulletList, NoteMark, Paragraph, Prose, Quote, Table, Text

FIRST, SECOND, THIRD = (Paragraph((Text(words),)) for words in ("The first.", "The second.", "The third."))
LIST = BulletList((), is_tight=True)


@pytest.mark.parametrize(
    ("letter", "taken"),
    [
        pytest.param((FIRST, SECOND), FIRST, id="the first"),
        pytest.param((FIRST, LIST, SECOND, THIRD), THIRD, id="neither before nor after a list"),
        pytest.param((FIRST, Table((), ()), SECOND), FIRST, id="where there is no other, the first"),
        pytest.param((Paragraph((Text("As follows:"),)), Quote((SECOND,)), THIRD), THIRD, id="none that leads on"),
    ],
)
def test_an_opening_is_a_paragraph_that_speaks_for_itself(letter: Prose, taken: Paragraph) -> None:
    assert opening(letter) == (taken,)


def test_an_opening_leaves_the_marks_of_footnotes_with_the_whole() -> None:
    assert opening((Paragraph((Text("So it is."), NoteMark(1))),)) == (Paragraph((Text("So it is."),)),)
    assert opening((LIST,)) == ()
