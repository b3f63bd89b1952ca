"""Numbers and lists of things in the words of a finding."""

import pytest

from generator.text.plural import joined, plural


@pytest.mark.parametrize(
    ("words", "sentence"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_only_the_last_of_several_words_is_joined_by_and(words: tuple[str, ...], sentence: str) -> None:
    assert joined(words) == sentence
    assert joined(iter(words)) == sentence


@pytest.mark.parametrize(
    ("count", "word", "words"),
    [
        (1, "edition", "1 edition"),
        (0, "edition", "0 editions"),
        (3, "piece of advice", "3 pieces of advice"),
        (1000, "day", "1,000 days"),
    ],
)
def test_the_first_word_of_a_thing_says_that_there_are_several(count: int, word: str, words: str) -> None:
    assert plural(count, word) == words
