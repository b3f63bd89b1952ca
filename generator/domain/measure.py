"""Numbers followed over time."""

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.domain.audience import Audiences
from generator.domain.due import Due
from generator.domain.prose import NOWHERE
from generator.domain.workstream import Reference
from generator.text.source import Span
from generator.values import dataclass


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Reading:
    """The value at one time; the number of decimals is the one that was written."""

    date: Due
    value: Decimal
    note: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Measure:
    """`readings` are oldest first, by the last day of their date; `unit` is a word, `%` or a currency such as `GBP`.

    `one` is the unit where the number is 1: `service` for `services`. Without it the unit serves for every number.
    """

    id: str
    title: str
    audiences: Audiences
    baseline: Reading
    target: Reading
    unit: str = ""
    one: str = ""
    better: Better = Better.HIGHER
    workstream: Reference | None = None
    readings: tuple[Reading, ...] = ()
    written_at: Span = field(compare=False, default=NOWHERE)

    def unit_of(self, value: Decimal) -> str:
        """As it stands after the number."""
        return self.one if self.one and is_one(value) else self.unit

    @property
    def latest(self) -> Reading:
        """The newest reading; the baseline where there is none yet."""
        return self.readings[-1] if self.readings else self.baseline

    def known_by(self, day: date) -> tuple[Reading, ...]:
        """The readings whose time had begun on a day."""
        return tuple(it for it in self.readings if it.date.first_day <= day)

    @property
    def share_of_way(self) -> int:
        """How far the latest value is from the baseline to the target, in whole per cent, held between 0 and 100.

        Where the target is no better than the baseline there is no way to go: what was to be held has been, which is
        all of it, or has not, which is none.
        """
        if self.is_reached:
            return 100
        if not self.asks_for_better:
            return 0
        way = self.target.value - self.baseline.value
        gone = self.latest.value - self.baseline.value
        return int(max(gone / way * 100, Decimal(0)))

    @property
    def is_reached(self) -> bool:
        """Whether the latest value is as good as the target or better."""
        return not self._is_worse(self.latest, self.target)

    @property
    def asks_for_better(self) -> bool:
        """Whether the target is better than the baseline; otherwise it is a limit, which was kept at the start."""
        return self._is_worse(self.baseline, self.target)

    @property
    def is_worse_than_at_start(self) -> bool:
        return self._is_worse(self.latest, self.baseline)

    @property
    def is_overrun(self) -> bool:
        """Whether the time of the target had passed by the latest reading, and it is not reached."""
        return not self.is_reached and self.latest.date.last_day >= self.target.date.last_day

    def _is_worse(self, one: Reading, other: Reading) -> bool:
        return one.value < other.value if self.better is Better.HIGHER else one.value > other.value


def is_one(value: Decimal) -> bool:
    """Whether people say it as one of something. With decimals they do not: `1.0 days`."""
    return abs(value) == 1 and value.as_tuple().exponent == 0
