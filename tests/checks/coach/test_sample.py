"""The sample's own words: the coach has nothing to say of them, in any month of its life."""

from datetime import date

import pytest

from generator.checks.coach.all import coach
from generator.checks.weighing import weigh
from generator.reading.content import read_content
from tests.building import SAMPLE


@pytest.mark.parametrize("month", [7, 8, 9, 10, 11])
def test_the_coach_finds_nothing_in_the_sample(month: int) -> None:
    content, sources, findings = read_content(SAMPLE)
    assert content is not None
    marks = coach(content, sources, date(2026, month, 2))
    assert [found.message for found in weigh([*findings, *marks], content)] == []
