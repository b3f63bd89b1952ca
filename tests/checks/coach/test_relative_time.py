"""Time that goes stale, and the time that was meant."""

from datetime import date

import pytest

from generator.checks.coach.relative_time import check
from tests.checks.coach.readers import marked, said


def told(words: str, published: date | None) -> list[tuple[str, str]]:
    return [(marked(found, words), found.help) for found in check(said(words, published))]


@pytest.mark.parametrize(
    ("words", "published", "meant"),
    [
        ("next month", date(2020, 1, 31), "February 2020"),
        ("next month", date(2020, 12, 1), "January 2021"),
        ("last month", date(2020, 1, 31), "December 2019"),
        ("this month", date(2020, 1, 31), "January 2020"),
        ("this year", date(2020, 1, 31), "2020"),
        ("Next year", date(2020, 1, 31), "2021"),
        ("last week", date(2020, 1, 31), "the week of 20 January 2020"),
        ("this quarter", date(2020, 2, 29), "January to March 2020"),
        ("next quarter", date(2020, 11, 30), "January to March 2021"),
        ("last quarter", date(2020, 2, 29), "October to December 2019"),
        ("this February", date(2020, 1, 17), "February 2020"),
        ("this February", date(2020, 12, 17), "February 2021"),
        ("this January", date(2020, 1, 17), "January 2020"),
        ("next January", date(2020, 1, 17), "January 2021"),
        ("last January", date(2020, 1, 17), "January 2019"),
        ("last May", date(2020, 8, 1), "May 2020"),
        ("this spring", date(2020, 4, 1), "Spring 2020"),
        ("next spring", date(2020, 4, 1), "Spring 2021"),
        ("next Summer", date(2020, 4, 1), "Summer 2020"),
        ("last autumn", date(2020, 4, 1), "Autumn 2019"),
        ("this winter", date(2020, 1, 10), "Winter 2019/20"),
        ("next winter", date(2020, 4, 1), "Winter 2020/21"),
        ("last spring", date(2020, 4, 1), "Spring 2019"),
        ("last winter", date(2020, 1, 10), "Winter 2018/19"),
        ("last winter", date(2020, 12, 10), "Winter 2019/20"),
        ("last winter", date(2020, 4, 1), "Winter 2019/20"),
        ("next winter", date(2020, 1, 10), "Winter 2020/21"),
        ("this autumn", date(2020, 12, 10), "Autumn 2021"),
        ("tomorrow", date(2020, 2, 28), "29 February 2020"),
        ("yesterday", date(2020, 3, 1), "29 February 2020"),
        ("over the next 12 months", date(2020, 1, 17), "by January 2021"),
        ("over the next 9 to 12 months", date(2020, 1, 17), "by January 2021"),
        ("in the next two weeks", date(2020, 1, 17), "by 31 January 2020"),
        ("in the last three years", date(2020, 1, 17), "since January 2017"),
        ("in the coming year", date(2020, 1, 17), "by January 2021"),
    ],
)
def test_the_help_gives_the_time_that_was_most_likely_meant(words: str, published: date, meant: str) -> None:
    assert told(f"We met {words}.", published) == [(words, f"write {meant}, if that is what is meant")]


@pytest.mark.parametrize("words", ["recently", "in due course", "over the months ahead", "in the next few months"])
def test_what_says_no_time_at_all_is_to_be_written_as_a_month(words: str) -> None:
    assert told(f"It moves {words}.", date(2020, 1, 31)) == [
        (words, "write the month, such as January 2020, or leave it out")
    ]


def test_outside_an_edition_nobody_knows_the_day_of_writing() -> None:
    assert told("We moved last year.", None) == [("last year", "write the month and the year, or leave it out")]


@pytest.mark.parametrize(
    "words",
    [
        "The last week of May is free.",
        "In the last week of May we rest.",
        "We meet in the next May of all.",
        "Each month and every year we report.",
        "The next step is a trial.",
        "This may help.",
        "We may open in May 2020.",
        "By the end of this February 2020 it is done.",
        "It was the first year.",
        "We answer within the next five days.",
        "The month after, it closed.",
    ],
)
def test_time_that_stays_true_is_not_marked(words: str) -> None:
    assert told(words, date(2020, 1, 31)) == []


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "words", ["last month", "next month", "next quarter", "over the next 99 years", "last winter", "next winter"]
)
def test_the_first_and_the_last_day_of_the_calendar_are_borne(words: str, published: date) -> None:
    assert len(told(f"We met {words}.", published)) == 1


def test_days_beyond_the_calendar_are_borne() -> None:
    assert len(told("We met yesterday and last week.", date(1, 1, 1))) == 2
    assert len(told("We meet tomorrow and over the next 9 weeks.", date(9999, 12, 31))) == 2
