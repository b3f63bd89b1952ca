"""A thread as a story, and what became of an action after the edition that a reader has open."""

import pytest

from generator.briefing.story import events_of, move_in, outcome_after, reopened_in
from generator.briefing.views import LinkTo
from generator.briefing.wording import Wording
from generator.domain.due import Due, month_of
from generator.domain.edition import Action, State
from generator.domain.thread import Standing
from generator.domain.weaving import weave
from tests.editions import action, edition, thread

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED
JANUARY, APRIL, MAY, JUNE = month_of(2020, 1), month_of(2020, 4), month_of(2020, 5), month_of(2020, 6)
WORDING = Wording("en-GB")
ON = month_of(2020, 3).last_day


def link(identity: str) -> LinkTo:
    return LinkTo(identity, identity)


def unchanged(_edition: str) -> None:
    """No edition is known, so that none was changed."""


def visit(state: State, due: object = None) -> Action:
    return action("visit", state, due)  # type: ignore[arg-type]  # a due or none


def kinds(*mentions: Action) -> list[tuple[str, str]]:
    """Each step's kind, with the due that it tells or leaves out."""
    events = events_of(thread(*mentions), Standing.FUTURE, WORDING, link, unchanged)
    return [(it.kind, (it.after or it.left_out).words if it.after or it.left_out else "") for it in events]  # type: ignore[union-attr]  # one of them is there


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (visit(BEGUN), visit(PROMISED), ("no_longer_under_way", "")),
        (visit(BEGUN, MAY), visit(PROMISED, MAY), ("no_longer_under_way", "May 2020")),
        (visit(PROMISED), visit(PROMISED, MAY), ("dated", "May 2020")),
        (visit(PROMISED), visit(BEGUN, MAY), ("under_way", "May 2020")),
        (visit(PROMISED, MAY), visit(PROMISED), ("repeated", "May 2020")),
        (visit(PROMISED, MAY), visit(PROMISED, MAY), ("repeated", "")),
        (visit(BEGUN, MAY), visit(PROMISED, JUNE), ("moved_later", "June 2020")),
        (visit(DONE), visit(DONE), ("repeated", "")),
        (visit(DONE), visit(STOPPED), ("stopped", "")),
    ],
)
def test_a_step_tells_what_the_edition_changed(before: Action, after: Action, told: tuple[str, str]) -> None:
    assert kinds(before, after)[1] == told


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (JUNE, ("taken_over_later", "May 2020", "June 2020")),
        (APRIL, ("taken_over_earlier", "May 2020", "April 2020")),
        (MAY, ("promised", "", "May 2020")),
        (None, ("promised", "", "May 2020")),
    ],
)
def test_what_took_over_an_open_promise_begins_with_the_date_that_this_had(due: Due | None, told: object) -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MAY)]),
        edition(2, [action("tour", PROMISED, due, continues=["visit"])]),
    ]
    event = events_of(weave(editions)["tour"], Standing.FUTURE, WORDING, link, unchanged)[0]
    assert (event.kind, event.before.words if event.before else "", event.after.words if event.after else "") == told


def test_a_date_that_an_edition_leaves_out_is_told_once() -> None:
    events = events_of(
        thread(visit(PROMISED, MAY), visit(PROMISED), visit(PROMISED)), Standing.FUTURE, WORDING, link, unchanged
    )
    assert [it.left_out is not None for it in events] == [False, True, False]
    assert {it.state for it in events} == {"future"}


def test_the_story_of_an_overdue_promise_says_that_the_newest_edition_is_silent_about_it() -> None:
    forgotten = thread(visit(PROMISED, APRIL), None, None)
    events = events_of(forgotten, Standing.OVERDUE, WORDING, link, unchanged)
    assert [(it.kind, it.edition.title) for it in events] == [("promised", "2020-01"), ("unmentioned", "2020-03")]


@pytest.mark.parametrize(
    ("mentions", "first_due"),
    [
        ((visit(PROMISED, JANUARY), visit(PROMISED, JANUARY), visit(PROMISED), visit(DONE)), "January 2020"),
        ((visit(PROMISED, JANUARY), None, None, visit(DONE)), "January 2020"),
        ((visit(PROMISED, JANUARY), visit(PROMISED, MAY), visit(DONE)), "January 2020"),
        ((visit(PROMISED, JANUARY), visit(DONE)), ""),
        ((visit(PROMISED, MAY), visit(PROMISED, JUNE), visit(DONE)), ""),
        ((visit(PROMISED), visit(DONE)), ""),
        ((visit(PROMISED, JANUARY), None, visit(DONE), visit(PROMISED, MAY), visit(DONE)), ""),
        ((visit(DONE), visit(PROMISED, JANUARY), visit(DONE), visit(DONE)), "January 2020"),
    ],
)
def test_what_was_completed_later_than_promised_says_so_whether_or_not_it_was_moved(
    mentions: tuple[Action | None, ...], first_due: str
) -> None:
    *_, ended = (
        it
        for it in events_of(thread(*mentions), Standing.COMPLETED, WORDING, link, unchanged)
        if it.kind == "completed"
    )
    assert (ended.before.words if ended.before else "") == first_due


