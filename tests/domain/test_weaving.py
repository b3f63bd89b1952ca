"""Weaving: what ties one thread to others."""

from generator.domain.edition import State
from generator.domain.weaving import weave
from tests.editions import action, edition

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
