"""Every check of the content, in one tuple."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from generator.checks import (
    audiences,
    dependencies,
    embargoes,
    figures,
    frozen,
    gone,
    headings,
    identity,
    links,
    moved,
    newsletters,
    opened,
    promises,
    publication_days,
    references,
    security,
    statement,
    untold,
    updates,
)
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.thread import Threads
from generator.domain.weaving import weave
from generator.text.diagnostic import Diagnostic

CHECKS: tuple[Callable[[Content], Iterator[Diagnostic]], ...] = (
    identity.check,
    moved.check,
    references.check,
    audiences.check,
    headings.check,
    links.check,
    frozen.check,
    figures.check,
    updates.check,
    newsletters.check,
    embargoes.check,
)


def check_content(content: Content, on: date) -> Iterator[Diagnostic]:
    """What is wrong with the content; `on` is the day by which promises are judged."""
    return chain.from_iterable(each_check(content, on))


def each_check(
    content: Content, on: date, weaving: Callable[[Iterable[Edition]], Threads] = weave
) -> Iterator[Iterator[Diagnostic]]:
    """What each check finds, in turn, so that one may stop between two. `weaving` makes threads of editions."""
    for check in CHECKS:
        yield check(content)
    yield publication_days.check(content, on)
    yield statement.check(content, on)
    yield security.check(content, on)
    threads = weaving(content.editions)
    yield dependencies.check(threads)
    yield opened.check(content, threads)
    if content.is_whole_for("editions/"):  # else what seems forgotten may stand in what could not be read
        yield gone.check(content)
        yield promises.check(content, threads, on)
        yield untold.check(content, threads)
