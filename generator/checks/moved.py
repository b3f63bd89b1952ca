"""An address that a thing had before leads to one living thing: it is nobody else's, now or before.

So no address leads to one that leads on, and none leads in a circle.
"""

from collections.abc import Iterable, Iterator

from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.workstream import Workstream
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


def check(content: Content) -> Iterator[Diagnostic]:
    yield from _of("edition", content.editions)
    yield from _of("workstream", content.workstreams)


def _of(what: str, things: Iterable[Edition | Workstream]) -> Iterator[Diagnostic]:
    every = tuple(things)
    living = {thing.id: thing.written_at for thing in every}
    before: dict[str, Span] = {}
    for thing in every:
        for former in thing.moved_from:
            if former.id == thing.id:
                message = f"`{former.id}` is the id that this {what} has now"
                remedy = "name only what it was called before, or take the line out"
                yield Diagnostic("address-taken", message, former.written_at, remedy, subject=thing.id)
            elif former.id in living:
                yield _taken(f"`{former.id}` is the id of another {what}", former.written_at, living[former.id], thing)
            elif former.id in before:
                message = f"`{former.id}` is named as a former id twice"
                yield _taken(message, former.written_at, before[former.id], thing)
            before.setdefault(former.id, former.written_at)


def _taken(message: str, span: Span, other: Span, thing: Edition | Workstream) -> Diagnostic:
    return Diagnostic(
        "address-taken",
        message,
        span,
        "one address leads to one page: keep the id in one of the two places",
        related=((other, "the other"),),
        subject=thing.id,
    )
