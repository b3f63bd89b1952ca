"""Threads: what became of each action."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.due import Due, day_of, month_of
from generator.domain.edition import Action, Edition, State
from generator.domain.mention import slip_days
from generator.domain.thread import InheritedDues, Standing, Thread
from generator.domain.weaving import those_waiting, weave
from tests.editions import action, edition, histories, thread, without

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED
JANUARY, MARCH, MAY = month_of(2020, 1), month_of(2020, 3), month_of(2020, 5)
SPRING = date(2020, 3, 26)


@pytest.mark.parametrize(
    ("states", "standing"),
    [
        ((PROMISED,), Standing.FUTURE),
        ((PROMISED, BEGUN), Standing.UNDER_WAY),
        ((PROMISED, DONE), Standing.COMPLETED),
        ((PROMISED, STOPPED, None), Standing.STOPPED),
        ((DONE, None, None), Standing.COMPLETED),
        ((PROMISED, None), Standing.UNMENTIONED),
        ((PROMISED, None, PROMISED), Standing.FUTURE),
        ((DONE, BEGUN), Standing.UNDER_WAY),
    ],
)
def test_a_thread_stands_where_its_newest_mention_leaves_it(
    states: tuple[State | None, ...], standing: Standing
) -> None:
    assert thread(*states).standing(SPRING) is standing


def test_a_promise_is_overdue_after_the_last_day_of_its_due_and_not_before() -> None:
    promise = thread(action("visit", PROMISED, MARCH))
    assert promise.standing(date(2020, 3, 31)) is Standing.FUTURE
    assert promise.standing(date(2020, 4, 1)) is Standing.OVERDUE


def test_leaving_out_a_due_does_not_take_it_back() -> None:
    promise = thread(action("visit", PROMISED, JANUARY), PROMISED)
    assert promise.due == JANUARY
    assert promise.standing(SPRING) is Standing.OVERDUE


def test_an_open_promise_is_passed_over_where_the_newest_edition_is_silent_about_it_whatever_its_due() -> None:
    overdue = thread(action("visit", PROMISED, JANUARY), None)
    assert (overdue.standing(SPRING), overdue.is_passed_over) == (Standing.OVERDUE, True)
    assert thread(PROMISED, None).is_passed_over
    assert not thread(action("visit", PROMISED, JANUARY), PROMISED).is_passed_over
    assert not thread(PROMISED, DONE, None).is_passed_over
    taken_over = [edition(1, [action("a", PROMISED)]), edition(2, [action("b", PROMISED, continues=["a"])])]
    assert not weave(taken_over)["a"].is_passed_over


def test_a_special_edition_need_not_speak_of_every_promise() -> None:
    editions = [edition(1, [action("visit", PROMISED)]), edition(2, [action("pump", DONE)], name="2020-02-flood")]
    assert weave(editions)["visit"].standing(SPRING) is Standing.FUTURE


def test_an_edition_that_a_promise_was_withdrawn_from_spoke_of_it_and_the_next_must_again() -> None:
    first, silent = edition(1, [action("visit", PROMISED)]), edition(2, [])
    spoken = without(edition(3, []), "visit")
    assert weave([first, silent, spoken])["visit"].standing(SPRING) is Standing.FUTURE
    assert weave([first, silent, spoken, edition(4, [])])["visit"].standing(SPRING) is Standing.UNMENTIONED
    assert weave([first, silent, without(edition(3, []), "kiosks")])["visit"].standing(SPRING) is Standing.UNMENTIONED


def test_each_move_is_told_with_its_days_and_earlier_ones_are_negative() -> None:
    moved = thread(
        action("visit", PROMISED, JANUARY),
        action("visit", PROMISED, MAY, reason="The van broke."),
        action("visit", BEGUN, MARCH),
        action("visit", DONE, JANUARY),
    )
    assert [(move.edition.id, move.days, move.reason) for move in moved.moves] == [
        ("2020-02", 121, "The van broke."),
        ("2020-03", -61, ""),
    ]
    assert [move.days for move in moved.slips] == [121]
    assert moved.slipped_days == 60


def test_a_thread_takes_the_days_between_its_promise_and_the_edition_that_closes_it() -> None:
    assert thread(PROMISED, BEGUN, DONE).days_taken == 60
    assert thread(DONE).days_taken is None
    assert thread(PROMISED).days_taken is None
    closed = thread(PROMISED, DONE, DONE).closed_in
    assert closed is not None
    assert closed.edition.id == "2020-02"
    undone = thread(PROMISED, DONE, STOPPED, STOPPED).closed_in
    assert undone is not None
    assert undone.edition.id == "2020-03"


def test_a_reopened_action_keeps_its_history() -> None:
    reopened = thread(PROMISED, DONE, BEGUN, DONE)
    assert [mention.edition.id for mention in reopened.reopenings] == ["2020-03"]
    assert reopened.closed_in is not None
    assert reopened.closed_in.edition.id == "2020-04"


@pytest.mark.parametrize(
    ("mentions", "was_late"),
    [
        ((action("visit", PROMISED, MARCH), action("visit", DONE)), False),
        ((action("visit", PROMISED, MARCH), action("visit", PROMISED, MAY), PROMISED, DONE), True),
        (
            (action("visit", PROMISED, MARCH), action("visit", PROMISED, MAY), DONE),
            False,
        ),  # by its first date after all
        ((action("visit", PROMISED, MAY), action("visit", PROMISED, JANUARY), PROMISED, DONE), False),
        ((action("visit", PROMISED, MAY), action("visit", PROMISED, JANUARY), PROMISED, STOPPED), True),
        ((action("visit", PROMISED, JANUARY), PROMISED, action("visit", DONE)), True),
        ((action("visit", PROMISED, MAY), action("visit", PROMISED, MARCH), action("visit", DONE)), False),
        ((action("visit", PROMISED, MARCH), None, None, None, None, action("visit", DONE)), True),
        ((action("visit", PROMISED, MARCH), None, None, action("visit", DONE)), False),
        ((action("visit", PROMISED, MARCH), None, None, None, action("visit", DONE)), True),
        ((action("visit", PROMISED, MARCH), None, action("visit", DONE), None, None), False),
        ((action("visit", PROMISED, MARCH), None, None, None), True),
    ],
)
def test_a_promise_was_late_if_it_moved_later_or_an_edition_after_its_due_did_not_tell_that_it_was_done(
    mentions: tuple[State, ...], was_late: bool
) -> None:
    assert thread(*mentions).was_late is was_late


def test_the_silence_of_a_special_edition_makes_nothing_late() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MARCH)]),
        edition(4, [action("pump", DONE)], name="2020-04-flood"),
        edition(6, [action("visit", DONE)]),
    ]
    assert not weave(editions)["visit"].was_late


def test_what_others_have_taken_over_is_not_late_by_the_silence_after_that() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MARCH)]),
        edition(2, [action("tour", PROMISED, continues=["visit"])]),
        edition(5, [action("tour", DONE)]),
    ]
    assert not weave(editions)["visit"].was_late


def test_a_split_and_a_merge_keep_both_ways() -> None:
    editions = [
        edition(1, [action("points", PROMISED), action("wifi-a", PROMISED), action("wifi-b", BEGUN)]),
        edition(
            2,
            [
                action("first", DONE, continues=["points"]),
                action("second", PROMISED, continues=["points"]),
                action("wifi", PROMISED, continues=["wifi-a", "wifi-b"]),
            ],
        ),
    ]
    threads = weave(editions)
    assert [identity for _, identity in threads["points"].continued_by] == ["first", "second"]
    assert threads["wifi"].continues == ("wifi-a", "wifi-b")
    assert {threads[it].standing(SPRING) for it in ("points", "wifi-a", "wifi-b")} == {Standing.CONTINUED}


def test_an_action_that_changes_workstream_stays_one_thread() -> None:
    editions = [edition(1, {"it": [action("visit", PROMISED)]}), edition(2, {"people": [action("visit", DONE)]})]
    assert [mention.workstream for mention in weave(editions)["visit"].mentions] == ["it", "people"]


@given(histories())
def test_no_mention_is_lost_or_doubled(editions: list[Edition]) -> None:
    written = sorted((e.id, a.id) for e in editions for update in e.updates for a in update.actions)
    woven = sorted((m.edition.id, it.id) for it in weave(editions).values() for m in it.mentions)
    assert woven == written


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_editions_are_read_does_not_matter(editions: list[Edition], random: st.DataObject) -> None:
    shuffled = list(editions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random, which hypothesis does not name
    assert weave(shuffled) == weave(editions)


@given(histories())
def test_every_thread_stands_somewhere_and_only_open_ones_can_be_overdue(editions: list[Edition]) -> None:
    for it in weave(editions).values():
        standing = it.standing(date(2020, 9, 1))
        assert standing.is_open == (it.latest.is_open and standing is not Standing.CONTINUED)


def test_what_is_opened_again_for_another_day_was_not_moved_but_is_later_than_first_promised() -> None:
    again = thread(action("visit", PROMISED, JANUARY), DONE, action("visit", PROMISED, MAY), DONE)
    assert again.moves == ()
    assert again.slipped_days == slip_days(JANUARY, MAY)
    assert again.was_late
    told = [mention.action for mention in again.mentions]
    moved_on = thread(*told[:3], action("visit", PROMISED, MARCH))
    assert [(it.before, it.after) for it in moved_on.moves] == [(MAY, MARCH)]


@given(histories())
def test_slips_and_moves_forward_add_up_to_where_the_due_is_now(editions: list[Edition]) -> None:
    for it in weave(editions).values():
        if it.reopenings:  # what opens it again may give it any due, which moves nothing
            continue
        under_other_names = slip_days(it.inherited.first, it.inherited.newest) if it.inherited else 0
        assert under_other_names + sum(move.days for move in it.moves) == it.slipped_days


def test_the_silence_of_an_edition_on_the_day_on_which_it_is_due_makes_nothing_late() -> None:
    promise = action("visit", PROMISED, day_of(date(2020, 3, 25)))
    editions = [edition(1, [promise]), edition(3, []), edition(4, [action("visit", DONE)])]
    assert not weave(editions)["visit"].was_late


def test_a_promise_that_is_made_again_after_others_took_it_over_is_late_by_the_silence_after_that() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MARCH)]),
        edition(2, [action("tour", PROMISED, continues=["visit"])]),
        edition(3, [action("visit", PROMISED)]),
        edition(5, [action("tour", DONE)]),
    ]
    assert weave(editions)["visit"].was_late


def test_a_promise_ends_in_the_first_of_the_editions_in_which_others_take_it_over() -> None:
    editions = [
        edition(1, [action("visit", PROMISED)]),
        edition(2, [action("tour", PROMISED, continues=["visit"])]),
        edition(3, [action("call", PROMISED, continues=["visit"])]),
    ]
    ended = weave(editions)["visit"].ended_in
    assert ended is not None
    assert ended.id == "2020-02"


@pytest.mark.parametrize(
    ("mentions", "missed"),
    [
        ((action("visit", PROMISED, MARCH), PROMISED, PROMISED, DONE), None),  # it passed since the edition before
        ((action("visit", PROMISED, MARCH), PROMISED, PROMISED, PROMISED, DONE), MARCH),
        ((action("visit", PROMISED, MARCH), None, None, None, DONE), MARCH),
        ((action("visit", PROMISED, MARCH), action("visit", PROMISED, MAY), PROMISED, DONE), MARCH),
        ((action("visit", PROMISED, MARCH), action("visit", PROMISED, JANUARY), PROMISED, DONE), None),
        ((action("visit", PROMISED, JANUARY), DONE, action("visit", PROMISED, MAY), DONE), None),
        ((action("visit", PROMISED, MARCH), DONE, PROMISED, PROMISED, DONE), MARCH),  # opened again with the same due
        ((action("visit", PROMISED, MARCH), DONE, PROMISED, DONE), None),
        ((action("visit", PROMISED, JANUARY), PROMISED, PROMISED, STOPPED), None),
        ((PROMISED, PROMISED, DONE), None),
    ],
)
def test_what_is_done_missed_the_due_of_its_last_promise_where_that_was_moved_or_an_edition_came_out_meanwhile(
    mentions: tuple[State, ...], missed: Due | None
) -> None:
    told = thread(*mentions)
    assert told.missed_due(told.latest) == missed


def test_what_a_special_edition_says_is_still_to_be_done_after_its_due_has_missed_it() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, JANUARY)]),
        edition(2, [action("visit", BEGUN)], name="2020-02-flood"),
        edition(3, [action("visit", DONE)]),
    ]
    told = weave(editions)["visit"]
    assert told.missed_due(told.latest) == JANUARY
    without_it = weave([editions[0], editions[2]])["visit"]
    assert without_it.missed_due(without_it.latest) is None


def test_an_action_that_names_another_twice_waits_for_it_once() -> None:
    assert those_waiting(weave([edition(1, [action("visit", PROMISED, after=["bus", "bus"])])])) == {"bus": ["visit"]}


def taken_over(due: Due | None, *then: Action, first: Due | None = MARCH) -> Thread:
    """A tour that took over a visit in February, with what later months say of it."""
    editions = [
        edition(1, [action("visit", PROMISED, first)]),
        edition(2, [action("tour", PROMISED, due, continues=["visit"])]),
        *(edition(month, [said]) for month, said in enumerate(then, 3)),
    ]
    return weave(editions)["tour"]


def test_a_promise_that_is_told_under_another_name_for_a_later_day_was_moved() -> None:
    tour = taken_over(MAY, action("tour", BEGUN), action("tour", DONE))
    assert tour.first_due == MARCH
    assert [(it.edition.id, it.before, it.after) for it in tour.moves] == [("2020-02", MARCH, MAY)]
    assert tour.slipped_days == 61
    assert not tour.was_on_time


def test_a_promise_that_is_told_under_another_name_without_a_date_has_the_one_that_it_had() -> None:
    tour = taken_over(None)
    assert (tour.due, tour.moves) == (MARCH, ())
    assert tour.standing(date(2020, 4, 1)) is Standing.OVERDUE
    done_late = taken_over(None, action("tour", BEGUN), action("tour", BEGUN), action("tour", DONE))
    assert done_late.was_late
    assert done_late.missed_due(done_late.latest) == MARCH


def test_a_promise_that_moved_under_its_old_name_is_late_under_the_new_one() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, JANUARY)]),
        edition(2, [action("visit", PROMISED, MAY)]),
        edition(3, [action("tour", PROMISED, continues=["visit"])]),
        edition(4, [action("tour", DONE)]),
    ]
    tour = weave(editions)["tour"]
    assert (tour.first_due, tour.due, tour.slips) == (JANUARY, MAY, ())
    assert tour.was_late


def test_what_was_put_off_under_its_old_name_has_missed_the_day_that_it_was_first_promised_for() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MARCH)]),
        edition(2, [action("visit", PROMISED, MAY)]),
        edition(3, [action("tour", PROMISED, continues=["visit"])]),
        edition(4, [action("tour", DONE)]),
    ]
    tour = weave(editions)["tour"]
    assert tour.was_late
    assert tour.missed_due(tour.latest) == MARCH


def test_what_is_opened_again_without_a_date_has_the_one_that_it_took_over() -> None:
    reopened = [action("tour", state) for state in (DONE, PROMISED, BEGUN, BEGUN, DONE)]
    tour = taken_over(None, *reopened)
    assert tour.missed_due(tour.latest) == MARCH


def test_a_promise_is_judged_as_it_was_when_it_was_done_whatever_came_later() -> None:
    twice = thread(action("visit", PROMISED, MARCH), DONE, action("visit", PROMISED, MAY), PROMISED, PROMISED, DONE)
    assert twice.was_late
    assert not twice.until(twice.mentions[1]).was_late
    assert twice.until(twice.latest).was_late


def test_a_promise_that_took_over_one_without_a_date_has_its_own_alone() -> None:
    tour = taken_over(MAY, first=None)
    assert (tour.first_due, tour.moves, tour.inherited) == (MAY, (), None)


def test_what_took_over_several_has_the_earliest_of_their_dues_and_so_has_what_took_over_that() -> None:
    editions = [
        edition(1, [action("a", PROMISED, JANUARY), action("b", PROMISED, MARCH), action("c", DONE, MAY)]),
        edition(2, [action("a", PROMISED, MARCH), action("ab", PROMISED, continues=["a", "b", "c", "gone"])]),
        edition(3, [action("last", PROMISED, MAY, continues=["ab"])]),
    ]
    last = weave(editions)["last"]
    assert last.inherited == InheritedDues(first=JANUARY, newest=MARCH)
    assert (last.first_due, last.due) == (JANUARY, MAY)


def test_a_promise_is_not_put_off_unseen_by_being_merged_with_one_for_a_later_day() -> None:
    editions = [
        edition(1, [action("hall", PROMISED, MARCH), action("library", PROMISED, MAY)]),
        edition(2, [action("both", PROMISED, month_of(2020, 4), continues=["library", "hall"])]),
        edition(4, [action("both", DONE)]),
    ]
    both = weave(editions)["both"]
    assert [(it.before, it.days) for it in both.moves] == [(MARCH, 30)]
    assert both.was_late
    undated = weave([editions[0], edition(2, [action("both", PROMISED, continues=["library", "hall"])])])["both"]
    assert undated.due == MARCH


def test_the_next_part_of_what_was_kept_is_a_promise_of_its_own() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, MARCH)]),
        edition(2, [action("visit", DONE), action("report", PROMISED, MAY, continues=["visit"])]),
    ]
    assert weave(editions)["report"].moves == ()
