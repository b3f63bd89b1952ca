"""Where everything that an audience sees stands on its site."""

from collections.abc import Mapping, Set
from dataclasses import field
from functools import partial

from generator.domain import address
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.moved import new_ids
from generator.domain.target import Thing
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """`seen` are the ids of all that the audience sees, so that a link to anything else finds no address.

    A picture goes by its path, an update by its edition's id and its workstream's, with `/` between. `files` are those
    of the documents, by their ids. `workstreams` and `editions` are the ids of now, by those of before.
    """

    seen: Mapping[Thing, Set[str]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    workstreams: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, str] = field(default_factory=dict)

    def has(self, thing: Thing, identity: str) -> bool:
        return self._now(thing, identity) in self.seen.get(thing, ())

    def _now(self, thing: Thing, identity: str) -> str:
        """The id that a thing has now, by any that it had."""
        match thing:
            case Thing.WORKSTREAM:
                return self.workstreams.get(identity, identity)
            case Thing.EDITION:
                return self.editions.get(identity, identity)
            case Thing.UPDATE:
                edition, _, workstream = identity.partition("/")
                return f"{self._now(Thing.EDITION, edition)}/{self._now(Thing.WORKSTREAM, workstream)}"
            case _:
                return identity

    def of(self, thing: Thing, identity: str) -> str | None:
        """From the site's root; None for what the audience does not see."""
        if not self.has(thing, identity):
            return None
        identity = self._now(thing, identity)
        match thing:
            case Thing.ACTION:
                return address.of_action(identity)
            case Thing.WORKSTREAM:
                return address.of_workstream(identity)
            case Thing.DOCUMENT:
                return address.of_document(self.files[identity])
            case Thing.EDITION:
                return address.of_edition(identity)
            case Thing.PAGE:
                return address.of_page(identity)
            case Thing.IMAGE:
                return identity
            case Thing.UPDATE:
                edition, _, workstream = identity.partition("/")
                return address.of_update(edition, workstream)


def addresses(seen: Content) -> Addresses:
    editions = seen.editions
    files = {document.id: document.file for document in seen.documents}
    ids: dict[Thing, Set[str]] = {
        Thing.WORKSTREAM: {workstream.id for workstream in seen.workstreams},
        Thing.DOCUMENT: files.keys(),
        Thing.IMAGE: {image.path for image in seen.images},
        Thing.PAGE: {page.id for page in seen.pages},
        Thing.EDITION: {edition.id for edition in editions},
        Thing.UPDATE: frozenset[str]().union(*(it.once("updates", partial(_updates_in, it)) for it in editions)),
        Thing.ACTION: frozenset[str]().union(*(edition.action_ids for edition in editions)),
    }
    return Addresses(ids, files, new_ids(seen.workstreams), new_ids(editions))


def _updates_in(edition: Edition) -> frozenset[str]:
    return frozenset(f"{edition.id}/{update.workstream}" for update in edition.updates)
