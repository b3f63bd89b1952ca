"""The day on which an edition comes out, beside the month that its folder is named for."""

from collections.abc import Iterator
from datetime import date

from generator.domain.content import Content
from generator.domain.due import MONTHS, day_in_words
from generator.domain.edition import Edition, month_in_name
from generator.text.diagnostic import Diagnostic

_MONTHS_AFTER = 3


def check(content: Content) -> Iterator[Diagnostic]:
    """A year that was typed or copied by mistake puts an edition among others and keeps it in or out of every site.

    One that is frozen came out on that day, whatever its name; and to come out in the month before may be a programme's
    way. `date.max` stands for a day that could not be read.
    """
    named = [(edition, month.first_day) for edition in content.editions if (month := month_in_name(edition.id))]
    after = {edition.id: _months_after(first, edition.published) for edition, first in named}
    is_a_way = list(after.values()).count(-1) > 1
    for edition, first in named:
        months = after[edition.id]
        is_likely = 0 <= months <= _MONTHS_AFTER or (months == -1 and is_a_way)
        if not is_likely and edition.record is None and edition.published != date.max:
            yield _finding(edition, f"{MONTHS[first.month - 1]} {first.year}", months)


def _months_after(first: date, published: date) -> int:
    return (published.year - first.year) * 12 + published.month - first.month


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
