"""How promises fare, in figures that add up. Whatever is counted here was narrowed to its readers before."""

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from datetime import date
from enum import StrEnum
from itertools import accumulate

from generator.domain.account import StepKind, steps_of
from generator.domain.edition import Edition, State
from generator.domain.mention import EditionMark, Move, mark_of
from generator.domain.thread import Standing, Thread
from generator.values import dataclass


class Worst(StrEnum):
    """The heaviest thing that can be said of a group of open promises, heaviest first; there may be none."""

    OVERDUE = "overdue"
    UNMENTIONED = "unmentioned"
    MOVED = "moved"
    ON_COURSE = "on_course"
    NOTHING_OPEN = "nothing_open"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of threads.

    Each that was ever promised is in exactly one of kept, stopped, continued, on_course, overdue and unmentioned;
    `kept_on_time` and `kept_without_date` are parts of kept, `on_course_without_date` of on_course,
    `overdue_and_passed_over` of overdue, `moved` of all: those moved later, under this name or one before. What
    was completed without a promise is in `unpromised`, what was stopped without one in `stopped_unpromised`; but what
    was only promised as a part of another is in `parts_done` and `parts_stopped`. `reopened` are those of all that an
    edition opened again after another had told them as ended, wherever they stand now; `reopened_unpromised` are those
    of them that nobody had promised until then.
    """

    kept: int = 0
    kept_on_time: int = 0
    kept_without_date: int = 0
    stopped: int = 0
    continued: int = 0
    on_course: int = 0
    on_course_without_date: int = 0
    overdue: int = 0
    overdue_and_passed_over: int = 0
    unmentioned: int = 0
    moved: int = 0
    open_and_moved: int = 0
    unpromised: int = 0
    stopped_unpromised: int = 0
    parts_done: int = 0
    parts_stopped: int = 0
    reopened: int = 0
    reopened_unpromised: int = 0

    @property
    def made(self) -> int:
        return self.kept + self.stopped + self.continued + self.open

    @property
    def open(self) -> int:
        return self.on_course + self.overdue + self.unmentioned

    @property
    def passed_over(self) -> int:
        """The open promises of which the newest edition says nothing."""
        return self.unmentioned + self.overdue_and_passed_over

    @property
    def worst(self) -> Worst:
        if self.overdue:
            return Worst.OVERDUE
        if self.unmentioned:
            return Worst.UNMENTIONED
        if self.open_and_moved:
            return Worst.MOVED
        return Worst.ON_COURSE if self.open else Worst.NOTHING_OPEN


def tally(threads: Iterable[Thread], on: date) -> Tally:
    """How a group of threads fares on a date."""
    every = [(thread, thread.standing(on)) for thread in threads]
    promised = [(thread, standing) for thread, standing in every if thread.promised_in]
    parts = [standing for thread, standing in every if not thread.promised_in and thread.part_of]
    others = [standing for thread, standing in every if not thread.promised_in and not thread.part_of]
    standings = [standing for _, standing in promised]
    kept = [thread for thread, standing in promised if standing is Standing.COMPLETED]
    on_course = [thread for thread, standing in promised if standing in (Standing.UNDER_WAY, Standing.FUTURE)]
    moved = [(thread, standing) for thread, standing in promised if thread.slips or thread.slipped_days > 0]
    return Tally(
        kept=len(kept),
        kept_on_time=sum(thread.was_on_time for thread in kept),
        kept_without_date=sum(thread.first_due is None for thread in kept),
        stopped=standings.count(Standing.STOPPED),
        continued=standings.count(Standing.CONTINUED),
        on_course=len(on_course),
        on_course_without_date=sum(thread.due is None for thread in on_course),
        overdue=standings.count(Standing.OVERDUE),
        overdue_and_passed_over=sum(
            thread.is_passed_over for thread, standing in promised if standing is Standing.OVERDUE
        ),
        unmentioned=standings.count(Standing.UNMENTIONED),
        moved=len(moved),
        open_and_moved=sum(standing.is_open for _, standing in moved),
        unpromised=others.count(Standing.COMPLETED),
        stopped_unpromised=others.count(Standing.STOPPED),
        parts_done=parts.count(Standing.COMPLETED),
        parts_stopped=parts.count(Standing.STOPPED),
        reopened=sum(bool(thread.reopenings) for thread, _ in promised),
        reopened_unpromised=sum(not thread.mentions[0].is_open for thread, _ in promised),
    )


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """The tally of several groups together; no thread may be in two of them."""
    every = tuple(tallies)
    return Tally(*(sum(getattr(it, count.name) for it in every) for count in fields(Tally)))


@dataclass(frozen=True, slots=True)
class Slip:
    """How many promises were moved later than first promised, and by how many days on average, to the nearest day."""

    threads: int
    average_days: int


def slip(threads: Iterable[Thread]) -> Slip:
    """Over the threads whose newest due is later than their first. No such thread gives 0 days."""
    days = [thread.slipped_days for thread in threads if thread.slipped_days > 0]
    return Slip(len(days), round(sum(days) / len(days)) if days else 0)


Moved = tuple[Thread, Move]


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What one edition changed: the threads that it was the first to tell as completed or stopped, those that it newly
    promised or opened again, by the steps of the account of promises, and those whose due it moved later or brought
    forward; `open` is how many promises stood open after it.
    """

    edition: EditionMark
    completed: tuple[Thread, ...]
    promised: tuple[Thread, ...]
    reopened: tuple[Thread, ...]
    moved: tuple[Moved, ...]
    brought_forward: tuple[Moved, ...]
    stopped: tuple[Thread, ...]
    open: int


def changes(threads: Mapping[str, Thread], editions: Iterable[Edition]) -> tuple[EditionChange, ...]:
    """One for each of the editions that the threads were woven from, oldest first."""
    ordered = [mark_of(edition) for edition in sorted(editions, key=lambda edition: edition.order)]
    found = {mark.id: _Gathering() for mark in ordered}
    for thread in threads.values():
        _gather(thread, found)
    open_after = accumulate(found[mark.id].opened for mark in ordered)
    return tuple(found[mark.id].change(mark, still_open) for mark, still_open in zip(ordered, open_after, strict=True))


@dataclass(slots=True)
class _Gathering:
    """What is found for one edition while the threads are gone through once; `opened` are the promises that it opened,
    less those that it closed.
    """

    opened: int = 0
    completed: list[Thread] = field(default_factory=list)
    promised: list[Thread] = field(default_factory=list)
    reopened: list[Thread] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    brought_forward: list[Moved] = field(default_factory=list)
    stopped: list[Thread] = field(default_factory=list)

    def change(self, edition: EditionMark, still_open: int) -> EditionChange:
        return EditionChange(
            edition=edition,
            completed=tuple(self.completed),
            promised=tuple(self.promised),
            reopened=tuple(self.reopened),
            moved=tuple(self.moved),
            brought_forward=tuple(self.brought_forward),
            stopped=tuple(self.stopped),
            open=still_open,
        )


def _gather(thread: Thread, found: Mapping[str, _Gathering]) -> None:
    for mention in thread.closings:
        own = found[mention.edition.id]
        (own.completed if mention.action.state is State.COMPLETED else own.stopped).append(thread)
    for step in steps_of(thread):
        own = found[step.edition.id]
        own.opened += step.kind.sign
        if step.kind is StepKind.MADE:
            own.promised.append(thread)
        elif step.kind is StepKind.REOPENED:
            own.reopened.append(thread)
    for move in thread.moves:
        own = found[move.edition.id]
        (own.moved if move.days > 0 else own.brought_forward).append((thread, move))
