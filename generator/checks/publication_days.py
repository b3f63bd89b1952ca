"""The day on which an edition comes out, beside the month that its folder is named for."""

import re
from collections.abc import Iterator
from datetime import date

from generator.domain.content import Content
from generator.domain.due import MONTHS, day_in_words
from generator.domain.edition import Edition
from generator.text.diagnostic import Diagnostic

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-.+)?")
_MONTHS_AFTER = 3


def check(content: Content) -> Iterator[Diagnostic]:
    """A year that was typed or copied by mistake puts an edition among others and keeps it in or out of every site.

    One that is frozen came out on that day, whatever its name; and to come out in the month before may be a programme's
    way. `date.max` stands for a day that could not be read.
    """
    named = [(edition, found) for edition in content.editions if (found := _MONTH.fullmatch(edition.id))]
    after = {edition.id: _months_after(month, edition.published) for edition, month in named}
    is_a_way = list(after.values()).count(-1) > 1
    for edition, month in named:
        months = after[edition.id]
        is_likely = 0 <= months <= _MONTHS_AFTER or (months == -1 and is_a_way)
        if not is_likely and edition.record is None and edition.published != date.max:
            yield _finding(edition, f"{MONTHS[int(month['month']) - 1]} {month['year']}", months)


def _months_after(month: re.Match[str], published: date) -> int:
    return published.year * 12 + published.month - int(month["year"]) * 12 - int(month["month"])


def _finding(edition: Edition, month: str, months: int) -> Diagnostic:
    distance = "before that month begins" if months < 0 else "more than three months after it ended"
    return Diagnostic(
        "unlikely-day",
        f"the edition {edition.id} is dated {day_in_words(edition.published)}, {distance}",
        edition.written_at,
        f"write the day on which the edition of {month} comes out; if the day is right, rename the folder "
        "for its month",
        "by this day the edition is shown, and takes its place among the others",
        subject=edition.id,
    )
