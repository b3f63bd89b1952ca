"""Where the axes of a chart begin and end, and what stands on them: round numbers, and months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count

_INTERVALS = 4  # about as many as a reader takes in
_MOST_MONTHS = 3  # whole names of months stand side by side on a telephone
# Months from one name to the next; afterwards twice as many each time.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_QUARTER = 3  # from here on, what is named is a month in which a quarter begins


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of numbers; `step` is from one line to the next, and both ends stand on a line."""

    lowest: Decimal
    highest: Decimal
    step: Decimal

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
    last = (highest / step).to_integral_value(ROUND_CEILING) * step
    return Scale(first, max(last, first + step), step)


def _round(number: Decimal) -> Decimal:
    """The nearest of 1, 2, 5 and 10 times a power of ten."""
    power = Decimal(1).scaleb(number.adjusted())
    share = number / power
    nearest = next((nice for nice, below in ((1, "1.5"), (2, "3"), (5, "7")) if share < Decimal(below)), 10)
    return nearest * power


def months_between(first: Decimal, last: Decimal) -> Iterator[tuple[date, Decimal]]:
    """The first days of the months to be named, each with its middle; all places in time are ordinals of days.

    At most three; there is none where no month's middle lies between.
    """
    found: list[tuple[int, Decimal]] = []
    whole = _index(date.fromordinal(int(first))), _index(date.fromordinal(int(last)))
    for month in range(whole[0], whole[1] + 1):
        middle = middle_of(_first_day(month), _first_day(month + 1))
        if first <= middle <= last:
            found.append((month, middle))
    for step in _steps():
        begin = found[0][0] if found and step < _QUARTER else 0
        named = [(month, middle) for month, middle in found if (month - begin) % step == 0]
        if len(named) <= _MOST_MONTHS:
            yield from ((_first_day(month), middle) for month, middle in named)
            return


def _steps() -> Iterator[int]:
    yield from _STEPS
    yield from (_STEPS[-1] * 2**times for times in count(1))


def middle_of(first_day: date, day_after: date) -> Decimal:
    """The middle of a time that ends before `day_after` begins."""
    return Decimal(first_day.toordinal() + day_after.toordinal()) / 2


def _index(day: date) -> int:
    """Months since the year 0, so that every January is a multiple of twelve."""
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
