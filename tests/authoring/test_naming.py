"""The next edition has the name and the day of publication that a reader would expect."""

from datetime import date

import pytest

from generator.authoring.naming import EditionName, PublicationDay, day_of_publication, next_name, parse_name
from generator.domain.edition import Edition, Status

TODAY = date(2026, 11, 21)


def edition(name: str, published: str) -> Edition:
    return Edition(name, name, date.fromisoformat(published), Status.PUBLISHED, frozenset({"staff"}), ())


def editions(*days: str) -> list[Edition]:
    """Regular editions, each named for the month before the semicolon, or for that of its day."""
    named = (day.split(";") if ";" in day else (day[:7], day) for day in days)
    return [edition(name, published) for name, published in named]


@pytest.mark.parametrize("words", ["2026-11", "2026-11-flood", "1999-01-a-2b"])
def test_a_year_and_a_month_are_a_name_perhaps_with_one_of_its_own(words: str) -> None:
    name = parse_name(words)
    assert str(name) == words
    assert name
    assert name.is_special == (len(words) > len("2026-11"))


@pytest.mark.parametrize(
    "words", ["", "2026", "2026-13", "2026-1", "26-01", "2026-11-", "2026-11-Flood", "2026-11-a--b", "../2026-11"]
)
def test_anything_else_is_no_name(words: str) -> None:
    assert parse_name(words) is None


def test_the_next_is_the_month_after_the_newest_regular_one_or_this_month() -> None:
    assert str(next_name(editions("2026-12-31", "2026-11-30"), TODAY)) == "2027-01"
    assert str(next_name([*editions("2026-10-30"), edition("2026-12-flood", "2026-12-01")], TODAY)) == "2026-11"
    assert str(next_name([], TODAY)) == "2026-11"


def test_the_next_keeps_the_rhythm_of_the_newest_three() -> None:
    assert str(next_name(editions("2026-03-31", "2026-06-30", "2026-09-30"), TODAY)) == "2026-12"
    assert str(next_name(editions("2026-01-30", "2026-02-27", "2026-05-29", "2026-08-31"), TODAY)) == "2026-11"
    assert str(next_name(editions("2026-06-30", "2026-09-30"), TODAY)) == "2026-10", "two are no rhythm"
    assert str(next_name(editions("2026-06-30", "2026-07-31", "2026-09-30"), TODAY)) == "2026-10", "August was left out"
    assert str(next_name(editions("2026-03-31", "2026-05-29", "2026-08-31"), TODAY)) == "2026-09", "nor are 2 and 3"


@pytest.mark.parametrize(
    ("earlier", "name", "day", "because"),
    [
        (("2020-01-31",), "2020-02", "2020-02-28", "the last working day of the month, as the edition before it was"),
        (("2026-06-30", "2026-07-31", "2026-08-28", "2026-09-30", "2026-10-30"), "2026-11", "2026-11-30",
         "the last working day of the month, as 4 of the last 5 editions were"),
        (("2024-11-29", "2024-12-20"), "2025-01", "2025-01-31",
         "the last working day of the month, as 1 of the last 2 editions was"),
        (("2020-02-29", "2020-05-31", "2020-06-30"), "2020-10", "2020-10-31",
         "the last day of the month, as the last 3 editions were"),
        (("2020-01-14", "2020-02-11", "2020-03-10"), "2020-04", "2020-04-14",
         "the second Tuesday of the month, as the last 3 editions were"),
        (("2020-01-31", "2020-02-28", "2020-03-27", "2020-04-24"), "2020-05", "2020-05-29",
         "the last Friday of the month, as the last 4 editions were"),
        (("2020-01-15", "2020-02-15", "2020-03-15"), "2020-04", "2020-04-15",
         "day 15 of the month, as the last 3 editions were"),
        (("2020-01;2020-02-05", "2020-02;2020-03-04"), "2020-03", "2020-04-01",
         "the first Wednesday of the month after, as the last 2 editions were"),
        (("2020-01-02", "2020-02-20", "2020-03-11", "2020-04-24", "2020-05-05"), "2020-06", "2020-06-30",
         "the last working day of the month, as the earlier editions keep to no day"),
        ((), "2020-02", "2020-02-28", "the last working day of the month, as there is no earlier edition to go by"),
    ],
    ids=[
        "the last working day", "with one exception", "one of two", "the last day, also a Saturday",
        "the second Tuesday", "the last Friday", "the 15th", "the first Wednesday of the month after", "no pattern",
        "the first edition",
    ],
)  # fmt: skip
def test_the_day_of_publication_fits_the_earlier_editions_and_says_why(
    earlier: tuple[str, ...], name: str, day: str, because: str
) -> None:
    parsed = parse_name(name)
    assert isinstance(parsed, EditionName)
    assert day_of_publication(parsed, editions(*earlier)) == PublicationDay(date.fromisoformat(day), because)
