"""What tells of a person by its form alone."""

from time import process_time

import pytest

from generator.domain.programme import Contact
from generator.scanning.personal import details_in, digits, is_among, is_card_number, is_nhs_number, ways_to_reach

LONGEST = 2.0  # seconds of work


@pytest.mark.parametrize("words", ["a'" * 50_000, "a." * 50_000, "0" * 100_000, "1 " * 50_000, "born on " * 12_000])
def test_words_that_make_no_sense_are_looked_through_in_no_time(words: str) -> None:
    started = process_time()
    assert list(details_in(words)) == []
    assert process_time() - started < LONGEST


@pytest.mark.parametrize(
    "words", ["'jo@council.example'", "“jo@council.example”", "(jo@council.example).", "<jo@council.example>"]
)
def test_quotes_around_an_address_are_none_of_it(words: str) -> None:
    assert list(details_in(words)) == [("the e-mail address", "jo@council.example")]


def test_check_digits_tell_a_number_from_others() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5910")
    assert not is_nhs_number("000 000 0000")
    assert is_card_number("4111-1111-1111-1111")
    assert not is_card_number("4111 1111 1111 1112")
    assert not is_card_number("0000 0000 0000 0000")


def test_a_number_is_the_same_however_it_is_spaced() -> None:
    assert {digits(it) for it in ("+44 (0)1632 960200", "0044 1632 960200", "(01632) 960200")} == {"01632960200"}


def test_a_way_to_reach_the_council_lets_only_the_same_way_pass() -> None:
    """An address with the digits of a contact's number, such as that of the police, is another person's."""
    ours = ways_to_reach((Contact("police", telephone="101"), Contact("help", email="help@council.example")))
    assert is_among("101", ours)
    assert is_among("Help@Council.example", ours)
    assert not is_among("jo101@council.example", ours)
    assert not is_among("", ours)