def test_what_was_done_as_part_of_a_promise_is_not_told_as_never_promised() -> None:
    editions = [edition(1, [action("six", PROMISED)]), edition(2, [action("three", DONE, continues=["six"])])]
    (event,) = events_of(weave(editions)["three"], Standing.COMPLETED, WORDING, link, unchanged)
    assert event.kind == "completed_in_part"
    (event,) = events_of(thread(visit(DONE)), Standing.COMPLETED, WORDING, link, unchanged)
    assert event.kind == "reported"


@pytest.mark.parametrize(
    ("mentions", "told"),
    [
        ((visit(PROMISED, MAY), visit(PROMISED, MAY), visit(PROMISED, MAY)), ("future", "", "", "2020-03")),
        ((visit(PROMISED, MAY), visit(PROMISED, JUNE), visit(BEGUN)),
         ("under_way", "moved_later", "June 2020", "2020-02")),
        ((visit(PROMISED, MAY), visit(PROMISED, APRIL)), ("future", "moved_earlier", "April 2020", "2020-02")),
        ((visit(PROMISED, MAY), visit(PROMISED, JUNE), visit(PROMISED, MAY)), ("future", "", "", "2020-03")),
        ((visit(PROMISED), visit(PROMISED, MAY), visit(PROMISED)), ("future", "dated", "May 2020", "2020-02")),
        ((visit(PROMISED, APRIL), visit(STOPPED), visit(BEGUN, JUNE)),
         ("under_way", "reopened", "June 2020", "2020-03")),
        ((visit(PROMISED), visit(DONE), visit(BEGUN), visit(BEGUN)), ("under_way", "reopened", "", "2020-03")),
        ((visit(PROMISED, MAY), visit(DONE), visit(DONE)), ("completed", "", "", "2020-02")),
        ((visit(PROMISED, MAY), visit(STOPPED), visit(STOPPED)), ("stopped", "", "", "2020-02")),
        ((visit(PROMISED, MAY), visit(PROMISED, JUNE), None), ("unmentioned", "", "", "2020-02")),
    ],
)  # fmt: skip
def test_what_became_of_it_since_names_the_edition_that_says_so(
    mentions: tuple[Action, ...], told: tuple[str, str, str, str]
) -> None:
    found = thread(*mentions)
    outcome = outcome_after(found, found.standing(ON), edition(1, []), PROMISED, WORDING, link)
    assert outcome is not None
    due = outcome.due.words if outcome.due else ""
    assert (outcome.standing, outcome.step, due, outcome.edition.title) == told


def test_what_is_told_as_ended_again_has_not_changed_since() -> None:
    for state in (DONE, STOPPED):
        found = thread(visit(state), visit(PROMISED), visit(state), visit(state), visit(state))
        told = [
            outcome_after(found, found.standing(ON), edition(month, []), state, WORDING, link) for month in (1, 3, 4, 5)
        ]
        assert [it.edition.title if it else None for it in told] == ["2020-03", None, None, None]


def test_what_was_told_as_ended_and_opened_again_is_told_as_both_where_it_stood_first() -> None:
    found = thread(visit(DONE), visit(BEGUN, MAY), visit(STOPPED), visit(PROMISED, JUNE), visit(DONE))
    told = [
        outcome_after(found, found.standing(ON), edition(month, []), state, WORDING, link)
        for month, state in ((1, DONE), (2, BEGUN), (3, STOPPED), (5, DONE))
    ]
    assert [(it.standing, it.step, it.due, it.edition.title) if it else None for it in told] == [
        ("completed", "reopened", None, "2020-05"), ("completed", "", None, "2020-05"),
        ("completed", "reopened", None, "2020-05"), None,
    ]  # fmt: skip


def test_an_edition_that_opens_an_action_again_says_which_ending_that_undoes() -> None:
    found = thread(visit(DONE), visit(DONE), visit(BEGUN, MAY), visit(BEGUN, JUNE), visit(STOPPED), visit(PROMISED))
    told = [reopened_in(found, f"2020-0{month}") for month in range(1, 7)]
    assert [(it.state, it.edition.title) if it else None for it in told] == [
        None, None, ("completed", "2020-01"), None, None, ("stopped", "2020-05"),
    ]  # fmt: skip


def test_an_edition_says_from_when_to_when_it_moved_a_date() -> None:
    moved = thread(visit(PROMISED, MAY), visit(PROMISED, JUNE), visit(PROMISED), visit(PROMISED, APRIL))
    told = [move_in(moved, f"2020-0{month}", WORDING) for month in range(1, 5)]
    assert [(it.before.words, it.after.words, it.is_earlier) if it else None for it in told] == [
        None, ("May 2020", "June 2020", False), None, ("June 2020", "April 2020", True),
    ]  # fmt: skip
