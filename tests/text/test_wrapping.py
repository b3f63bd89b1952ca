"""Sentences in lines."""

from generator.text.wrapping import wrapped


def test_a_sentence_is_broken_between_words_alone_and_nothing_in_it_steers_a_terminal() -> None:
    words = "Opened the one-stop desk for all\x1b[2J of our residents."
    assert wrapped(words, 24, "- ", "  ") == [
        "- Opened the one-stop",
        "  desk for all\\x1b[2J of",
        "  our residents.",
    ]


def test_a_word_that_is_longer_than_a_line_stays_whole_and_no_line_is_too_narrow_for_words() -> None:
    assert wrapped("See https://www.merebrook.example/one-council/", 3) == [
        "See",
        "https://www.merebrook.example/one-council/",
    ]
    assert wrapped("one two three four", 3) == ["one two three four"]
