"""Figures about promises: they add up, and no whole is greener than its parts."""

from datetime import date

from hypothesis import given

from generator.domain.account import StepKind, steps_of
from generator.domain.due import month_of
from generator.domain.edition import Edition, State
from generator.domain.progress import Worst, changes, slip, tally
from generator.domain.weaving import weave
from tests.editions import action, edition, histories, thread

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED
ON = date(2020, 9, 1)


def test_kept_on_time_is_a_part_of_kept_and_what_was_never_promised_is_counted_apart() -> None:
    threads = [
        thread(action("visit", PROMISED, month_of(2020, 2)), DONE),
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 6)), DONE),
        thread(DONE),
        thread(STOPPED),
        thread(STOPPED),
        thread(PROMISED, STOPPED),
    ]
    counted = tally(threads, ON)
    assert (counted.kept, counted.kept_on_time, counted.stopped, counted.unpromised) == (2, 1, 1, 1)
    assert counted.stopped_unpromised == 2
    assert counted.made == 3


def test_a_promise_kept_that_never_had_a_date_was_not_kept_by_its_date() -> None:
    counted = tally([thread(PROMISED, DONE), thread(action("visit", PROMISED, month_of(2020, 2)), DONE)], ON)
    assert (counted.kept, counted.kept_on_time, counted.kept_without_date) == (2, 1, 1)


def test_what_is_on_course_because_it_has_no_date_is_counted_apart() -> None:
    dated = thread(action("visit", PROMISED, month_of(2020, 12)))
    counted = tally([thread(PROMISED), thread(PROMISED, None), thread(PROMISED, DONE), dated], ON)
    assert (counted.on_course, counted.on_course_without_date) == (2, 1)


def test_what_took_over_a_promise_that_had_been_moved_counts_as_moved() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, month_of(2020, 3))]),
        edition(2, [action("visit", PROMISED, month_of(2020, 12))]),
        edition(3, [action("tour", PROMISED, continues=["visit"])]),
    ]
    counted = tally(weave(editions).values(), ON)
    assert (counted.moved, counted.open_and_moved, counted.worst) == (2, 1, Worst.MOVED)
    assert slip(weave(editions).values()).threads == 2


def test_what_the_newest_edition_passes_over_is_counted_whether_or_not_it_is_overdue() -> None:
    threads = [
        thread(action("visit", PROMISED, month_of(2020, 2)), None),
        thread(action("visit", PROMISED, month_of(2020, 2)), PROMISED),
        thread(PROMISED, None),
        thread(PROMISED, PROMISED),
    ]
    counted = tally(threads, ON)
    assert (counted.on_course, counted.overdue, counted.unmentioned, counted.open) == (1, 2, 1, 4)
    assert (counted.passed_over, counted.overdue_and_passed_over) == (2, 1)


def test_what_was_part_of_a_promise_is_no_promise_of_its_own_and_nothing_that_nobody_promised() -> None:
    editions = [
        edition(1, [action("six", PROMISED), action("two", PROMISED)]),
        edition(2, [
            action("three", DONE, continues=["six"]),
            action("rest", PROMISED, continues=["six"]),
            action("none", STOPPED, continues=["two"]),
        ]),
    ]  # fmt: skip
    counted = tally(weave(editions).values(), ON)
    assert (counted.made, counted.continued, counted.unmentioned, counted.on_course) == (3, 2, 0, 1)
    assert (counted.parts_done, counted.parts_stopped) == (1, 1)
    assert (counted.unpromised, counted.stopped_unpromised) == (0, 0)


def test_the_average_slip_is_over_those_that_slipped() -> None:
    threads = [
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 2))),
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 3))),
        thread(action("visit", PROMISED, month_of(2020, 3)), action("visit", PROMISED, month_of(2020, 1))),
        thread(PROMISED, DONE),
    ]
    assert (slip(threads).threads, slip(threads).average_days) == (2, 44)
    assert slip([]).average_days == 0


def test_an_edition_changes_what_it_completes_promises_moves_and_stops() -> None:
    editions = [
        edition(1, [action("a", PROMISED, month_of(2020, 2)), action("b", BEGUN), action("c", PROMISED)]),
        edition(2, [action("a", PROMISED, month_of(2020, 4)), action("b", DONE), action("c", STOPPED)]),
    ]
    first, second = changes(weave(editions), editions)
    assert [len(first.promised), first.open] == [3, 3]
    assert [[it.id for it in group] for group in (second.completed, second.promised, second.stopped)] == [
        ["b"], [], ["c"],
    ]  # fmt: skip
    assert [thread.id for thread, _ in second.moved] == ["a"]
    assert second.open == 1


def test_what_is_told_as_closed_again_is_counted_where_it_was_told_first() -> None:
    editions = [
        edition(1, [action("a", PROMISED), action("b", PROMISED), action("c", PROMISED)]),
        edition(2, [action("a", DONE), action("b", STOPPED), action("c", DONE)]),
        edition(3, [action("a", DONE), action("b", STOPPED), action("c", STOPPED)]),
        edition(4, [action("a", PROMISED)]),
        edition(5, [action("a", DONE)]),
    ]
    found = changes(weave(editions), editions)
    assert [[it.id for it in change.completed] for change in found] == [[], ["a", "c"], [], [], ["a"]]
    assert [[it.id for it in change.stopped] for change in found] == [[], ["b"], ["c"], [], []]


def test_a_date_brought_forward_is_told_apart_from_one_that_was_moved() -> None:
    editions = [
        edition(1, [action("a", PROMISED, month_of(2020, 4)), action("b", PROMISED, month_of(2020, 4))]),
        edition(2, [action("a", PROMISED, month_of(2020, 3)), action("b", PROMISED, month_of(2020, 5))]),
    ]
    _, second = changes(weave(editions), editions)
    assert [(thread.id, move.days) for thread, move in second.moved] == [("b", 31)]
    assert [(thread.id, move.days) for thread, move in second.brought_forward] == [("a", -30)]


