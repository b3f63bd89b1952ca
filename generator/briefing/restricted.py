"""Which actions the programme keeps from some audience, so that its own people can be told so."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition, Update
from generator.domain.visibility import editions_seen_by


def restricted(content: Content, audience: Audience, editions: tuple[Edition, ...]) -> Collection[tuple[str, str]]:
    """Ids of editions and actions; empty for an audience that is not internal."""
    if not audience.is_internal:
        return frozenset()
    others = [other.id for other in content.programme.audiences if other.id != audience.id]
    return frozenset(found for other in others for found in _unseen(editions, editions_seen_by(content, other)))


def _unseen(editions: Iterable[Edition], theirs: Iterable[Edition]) -> Iterator[tuple[str, str]]:
    by_id = {edition.id: edition.updates for edition in theirs}
    for edition in editions:
        updates = by_id.get(edition.id, ())
        # What is narrowed alike is one and the same value each time.
        _, unseen = edition.once(("unseen", *map(id, updates)), partial(_unseen_in, edition, updates))
        yield from unseen


def _unseen_in(edition: Edition, theirs: tuple[Update, ...]) -> tuple[tuple[Update, ...], tuple[tuple[str, str], ...]]:
    """With the updates that it was compared with, so that no others can take their places in memory."""
    seen = {update.workstream: update.action_ids for update in theirs}
    unseen = tuple(
        (edition.id, identity)
        for update in edition.updates
        for identity in update.action_ids - seen.get(update.workstream, frozenset())
    )
    return theirs, unseen
