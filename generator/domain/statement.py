"""The accessibility statement: what a council says of how far its site can be used by everyone."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from generator.domain.audience import Audiences
from generator.domain.due import Due
from generator.domain.prose import NOWHERE, Prose
from generator.domain.workstream import Reference
from generator.text.source import Span
from generator.values import dataclass


class Compliance(StrEnum):
    """How far a site meets WCAG 2.2 at level AA: all of it, most of it, or less than most."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Method(StrEnum):
    """Who looked: those who run the site, or somebody from outside."""

    SELF = "self-assessment"
    THIRD_PARTY = "third party"


class Law(StrEnum):
    """Where the council is, which decides who sees that the law is kept."""

    GREAT_BRITAIN = "Great Britain"
    NORTHERN_IRELAND = "Northern Ireland"


class Reason(StrEnum):
    """Why something cannot be used by everyone, in the order in which a statement tells them."""

    PROBLEM = "problem"
    BURDEN = "burden"
    OUT_OF_SCOPE = "out of scope"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What shows that mending would ask more than is reasonable: its words, a document, or both."""

    date: date
    words: Prose = ()
    document: Reference | None = None


@dataclass(frozen=True, slots=True)
class NonAccessible:
    """Something that not everyone can use; `fails` are numbers of success criteria, `instead` is what to do meanwhile.

    A problem has `by`, the date by which it is mended; only a burden has an assessment; what is out of scope fails no
    criterion that the law asks for.
    """

    id: str
    title: str
    reason: Reason
    what: Prose
    fails: tuple[str, ...] = ()
    since: Due | None = None
    by: Due | None = None
    instead: Prose = ()
    document: Reference | None = None
    assessment: Assessment | None = None
    audiences: Audiences | None = None
    written_at: Span = field(compare=False, default=NOWHERE)
    by_written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Examination:
    """One look at the site: what was tested, when and by whom."""

    date: Due
    by: str
    method: Method
    what: Prose
    audiences: Audiences | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """How soon people are answered, and ways to write that are for this alone; without one, the contacts' hold."""

    answered: str
    name: str = ""
    telephone: str = ""
    email: str = ""
    post: str = ""

    @property
    def has_way(self) -> bool:
        return any((self.telephone, self.email, self.post))


@dataclass(frozen=True, slots=True)
class Statement:
    """`compliance` is what is claimed, by audience: each has a site of its own, which has been tested by itself.

    `possible` are things that people can do on the site, `improving` what is being done to make it better.
    """

    audiences: Audiences
    compliance: Mapping[str, Compliance]
    prepared: date
    reviewed: date
    tests: tuple[Examination, ...]
    feedback: Feedback
    law: Law
    possible: tuple[Prose, ...] = ()
    non_accessible: tuple[NonAccessible, ...] = ()
    improving: Prose = ()
    written_at: Span = field(compare=False, default=NOWHERE)
    compliance_written_at: Span = field(compare=False, default=NOWHERE)
    reviewed_written_at: Span = field(compare=False, default=NOWHERE)

    @property
    def documents(self) -> tuple[Reference, ...]:
        """All that are named, be it as what cannot be used or as an assessment."""
        named = [
            document
            for part in self.non_accessible
            for document in (part.document, part.assessment.document if part.assessment else None)
        ]
        return tuple(document for document in named if document)
