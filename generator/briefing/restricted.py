"""Which actions the programme keeps from some audience, so that its own people can be told so."""

from collections.abc import Collection, Iterable, Iterator

from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.visibility import editions_seen_by


def restricted(content: Content, audience: Audience, editions: tuple[Edition, ...]) -> Collection[tuple[str, str]]:
    """Ids of editions and actions; empty for an audience that is not internal."""
    if not audience.is_internal:
        return frozenset()
    others = [other.id for other in content.programme.audiences if other.id != audience.id]
    return frozenset(found for other in others for found in _unseen(editions, editions_seen_by(content, other)))


def _unseen(editions: Iterable[Edition], theirs: Iterable[Edition]) -> Iterator[tuple[str, str]]:
    """An update of which nothing is hidden from either is one and the same value for both."""
    by_id = {edition.id: edition for edition in theirs}
    for edition in editions:
        updates = {update.workstream: update for update in by_id[edition.id].updates} if edition.id in by_id else {}
        for update in edition.updates:
            their_update = updates.get(update.workstream)
            if their_update is not update:
                seen = their_update.action_ids if their_update else frozenset[str]()
                yield from ((edition.id, identity) for identity in update.action_ids - seen)
