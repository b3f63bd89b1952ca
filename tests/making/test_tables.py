"""Cells that no spreadsheet takes for a formula, and the way back to the words."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.briefing.open_data_views import Cell, Column, DataTable, Histories, PackageView, Row, RowOf
from generator.making.tables import csv_file, histories_file, lines_of
from generator.text.cells import harmless


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
    table = DataTable("t", "t.csv", "", "", (Column("a", ""), Column("b", "")), ("a",), (RowOf(lambda: (text, "end")),))
    data = csv_file(table, is_for_excel=False).decode()
    _, row = csv.reader(StringIO(data, newline=""), strict=True)
    assert [restored(row[0]), row[1]] == [text, "end"]


COLUMNS = (Column("id", ""), Column("says", ""), Column("days", "", "integer"))
SAID: dict[str, Cell] = {"visit": 'Say "yes", or +44.', "kiosks": "=1", "desk": None}


def never() -> Row:
    raise AssertionError("a line that is kept need not be made again")


def table(cells: Callable[[str], Callable[[], Row]]) -> DataTable:
    return DataTable("t", "t.csv", "", "", COLUMNS, ("id",), tuple(RowOf(cells(it), it) for it in SAID))


def cells_of(identity: str) -> Callable[[], Row]:
    return lambda: (identity, SAID[identity], 7)


@pytest.mark.parametrize("is_for_excel", [False, True])
def test_a_line_of_a_table_is_known_by_its_action_and_taken_as_it_is(is_for_excel: bool) -> None:
    make = partial(csv_file, is_for_excel=is_for_excel)
    whole = make(table(cells_of))
    lines = lines_of("data/actions.csv", whole)
    assert lines.keys() == SAID.keys()
    assert make(table(lambda _: never), lines) == whole
    others = {it: line for it, line in lines.items() if it != "kiosks"}
    assert make(table(lambda it: cells_of(it) if it == "kiosks" else never), others) == whole


def test_where_a_cell_goes_over_the_end_of_a_line_no_line_is_known() -> None:
    rows: tuple[Row, ...] = (("desk", "Open.", 7), ("visit", "One.\r\nkiosks,Two.", 7))
    two = DataTable("t", "t.csv", "", "", COLUMNS, ("id",), tuple(RowOf(partial(tuple, row)) for row in rows))
    assert lines_of("data/actions.csv", csv_file(two, is_for_excel=False)) == {}


def test_a_line_of_the_histories_is_known_by_its_action_and_taken_as_it_is() -> None:
    def make(cells: Callable[[str], Callable[[], Row]], kept: Mapping[str, str]) -> bytes:
        mentions = tuple(lambda: (("2020-01", None), ("2020-02", ("a", "b"))) for _ in SAID)
        columns = (Column("update", ""), Column("tags", "", "list"))
        told = Histories("h", "h.json", "", "", table(cells), columns, mentions)
        return histories_file(told, PackageView("p", "P", "", "Us", "", "2020-02", "2020-03-01", None, (), told), kept)

    whole = make(cells_of, {})
    assert json.loads(whole)["actions"][2] == {
        "id": "desk",
        "days": 7,
        "history": [{"update": "2020-01"}, {"update": "2020-02", "tags": ["a", "b"]}],
    }
    lines = lines_of("data/actions.json", whole)
    assert lines.keys() == SAID.keys()
    assert make(lambda _: never, lines) == whole
    others = {it: line for it, line in lines.items() if it != "desk"}
    assert make(lambda it: cells_of(it) if it == "desk" else never, others) == whole
