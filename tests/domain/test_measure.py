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
def test_one_has_its_own_word(value: str, unit: str) -> None:
    assert measure("services", "service").unit_of(Decimal(value)) == unit


def test_without_one_the_unit_serves_for_every_number() -> None:
    assert measure("per cent of homes", "").unit_of(Decimal(1)) == "per cent of homes"


def on_its_way(baseline: int, latest: int, target: int, better: Better = Better.HIGHER) -> Measure:
    return Measure(
        "m", "M", frozenset(), reading(baseline), reading(target), better=better, readings=(reading(latest),)
    )


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "share"),
    [(14, 31, 80, 25), (14, 80, 80, 100), (14, 99, 80, 100), (14, 10, 80, 0), (412, 247, 180, 71), (5, 5, 5, 100)],
)
def test_the_share_of_the_way_is_held_between_start_and_target(
    baseline: int, latest: int, target: int, share: int
) -> None:
    assert on_its_way(baseline, latest, target).share_of_way == share


@pytest.mark.parametrize(
    ("better", "latest", "share"),
    [(Better.HIGHER, 70, 0), (Better.HIGHER, 90, 100), (Better.LOWER, 90, 0), (Better.LOWER, 70, 100)],
)
def test_where_the_start_was_to_be_held_all_of_the_way_is_gone_or_none(better: Better, latest: int, share: int) -> None:
    assert on_its_way(80, latest, 80, better).share_of_way == share
