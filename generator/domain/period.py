"""The time that a report tells of: whole months, from the first day of one to the last day of another."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.domain.due import Due, Precision, Unclear, YearOfQuarters, parse_due
from generator.domain.edition import Edition
from generator.values import dataclass

FORMS = "write a month such as 2026-04, a quarter such as Q1 2026/27 or a year such as 2026/27"


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are days inside it."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def editions(self, editions: Iterable[Edition]) -> tuple[Edition, ...]:
        """Those that were published in it, in the order in which they are given."""
        return tuple(edition for edition in editions if self.holds(edition.published))

    @property
    def eve(self) -> date:
        """The day before it."""
        return self.first - timedelta(days=1)


def period_between(begins: str, ends: str, quarters: YearOfQuarters | None = None) -> Period | Unclear:
    """From the first day of what `begins` names to the last day of what `ends` names, in the forms of dues.

    `quarters` says which year a bare `Q1 2026` counts in, as for a due.
    """
    first, last = _whole_months(begins, quarters), _whole_months(ends, quarters)
    if isinstance(first, Unclear):
        return first
    if isinstance(last, Unclear):
        return last
    if last.last_day < first.first_day:
        return Unclear(f"`{ends}` is before `{begins}`", "give the earlier one first")
    return Period(first.first_day, last.last_day)


def _whole_months(words: str, quarters: YearOfQuarters | None) -> Due | Unclear:
    due = parse_due(words, quarters)
    if isinstance(due, Unclear):
        return Unclear(due.why, FORMS)
    return Unclear(f"`{words}` is one day", FORMS) if due.precision is Precision.DAY else due
