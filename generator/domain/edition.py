"""Editions, the updates in them and the actions that updates report."""

import re
from collections.abc import Callable, Hashable
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from operator import is_
from typing import Any, TypeVar

from generator.domain.audience import Audiences
from generator.domain.due import Due, month_of
from generator.domain.prose import NOWHERE, Prose
from generator.domain.record import Correction, Record, Withdrawal
from generator.domain.workstream import Reference
from generator.text.source import Span
from generator.values import cached_property, dataclass

T = TypeVar("T")

_SPECIAL = re.compile(r"\d{4}-\d{2}-.+")
_OF_A_MONTH = re.compile(r"(?!0000)(\d{4})-(0[1-9]|1[0-2])(?:-.+)?")


def month_in_name(edition_id: str) -> Due | None:
    """The month that an edition is named for, such as that of `2020-03-flood`; None where its name has none."""
    named = _OF_A_MONTH.fullmatch(edition_id)
    return month_of(int(named[1]), int(named[2])) if named else None


def month_told(edition_id: str, published: date) -> Due:
    """The month that an edition tells of: the one in its name, else that of its publication."""
    return month_in_name(edition_id) or month_of(published.year, published.month)


class State(StrEnum):
    """What an update says of an action, in the order in which an update shows them."""

    COMPLETED = "completed"
    UNDER_WAY = "under_way"
    FUTURE = "future"
    STOPPED = "stopped"

    @property
    def is_open(self) -> bool:
        """Whether what is told so is still to be done."""
        return self is State.FUTURE or self is State.UNDER_WAY


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


# The fields of an action that tell of the edition which says them: the next one need not repeat them.
OF_ONE_EDITION = ("reason", "continues", "equality", "climate")


@dataclass(frozen=True, slots=True)
class Action:
    """One action as one update tells it.

    All four states carry the same fields: a promise keeps its due when it is completed, a move of its due has a reason
    as a stop has. `text` is the item with its detail, `plain` the residents' wording. `audiences` is what the action
    itself says; None inherits. `equality` and `climate` are notes for those who scrutinise the programme: what it means
    for people who share a protected characteristic, and for the climate. An id that was not written is made from the
    words and lasts for one build only.
    """

    id: str
    state: State
    text: Prose
    plain: Prose | None = None
    due: Due | None = None
    reason: str = ""
    audiences: Audiences | None = None
    project: Reference | None = None
    measure: Reference | None = None
    after: tuple[Reference, ...] = ()
    continues: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    equality: str = ""
    climate: str = ""
    has_written_id: bool = field(compare=False, default=True)
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True)  # without slots, so that what follows from the actions is worked out once
class Update:
    """What one workstream reports in one edition; `actions` stand in the order of their states, then as written.

    `digest` is that of the file's words and fields, by which a record knows it; another form of the same has another.
    """

    workstream: str
    introduction: Prose
    actions: tuple[Action, ...]
    audiences: Audiences | None = None
    written_at: Span = field(compare=False, default=NOWHERE)
    digest: str = field(compare=False, default="")

    @cached_property
    def action_ids(self) -> frozenset[str]:
        return frozenset(action.id for action in self.actions)

    @cached_property
    def awaited(self) -> frozenset[str]:
        """The ids of what its actions wait for."""
        return frozenset(reference.id for action in self.actions for reference in action.after)

    @cached_property
    def marked(self) -> tuple[Action, ...]:
        """The actions that something else than what they wait for may keep from a reader of the update."""
        return tuple(it for it in self.actions if it.audiences is not None or it.project or it.measure)

    def without(self, hidden: frozenset[str]) -> "Update":
        """Without the actions of these ids; the very same update where it has none of them, and for the same ids each
        time the same value, by which others can see that nothing has changed.
        """
        found = hidden & self.action_ids
        if not found:
            return self
        if found not in self._without:
            self._without[found] = replace(self, actions=tuple(it for it in self.actions if it.id not in found))
        return self._without[found]

    @cached_property
    def _without(self) -> dict[frozenset[str], "Update"]:
        return {}


