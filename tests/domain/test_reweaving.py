"""Weaving again after an edit gives what weaving all anew gives."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from generator.domain.edition import Edition, State
from generator.domain.reweaving import Loom
from generator.domain.thread import Thread
from generator.domain.weaving import weave
from tests.editions import action, edition, histories


def whole(threads: dict[str, Thread]) -> list[tuple[Thread, list[int]]]:
    """In order, and with the very actions that are told of, since alike ones may stand in other places."""
    return [(thread, [id(mention.action) for mention in thread.mentions]) for thread in threads.values()]


def mixed(first: Iterable[Edition], second: Iterable[Edition], takes_second: int) -> list[Edition]:
    """Of each month either edition; of some months none."""
    by_id = [{it.id: it for it in first}, {it.id: it for it in second}]
    wanted = ((name, takes_second >> place & 1) for place, name in enumerate(sorted({*by_id[0], *by_id[1]})))
    return [by_id[which][name] for name, which in wanted if name in by_id[which]]


@given(histories(), histories(), st.lists(st.integers(0, 2**13 - 1), min_size=2, max_size=6))
def test_weaving_again_gives_what_weaving_anew_gives(
    first: list[Edition], second: list[Edition], choices: list[int]
) -> None:
    loom = Loom()
    for takes_second in choices:
        editions = mixed(first, second, takes_second)
        assert whole(loom.weave(editions)) == whole(weave(editions))


def test_what_no_edition_tells_otherwise_is_the_very_thread_that_it_was() -> None:
    old = edition(1, [action("visit", State.FUTURE), action("kiosks", State.FUTURE)])
    newest, told_otherwise = (edition(2, [action("visit", State.FUTURE, words=words)]) for words in ("", "Visit two."))
    loom = Loom()
    before, after = loom.weave([old, newest]), loom.weave([old, told_otherwise])
    assert after["kiosks"] is before["kiosks"]
    assert after["visit"].latest.action.text != before["visit"].latest.action.text
    assert after == weave([old, told_otherwise])


def test_a_tie_goes_with_what_said_it() -> None:
    first = edition(1, [action("points", State.FUTURE)])
    tied, untied = (edition(2, [action("cards", State.FUTURE, continues=said)]) for said in (["points"], []))
    last = edition(3, [action("visit", State.FUTURE)])
    loom = Loom()
    assert loom.weave([first, tied, last])["points"].continued_by
    assert loom.weave([first, untied, last])["points"].continued_by == ()
    assert loom.weave([first, tied, last]) == weave([first, tied, last])
