"""A number is followed by the word for so many."""

from decimal import Decimal

import pytest

from generator.domain.due import Due, parse_due
from generator.domain.measure import Measure, Reading


def measure(unit: str, one: str) -> Measure:
    due = parse_due("2020")
    assert isinstance(due, Due)
    reading = Reading(due, Decimal(0))
    return Measure("m", "M", frozenset(), reading, reading, unit, one)


@pytest.mark.parametrize(
    ("value", "unit"),
    [("1", "service"), ("-1", "service"), ("0", "services"), ("2", "services"), ("1.0", "services")],
)
def test_one_has_its_own_word(value: str, unit: str) -> None:
    assert measure("services", "service").unit_of(Decimal(value)) == unit


def test_without_one_the_unit_serves_for_every_number() -> None:
    assert measure("per cent of homes", "").unit_of(Decimal(1)) == "per cent of homes"
