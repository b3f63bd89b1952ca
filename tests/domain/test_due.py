"""Dues in every form and precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.due import FORMS, MONTHS, Due, Precision, Unclear, YearOfQuarters, day_of, month_of, parse_due


def due(words: str, quarters: YearOfQuarters | None = None) -> Due:
    read = parse_due(words, quarters)
    assert isinstance(read, Due), read
    return read


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("14 February 2020", "2020-02-14", "2020-02-14", Precision.DAY),
        ("14 feb 2020", "2020-02-14", "2020-02-14", Precision.DAY),
        ("1st March 2020", "2020-03-01", "2020-03-01", Precision.DAY),
        ("2nd Sept 2020", "2020-09-02", "2020-09-02", Precision.DAY),
        ("14 February, 2020", "2020-02-14", "2020-02-14", Precision.DAY),
        ("2020-02-29", "2020-02-29", "2020-02-29", Precision.DAY),
        ("February 2020", "2020-02-01", "2020-02-29", Precision.MONTH),
        ("February 2021", "2021-02-01", "2021-02-28", Precision.MONTH),
        ("February 2100", "2100-02-01", "2100-02-28", Precision.MONTH),
        ("  DECEMBER   2020 ", "2020-12-01", "2020-12-31", Precision.MONTH),
        ("December\u00a02020", "2020-12-01", "2020-12-31", Precision.MONTH),
        ("2020-12", "2020-12-01", "2020-12-31", Precision.MONTH),
        ("Spring 2020", "2020-03-01", "2020-05-31", Precision.SEASON),
        ("Summer 2020", "2020-06-01", "2020-08-31", Precision.SEASON),
        ("autumn 2020", "2020-09-01", "2020-11-30", Precision.SEASON),
        ("Winter 2019/20", "2019-12-01", "2020-02-29", Precision.SEASON),
        ("Winter 2020/21", "2020-12-01", "2021-02-28", Precision.SEASON),
        ("Winter 2019/2020", "2019-12-01", "2020-02-29", Precision.SEASON),
        ("Winter 1999/00", "1999-12-01", "2000-02-29", Precision.SEASON),
        ("Q1 2019/20", "2019-04-01", "2019-06-30", Precision.QUARTER),
        ("Q2 2019/20", "2019-07-01", "2019-09-30", Precision.QUARTER),
        ("Q3 2019/20", "2019-10-01", "2019-12-31", Precision.QUARTER),
        ("Q4 2019/20", "2020-01-01", "2020-03-31", Precision.QUARTER),
        ("q4 2019–20", "2020-01-01", "2020-03-31", Precision.QUARTER),
        ("2019/20", "2019-04-01", "2020-03-31", Precision.FINANCIAL_YEAR),
        ("2020", "2020-01-01", "2020-12-31", Precision.YEAR),
    ],
)
def test_a_due_has_a_first_and_a_last_day(words: str, first: str, last: str, precision: Precision) -> None:
    read = due(words)
    assert (read.first_day, read.last_day) == (date.fromisoformat(first), date.fromisoformat(last))
    assert read.precision is precision


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("06/2026", "write June 2026"),
        ("6-2026", "write June 2026"),
        ("13/2026", FORMS),
        ("Mar-20", "write March 2020"),
        ("Sept ’26", "write September 2026"),
        ("01-Apr-27", "write 1 April 2027"),
        ("31-Feb-27", FORMS),
        ("31/3/27", "write 31 March 2027"),
        ("26-03-27", FORMS),
        ("Q4 25/26", "write Q4 2025/26"),
        ("Q4 25/27", FORMS),
        ("Sept’26", "write September 2026"),
        ("Zwo-26", FORMS),
        ("by March 2020", "write March 2020"),
        ("By the end of March 2020", "write March 2020"),
        ("end March 2020", "write March 2020"),
        ("Monday 14 February 2020", "write 14 February 2020"),
        ("by Monday, the 14th February 2020", "write 14th February 2020"),
        ("during Q4 2019/20", "write Q4 2019/20"),
        ("by then", FORMS),
        ("by the end of 2020", "write 2020"),
        ("end 14 February 2020", FORMS),
    ],
)
def test_what_spreadsheets_and_people_write_is_refused_with_what_to_write(words: str, meant: str) -> None:
    read = parse_due(words)
    assert isinstance(read, Unclear)
    assert read.help == meant
    assert read.meant == ("" if meant == FORMS else meant.removeprefix("write "))


def test_the_words_are_kept_without_their_spaces() -> None:
    assert due("  Spring \n 2020 ").words == "Spring 2020"


@pytest.mark.parametrize(
    ("words", "quarters", "first", "last"),
    [
        ("Q1 2020", YearOfQuarters.CALENDAR, "2020-01-01", "2020-03-31"),
        ("Q4 2020", YearOfQuarters.CALENDAR, "2020-10-01", "2020-12-31"),
        ("Q1 2020", YearOfQuarters.FINANCIAL, "2020-04-01", "2020-06-30"),
        ("Q4 2020", YearOfQuarters.FINANCIAL, "2021-01-01", "2021-03-31"),
        ("Q4 2019/20", YearOfQuarters.CALENDAR, "2020-01-01", "2020-03-31"),
    ],
)
def test_a_bare_quarter_counts_in_the_year_that_the_programme_says(
    words: str, quarters: YearOfQuarters, first: str, last: str
) -> None:
    read = due(words, quarters)
    assert (read.first_day, read.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["Winter 2020", "Q1 2020", "2009-10", "2011-12"])
def test_what_can_be_understood_in_two_ways_is_asked_back(words: str) -> None:
    read = parse_due(words)
    assert isinstance(read, Unclear)
    assert " may be " in read.why


@pytest.mark.parametrize(
    ("words", "why", "remedy"),
    [
        ("31/12/2026", "`31/12/2026` has a month in figures, not in letters", "write 31 December 2026"),
        ("1.1.2027", "`1.1.2027` has a month in figures, not in letters", "write 1 January 2027"),
        ("01/02/2027", "`01/02/2027` may be either of two days", "write 1 February 2027 or 2 January 2027"),
        ("31/02/2027", "February 2027 has no day 31", "February 2027 has 28 days"),
        ("31/31/2027", "`31/31/2027` has a month in figures, not in letters", FORMS),
    ],
)
def test_a_day_in_figures_is_answered_with_the_days_that_it_may_mean(words: str, why: str, remedy: str) -> None:
    read = parse_due(words)
    assert isinstance(read, Unclear)
    assert (read.why, read.help) == (why, remedy)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_known_by_its_name_and_its_first_three_letters(month: int) -> None:
    name = MONTHS[month - 1]
    assert due(f"{name} 2020") == due(f"{name[:3]} 2020") == month_of(2020, month)


def test_a_due_is_late_only_after_its_last_day() -> None:
    february = due("February 2020")
    assert not february.is_past(date(2020, 2, 29))
    assert february.is_past(date(2020, 3, 1))


def test_dues_are_ordered_by_the_last_day_and_equal_whatever_their_words() -> None:
    assert due("Spring 2020") < due("June 2020") < due("2020")
    assert due("14 February 2020") == due("2020-02-14") == day_of(date(2020, 2, 14))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_both_forms(day: date) -> None:
    assert due(f"{day.day} {MONTHS[day.month - 1]} {day.year}") == due(day.isoformat()) == day_of(day)


_PARTS = ("Q", "1", "4", "5", " ", "2020", "2199", "1900", "/", "-", "–", "20", "21", "00", "99", "winter", "ſpring",
"Spring",
          "February", "feb", "31", "0", "th", ",", "٣", "İ", "K", "\n")  # fmt: skip


@given(
    st.text() | st.lists(st.sampled_from(_PARTS), max_size=8).map("".join),
    st.sampled_from((None, *YearOfQuarters)),
)
def test_whatever_is_written_is_a_due_or_is_told_why_it_is_none(words: str, quarters: YearOfQuarters | None) -> None:
    read = parse_due(words, quarters)
    if isinstance(read, Due):
        assert read.first_day <= read.last_day
    else:
        assert read.why
        assert read.help
