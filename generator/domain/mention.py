"""What editions say of an action: each mention of it, and what that changes against the one before."""

from datetime import date

from generator.domain.due import Due
from generator.domain.edition import Action, Edition, State, month_told
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class EditionMark:
    """An edition as threads know it."""

    id: str
    title: str
    published: date
    is_special: bool

    @property
    def order(self) -> tuple[date, str]:
        return self.published, self.id

    @property
    def month(self) -> Due:
        return month_told(self.id, self.published)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one edition says of an action, and in which workstream."""

    edition: EditionMark
    workstream: str
    action: Action

    @property
    def is_open(self) -> bool:
        return self.action.state.is_open


@dataclass(frozen=True, slots=True)
class Move:
    """A due that an edition moved; `days` is negative where it was brought forward."""

    edition: EditionMark
    before: Due
    after: Due
    reason: str

    @property
    def days(self) -> int:
        return slip_days(self.before, self.after)


def slip_days(promised: Due, now_due: Due) -> int:
    """Calendar days between the last days of two dues; negative when brought forward."""
    return (now_due.last_day - promised.last_day).days


@dataclass(frozen=True, slots=True)
class Event:
    """What a mention changes against the one before it, which is None for the first.

    `was_due` is for when the action was due until then, as the first may inherit it, and `due` for when it is since: a
    due holds until another is given.
    """

    mention: Mention
    before: Mention | None
    was_due: Due | None
    due: Due | None

    @property
    def is_closing(self) -> bool:
        """Whether it completes or stops it, and does not only say so again."""
        mention, before = self.mention, self.before
        return not mention.is_open and (before is None or before.action.state is not mention.action.state)

    @property
    def is_reopening(self) -> bool:
        """Whether it opens it again after an edition had closed it."""
        return self.before is not None and self.mention.is_open and not self.before.is_open

    @property
    def goes_on(self) -> bool:
        """Whether it leaves open what an edition had left open before."""
        return self.before is not None and self.mention.is_open and self.before.is_open

    @property
    def has_begun(self) -> bool:
        return self._turns(State.FUTURE, State.UNDER_WAY)

    @property
    def is_put_back(self) -> bool:
        """Whether it is under way no longer, and still promised."""
        return self._turns(State.UNDER_WAY, State.FUTURE)

    def _turns(self, before: State, after: State) -> bool:
        was = self.before and self.before.action.state
        return was is before and self.mention.action.state is after

    @property
    def move(self) -> Move | None:
        """The change of the last day of its due, also of one that it inherited. Saying the same day more exactly is
        none, and neither is what it is due when it is opened again.
        """
        was, now = self.was_due, self.due
        if was is None or now is None or was is now or not slip_days(was, now) or self.is_reopening:
            return None
        return Move(self.mention.edition, was, now, self.mention.action.reason)

    @property
    def first_date(self) -> Due | None:
        """The date that it gives to what was promised without one."""
        return self.due if self.goes_on and self.was_due is None else None

    @property
    def other_words(self) -> Due | None:
        """The date that it had, where this one says it in other words, as when it is given more exactly."""
        is_said_anew = self.was_due is not None and self.was_due != self.due
        return self.due if is_said_anew and not self.is_reopening and self.move is None else None

    @property
    def left_out(self) -> Due | None:
        """The due that the mention before gave and this one does not repeat, although it still holds."""
        if self.before is None or not self.goes_on or self.mention.action.due:
            return None
        return self.before.action.due

    @property
    def has_changed_hands(self) -> bool:
        """Whether another workstream tells of it than before."""
        return self.before is not None and self.before.workstream != self.mention.workstream


def mark_of(edition: Edition) -> EditionMark:
    return EditionMark(edition.id, edition.title, edition.published, edition.is_special)
