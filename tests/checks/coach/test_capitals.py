"""Words in capitals only."""

import pytest

from generator.checks.coach.acronyms import WELL_KNOWN
from generator.checks.coach.capitals import check
from tests.checks.coach.readers import marked, said


def told(words: str, *known: str) -> list[str]:
    return [marked(found, words) for found in check(said(words), {*WELL_KNOWN, *known})]


@pytest.mark.parametrize(
    ("words", "shouted"),
    [
        ("PLEASE READ this.", "PLEASE READ"),
        ("It is IMPORTANT.", "IMPORTANT"),
        ("DO NOT, EVER, PARK here", "DO NOT, EVER, PARK"),
        ("ÉTÉ CHAUD ici", "ÉTÉ CHAUD"),
    ],
)
def test_words_in_capitals_are_marked(words: str, shouted: str) -> None:
    assert told(words) == [shouted]


@pytest.mark.parametrize(
    "words", ["The NHS and HMRC CCTV.", "USB PC", "A B C D", "It is I.", "ME1 4XX", "UNESCO", "NATO, EU and UN"]
)
def test_acronyms_are_not(words: str) -> None:
    assert told(words) == []


def test_a_known_term_is_not() -> None:
    assert told("SHAREPOINT is new.", "SHAREPOINT") == []
