"""Figures about promises: they add up, and no whole is greener than its parts."""

from datetime import date

from hypothesis import given

from generator.domain.due import month_of
from generator.domain.edition import Edition, State
from generator.domain.progress import Worst, changes, slip, tally
from generator.domain.thread import weave
from tests.editions import action, edition, histories, thread

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED
ON = date(2020, 9, 1)


def test_kept_on_time_is_a_part_of_kept_and_what_was_never_promised_is_counted_apart() -> None:
    threads = [
        thread(action("visit", PROMISED, month_of(2020, 2)), DONE),
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 6)), DONE),
        thread(DONE),
        thread(PROMISED, STOPPED),
    ]
    counted = tally(threads, ON)
    assert (counted.kept, counted.kept_on_time, counted.stopped, counted.unpromised) == (2, 1, 1, 1)
    assert counted.made == 3


def test_the_average_slip_is_over_those_that_slipped() -> None:
    threads = [
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 2))),
        thread(action("visit", PROMISED, month_of(2020, 1)), action("visit", PROMISED, month_of(2020, 3))),
        thread(PROMISED, DONE),
    ]
    assert (slip(threads).threads, slip(threads).average_days) == (2, 44)
    assert slip([]).average_days == 0


def test_an_edition_changes_what_it_completes_promises_moves_and_stops() -> None:
    editions = [
        edition(1, [action("a", PROMISED, month_of(2020, 2)), action("b", BEGUN), action("c", PROMISED)]),
        edition(2, [action("a", PROMISED, month_of(2020, 4)), action("b", DONE), action("c", STOPPED)]),
    ]
    first, second = changes(weave(editions))
    assert [len(first.promised), first.open] == [3, 3]
    assert [[it.id for it in group] for group in (second.completed, second.promised, second.moved, second.stopped)] == [
        ["b"], [], ["a"], ["c"],
    ]  # fmt: skip
    assert second.open == 1


@given(histories())
def test_every_promise_is_counted_once(editions: list[Edition]) -> None:
    threads = weave(editions).values()
    counted = tally(threads, ON)
    assert counted.made + counted.unpromised == len(threads)
    assert counted.kept_on_time <= counted.kept
    assert counted.open_and_moved <= counted.moved <= counted.made
    assert counted.open == sum(it.standing(ON).is_open for it in threads if it.promised_in)


@given(histories())
def test_the_whole_is_never_greener_than_one_of_its_workstreams(editions: list[Edition]) -> None:
    threads = list(weave(editions).values())
    heaviest_first = list(Worst)
    parts = [
        tally([it for it in threads if it.latest.workstream == workstream], ON).worst for workstream in ("it", "people")
    ]
    assert tally(threads, ON).worst is min(parts, key=heaviest_first.index)


@given(histories())
def test_what_is_open_after_the_last_edition_is_what_stands_open(editions: list[Edition]) -> None:
    threads = weave(editions)
    found = changes(threads)
    if found:
        on = found[-1].edition.published
        assert found[-1].open == sum(it.standing(on).is_open for it in threads.values())
