"""Questions that were put to the programme, and their answers."""

from dataclasses import field
from datetime import date

from generator.domain.audience import Audiences
from generator.domain.prose import NOWHERE, Prose
from generator.domain.workstream import Reference
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """`by` says who asked, as a role: a councillor of a ward, a resident. Without an answer, `answer` is empty and
    `answered` None. `edition` is where the answer was published, `actions` those that it is about.
    """

    id: str
    asked: date
    by: str
    question: Prose
    audiences: Audiences
    answer: Prose = ()
    answered: date | None = None
    edition: Reference | None = None
    actions: tuple[Reference, ...] = ()
    written_at: Span = field(compare=False, default=NOWHERE)
