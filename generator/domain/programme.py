"""The programme itself, and the settings that hold for all of it."""

from collections.abc import Mapping
from dataclasses import field

from generator.domain.audience import Audience, Audiences
from generator.domain.coaching import Coaching, Embargo
from generator.domain.due import YearOfQuarters
from generator.domain.newsletter import Newsletter
from generator.domain.open_data import OpenData
from generator.domain.person import Person
from generator.domain.prose import NOWHERE, Prose
from generator.domain.security import SecurityContact
from generator.text.codes import Severity
from generator.text.source import Span
from generator.values import dataclass

STAGES = ("concept", "design", "delivery", "live", "closed")


@dataclass(frozen=True, slots=True)
class OtherFormat:
    """A form in which the update can be had; `takes` says how long that takes, or is empty."""

    name: str
    takes: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the council for one purpose; an empty way is not offered. `formats` can be asked for here."""

    purpose: str
    name: str = ""
    telephone: str = ""
    email: str = ""
    post: str = ""
    audiences: Audiences | None = None
    formats: tuple[OtherFormat, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the council's aims, which a workstream may serve."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that the writer has looked at and accepts; `place` is the id of what it is about, or empty for all."""

    code: str
    reason: str
    place: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Programme:
    """What holds for the whole: names, people, audiences and their order, and how findings weigh here."""

    title: str
    organisation: str
    objective: Prose
    director: Person
    audiences: tuple[Audience, ...]
    language: str = "en-GB"
    timezone: str = "Europe/London"
    contacts: tuple[Contact, ...] = ()
    priorities: tuple[Priority, ...] = ()
    stages: tuple[str, ...] = STAGES
    quarters: YearOfQuarters | None = None
    newsletters: tuple[Newsletter, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    coaching: Coaching = field(default_factory=Coaching)
    embargoes: tuple[Embargo, ...] = ()
    open_data: OpenData = field(default_factory=OpenData)
    security: SecurityContact | None = None

    @property
    def public(self) -> Audiences:
        """The ids of the audiences outside of the council."""
        return frozenset(it.id for it in self.audiences if not it.is_internal)

    @property
    def internal(self) -> Audiences:
        """The ids of the audiences that are the council's own people."""
        return frozenset(it.id for it in self.audiences if it.is_internal)

    def audience(self, audience_id: str) -> Audience | None:
        return next((audience for audience in self.audiences if audience.id == audience_id), None)
