"""Cells that no spreadsheet takes for a formula, and the way back to the words."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.briefing.open_data_views import Column, RowOf, Table
from generator.making.tables import csv_file, harmless


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5 days", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1"])
def test_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "'Twas the website", "5 - 3 = 2", "a@b.example", "£5"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def restored(cell: str) -> str:
    """As the page about the data says."""
    return cell[1:] if re.match(r"'[\s']*[=+\-@\t\r\n＝＋－＠]", cell) else cell


@example("' =")
@given(st.text("='+-@ \t\r\n\"',;a£", max_size=8))
def test_what_was_made_harmless_can_be_had_as_it_was_through_any_reader_of_csv(text: str) -> None:
    table = Table("t", "t.csv", "", "", (Column("a", ""), Column("b", "")), ("a",), (RowOf(lambda: (text, "end")),))
    data = csv_file(table, is_for_excel=False).decode()
    _, row = csv.reader(StringIO(data, newline=""), strict=True)
    assert [restored(row[0]), row[1]] == [text, "end"]
