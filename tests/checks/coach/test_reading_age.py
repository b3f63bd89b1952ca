"""How hard words are to read, and for whom."""

import pytest

from generator.checks.coach.reading_age import check, syllables_of, target_of
from generator.domain.audience import Audience
from tests.checks.coach.readers import RESIDENTS, STAFF, marked, said

HARD = "Considerable administrative reorganisation necessitates additional managerial consultation. " * 16
PLAIN = "We moved the desks to the front of the room. Now you can see who can help you. " * 8


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("council", 2), ("residents", 3), ("libraries", 3), ("the", 1), ("agreed", 2), ("planned", 1), ("needed", 2),
        ("changes", 2), ("homes", 1), ("table", 2), ("theatre", 3), ("management", 3), ("useful", 2), ("business", 2),
        ("being", 2), ("carrying", 3), ("employee", 3), ("radio", 3), ("official", 3), ("special", 2), ("various", 3),
        ("January", 4), ("quality", 3), ("people", 2), ("create", 2), ("reopen", 3), ("science", 2), ("quiet", 2),
        ("parliament", 3), ("housing", 2), ("apply", 2), ("year", 1), ("schools", 1), ("bridges", 2), ("roofs", 1),
        ("kitchen", 2), ("repaired", 2), ("volunteers", 3), ("CRM", 1), ("2020", 1), ("half-price", 2), ("x", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_about_as_they_are_heard(word: str, heard: int) -> None:
    assert syllables_of(word) == heard


def test_hard_words_are_told_with_the_age_and_the_mark_at_their_hardest_sentence() -> None:
    (found,) = check(said(HARD), (RESIDENTS,))
    assert found.message == "these words are for readers of 21 or older; the mark for residents is 14"
    assert marked(found, HARD) == HARD.split(". ", maxsplit=1)[0] + "."


@pytest.mark.parametrize("words", [PLAIN, HARD[:400]], ids=["plain", "too few to measure"])
def test_plain_words_and_few_words_are_no_finding(words: str) -> None:
    assert list(check(said(words), (STAFF, RESIDENTS))) == []


def test_only_the_words_that_an_audience_sees_are_measured_for_it() -> None:
    assert list(check(said(HARD, readers=frozenset(("staff",))), (RESIDENTS,))) == []


def test_a_programme_sets_its_own_mark() -> None:
    assert (target_of(RESIDENTS), target_of(STAFF)) == (14, 17)
    children = Audience("residents", "Children", "plain", reading_age=7)
    (found,) = check(said("We looked at the offices and libraries in every part of the borough. " * 10), (children,))
    assert found.message.endswith("the mark for children is 7")
