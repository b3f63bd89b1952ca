"""Views of single things."""

from datetime import date
from decimal import Decimal

import pytest

from generator.briefing.describe import share_of_way
from generator.domain.due import day_of
from generator.domain.measure import Better, Measure, Reading


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "share"),
    [(14, 31, 80, 25), (14, 80, 80, 100), (14, 99, 80, 100), (14, 10, 80, 0), (412, 247, 180, 71), (5, 5, 5, 100)],
)
def test_the_share_of_the_way_is_held_between_start_and_target(
    baseline: int, latest: int, target: int, share: int
) -> None:
    def reading(value: int) -> Reading:
        return Reading(day_of(date(2020, 1, 1)), Decimal(value))

    measure = Measure("m", "M", frozenset(), reading(baseline), reading(target), better=Better.HIGHER,
                      readings=(reading(latest),))  # fmt: skip
    assert share_of_way(measure) == share
