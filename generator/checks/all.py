"""Every check of the content, in one tuple."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.checks import (
    audiences,
    dependencies,
    embargoes,
    frozen,
    headings,
    identity,
    links,
    newsletters,
    promises,
    references,
    statement,
    updates,
)
from generator.domain.content import Content
from generator.domain.thread import weave
from generator.text.diagnostic import Diagnostic

CHECKS: tuple[Callable[[Content], Iterator[Diagnostic]], ...] = (
    identity.check,
    references.check,
    audiences.check,
    headings.check,
    links.check,
    frozen.check,
    updates.check,
    newsletters.check,
    embargoes.check,
)


def check_content(content: Content, on: date) -> Iterator[Diagnostic]:
    """What is wrong with the content; `on` is the day by which promises are judged."""
    for check in CHECKS:
        yield from check(content)
    yield from statement.check(content, on)
    threads = weave(content.editions)
    yield from dependencies.check(threads)
    if content.is_whole_for("editions/"):  # else what seems forgotten may stand in what could not be read
        yield from promises.check(content, threads, on)
