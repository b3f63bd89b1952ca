"""Cells as people see them; what a workbook hides is told of."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.domain.prose import plain_words
from generator.importing.document import CannotImportError, Document, grids_of
from generator.importing.spreadsheet import read_csv, read_workbook


def cells(document: Document) -> list[list[str]]:
    (grid,) = grids_of(document)
    return [[plain_words(cell) for cell in row] for row in grid.rows]


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_dates_and_numbers_are_words_as_they_are_shown() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "When", "How much", "Sure"])
    sheet.append(["Pay", date(2020, 2, 14), 1250.5, True])
    sheet.append(["Meet", datetime(2020, 2, 14, 9, 30), 7, None])  # noqa: DTZ001  cells have no time zone
    assert cells(read_workbook(saved(book), "x.xlsx"))[1:] == [
        ["Pay", "14 February 2020", "1250.5", "Yes"],
        ["Meet", "14 February 2020 09:30", "7", ""],
    ]


def test_what_nobody_would_see_is_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "Due"])
    sheet.append(["=A1", "May 2020"])
    sheet["B2"].comment = Comment("Really?", "Jo")
    book.create_sheet("Old").sheet_state = "hidden"
    assert read_workbook(saved(book), "x.xlsx").remarks == (
        "A2 of the sheet Sheet: a formula without a result; save it in Excel first",
        "the sheet Sheet: 1 note on cells, which are not brought in",
        "the sheet Old: it is hidden, and brought in like the others",
    )


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_cells_of_a_csv_stand_between_what_its_program_puts_there(between: str) -> None:
    text = between.join(("Action", "Due")) + '\r\n"One; two, three\n""four"""' + between + "May 2020\r\n"
    assert cells(read_csv(text.encode(), "x.csv")) == [["Action", "Due"], ['One; two, three "four"', "May 2020"]]


def test_more_rows_than_can_be_meant_are_refused() -> None:
    with pytest.raises(CannotImportError, match="more rows or columns than can be meant"):
        read_csv(b"a,b\n" * 20_001, "x.csv")
