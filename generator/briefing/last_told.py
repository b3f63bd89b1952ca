"""On which day what editions say of an action was last published or openly changed, for those who follow it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.briefing.describe import Describer
from generator.domain.record import stand_in
from generator.domain.thread import Thread
from generator.domain.weaving import withdrawn_in


def days_told(describe: Describer, threads: Iterable[Thread]) -> Mapping[str, date]:
    """By the ids of the actions. It never goes back: where an edition said most of an action, and that was taken out of
    it, the day is that of the withdrawal.
    """
    changed = {edition.id: edition.changed for edition in describe.content.editions}
    withdrawn = withdrawn_in(describe.content.editions)

    def days(thread: Thread) -> Iterator[date]:
        yield from (changed[mention.edition.id] for mention in thread.mentions)
        if withdrawn:
            yield from (changed[mark.id] for mark in withdrawn.get(stand_in(thread.id), ()))

    return {thread.id: max(days(thread)) for thread in threads}
