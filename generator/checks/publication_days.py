"""The day on which an edition comes out, beside the month in its folder's name; and the days of its corrections."""

from collections.abc import Iterator
from datetime import date

from generator.domain.content import Content
from generator.domain.due import MONTHS, day_in_words
from generator.domain.edition import Edition, month_in_name
from generator.domain.record import Correction, Withdrawal
from generator.domain.sealing import notes_to_seal
from generator.text.diagnostic import Diagnostic

_MONTHS_AFTER = 3
_DAYS_AHEAD = 31  # a correction may be prepared for the day on which it goes out


def check(content: Content, on: date) -> Iterator[Diagnostic]:
    """Days that were surely typed or copied by mistake."""
    yield from _of_editions(content)
    for edition in content.editions:
        yield from _of_notes(edition, on)


def _of_editions(content: Content) -> Iterator[Diagnostic]:
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
        if not is_likely and not edition.is_frozen and edition.published != date.max:
            yield _finding(edition, f"{MONTHS[first.month - 1]} {first.year}", months)


def _of_notes(edition: Edition, on: date) -> Iterator[Diagnostic]:
    """Readers are told that day as the one on which the edition was changed. What is sealed stays as it is."""
    every: tuple[Correction | Withdrawal, ...] = (*edition.corrections, *edition.withdrawals)
    for note in notes_to_seal(edition, edition.record) if edition.record else every:
        if note.date < edition.published < date.max:
            why = f"before the edition came out, on {day_in_words(edition.published)}"
        elif (note.date - on).days > _DAYS_AHEAD:
            why = "which is more than a month ahead"
        else:
            continue
        what = "correction" if isinstance(note, Correction) else "withdrawal"
        yield Diagnostic(
            "unlikely-day",
            f"this {what} is dated {day_in_words(note.date)}, {why}",
            note.written_at,
            "write the day on which you tell of it",
            "readers are told it as the day on which the edition was changed",
            subject=edition.id,
        )


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
