"""No published edition goes without a word: each record knows the edition that had come out before it.

Authority: the programme's own rule, in docs/decisions/0009-the-published-record.md.
"""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.moved import names_of
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


def check(content: Content) -> Iterator[Diagnostic]:
    """Of the newest edition, nobody knows that it was there."""
    by_name = {name: edition for edition in content.editions for name in names_of(edition)}
    for edition in content.editions:
        before = edition.record and edition.record.before
        if before:
            there = by_name.get(before.id)
            if there is None:
                yield _gone(before.id, edition)
            elif before.was_frozen and not there.is_frozen:
                yield _without_record(there, edition)


def _gone(name: str, after: Edition) -> Diagnostic:
    return Diagnostic(
        "published-edition-gone",
        f"the edition {name} was there when {after.id} was frozen, and is gone",
        Span(after.written_at.path, 0, 0),
        f"bring back `editions/{name}`; or, if it was renamed, say `moved-from: [{name}]` in its edition.md",
        "its pages go, and with them what was promised there and is told nowhere else",
        subject=name,
    )


def _without_record(edition: Edition, after: Edition) -> Diagnostic:
    return Diagnostic(
        "published-edition-gone",
        f"this edition had a record when {after.id} was frozen, and has none that counts",
        Span(edition.written_at.path, 0, 0),
        "bring back its frozen.yml as it was, with the words of that day",
        "without it, nobody is told of what is changed here",
        subject=edition.id,
    )
