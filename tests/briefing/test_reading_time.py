"""How long a page takes to read."""

import pytest

from generator.briefing.reading_time import minutes_to_read, words_of
from generator.domain.edition import State
from generator.domain.prose import Paragraph, Prose, Text, plain_words
from tests.editions import action, edition


def prose(words: int) -> Prose:
    return (Paragraph((Text("word " * words),)),)


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (329, 0), (331, 2), (660, 3), (3000, 14)])
def test_it_is_told_in_whole_minutes_from_two_on(words: int, minutes: int) -> None:
    assert minutes_to_read([prose(words)]) == minutes


def test_the_words_of_all_parts_count_together() -> None:
    assert minutes_to_read([prose(300), (), prose(360)]) == 3


def test_an_edition_is_read_with_every_action_in_it() -> None:
    of = edition(1, [action("a", State.FUTURE, words="One two three."), action("b", State.COMPLETED, words="Four.")])
    assert [plain_words(it) for it in words_of(of)] == ["", "", "One two three.", "Four."]
