"""The names of sites."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.showing.choice import Choice, chosen

AUDIENCES = ("staff", "residents", "staff-drafts-board")


@given(st.builds(Choice, st.sampled_from(AUDIENCES), st.booleans(), st.none() | st.dates()))
def test_the_name_of_a_choice_leads_back_to_it(choice: Choice) -> None:
    assert chosen(choice.name, AUDIENCES) == choice


def test_an_audience_whose_name_ends_like_drafts_is_itself() -> None:
    assert chosen("board-drafts", ("board-drafts",)) == Choice("board-drafts")


@pytest.mark.parametrize(
    "name", ["", "nobody", "staff@2026-13-01", "staff@", "staff@today", "staff/x", "-drafts", "@2026-01-01"]
)
def test_other_names_choose_nothing(name: str) -> None:
    assert chosen(name, AUDIENCES) is None


def test_a_choice_says_its_drafts_and_its_day() -> None:
    assert Choice("staff", with_drafts=True, on=date(2026, 12, 1)).name == "staff-drafts@2026-12-01"
