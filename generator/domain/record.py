"""What a published edition was on the day it was frozen, and what has openly been changed in it since."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from json import dumps

from generator.domain.audience import Audiences
from generator.domain.measure import Reading
from generator.domain.person import Person
from generator.domain.prose import NOWHERE, Prose
from generator.text.source import Span
from generator.values import dataclass


class Withdrawn(StrEnum):
    """What was taken out of a published edition."""

    WORDS = "words"
    ACTION = "action"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a published edition, of which its readers are told; `what` and `why` are sentences that they read.

    `audiences` are told of it; None inherits from the edition.
    """

    date: datetime.date
    what: str
    why: str
    audiences: Audiences | None = None
    written_at: Span = field(compare=False, default=NOWHERE)

    @property
    def digest(self) -> str:
        return digest_of([self.date.isoformat(), self.what, self.why, _sorted(self.audiences)])


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Something taken out of a published edition for good; `why` is a sentence for readers, without what was taken out.

    `audiences` are told of it: those that could see what was taken out. None inherits from the edition. Where other
    editions still tell of the action that was taken out, `action` is what stands for its id.
    """

    date: datetime.date
    what: Withdrawn
    why: str
    audiences: Audiences | None = None
    action: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)

    @property
    def digest(self) -> str:
        told = [self.date.isoformat(), self.what, self.why, _sorted(self.audiences)]
        return digest_of([*told, self.action] if self.action else told)


def stand_in(action_id: str) -> str:
    """What stands for the id of an action that was withdrawn: a withdrawal does not repeat what it took out."""
    return sha256(action_id.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class TitleThen:
    """A project or a measure as it was called on that day, and who could see it with all that it stood in."""

    id: str
    title: str
    audiences: Audiences


@dataclass(frozen=True, slots=True)
class WorkstreamThen:
    """A workstream as it was on that day; `projects` are those that the edition's actions name."""

    id: str
    title: str
    lead: Person
    summary: Prose
    audiences: Audiences
    plain: Prose | None = None
    projects: tuple[TitleThen, ...] = ()


@dataclass(frozen=True, slots=True)
class AwaitedThen:
    """An action that one of the edition's waits for, and who could see it on that day, in whichever edition."""

    id: str
    audiences: Audiences


@dataclass(frozen=True, slots=True)
class FigureThen:
    """A value of a measure as readers had it: `when` is its date in the words that they read, the days are those that
    the date stood for. Without a value, they have been told that it is there no more.
    """

    when: str
    first_day: datetime.date
    last_day: datetime.date
    value: Decimal | None

    def is_of_the_time_of(self, reading: Reading) -> bool:
        """It is the same time, whatever words stand for it; so it is in the same words, whatever quarters mean now."""
        days = (reading.date.first_day, reading.date.last_day)
        return days == (self.first_day, self.last_day) or self.when == reading.date.words

    def is_still(self, reading: Reading) -> bool:
        return self.is_of_the_time_of(reading) and self.value == reading.value

    def is_as(self, other: "FigureThen") -> bool:
        """Whether it says the same as another edition did."""
        days, others = (self.first_day, self.last_day), (other.first_day, other.last_day)
        return self.value == other.value and (days == others or self.when == other.when)


@dataclass(frozen=True, slots=True)
class FiguresThen:
    """A measure by its id; `newest` is its newest reading on the edition's day, None where there was none.

    `audiences` had them; None stands for all of the edition.
    """

    id: str
    baseline: FigureThen
    target: FigureThen
    newest: FigureThen | None = None
    audiences: Audiences | None = None


@dataclass(frozen=True, slots=True)
class EditionBefore:
    """The edition that had come out last by then, and whether it had a record."""

    id: str
    was_frozen: bool


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file of the edition, by its name in the edition's folder, and the digest of its words and fields."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class SealedNote:
    """A correction or withdrawal that the record knows."""

    date: datetime.date
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """A frozen edition as it was on the day `frozen_on`, which the content around it can no longer change.

    What is not in it, such as a workstream begun since, is judged as it is today. `figures` are those of the measures
    that its readers saw. `before` is None for the first edition.
    """

    frozen_on: datetime.date
    audiences: Audiences
    director: Person
    workstreams: tuple[WorkstreamThen, ...] = ()
    measures: tuple[TitleThen, ...] = ()
    awaited: tuple[AwaitedThen, ...] = ()
    figures: tuple[FiguresThen, ...] = ()
    files: tuple[SealedFile, ...] = ()
    corrections: tuple[SealedNote, ...] = ()
    withdrawals: tuple[SealedNote, ...] = ()
    before: EditionBefore | None = None
    written_at: Span = field(compare=False, default=NOWHERE)

    def renamed(self, now: Mapping[str, str]) -> "Record":
        """The record with its workstreams and their files under the ids that they have now.

        Where a file of the new name was there too, both stay as they were.
        """
        names = {file.name for file in self.files}
        return replace(
            self,
            workstreams=tuple(replace(then, id=now.get(then.id, then.id)) for then in self.workstreams),
            files=tuple(replace(file, name=_renamed(file.name, now, names)) for file in self.files),
        )

    def workstream(self, workstream_id: str) -> WorkstreamThen | None:
        return next((then for then in self.workstreams if then.id == workstream_id), None)

    def project(self, project_id: str) -> TitleThen | None:
        projects = (project for then in self.workstreams for project in then.projects)
        return next((project for project in projects if project.id == project_id), None)

    def measure(self, measure_id: str) -> TitleThen | None:
        return next((measure for measure in self.measures if measure.id == measure_id), None)


def _renamed(file: str, now: Mapping[str, str], taken: Collection[str]) -> str:
    workstream, dot, ending = file.rpartition(".")
    name = f"{now.get(workstream, workstream)}{dot}{ending}"
    return file if name in taken else name


def digest_of(words: object) -> str:
    """The sha256 of words in lists and by their fields, however deep; the order of fields does not matter."""
    return sha256(dumps(words, separators=(",", ":"), sort_keys=True).encode("ascii")).hexdigest()


def _sorted(audiences: Audiences | None) -> list[str] | None:
    return None if audiences is None else sorted(audiences)
