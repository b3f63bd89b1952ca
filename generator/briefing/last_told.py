"""Which editions have told of an action, and when that was last done, for those who follow it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.briefing.describe import Describer
from generator.domain.edition import Edition
from generator.domain.record import stand_in
from generator.domain.telling import LastTold, last_told
from generator.domain.thread import Thread, Threads
from generator.domain.weaving import withdrawn_in


def editions_telling(describe: Describer, threads: Iterable[Thread]) -> Mapping[str, Sequence[Edition]]:
    """By the ids of the actions, the editions that say something of each, or said it until that was withdrawn. Of what
    it took over, too, until then: it has its due.
    """
    editions = {edition.id: edition for edition in describe.content.editions}
    withdrawn = withdrawn_in(describe.content.editions)

    def telling(thread: Thread) -> Iterator[str]:
        first = thread.mentions[0].edition.order
        for identity in (thread.id, *_taken_over(thread, describe.threads)):
            known = describe.threads.get(identity)
            marks = [mention.edition for mention in known.mentions] if known else []
            yield from (mark.id for mark in marks if known is thread or mark.order <= first)
            if withdrawn:
                yield from (mark.id for mark in withdrawn.get(stand_in(identity), ()))

    return {thread.id: [editions[it] for it in dict.fromkeys(telling(thread))] for thread in threads}


def _taken_over(thread: Thread, threads: Threads) -> Iterable[str]:
    """The actions that it came from, and those that these came from."""
    found: dict[str, None] = {}
    left = list(thread.continues)
    while left:
        identity = left.pop()
        if identity not in found and identity != thread.id:
            found[identity] = None
            left.extend(threads[identity].continues if identity in threads else ())
    return found


def last_told_of(describe: Describer, threads: Iterable[Thread]) -> Mapping[str, LastTold]:
    """By the ids of the actions. It never goes back: an edition that was corrected may have told of any action that
    stood before it, until the correction took that out.
    """
    corrected = [edition for edition in describe.content.editions if edition.corrections]

    def told(telling: Sequence[Edition]) -> LastTold:
        ids, first = {edition.id for edition in telling}, min(edition.order for edition in telling)
        since = (edition for edition in corrected if edition.order > first and edition.id not in ids)
        return last_told((*telling, *since))

    return {identity: told(telling) for identity, telling in editions_telling(describe, threads).items()}
