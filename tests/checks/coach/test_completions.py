"""What stands under Completed and goes on."""

import pytest

from generator.checks.coach.completions import check
from generator.domain.edition import State
from tests.checks.coach.readers import marked, said


def told(words: str, state: State = State.COMPLETED) -> list[str]:
    return [marked(found, words) for found in check(said(words, state=state))]


@pytest.mark.parametrize(
    ("words", "hedge"),
    [
        ("The replacement of the telephones has commenced.", "has commenced"),
        ("Work has now begun on the roof.", "has now begun"),
        ("We are refreshing our old laptops.", "We are refreshing"),
        ("The new system is being piloted in two teams.", "is being piloted"),
        ("The review is under way.", "is under way"),
        ("The move is nearly complete.", "nearly complete"),
        ("We have been working on a new plan.", "have been working"),
        ("We have drafted a plan for the offices.", "have drafted"),
        ("We have completed draft standards.", "completed draft"),
        ("Officers started visiting the sites.", "Officers started visiting"),
        ("The policy is now in draft.", "is now in draft"),
        ("We want better reports. With a partner, we are now producing them.", "we are now producing"),
    ],
)
def test_work_that_goes_on_is_marked(words: str, hedge: str) -> None:
    assert told(words) == [hedge]
    assert told(words, State.UNDER_WAY) == []


@pytest.mark.parametrize(
    "words",
    [
        "The new site is open, and staff are being trained.",
        "A new intranet is in place; its content continues to improve.",
        "The draft plan was approved by the council.",
        "We have drafted the plan, which the cabinet agreed.",
        "We published the draft plan and asked 400 residents about it.",
        "The lift, which is being used again, was repaired.",
        "The lamps that are being taken down were sold.",
        "We trained the staff who are working on the bins.",
        "All 400 telephones have been replaced.",
        "Cabinet agreed the money to begin work.",
        "We agreed how complaints are being answered.",
    ],
)
def test_what_is_done_is_not_marked(words: str) -> None:
    assert told(words) == []
