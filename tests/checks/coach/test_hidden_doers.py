"""The passive that hides who does something."""

import pytest

from generator.checks.coach.hidden_doers import check
from tests.checks.coach.readers import marked, said


def told(words: str) -> list[str]:
    return [marked(found, words) for found in check(said(words))]


@pytest.mark.parametrize(
    ("words", "hiding"),
    [
        ("It was decided to close the pool.", "It was decided to"),
        ("It is felt that more is needed.", "It is felt that"),
        ("Mistakes were made.", "Mistakes were made"),
        ("Concerns have been raised about parking.", "Concerns have been raised"),
        ("Lessons will be learned by March 2020.", "Lessons will be learned"),
        ("A decision will be made in May.", "A decision will be made"),
        ("We asked, and funding has been agreed.", "funding has been agreed"),
    ],
)
def test_a_form_that_hides_the_doer_is_marked(words: str, hiding: str) -> None:
    assert told(words) == [hiding]


@pytest.mark.parametrize(
    "words",
    [
        "It was decided to close the pool by the cabinet.",
        "Concerns were raised about parking by residents.",
        "The roof was repaired.",
        "Bins are emptied on Tuesdays.",
        "The cabinet has agreed the funding.",
        "The survey was answered online.",
        "You will be told in writing.",
    ],
)
def test_a_passive_that_hides_nothing_that_matters_is_not(words: str) -> None:
    assert told(words) == []
