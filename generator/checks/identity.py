"""Ids: each names one thing, for the programme's life. A clash is an error and never mended by a suffix."""

from collections.abc import Iterable, Iterator

from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


def check(content: Content) -> Iterator[Diagnostic]:
    yield from _twice("workstream", ((it.id, it.written_at) for it in content.workstreams))
    yield from _twice("project", ((it.id, it.written_at) for owner in content.workstreams for it in owner.projects))
    yield from _twice("measure", ((it.id, it.written_at) for it in content.measures))
    yield from _twice("document", ((it.id, it.written_at) for it in content.documents))
    if content.statement:
        parts = content.statement.non_accessible
        yield from _twice("part of the statement", ((it.id, it.written_at) for it in parts))
    yield from _twice("term", ((it.term, it.written_at) for it in content.terms), "keep one of them")
    yield from _twice("newsletter", ((it.id, it.written_at) for it in content.programme.newsletters))
    yield from _twice("question", ((it.id, it.written_at) for it in content.questions))
    for edition in content.editions:
        yield from _actions_twice(edition)


def _twice(
    what: str, things: Iterable[tuple[str, Span]], remedy: str = "give one of them another id"
) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for identity, span in things:
        if identity in first:
            yield Diagnostic(
                "duplicate-id",
                f"the {what} `{identity}` stands twice",
                span,
                remedy,
                related=((first[identity], "the other"),),
                subject=identity,
            )
        first.setdefault(identity, span)


def _actions_twice(edition: Edition) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for action in edition.actions:
        if action.id and action.id in first:
            made = "" if action.has_written_id else "it has no written id, so it got one from its first words"
            yield Diagnostic(
                "duplicate-id",
                f"two actions in the edition {edition.id} have the id `{action.id}`",
                action.written_at,
                "if it is another action, give it an id of its own; if it is the same, keep it once",
                made,
                related=((first[action.id], "the other"),),
                subject=action.id,
            )
        first.setdefault(action.id, action.written_at)
