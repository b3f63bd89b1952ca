"""Which actions the programme keeps from some audience, so that its own people can be told so."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial

from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.visibility import editions_seen_by
from generator.values import dataclass

_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True, eq=False)
class Restricted(Set[tuple[str, str]]):
    """A set of actions, each by the ids of its edition and its own; kept by edition, as most do not change."""

    by_edition: Mapping[str, frozenset[str]]

    def __contains__(self, action: object) -> bool:
        match action:
            case (str(edition), str(identity)):
                return identity in self.by_edition.get(edition, _NONE)
            case _:
                return False

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((edition, identity) for edition, found in self.by_edition.items() for identity in found)

    def __len__(self) -> int:
        return sum(map(len, self.by_edition.values()))


def restricted(content: Content, audience: Audience, editions: tuple[Edition, ...]) -> Restricted:
    """Those in `editions` that another audience does not see; none for an audience that is not internal."""
    found: dict[str, frozenset[str]] = {}
    others = [other.id for other in content.programme.audiences if other.id != audience.id]
    for other in others if audience.is_internal else ():
        for edition_id, unseen in _unseen(editions, editions_seen_by(content, other)):
            found[edition_id] = found.get(edition_id, _NONE) | unseen
    return Restricted(found)


def _unseen(editions: Iterable[Edition], theirs: Iterable[Edition]) -> Iterator[tuple[str, frozenset[str]]]:
    by_id = {edition.id: edition for edition in theirs}
    for edition in editions:
        their = by_id.get(edition.id)
        # What is narrowed alike is one and the same value each time.
        _, unseen = edition.once(("unseen", id(their)), partial(_unseen_in, edition, their))
        if unseen:
            yield edition.id, unseen


def _unseen_in(edition: Edition, theirs: Edition | None) -> tuple[Edition | None, frozenset[str]]:
    """With the edition that it was compared with, so that no other can take its place in memory."""
    seen = {update.workstream: update.action_ids for update in theirs.updates} if theirs else {}
    unseen = (update.action_ids - seen.get(update.workstream, _NONE) for update in edition.updates)
    return theirs, _NONE.union(*unseen)
