"""The golden thread: what became of each action, from the edition that first names it to the one that closes it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import accumulate, takewhile

from generator.domain.due import Due
from generator.domain.edition import State
from generator.domain.headline import headline
from generator.domain.mention import EditionMark, Event, Mention, Move, slip_days
from generator.values import cached_property, dataclass


class Standing(StrEnum):
    """Where a thread stands on one date.

    Overdue: open, and its due has passed. Unmentioned: open, and a later regular edition says nothing of it. Continued:
    other actions have taken it over. An open thread that is both overdue and unmentioned counts as overdue; for what is
    unmentioned, overdue or not, ask `Thread.is_passed_over`.
    """

    OVERDUE = "overdue"
    UNMENTIONED = "unmentioned"
    UNDER_WAY = "under_way"
    FUTURE = "future"
    COMPLETED = "completed"
    STOPPED = "stopped"
    CONTINUED = "continued"

    @property
    def is_open(self) -> bool:
        return self in (Standing.OVERDUE, Standing.UNMENTIONED, Standing.UNDER_WAY, Standing.FUTURE)


@dataclass(frozen=True, slots=True)
class InheritedDues:
    """Of the open promises that an action took over when it was first told: the earliest due that any was first
    promised for, and the earliest that any had by then. A promise is not made anew by being told under another name,
    nor put off by being told together with another.
    """

    first: Due
    newest: Due


_NEVER = (date.max, "\U0010ffff")  # comes after every edition


@dataclass(frozen=True)  # without slots, so that what follows from the mentions is worked out once
class Thread:
    """All mentions of one action, oldest first and never none, and its ties to others.

    `continues` are the actions that this one came from and `continued_by` those that came from it, each in the order in
    which they are named. `part_of` are those of the first that were open promises when this one was first told, as
    completed or stopped: it was promised as a part of them; where it was told as open, it has their dues, `inherited`,
    until it is given one of its own. `regular` are all regular editions, oldest first, by which silence is judged.
    """

    id: str
    mentions: tuple[Mention, ...]
    continues: tuple[str, ...] = ()
    continued_by: tuple[tuple[EditionMark, str], ...] = ()
    part_of: tuple[str, ...] = ()
    inherited: InheritedDues | None = None
    regular: tuple[EditionMark, ...] = ()

    @property
    def newest(self) -> EditionMark | None:
        return self.regular[-1] if self.regular else None

    @property
    def latest(self) -> Mention:
        return self.mentions[-1]

    @cached_property
    def headline(self) -> str:
        """A short name. As long as it is open, it goes by the words that promise it: what is said of its way reads as
        if that were all of it. What has ended, and what nobody has promised, goes by its newest words.
        """
        promised = (it for it in reversed(self.mentions) if it.action.state is State.FUTURE)
        named = next(promised, self.latest) if self.latest.is_open else self.latest
        return headline(named.action.text)

    @cached_property
    def promised_in(self) -> Mention | None:
        """The first mention that promises it; None for what was done without having been promised by itself."""
        return next((mention for mention in self.mentions if mention.is_open), None)

    @cached_property
    def dues(self) -> tuple[Due | None, ...]:
        """What it was due before it was first told, then with each mention: a due holds until another is given."""
        given = (it.action.due if it.is_open else None for it in self.mentions)
        before = self.inherited.newest if self.inherited else None
        return tuple(accumulate((before, *given), lambda due, now: now or due))

    @property
    def due(self) -> Due | None:
        return self.dues[-1]

    def due_after(self, order: tuple[date, str]) -> Due | None:
        """What it was due once all editions up to that order had told of it, as `dues` has it."""
        return self.dues[self._mentions_up_to(order)]

    def told_by(self, edition: EditionMark) -> Mention | None:
        """The last that was said of it up to an edition, this one included."""
        count = self._mentions_up_to(edition.order)
        return self.mentions[count - 1] if count else None

    def _mentions_up_to(self, order: tuple[date, str]) -> int:
        return bisect_right(self.mentions, order, key=lambda it: it.edition.order)

    @cached_property
    def first_due(self) -> Due | None:
        if self.inherited:
            return self.inherited.first
        return next((mention.action.due for mention in self.mentions if mention.action.due and mention.is_open), None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What each mention changes, oldest first."""
        return tuple(map(Event, self.mentions, (None, *self.mentions), self.dues, self.dues[1:]))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Each change of the last day of its due while it was open, from what it inherited on."""
        return tuple(move for event in self.events if (move := event.move))

    @cached_property
    def slips(self) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if move.days > 0)

    @cached_property
    def slipped_days(self) -> int:
        """From the first due to the newest; 0 without two."""
        return slip_days(self.first_due, self.due) if self.first_due and self.due else 0

    @property
    def was_moved(self) -> bool:
        """Whether its due was ever another than the first, under this name or one before."""
        return bool(self.moves) or self.slipped_days != 0

    @cached_property
    def reopenings(self) -> tuple[Mention, ...]:
        """Mentions that open it again after an edition had closed it."""
        return tuple(event.mention for event in self.events if event.is_reopening)

    @cached_property
    def closed_in(self) -> Mention | None:
        """The mention that completed or stopped it; None while it is open."""
        return None if self.latest.is_open else self.closings[-1]

    @cached_property
    def closings(self) -> tuple[Mention, ...]:
        """Mentions that complete or stop it; not those that only say so again."""
        return tuple(event.mention for event in self.events if event.is_closing)

    @cached_property
    def ended_in(self) -> EditionMark | None:
        """The edition that completed or stopped it, or in which others took it over; None while it is open."""
        return self.closed_in.edition if self.closed_in else self.taken_over_after(len(self.mentions) - 1)

    def taken_over_after(self, place: int) -> EditionMark | None:
        """The first edition in which others took it over after its mention at that place, and before the next one."""
        begins, ends = self.mentions[place].edition.order, self._next_told(place)
        found = (mark for mark, _ in self.continued_by if begins <= mark.order < ends)
        return min(found, key=lambda mark: mark.order, default=None)

    def _next_told(self, place: int) -> tuple[date, str]:
        """The order of the edition that mentions it next after that place."""
        return self.mentions[place + 1].edition.order if place + 1 < len(self.mentions) else _NEVER

    @cached_property
    def is_passed_over(self) -> bool:
        """Whether it is open and the newest regular edition says nothing of it, whatever its due."""
        return self.ended_in is None and self.newest is not None and self.latest.edition.order < self.newest.order

    @cached_property
    def days_taken(self) -> int | None:
        """Days from the publication of the promise to that of the edition that closed it; None without both."""
        promised, closed = self.promised_in, self.closed_in
        if promised is None or closed is None:
            return None
        return (closed.edition.published - promised.edition.published).days

    @cached_property
    def was_late(self) -> bool:
        """Whether its due was moved later, under this name or the one before, or passed before an edition that had it
        open or did not speak of it. What was done by the day it was first promised for is not late, whatever later
        day it was given meanwhile.

        An edition tells what happened since the regular one before, so what it reports as completed is not late by a
        due that passed in between.
        """
        if self._was_done_by_first_due:
            return False
        if self.slips or self.slipped_days > 0:
            return True
        if self.inherited and slip_days(self.inherited.first, self.inherited.newest) > 0:
            return True
        return any(
            due.is_past(mention.edition.published) or self._is_silent(due, place)
            for place, (mention, due) in enumerate(zip(self.mentions, self.dues[1:], strict=True))
            if mention.is_open and due is not None
        )

    @property
    def _was_done_by_first_due(self) -> bool:
        closed, first = self.closed_in, self.first_due
        if closed is None or first is None or closed.action.state is not State.COMPLETED:
            return False
        return not first.is_past(closed.edition.published)

    def _is_silent(self, due: Due, place: int) -> bool:
        """Whether a regular edition came out after a due, between the mention at that place and what came next."""
        at = bisect_right(self.regular, due.last_day, key=lambda mark: mark.published)
        if at == len(self.regular):
            return False
        taken_over = self.taken_over_after(place)
        return self.regular[at].order < (taken_over.order if taken_over else self._next_told(place))

    @property
    def was_on_time(self) -> bool:
        """Whether it had a due, and was never late by it. What was promised without a date is neither."""
        return self.first_due is not None and not self.was_late

    def missed_due(self, done: Mention) -> Due | None:
        """What it was promised for when it was last opened, if the mention that completes it came later than that.

        As with `was_late`, what passed since the regular edition before is not late.
        """
        closed = self.mentions.index(done)
        opened = closed - len(tuple(takewhile(lambda it: it.is_open, reversed(self.mentions[:closed]))))
        dues = [due for due in self.dues[opened + 1 : closed + 1] if due]
        if self.inherited and opened == 0:
            dues.insert(0, self.inherited.first)
        if done.action.state is not State.COMPLETED or not dues or not dues[0].is_past(done.edition.published):
            return None
        told = (*self.regular, *(it.edition for it in self.mentions[opened:closed]))
        was_moved = any(slip_days(dues[0], due) > 0 for due in dues)
        was_past = any(dues[0].is_past(mark.published) for mark in told if mark.order < done.edition.order)
        return dues[0] if was_moved or was_past else None

    def until(self, mention: Mention) -> "Thread":
        """The thread as it stood with one of its mentions, whatever editions said after that."""
        order = mention.edition.order
        return replace(
            self,
            mentions=self.mentions[: self.mentions.index(mention) + 1],
            continued_by=tuple(it for it in self.continued_by if it[0].order <= order),
            regular=self.regular[: bisect_right(self.regular, order, key=lambda mark: mark.order)],
        )

    def standing(self, on: date) -> Standing:
        """Where it stands on a date, judged by the editions that were woven."""
        known = self._standings.get(on)
        if known is None:
            known = self._standings[on] = self._standing(on)
        return known

    @cached_property
    def _standings(self) -> dict[date, Standing]:
        return {}

    def _standing(self, on: date) -> Standing:
        if self.latest.action.state is State.COMPLETED:
            return Standing.COMPLETED
        if self.latest.action.state is State.STOPPED:
            return Standing.STOPPED
        if self.ended_in is not None:
            return Standing.CONTINUED
        if self.due is not None and self.due.is_past(on):
            return Standing.OVERDUE
        if self.is_passed_over:
            return Standing.UNMENTIONED
        return Standing.UNDER_WAY if self.latest.action.state is State.UNDER_WAY else Standing.FUTURE


def by_due(thread: Thread) -> tuple[bool, Due | None]:
    """Orders threads by due; those without one stay in the order in which the editions first name them, at the end."""
    return thread.due is None, thread.due


Threads = Mapping[str, Thread]
