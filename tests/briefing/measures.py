"""Measures, said in as few words as a test needs."""

from decimal import Decimal

from generator.briefing.wording import Wording
from generator.domain.due import Due, parse_due
from generator.domain.measure import Measure, Reading

ENGLISH = Wording("en-GB")
MONTHS = ("May 2026", "June 2026", "July 2026", "August 2026", "September 2026")


def reading(when: str, value: str) -> Reading:
    due = parse_due(when)
    assert isinstance(due, Due)
    return Reading(due, Decimal(value))


def measure(*points: tuple[str, str], target: tuple[str, str] = ("December 2027", "80"), unit: str = "") -> Measure:
    start, *readings = (reading(*point) for point in points)
    return Measure("m", "M", frozenset(), start, reading(*target), unit, readings=tuple(readings))
