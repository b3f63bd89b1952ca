"""The limits are those that the docs tell, and what programme.yml says of them holds for all files."""

import re
from pathlib import Path

import pytest

from generator.reading.bounds import limits_in
from generator.reading.limits import LIMITED, USUAL, in_words
from generator.text.source import Source
from tests.building import checked
from tests.examples import smallest

PAGE = Path(__file__).parents[2] / "docs/reference/diagnostics/too-large.md"


def test_the_docs_tell_each_limit_as_it_is() -> None:
    told = re.findall(r"^\| `(\w+)` \|.*\| ([\d,]+) \|$", PAGE.read_text(), re.MULTILINE)
    assert told == [(name, in_words(getattr(USUAL, name))) for name in LIMITED]


@pytest.mark.parametrize(
    "text", ["", "limits: [1]", "limits: {items: many}", "limits: {items: 0}", 'limits: {items: "1,5"}',
             "limits: {items: 1.5}", 'limits: {items: "30,00"}', "limits: {items: 3000.0}",
             f"limits: {{items: {'9' * 500}}}", "&a b", "[" * 99],
)  # fmt: skip
def test_a_programme_that_says_nothing_sound_of_limits_has_the_usual_ones(text: str) -> None:
    assert limits_in(Source("programme.yml", text)) == USUAL


def test_a_comma_may_part_the_thousands_of_a_limit() -> None:
    assert limits_in(Source("programme.yml", 'limits: {items: "3,000"}')).items == 3000


def test_a_limit_that_is_raised_holds_for_every_file(tmp_path: Path) -> None:
    terms = "".join(f"- {{term: T{number}, means: it}}\n" for number in range(2_001))
    programme = smallest()["programme.yml"].decode()
    codes = {
        raised: {
            found.code for found in checked(tmp_path / str(raised), {"glossary.yml": terms, "programme.yml": text})
        }
        for raised, text in ((False, programme), (True, programme + "limits: {items: 3000}\n"))
    }
    assert codes == {False: {"too-large"}, True: set()}
