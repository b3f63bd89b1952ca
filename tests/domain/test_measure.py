"""The word that follows a number, and how far a measure has come."""

from decimal import Decimal

import pytest

from generator.domain.due import Due, parse_due
from generator.domain.measure import Better, Measure, Reading


def reading(value: int) -> Reading:
    due = parse_due("2020")
    assert isinstance(due, Due)
    return Reading(due, Decimal(value))


def measure(unit: str, one: str) -> Measure:
    return Measure("m", "M", frozenset(), reading(0), reading(0), unit, one)


@pytest.mark.parametrize(
    ("value", "unit"),
    [("1", "service"), ("-1", "service"), ("0", "services"), ("2", "services"), ("1.0", "services")],
)
def test_a_value_of_one_has_the_word_for_one(value: str, unit: str) -> None:
    assert measure("services", "service").unit_of(Decimal(value)) == unit


def test_without_one_the_unit_serves_for_every_number() -> None:
    assert measure("per cent of homes", "").unit_of(Decimal(1)) == "per cent of homes"


def on_its_way(baseline: int, latest: int, target: int, better: Better = Better.HIGHER) -> Measure:
    return Measure(
        "m", "M", frozenset(), reading(baseline), reading(target), better=better, readings=(reading(latest),)
    )


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "share"),
    [(14, 31, 80, 25), (14, 80, 80, 100), (14, 99, 80, 100), (14, 10, 80, 0), (5, 5, 5, 100)],
)
def test_the_share_of_the_way_is_held_between_start_and_target(
    baseline: int, latest: int, target: int, share: int
) -> None:
    assert on_its_way(baseline, latest, target).share_of_way == share


def test_the_share_of_the_way_down_is_that_of_the_way_down() -> None:
    assert on_its_way(412, 247, 180, Better.LOWER).share_of_way == 71


@pytest.mark.parametrize(
    ("better", "start", "latest", "target", "share"),
    [
        (Better.LOWER, 14, 80, 60, 0),
        (Better.LOWER, 14, 30, 60, 100),
        (Better.LOWER, 14, 10, 60, 100),
        (Better.HIGHER, 20, 18, 15, 100),
        (Better.HIGHER, 20, 25, 15, 100),
        (Better.HIGHER, 20, 10, 15, 0),
    ],
)
def test_a_limit_that_the_start_was_better_than_is_kept_or_it_is_not(
    better: Better, start: int, latest: int, target: int, share: int
) -> None:
    found = on_its_way(start, latest, target, better)
    assert (found.share_of_way, found.is_reached) == (share, share == 100)


@pytest.mark.parametrize(
    ("better", "latest", "is_worse"),
    [(Better.HIGHER, 79, True), (Better.HIGHER, 80, False), (Better.LOWER, 81, True), (Better.LOWER, 80, False)],
)
def test_what_is_worse_than_at_the_start_is_known_as_that(better: Better, latest: int, is_worse: bool) -> None:
    assert on_its_way(80, latest, 90, better).is_worse_than_at_start is is_worse


@pytest.mark.parametrize(
    ("better", "latest", "share"),
    [(Better.HIGHER, 70, 0), (Better.HIGHER, 90, 100), (Better.LOWER, 90, 0), (Better.LOWER, 70, 100)],
)
def test_where_the_start_was_to_be_held_all_of_the_way_is_gone_or_none(better: Better, latest: int, share: int) -> None:
    assert on_its_way(80, latest, 80, better).share_of_way == share
