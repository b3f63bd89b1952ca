"""Weaving: what ties one thread to others."""

from generator.domain.due import month_of
from generator.domain.edition import State
from generator.domain.weaving import weave
from tests.editions import action, edition, without

DONE, PROMISED = State.COMPLETED, State.FUTURE


def test_what_is_told_as_done_and_came_from_an_open_promise_is_part_of_it() -> None:
    editions = [
        edition(1, [action("six", PROMISED), action("kept", PROMISED), action("late", PROMISED)]),
        edition(2, [action("kept", DONE)]),
        edition(3, [
            action("three", DONE, continues=["six", "kept", "unknown", "three"]),
            action("rest", PROMISED, continues=["six"]),
            action("more", DONE, continues=["kept"]),
            action("alone", DONE),
        ]),
        edition(4, [action("alone", DONE, continues=["late"])]),
    ]  # fmt: skip
    threads = weave(editions)
    assert {it.id: it.part_of for it in threads.values() if it.part_of} == {"three": ("six",), "alone": ("late",)}


def test_what_is_told_beside_the_closing_of_what_it_came_from_is_no_part_of_it() -> None:
    editions = [
        edition(1, [action("six", PROMISED)]),
        edition(2, [action("six", DONE), action("seven", DONE, continues=["six"])]),
    ]
    assert weave(editions)["seven"].part_of == ()


def test_an_action_that_names_itself_as_what_it_came_from_is_not_taken_over_by_itself() -> None:
    itself = weave([edition(1, [action("visit", PROMISED, continues=["visit"])])])["visit"]
    assert itself.continued_by == ()
    assert itself.ended_in is None


def test_an_edition_out_of_which_a_promise_was_taken_spoke_of_it_between_two_that_still_do() -> None:
    editions = [
        edition(1, [action("visit", PROMISED, month_of(2020, 3))]),
        edition(4, [action("pump", DONE)]),
        edition(5, [action("visit", DONE)]),
    ]
    assert weave(editions)["visit"].was_late
    editions[1] = without(editions[1], "visit")
    assert not weave(editions)["visit"].was_late
