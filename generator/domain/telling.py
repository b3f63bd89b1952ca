"""When editions last told something, for those who follow them: feed readers and calendars compare it."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from generator.domain.edition import Edition
from generator.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class LastTold:
    """The last `day` on which something was published or openly changed, and how many `times` on that day: an edition
    may be corrected on the day on which it came out.
    """

    day: date
    times: int = 1

    def moment(self, zone: tzinfo) -> datetime:
        """The beginning of the day there, and a second after it for each time but the first."""
        return datetime.combine(self.day, time(), zone) + timedelta(seconds=self.times - 1)


def last_told(editions: Iterable[Edition]) -> LastTold:
    days = [day for edition in editions for day in edition.days_told]
    return LastTold(max(days), days.count(max(days)))
