"""The issues of a newsletter: which editions each draws together, and when it comes out."""

from collections.abc import Iterable
from datetime import date

from generator.domain.due import Due, YearOfQuarters, financial_year_of, quarter_of, year_of
from generator.domain.edition import Edition
from generator.domain.newsletter import Every, Newsletter
from generator.domain.workstream import Reference
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One newsletter as it comes out once; `editions` are oldest first and never none.

    `period` is the time that it tells of; None where the newsletter names its editions itself.
    """

    newsletter: Newsletter
    id: str
    period: Due | None
    editions: tuple[Edition, ...]

    @property
    def published(self) -> date:
        """The day on which its newest edition came out."""
        return self.editions[-1].published

    def is_out(self, on: date) -> bool:
        """Whether each of its editions is; one that draws on a draft is a draft itself."""
        return all(edition.is_out(on) for edition in self.editions)


def issues_of(
    newsletter: Newsletter, editions: Iterable[Edition], on: date, year: YearOfQuarters | None
) -> tuple[Issue, ...]:
    """The issues that have come out by a date, oldest first.

    A period's issue waits for the edition of the period's last month, or for the period's end. A year is the financial
    one where the programme counts its quarters so.
    """
    ordered = sorted(editions, key=lambda edition: edition.order)
    if not isinstance(newsletter.every, Every):
        return _by_name(newsletter, newsletter.every, ordered)
    found: dict[Due, list[Edition]] = {}
    for edition in ordered:
        found.setdefault(_period_of(edition.month, newsletter.every, year), []).append(edition)
    return tuple(
        Issue(newsletter, _name(period, newsletter.every), period, tuple(own))
        for period, own in sorted(found.items(), key=lambda item: item[0])
        if period.is_past(on) or any(edition.month.last_day == period.last_day for edition in own)
    )


def _by_name(
    newsletter: Newsletter, named_editions: tuple[Reference, ...], ordered: list[Edition]
) -> tuple[Issue, ...]:
    """An issue with each edition that is named, drawing together all since the one before."""
    named = {reference.id for reference in named_editions}
    issues: list[Issue] = []
    since: list[Edition] = []
    for edition in ordered:
        since.append(edition)
        if edition.id in named:
            issues.append(Issue(newsletter, edition.id, None, tuple(since)))
            since = []
    return tuple(issues)


def _period_of(month: Due, every: Every, year: YearOfQuarters | None) -> Due:
    match every:
        case Every.MONTH:
            return month
        case Every.QUARTER:
            return quarter_of(month.first_day)
        case Every.YEAR:
            return financial_year_of(month.first_day) if year is YearOfQuarters.FINANCIAL else year_of(month.first_day)


def _name(period: Due, every: Every) -> str:
    """`2026-07`, `2026-q3` (by the calendar), `2026` or, for a financial year, `2026-27`."""
    first = period.first_day
    match every:
        case Every.MONTH:
            return f"{first:%Y-%m}"
        case Every.QUARTER:
            return f"{first.year}-q{(first.month + 2) // 3}"
        case Every.YEAR:
            is_financial = period.last_day.year != first.year
            return f"{first.year}-{period.last_day.year % 100:02d}" if is_financial else str(first.year)
