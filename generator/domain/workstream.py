"""Workstreams and the projects in them."""

from dataclasses import field
from datetime import date

from generator.domain.audience import Audiences
from generator.domain.person import Person
from generator.domain.prose import NOWHERE, Prose
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """An id of something that stands elsewhere, and where it is named."""

    id: str
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Project:
    """A piece of work with a lifecycle; `stage` is one of the programme's. `plain` is the summary for residents."""

    id: str
    title: str
    stage: str
    summary: Prose = ()
    plain: Prose | None = None
    audiences: Audiences | None = None
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Workstream:
    """One strand of the programme. `plain` is the summary for residents.

    `moved_from` are the ids that it had before, the oldest first. `ended` is its last day, where it goes on no more.
    """

    id: str
    title: str
    lead: Person
    summary: Prose
    audiences: Audiences
    plain: Prose | None = None
    priority: Reference | None = None
    projects: tuple[Project, ...] = ()
    moved_from: tuple[Reference, ...] = ()
    ended: date | None = None
    written_at: Span = field(compare=False, default=NOWHERE)

    def is_over(self, on: date) -> bool:
        """Whether its last day has passed: no update is asked of it then, but for the promises that it left open."""
        return self.ended is not None and self.ended < on

    @property
    def first_id(self) -> str:
        """The id under which it was first told of, by which those who follow it know it."""
        return self.moved_from[0].id if self.moved_from else self.id
