"""What waits for what: never in a circle, and nothing is due before what it waits for."""

from collections.abc import Iterator, Mapping, Set
from graphlib import CycleError, TopologicalSorter

from generator.domain.thread import Thread, Threads
from generator.text.diagnostic import Diagnostic


def check(threads: Threads) -> Iterator[Diagnostic]:
    """Judges each action by its newest mention, drafts included."""
    yield from _circles(threads)
    for thread in threads.values():
        yield from _due_before_what_it_waits_for(thread, threads)


def _waits_for(thread: Thread, threads: Threads) -> list[str]:
    return [reference.id for reference in thread.latest.action.after if reference.id in threads]


def _circles(threads: Threads) -> Iterator[Diagnostic]:
    """Each circle once, at the action of it that stands first; a circle is cut there to find the next."""
    waiting = {it.id: set(_waits_for(it, threads)) for it in threads.values() if it.latest.action.after}
    if not _any_circle(waiting):
        return
    order = {identity: number for number, identity in enumerate(threads)}
    graph = {identity: waiting.get(identity, set()) for identity in threads}
    while circle := _any_circle(graph):
        first = min(circle, key=order.__getitem__)
        yield _circle(circle, first, threads)
        graph[first] = set()


def _any_circle(graph: Mapping[str, Set[str]]) -> list[str]:
    """The ids of one circle, each before the one that waits for it; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:-1]
        return circle
    return []


def _circle(circle: list[str], first: str, threads: Threads) -> Diagnostic:
    """The finding of one circle, told from `first` on, each action before the one that it waits for."""
    backwards = list(reversed(circle))
    at = backwards.index(first)
    way = [*backwards[at:], *backwards[:at], first]
    others = tuple((threads[identity].latest.action.written_at, f"`{identity}`") for identity in way[1:-1])
    return Diagnostic(
        "dependency-circle",
        " waits for ".join(f"`{identity}`" for identity in way),
        threads[first].latest.action.written_at,
        "take `after` away from one of them",
        related=others,
        subject=first,
    )


def _due_before_what_it_waits_for(thread: Thread, threads: Threads) -> Iterator[Diagnostic]:
    if not thread.latest.is_open or thread.due is None:
        return
    for identity in _waits_for(thread, threads):
        awaited = threads[identity]
        if awaited.latest.is_open and awaited.due is not None and thread.due.last_day < awaited.due.first_day:
            yield Diagnostic(
                "due-before-dependency",
                f"`{thread.id}` is due {thread.due.words}, before `{identity}`, which it waits for",
                thread.latest.action.written_at,
                f"`{identity}` is due {awaited.due.words}: move one of the two",
                related=((awaited.latest.action.written_at, "it waits for this"),),
                subject=thread.id,
            )
