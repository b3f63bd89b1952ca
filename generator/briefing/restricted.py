"""Which actions the programme keeps from some audience, so that its own people can be told so."""

from collections.abc import Collection

from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.visibility import editions_seen_by


def restricted(content: Content, audience: Audience, editions: tuple[Edition, ...]) -> Collection[tuple[str, str]]:
    """Ids of editions and actions; empty for an audience that is not internal."""
    if not audience.is_internal:
        return frozenset()
    others = [other.id for other in content.programme.audiences if other.id != audience.id]
    mentions = _mentions(editions)
    return mentions - mentions.intersection(*(_mentions(editions_seen_by(content, other)) for other in others))


def _mentions(editions: tuple[Edition, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (edition.id, action.id) for edition in editions for update in edition.updates for action in update.actions
    )