@dataclass(frozen=True)  # without slots, so that what follows from it is worked out once
class Edition:
    """One published update of the whole programme; `id` is its folder's name.

    `letter` is the director's. A draft, or one published after the date of the build, is in no output. Corrections and
    withdrawals stand newest first. A frozen edition has the `record` of what it was; `digest` is that of edition.md.
    `moved_from` are the ids that it had before, the oldest first. One without a title of its own has that of the month
    in `named_for`, in English for writers; readers get it in the language of their site.
    """

    id: str
    title: str
    published: date
    status: Status
    audiences: Audiences
    letter: Prose
    updates: tuple[Update, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    record: Record | None = None
    moved_from: tuple[Reference, ...] = ()
    named_for: Due | None = None
    written_at: Span = field(compare=False, default=NOWHERE)
    digest: str = field(compare=False, default="")

    @property
    def is_frozen(self) -> bool:
        return self.record is not None

    @property
    def folder(self) -> str:
        """The path of the folder in which all its files are."""
        return self.written_at.path.rpartition("/")[0]

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Those of all its updates, in their order."""
        return tuple(action for update in self.updates for action in update.actions)

    @cached_property
    def action_ids(self) -> frozenset[str]:
        return frozenset[str]().union(*(update.action_ids for update in self.updates))

    @cached_property
    def awaited(self) -> frozenset[str]:
        """The ids of what its actions wait for."""
        return frozenset[str]().union(*(update.awaited for update in self.updates))

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer to a question about this edition, worked out the first time and remembered with this very value.

        It may depend on nothing but the edition and the question. After an edit most editions are the values that they
        were before, so what was worked out of them is not worked out again.
        """
        if question not in self._answers:
            self._answers[question] = answer()
        known: T = self._answers[question]
        return known

    def having(self, updates: tuple[Update, ...], record: Record | None) -> "Edition":
        """A copy with these updates and this record; where they are the very values of the last call, that call's copy.

        So what was asked of the copy with `once` is remembered for as long as none of the edition's files is edited.
        """
        if not (self._last_copy and self._last_copy[0]._has(updates, record)):
            self._last_copy[:] = [replace(self, updates=updates, record=record)]
        return self._last_copy[0]

    @cached_property
    def _last_copy(self) -> list["Edition"]:
        """The one that `having` gave last; none before the first."""
        return []

    def _has(self, updates: tuple[Update, ...], record: Record | None) -> bool:
        """Whether these very values are its own."""
        return self.record is record and len(self.updates) == len(updates) and all(map(is_, self.updates, updates))

    @cached_property
    def _answers(self) -> dict[Hashable, Any]:
        return {}

    @property
    def has_day(self) -> bool:
        """Whether its day of publication could be read; where it could not, `published` is `date.max`."""
        return self.published < date.max

    def is_out(self, on: date) -> bool:
        return self.status is Status.PUBLISHED and self.published <= on

    @property
    def month(self) -> Due:
        return month_told(self.id, self.published)

    @property
    def first_id(self) -> str:
        """The id under which it first came out, by which those who follow it know it."""
        return self.moved_from[0].id if self.moved_from else self.id

    @property
    def is_special(self) -> bool:
        """Whether it stands between the regular ones and need not speak of every promise, such as `2020-03-flood`."""
        return _SPECIAL.fullmatch(self.id) is not None

    @property
    def changed(self) -> date:
        """The day on which it was last openly changed; that of its publication where it never was."""
        return max(self.days_told)

    @property
    def days_told(self) -> tuple[date, ...]:
        """That of its publication, and one for each thing that was openly changed."""
        return (self.published, *(it.date for it in self.corrections), *(it.date for it in self.withdrawals))

    @property
    def order(self) -> tuple[date, str]:
        """Editions stand by the day of publication, then by name."""
        return self.published, self.id