def test_an_edition_that_speaks_of_no_action_changes_nothing() -> None:
    editions = [edition(1, [action("a", PROMISED)]), edition(2, {})]
    assert [(it.edition.id, len(it.promised), it.open) for it in changes(weave(editions), editions)] == [
        ("2020-01", 1, 1), ("2020-02", 0, 1),
    ]  # fmt: skip


@given(histories())
def test_every_promise_is_counted_once(editions: list[Edition]) -> None:
    threads = weave(editions).values()
    counted = tally(threads, ON)
    unpromised = counted.unpromised + counted.stopped_unpromised
    assert counted.made + counted.parts_done + counted.parts_stopped + unpromised == len(threads)
    assert counted.kept_on_time + counted.kept_without_date <= counted.kept
    assert counted.open_and_moved <= counted.moved <= counted.made
    assert counted.open == sum(it.standing(ON).is_open for it in threads if it.promised_in)


def test_a_group_with_no_open_promise_is_not_told_as_on_course() -> None:
    assert tally([], ON).worst is tally([thread(DONE), thread(PROMISED, DONE)], ON).worst is Worst.NOTHING_OPEN
    assert tally([thread(PROMISED)], ON).worst is Worst.ON_COURSE


def test_a_group_is_told_by_its_heaviest_open_promise() -> None:
    overdue = thread(action("visit", PROMISED, month_of(2020, 2)))
    unmentioned = thread(PROMISED, None)
    moved = thread(action("visit", PROMISED, month_of(2020, 10)), action("visit", PROMISED, month_of(2020, 11)))
    group = [thread(PROMISED)]
    worst = []
    for one in (moved, unmentioned, overdue):
        group.append(one)
        worst.append(tally(group, ON).worst)
    assert worst == [Worst.MOVED, Worst.UNMENTIONED, Worst.OVERDUE]


def test_a_promise_that_was_moved_and_kept_makes_a_group_no_worse() -> None:
    kept = thread(action("visit", PROMISED, month_of(2020, 2)), action("visit", PROMISED, month_of(2020, 3)), DONE)
    counted = tally([kept, thread(PROMISED)], ON)
    assert (counted.moved, counted.open_and_moved, counted.worst) == (1, 0, Worst.ON_COURSE)


def test_what_was_told_as_a_part_and_then_promised_by_itself_is_counted_as_a_promise_alone() -> None:
    editions = [
        edition(1, [action("six", PROMISED)]),
        edition(2, [action("three", DONE, continues=["six"])]),
        edition(3, [action("three", PROMISED)]),
        edition(4, [action("three", DONE)]),
    ]
    counted = tally(weave(editions).values(), ON)
    assert (counted.kept, counted.continued, counted.parts_done, counted.unpromised) == (1, 1, 0, 0)


@given(histories())
def test_the_whole_is_never_greener_than_one_of_its_workstreams(editions: list[Edition]) -> None:
    threads = list(weave(editions).values())
    heaviest_first = list(Worst)
    parts = [
        tally([it for it in threads if it.latest.workstream == workstream], ON).worst for workstream in ("it", "people")
    ]
    assert tally(threads, ON).worst is min(parts, key=heaviest_first.index)


@given(histories())
def test_an_edition_promises_and_opens_again_what_the_account_of_promises_says(editions: list[Edition]) -> None:
    threads = weave(editions)
    steps = [step for thread in threads.values() for step in steps_of(thread)]
    for change in changes(threads, editions):
        own = [step for step in steps if step.edition == change.edition]
        made = {step.thread.id for step in own if step.kind is StepKind.MADE}
        again = {step.thread.id for step in own if step.kind is StepKind.REOPENED}
        assert ({it.id for it in change.promised}, {it.id for it in change.reopened}) == (made, again)


@given(histories())
def test_every_promise_made_was_told_as_new_or_as_opened_again(editions: list[Edition]) -> None:
    threads = weave(editions)
    counted = tally(threads.values(), ON)
    told_as_new = sum(len(change.promised) for change in changes(threads, editions))
    assert told_as_new + counted.reopened_unpromised == counted.made


@given(histories())
def test_what_is_open_after_the_last_edition_is_what_stands_open(editions: list[Edition]) -> None:
    threads = weave(editions)
    found = changes(threads, editions)
    if found:
        on = found[-1].edition.published
        assert found[-1].open == sum(it.standing(on).is_open for it in threads.values())


def test_what_is_opened_again_is_told_as_that_and_not_as_moved() -> None:
    editions = [
        edition(1, [action("a", PROMISED, month_of(2020, 2)), action("b", DONE)]),
        edition(2, [action("a", DONE)]),
        edition(3, [action("a", PROMISED, month_of(2020, 6)), action("b", BEGUN, month_of(2020, 5))]),
        edition(4, [action("a", DONE), action("b", STOPPED)]),
    ]
    found = changes(weave(editions), editions)
    assert [[it.id for it in change.promised] for change in found] == [["a"], [], [], []]
    assert [[it.id for it in change.reopened] for change in found] == [[], [], ["a", "b"], []]
    assert [len(change.moved) for change in found] == [0, 0, 0, 0]
    counted = tally(weave(editions).values(), ON)
    assert (counted.reopened, counted.made, counted.kept, counted.stopped) == (2, 2, 1, 1)
    assert counted.reopened_unpromised == 1
    told, ended = sum(len(change.completed) for change in found), counted.kept + counted.unpromised
    assert (told, ended) == (3, 1)
