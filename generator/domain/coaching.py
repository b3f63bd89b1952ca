"""What a programme asks of its own words, and when it keeps silent in public."""

from dataclasses import field
from datetime import date

from generator.domain.audience import Audience, Audiences
from generator.domain.prose import NOWHERE
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Avoided:
    """Words to avoid, and what to say instead."""

    words: str
    say: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """`avoided` stand beside our own list of jargon; `allowed` are words, phrases and acronyms that readers know."""

    avoided: tuple[Avoided, ...] = ()
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Embargo:
    """A time in which nothing is published, such as the weeks before an election; both days are in it.

    `audiences` are those to whom nothing is published; None means all but the council's own people.
    """

    title: str
    first_day: date
    last_day: date
    audiences: Audiences | None = None
    written_at: Span = field(compare=False, default=NOWHERE)

    def lasts_on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def is_for(self, audience: Audience) -> bool:
        return not audience.is_internal if self.audiences is None else audience.id in self.audiences
