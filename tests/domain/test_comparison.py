"""What one edition changes, promise by promise."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.comparison import DifferenceKind, compare, standing_after
from generator.domain.due import month_of
from generator.domain.edition import Action, Edition, State
from generator.domain.mention import mark_of
from generator.domain.thread import Standing, Thread
from generator.domain.weaving import weave
from tests.editions import action, edition, histories

MARCH, MAY = month_of(2020, 3), month_of(2020, 5)
DONE, ON, NEXT, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED


def changes(*months: Sequence[Action], since: int = -2) -> dict[str, DifferenceKind]:
    """By id, of the last month against another, counted from the end."""
    editions = [edition(month, found) for month, found in enumerate(months, 1)]
    marks = [mark_of(it) for it in editions]
    return {it.thread.id: it.kind for it in compare(weave(editions), marks[since])}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ([action("a", NEXT)], [action("a", DONE)], DifferenceKind.KEPT),
        ([action("a", ON)], [action("a", DONE)], DifferenceKind.KEPT),
        ([], [action("a", DONE)], DifferenceKind.DONE),
        ([action("a", NEXT)], [action("a", STOPPED)], DifferenceKind.STOPPED),
        ([action("a", DONE)], [action("a", STOPPED)], DifferenceKind.STOPPED),
        ([action("a", NEXT, MARCH)], [action("a", NEXT, MAY)], DifferenceKind.MOVED),
        ([action("a", NEXT, MAY)], [action("a", ON, MARCH)], DifferenceKind.MOVED),
        ([action("a", DONE)], [action("a", NEXT)], DifferenceKind.REOPENED),
        ([action("a", NEXT)], [], DifferenceKind.SILENT),
        ([], [action("a", NEXT)], DifferenceKind.NEW),
        ([action("a", NEXT)], [action("a", NEXT, MARCH)], DifferenceKind.REWORDED),
        ([action("a", NEXT)], [action("a", NEXT, words="otherwise")], DifferenceKind.REWORDED),
        ([action("a", NEXT)], [action("a", ON)], DifferenceKind.REWORDED),
        ([action("a", DONE)], [action("a", DONE, words="otherwise")], DifferenceKind.REWORDED),
    ],
)
def test_each_change_has_its_name(before: list[Action], after: list[Action], kind: DifferenceKind) -> None:
    assert changes(before, [*after, action("other", NEXT)]) == {"a": kind, "other": DifferenceKind.NEW}


def test_what_stands_as_it_stood_is_no_difference() -> None:
    same = [action("a", NEXT, MARCH), action("b", DONE)]
    assert changes(same, same) == {}
    assert changes([action("a", DONE)], []) == {}


def test_a_promise_that_others_take_over_is_not_silent() -> None:
    after = [action("b", NEXT, continues=["a"])]
    assert changes([action("a", NEXT)], after) == {"a": DifferenceKind.CONTINUED, "b": DifferenceKind.NEW}
    assert changes([action("a", NEXT)], after, after) == {}


def test_what_came_and_went_in_between_is_told_by_how_it_ends() -> None:
    moved, back = [action("a", NEXT, MAY)], [action("a", NEXT, MARCH)]
    assert changes(back, moved, back, since=0) == {}
    assert changes([], [action("a", NEXT)], [action("a", DONE)], since=0) == {"a": DifferenceKind.KEPT}
    assert changes([], [action("a", NEXT)], [], since=0) == {"a": DifferenceKind.SILENT}
    again = [action("a", DONE, words="again")]
    assert changes([action("a", DONE)], [action("a", NEXT)], again, since=0) == {"a": DifferenceKind.KEPT}


def test_what_was_promised_as_a_part_of_another_is_kept() -> None:
    part = [action("b", DONE, continues=["a"])]
    assert changes([action("a", NEXT)], part) == {"a": DifferenceKind.CONTINUED, "b": DifferenceKind.KEPT}


def test_what_was_opened_again_and_closed_before_the_earlier_edition_is_only_reworded_since() -> None:
    again = [[action("a", NEXT)], [action("a", DONE)], [action("a", NEXT)], [action("a", DONE)]]
    assert changes(*again, [action("a", DONE, words="otherwise")]) == {"a": DifferenceKind.REWORDED}


def test_leaving_out_a_date_or_the_reason_of_a_move_is_no_difference() -> None:
    moved = [action("a", NEXT, MAY, reason="They came late.")]
    assert changes([action("a", NEXT, MARCH)], moved, [action("a", NEXT)]) == {}


def test_leaving_out_what_it_continues_is_no_difference() -> None:
    split = [action("b", NEXT, continues=["a"]), action("c", NEXT, continues=["a"])]
    assert changes([action("a", NEXT)], split, [action("b", NEXT), action("c", NEXT)]) == {}


def test_a_first_date_is_told_even_where_the_newest_edition_leaves_it_out_again() -> None:
    bare, dated = [action("a", NEXT)], [action("a", NEXT, MAY)]
    assert changes(bare, dated, bare, since=0) == {"a": DifferenceKind.REWORDED}
    assert changes(dated, bare) == {}


def test_a_special_edition_may_be_silent() -> None:
    editions = [edition(1, [action("a", NEXT)]), edition(2, [action("b", DONE)], "2020-02-flood")]
    assert [it.thread.id for it in compare(weave(editions), mark_of(editions[0]))] == ["b"]


def test_without_an_earlier_edition_all_is_new() -> None:
    threads = weave([edition(1, [action("a", NEXT), action("b", DONE)])])
    assert [it.kind for it in compare(threads, None)] == [DifferenceKind.NEW, DifferenceKind.DONE]


@given(histories(), st.integers(0, 5))
def test_every_thread_that_differs_is_told_exactly_once(editions: list[Edition], at: int) -> None:
    since = mark_of(editions[at % len(editions)])
    threads = weave(editions)
    told = [it.thread.id for it in compare(threads, since)]
    assert len(told) == len(set(told))
    earlier = weave(it for it in editions if it.order <= since.order)
    for identity, thread in threads.items():
        assert (identity in told) == (_differs(thread, earlier.get(identity)) or _is_silent(thread, since.order))
        before = standing_after(thread, since)
        assert before == (earlier[identity].latest if identity in earlier else None)


def _differs(now: Thread, before: Thread | None) -> bool:
    """By what a reader would compare: its last words, its newest due, and which others have taken it over."""
    if before is None:
        return True
    day = max(it.edition.published for it in now.mentions)
    if now.standing(day) is Standing.CONTINUED:
        return now.continued_by != before.continued_by
    last, first = now.latest.action, before.latest.action
    if last.due not in (None, first.due) or last.continues not in ((), first.continues):
        return True
    if _told(now) != _told(before):
        return True
    return now.latest.is_open and _last_day(now) != _last_day(before)


def _told(thread: Thread) -> tuple[Action, str]:
    return replace(thread.latest.action, due=None, continues=()), thread.latest.workstream


def _last_day(thread: Thread) -> object:
    return thread.due.last_day if thread.due else None


def _is_silent(thread: Thread, since: tuple[object, ...]) -> bool:
    newest = thread.newest
    is_open = thread.latest.is_open and thread.standing(thread.latest.edition.published) is not Standing.CONTINUED
    return bool(is_open and newest and thread.latest.edition.order < newest.order and since < newest.order)
