"""Where the axes of a chart begin and end, and what stands on them: round numbers, and months."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count

from generator.values import dataclass

_INTERVALS = 4  # about as many as a reader takes in
_MOST_MONTHS = 3  # whole names of months stand side by side on a telephone
_MOST_YEARS = 5
_MONTHS = (1, 2, 3, 6)  # from one name to the next
_QUARTER = 3  # from here on, what is named is a month in which a quarter begins
_YEARS = (1, 2, 5)  # and ten times as many, and so on


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of numbers; `step` is from one line to the next, and both ends stand on a line."""

    lowest: Decimal
    highest: Decimal
    step: Decimal

    @property
    def has_zero(self) -> bool:
        return self.lowest <= 0 <= self.highest

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        lines = int((self.highest - self.lowest) / self.step)
        return tuple(self.lowest + self.step * line for line in range(lines + 1))

    def share(self, value: Decimal) -> Decimal:
        """How far up a value stands: from 0 to 1."""
        return (value - self.lowest) / (self.highest - self.lowest)


def scale_of(values: tuple[Decimal, ...]) -> Scale:
    """A scale that holds all values. It begins at zero unless that would press them into less than half of it.

    Source of the round numbers: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, pages 61 to 63.
    """
    lowest, highest = min(values), max(values)
    if lowest >= 0 and (lowest <= highest / 2 or lowest == highest):
        lowest = Decimal(0)
    elif highest <= 0 and (highest >= lowest / 2 or lowest == highest):
        highest = Decimal(0)
    step = _round((highest - lowest) / _INTERVALS) if highest > lowest else Decimal(1)
    first = (lowest / step).to_integral_value(ROUND_FLOOR) * step
    if first == lowest > 0:
        first -= step  # the lowest value is not to stand on the axis, as if there were nothing below
    last = (highest / step).to_integral_value(ROUND_CEILING) * step
    return Scale(first, max(last, first + step), step)


def _round(number: Decimal) -> Decimal:
    """The nearest of 1, 2, 5 and 10 times a power of ten."""
    power = Decimal(1).scaleb(number.adjusted())
    share = number / power
    nearest = next((nice for nice, below in ((1, "1.5"), (2, "3"), (5, "7")) if share < Decimal(below)), 10)
    return nearest * power


@dataclass(frozen=True, slots=True)
class Mark:
    """What is named on an axis of time: a month at its middle, or a year where it begins.

    `place` is the ordinal of a day, as all places in time are.
    """

    first_day: date
    place: Decimal
    is_year: bool


def marks_between(first: Decimal, last: Decimal) -> tuple[Mark, ...]:
    """At most three months or five years; none where all lies within half of a month."""
    ends = date.fromordinal(int(first)), date.fromordinal(int(last))
    months = [_month(number) for number in range(_number_of(ends[0]), _number_of(ends[1]) + 1)]
    months = [mark for mark in months if first <= mark.place <= last]
    for step in _MONTHS:
        begin = _number_of(months[0].first_day) if months and step < _QUARTER else 0
        named = tuple(it for it in months if (_number_of(it.first_day) - begin) % step == 0)
        if len(named) <= _MOST_MONTHS:
            return named
    years = [Mark(date(year, 1, 1), _new_year(year), is_year=True) for year in range(ends[0].year, ends[1].year + 1)]
    years = [mark for mark in years if first <= mark.place <= last]
    steps = (step * 10**power for power in count() for step in _YEARS)
    every = (tuple(it for it in years if it.first_day.year % step == 0) for step in steps)
    return next(named for named in every if len(named) <= _MOST_YEARS)


def _month(number: int) -> Mark:
    first_day = _first_day(number)
    return Mark(first_day, middle_of(first_day, _first_day(number + 1)), is_year=False)


def _new_year(year: int) -> Decimal:
    return Decimal(date(year, 1, 1).toordinal())


def middle_of(first_day: date, day_after: date) -> Decimal:
    """The middle of a time that ends before `day_after` begins."""
    return Decimal(first_day.toordinal() + day_after.toordinal()) / 2


def _number_of(day: date) -> int:
    """Months since the year 0, so that every January is a multiple of twelve."""
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
