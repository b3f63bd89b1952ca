"""The view of a calendar."""

from datetime import date

from generator.domain.telling import LastTold
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One day in a calendar.

    `page` is the whole address of the page that tells more, `known_by` the first that it had, by which a calendar knows
    the event again. `told` is when what it says was last published or openly changed; it never goes back.
    """

    day: date
    title: str
    words: str
    page: str
    known_by: str
    told: LastTold


@dataclass(frozen=True, slots=True)
class CalendarView:
    """`address` is the whole one of the calendar itself, events stand by their days; `timezone` is the council's."""

    address: str
    title: str
    description: str
    timezone: str
    events: tuple[CalendarEvent, ...]
