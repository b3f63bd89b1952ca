"""Every check of the content, and the one way from what all of them find to what is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from generator.checks.coach.all import coach
from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.thread import Threads
from generator.domain.weaving import weave
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source

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
    """What is wrong with the content, but for its words; `on` is the day by which promises are judged."""
    return chain.from_iterable(_each_of_content(content, on, weave))


def check_all(content: Content, sources: Mapping[str, Source], on: date) -> Iterator[Diagnostic]:
    """What is wrong with the content and with its words, whose places are looked up in `sources`."""
    return chain.from_iterable(each_check(content, sources, on))


def each_check(
    content: Content, sources: Mapping[str, Source], on: date, weaving: Callable[[Iterable[Edition]], Threads] = weave
) -> Iterator[Iterator[Diagnostic]]:
    """What each check finds, in turn, so that one may stop between two. `weaving` makes threads of editions."""
    yield from _each_of_content(content, on, weaving)
    yield coach(content, sources, on)


def conclude(findings: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """What is told, in order, of all that was found of the content and of what is made from it: each finding as heavy
    as the programme has it, without what is accepted, and what the statement claims against any of it.
    """
    found = tuple(findings)
    return in_order(weigh((*found, *statement.check_claims(content, found)), content))


def _each_of_content(
    content: Content, on: date, weaving: Callable[[Iterable[Edition]], Threads]
) -> Iterator[Iterator[Diagnostic]]:
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
