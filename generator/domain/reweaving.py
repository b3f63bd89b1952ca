"""Weaving again after an edit: only the threads that an edited edition tells of are made anew, the others are kept."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field, replace
from typing import Any

from generator.domain.edition import Edition
from generator.domain.mention import EditionMark, Mention
from generator.domain.thread import Thread
from generator.domain.weaving import judging, mentions_in, regular_in, ties_of, weave, withdrawn_in
from generator.values import dataclass

_UNTIED: Mapping[str, Any] = {"continues": (), "continued_by": (), "part_of": (), "inherited": None}


@dataclass(slots=True)
class Loom:
    """Weaves the editions of one audience anew after an edit, out of the threads that it wove last."""

    _editions: Mapping[str, Edition] = field(default_factory=dict)
    _regular: tuple[EditionMark, ...] = ()
    _withdrawn: Mapping[str, tuple[EditionMark, ...]] = field(default_factory=dict)
    _threads: Mapping[str, Thread] = field(default_factory=dict)
    _tied: Set[str] = frozenset()

    def weave(self, editions: Iterable[Edition]) -> dict[str, Thread]:
        """What `weaving.weave` would give, in the same order."""
        ordered = tuple(sorted(editions, key=lambda edition: edition.order))
        now = {edition.id: edition for edition in ordered}
        regular, withdrawn = regular_in(ordered), withdrawn_in(ordered)
        gone = [edition for edition in self._editions.values() if now.get(edition.id) is not edition]
        come = [edition for edition in ordered if self._editions.get(edition.id) is not edition]
        is_judged_alike = regular == self._regular and withdrawn == self._withdrawn
        if not is_judged_alike or len(come) == len(ordered):
            threads = weave(ordered)
            self._tied = ties_of(threads, ordered).keys()
        else:
            threads = self._again(gone, come)
            if _names(gone) != _names(come):
                named = dict.fromkeys(mention.action.id for edition in ordered for mention in mentions_in(edition))
                threads = {identity: threads[identity] for identity in named}
            self._tie(threads, ordered)
        self._editions, self._regular, self._withdrawn, self._threads = now, regular, withdrawn, threads
        return threads

    def _again(self, gone: Sequence[Edition], come: Sequence[Edition]) -> dict[str, Thread]:
        """The last threads, with the mentions of the editions that are gone replaced by those of the ones that come."""
        threads = dict(self._threads)
        past = {edition.id for edition in gone}
        told: dict[str, list[Mention]] = {mention.action.id: [] for edition in gone for mention in mentions_in(edition)}
        for edition in come:
            for mention in mentions_in(edition):
                told.setdefault(mention.action.id, []).append(mention)
        for identity, new in told.items():
            known = self._threads.get(identity)
            stay = [mention for mention in known.mentions if mention.edition.id not in past] if known else []
            if mentions := tuple(sorted((*stay, *new), key=lambda mention: mention.edition.order)):
                judged_by = judging(self._regular, identity, mentions, self._withdrawn)
                threads[identity] = replace(known or Thread(identity, mentions), mentions=mentions, regular=judged_by)
            else:
                del threads[identity]
        return threads

    def _tie(self, threads: dict[str, Thread], editions: Iterable[Edition]) -> None:
        ties = ties_of(threads, editions)
        for identity in filter(threads.__contains__, self._tied | ties.keys()):
            tied = replace(threads[identity], **{**_UNTIED, **ties.get(identity, {})})
            if tied != threads[identity]:
                threads[identity] = tied
        self._tied = ties.keys()


def _names(editions: Iterable[Edition]) -> list[tuple[object, ...]]:
    """Each edition's place and the ids that it names: threads stand in the order in which they are first named."""
    return [(edition.order, *(mention.action.id for mention in mentions_in(edition))) for edition in editions]
