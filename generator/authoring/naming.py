"""What the next edition is called, and on which day it will be published."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator.domain.due import MONTHS
from generator.domain.edition import Edition
from generator.values import dataclass

_NAME = re.compile(r"(?P<year>(?:19|20|21)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<own>[a-z0-9](?:-?[a-z0-9])*))?")
_SATURDAY = 5
_FEWEST_OF_A_RHYTHM = 3


@dataclass(frozen=True, slots=True)
class EditionName:
    """`2020-02`, or with a name of its own for a special edition: `2020-02-flood`."""

    year: int
    month: int
    own: str = ""

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}" + (f"-{self.own}" if self.own else "")

    @property
    def is_special(self) -> bool:
        return bool(self.own)

    @property
    def month_in_words(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def parse_name(words: str) -> EditionName | None:
    parts = _NAME.fullmatch(words)
    return EditionName(int(parts["year"]), int(parts["month"]), parts["own"] or "") if parts else None


def next_name(editions: Sequence[Edition], today: date) -> EditionName:
    """The month after the newest regular edition, or the third after it where the newest three were three months apart
    from each other, and so on; this month where there is none.
    """
    months = sorted({name for name, _ in _regular(editions)}, key=lambda name: name.first_day)
    return _months_after(months[-1], _rhythm(months)) if months else this_month(today)


def _rhythm(months: Sequence[EditionName]) -> int:
    """How many months lie between two; 1 where the newest three do not agree, as a month may have been left out."""
    apart = {_number(later) - _number(earlier) for earlier, later in pairwise(months[-_FEWEST_OF_A_RHYTHM:])}
    return apart.pop() if len(months) >= _FEWEST_OF_A_RHYTHM and len(apart) == 1 else 1


def this_month(today: date) -> EditionName:
    return EditionName(today.year, today.month)


def _regular(editions: Iterable[Edition]) -> list[tuple[EditionName, date]]:
    """The editions that are named for a month, each with its day of publication."""
    named = ((parse_name(edition.id), edition.published) for edition in editions)
    return [(name, published) for name, published in named if name and not name.is_special]


def _number(name: EditionName) -> int:
    """Of the month, counted from the year 0."""
    return name.year * 12 + name.month - 1


def _months_after(name: EditionName, count: int) -> EditionName:
    number = _number(name) + count
    return EditionName(number // 12, number % 12 + 1)


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """A day to publish on, and `because`: why it is that one, to go on with after its name."""

    day: date
    because: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """`on` gives its day in a month, by an example of the day in another month; `words` say which day that is."""

    on: Callable[[date, EditionName], date]
    words: Callable[[date], str]


def _last_working_day(_: date, month: EditionName) -> date:
    """The last from Monday to Friday; public holidays are not known here."""
    last = month.last_day
    return last - timedelta(max(0, last.weekday() - _SATURDAY + 1))


def _last_day(_: date, month: EditionName) -> date:
    return month.last_day


def _last_such_weekday(example: date, month: EditionName) -> date:
    return month.last_day - timedelta((month.last_day.weekday() - example.weekday()) % 7)


def _such_weekday(example: date, month: EditionName) -> date:
    """The first Tuesday, the second, and so on; the last where the month has no fifth."""
    first = month.first_day + timedelta((example.weekday() - month.first_day.weekday()) % 7)
    day = first + timedelta(7 * _week_of(example))
    return day if day <= month.last_day else day - timedelta(7)


def _same_day(example: date, month: EditionName) -> date:
    return min(month.last_day, month.first_day + timedelta(example.day - 1))


def _week_of(day: date) -> int:
    """Counted from 0 at the month's first day."""
    return (day.day - 1) // 7


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKS = ("first", "second", "third", "fourth", "fifth")
_PATTERNS = (
    _Pattern(_last_working_day, lambda _: "the last working day"),
    _Pattern(_last_day, lambda _: "the last day"),
    _Pattern(_last_such_weekday, lambda day: f"the last {WEEKDAYS[day.weekday()]}"),
    _Pattern(_such_weekday, lambda day: f"the {_WEEKS[_week_of(day)]} {WEEKDAYS[day.weekday()]}"),
    _Pattern(_same_day, lambda day: f"day {day.day}"),
)


def day_of_publication(name: EditionName, editions: Sequence[Edition]) -> PublicationDay:
    """The day that fits the earlier regular editions best: their last working day, their second Tuesday, their 15th.

    Where less than half of the newest twelve fit a pattern, or there are none, it is the month's last working day.
    """
    earlier = _regular(sorted(editions, key=lambda edition: edition.order))[-12:]
    best: dict[tuple[date, int], tuple[int, str]] = {}
    for example_month, example in earlier:
        later = _number(this_month(example)) - _number(example_month)
        for number, pattern in enumerate(_PATTERNS):
            fits = sum(_fits(pattern, example, later, *other) for other in earlier)
            day = pattern.on(example, _months_after(name, later))
            if fits > best.get((day, number), (0, ""))[0]:
                best[day, number] = fits, f"{pattern.words(example)} {_of_month(later)}"
    usual = _last_working_day(name.last_day, name)
    if not best:
        return PublicationDay(usual, "the last working day of the month, as there is no earlier edition to go by")
    (day, _), (fits, words) = max(best.items(), key=lambda it: (it[1][0], -it[0][1]))
    if fits * 2 < len(earlier):
        return PublicationDay(usual, "the last working day of the month, as the earlier editions keep to no day")
    return PublicationDay(day, f"{words}, as {_how_many(fits, len(earlier))}")


def _of_month(later: int) -> str:
    named = {-1: "of the month before", 0: "of the month", 1: "of the month after"}
    return named.get(later, f"of the month {abs(later)} months {'later' if later > 0 else 'earlier'}")


def _how_many(fits: int, among: int) -> str:
    if among == 1:
        return "the edition before it was"
    if fits == among:
        return f"the last {among} editions were"
    return f"{fits} of the last {among} editions {'was' if fits == 1 else 'were'}"


def _fits(pattern: _Pattern, example: date, months_later: int, name: EditionName, published: date) -> bool:
    return pattern.on(example, _months_after(name, months_later)) == published
