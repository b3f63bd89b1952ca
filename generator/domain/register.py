"""Lists of actions that grow from year to year: what of one stands on its own page, and which years have pages.

A short list is one page. A longer one keeps what is open and what ended in the twelve months up to the newest edition;
each year in which anything ended before that has a page of its own, with all that ended in it.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.domain.edition import Edition, State
from generator.domain.thread import Thread
from generator.values import dataclass

LONG = 200  # lines: a page of fewer is one that a telephone loads and a reader looks through


@dataclass(frozen=True, slots=True)
class Register:
    """`years` are those that have pages, newest first; what ended on `until` or before stands only on them.

    A list that is one page has no years.
    """

    until: date = date.min
    years: tuple[int, ...] = ()

    def shows(self, ended: date) -> bool:
        """Whether what ended on that day stands on the list's own page."""
        return not self.years or ended > self.until


WHOLE = Register()


@dataclass(frozen=True, slots=True)
class Registers:
    """That of all actions, and that of each workstream, by its id."""

    actions: Register
    workstreams: Mapping[str, Register]

    def of(self, workstream_id: str) -> Register:
        return self.workstreams.get(workstream_id, WHOLE)


def find_registers(editions: Iterable[Edition], threads: Iterable[Thread]) -> Registers:
    """Which pages the lists of actions have, all and each workstream's.

    A workstream's own list has what it ever reported as completed, and what is open or was stopped with it.
    """
    every, newest_first = tuple(threads), sorted(editions, key=lambda edition: edition.order, reverse=True)
    if not newest_first:
        return Registers(WHOLE, {})
    until = _a_year_before(newest_first[0].published)
    counts: dict[str, int] = {}
    ended: dict[str, list[date]] = {}
    for edition in newest_first:
        for update in edition.updates:
            counts.setdefault(update.workstream, 0)
            ended.setdefault(update.workstream, [])
    for thread in every:
        for mention in thread.closings:
            if mention.action.state is State.COMPLETED:
                counts[mention.workstream] += 1
                ended[mention.workstream].append(mention.edition.published)
        own, is_stopped = thread.latest.workstream, thread.latest.action.state is State.STOPPED
        counts[own] += is_stopped or thread.ended_in is None
        if is_stopped and thread.ended_in is not None:
            ended[own].append(thread.ended_in.published)
    of_all = [thread.ended_in.published for thread in every if thread.ended_in is not None]
    return Registers(
        _register(len(every), of_all, until),
        {own: _register(count, ended[own], until) for own, count in counts.items()},
    )


def _register(lines: int, ended: Iterable[date], until: date) -> Register:
    years = {day.year for day in ended if day <= until} if lines >= LONG else ()
    return Register(until, tuple(sorted(years, reverse=True))) if years else WHOLE


def _a_year_before(day: date) -> date:
    """The same day of the year before; the 28th for the 29th of February."""
    return day.replace(year=max(day.year - 1, date.min.year), day=min(day.day, 28) if day.month == 2 else day.day)
