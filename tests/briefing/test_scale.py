"""Axes: round numbers and months."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.scale import marks_between, scale_of

VALUES = st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=6)


def decimals(*words: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, words))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("22", "46", "80"), ("0", "20", "40", "60", "80")),
        (("148600", "139700", "120000"), ("110000", "120000", "130000", "140000", "150000")),
        (("11.2", "10.6", "8.5"), ("8.0", "8.5", "9.0", "9.5", "10.0", "10.5", "11.0", "11.5")),
        (("-40", "120"), ("-50", "0", "50", "100", "150")),
        (("-3", "-10"), ("-10", "-8", "-6", "-4", "-2", "0")),
        (("5",), ("0", "1", "2", "3", "4", "5")),
        (("0",), ("0", "1")),
        (("0.01", "0.04"), ("0.00", "0.01", "0.02", "0.03", "0.04")),
    ],
)
def test_lines_stand_at_round_numbers(values: tuple[str, ...], ticks: tuple[str, ...]) -> None:
    assert scale_of(decimals(*values)).ticks == decimals(*ticks)


@given(VALUES)
def test_a_scale_holds_all_its_values_between_few_lines(values: list[Decimal]) -> None:
    scale = scale_of(tuple(values))
    assert all(0 <= scale.share(value) <= 1 for value in values)
    assert 2 <= len(scale.ticks) <= 9
    assert (scale.ticks[0], scale.ticks[-1]) == (scale.lowest, scale.highest)


@given(VALUES)
def test_a_scale_that_begins_at_zero_leaves_it_only_where_values_would_lie_in_less_than_half(
    values: list[Decimal],
) -> None:
    scale = scale_of(tuple(values))
    if not scale.lowest <= 0 <= scale.highest:
        assert min(map(abs, values)) > max(map(abs, values)) / 2


def names(first: date, last: date) -> list[str]:
    found = marks_between(Decimal(first.toordinal()), Decimal(last.toordinal()))
    return [str(mark.first_day.year) if mark.is_year else f"{mark.first_day:%b %Y}" for mark in found]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 6, 15), date(2026, 6, 20), ["Jun 2026"]),
        (date(2026, 6, 20), date(2026, 7, 2), []),
        (date(2026, 6, 15), date(2026, 8, 20), ["Jun 2026", "Jul 2026", "Aug 2026"]),
        (date(2026, 5, 15), date(2026, 10, 20), ["May 2026", "Jul 2026", "Sep 2026"]),
        (date(2025, 3, 15), date(2025, 12, 31), ["Apr 2025", "Jul 2025", "Oct 2025"]),
        (date(2025, 3, 15), date(2026, 10, 20), ["Jul 2025", "Jan 2026", "Jul 2026"]),
        (date(2022, 3, 15), date(2026, 10, 20), ["2023", "2024", "2025", "2026"]),
        (date(2018, 1, 1), date(2025, 1, 1), ["2018", "2020", "2022", "2024"]),
        (date(1949, 1, 1), date(2025, 1, 1), ["1960", "1980", "2000", "2020"]),
    ],
)
def test_few_months_or_years_are_named(first: date, last: date, expected: list[str]) -> None:
    assert names(first, last) == expected


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 36_000))
def test_whatever_is_named_lies_between(first: date, days: int) -> None:
    begin = Decimal(first.toordinal())
    found = marks_between(begin, begin + days)
    assert all(begin <= mark.place <= begin + days for mark in found)
    assert len(found) <= 5
