"""Cells as people see them; what a workbook hides is told of."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from generator.domain.prose import Link, Paragraph, Struck, Text, plain_words, runs_in
from generator.importing.document import CannotImportError, ImportedDocument, grids_of, prose_of
from generator.importing.spreadsheet import read_csv, read_workbook
from tests.importing.bringing_in import remarks_of
from tests.importing.documents import repacked, saved


def cells(document: ImportedDocument) -> list[list[str]]:
    (grid,) = grids_of(document)
    return [[plain_words(cell) for cell in row] for row in grid.rows]


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


@pytest.mark.parametrize(
    ("shown_as", "words"),
    [
        ("mmm-yy", "March 2020"),
        ("[$-809]mmmm yyyy;@", "March 2020"),
        ("yyyy", "2020"),
        ("dd-mmm-yy", "1 March 2020"),
        ('"due" mmm-yy', "March 2020"),
    ],
)
def test_a_date_that_is_shown_as_its_month_is_that_month(shown_as: str, words: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "When"])
    sheet.append(["Pay", date(2020, 3, 1)])
    sheet["B2"].number_format = shown_as
    assert cells(read_workbook(saved(book), "x.xlsx"))[1] == ["Pay", words]


@pytest.mark.parametrize(
    ("number", "shown_as", "words"),
    [
        (1234567890.123, "General", "1234567890.123"),
        (500000000000.5, "General", "500000000000.5"),
        (12345678901.0, "General", "12345678901"),
        (0.1 + 0.2, "General", "0.3"),
        (1e21, "General", "1000000000000000000000"),
        (0.00000025, "General", "0.00000025"),
        (-0.0, "General", "0"),
        (0.45, "0%", "45%"),
        (0.455, "0.0%", "45.5%"),
        (0.07, "0%", "7%"),
        (1, "0%", "100%"),
        (0.4567, '0%" of all"', "46%"),
        (1 / 3, "0.00%", "33.33%"),
        (0.45, '0" %of"', "0.45"),
        (1250.5, '"£"#,##0.00', "1250.5"),
    ],
)
def test_a_number_keeps_all_its_digits_and_a_share_is_one_of_a_hundred(
    number: float, shown_as: str, words: str
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "How much"])
    sheet.append(["Pay", number])
    sheet["B2"].number_format = shown_as
    assert cells(read_workbook(saved(book), "x.xlsx"))[1] == ["Pay", words]


def test_a_formula_that_gives_no_words_is_no_formula_without_a_result() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "Due", "Sum"])
    sheet.append(["Pay", '=IF(A9="","","late")', "=1+1"])
    data = saved(book)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").replace(b'<c r="B2">', b'<c r="B2" t="str">')
    remarks = remarks_of(read_workbook(repacked(data, {"xl/worksheets/sheet1.xml": page}), "x.xlsx"))
    assert remarks == ("C2 of the sheet Sheet: a formula without a result; save it in Excel first",)


def test_a_link_leads_to_the_same_part_of_a_page() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "Due"])
    sheet.append(["Pay", "May 2020"])
    sheet["A2"].hyperlink = Hyperlink("A2", target="https://x.example/minutes", location="item-4")
    (grid,) = grids_of(read_workbook(saved(book), "x.xlsx"))
    (link,) = (run for run in runs_in(grid.rows[1][0]) if isinstance(run, Link))
    assert link.target == "https://x.example/minutes#item-4"


def test_what_nobody_would_see_is_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "Due", "For us alone"])
    sheet.append(["=A1", "May 2020"])
    sheet["B2"].comment = Comment("Really?", "Jo")
    sheet.append(["Done long ago"])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    assert remarks_of(read_workbook(saved(book), "x.xlsx")) == (
        "A2 of the sheet Sheet: a formula without a result; save it in Excel first",
        "the sheet Sheet: 1 note on cells, which are not brought in",
        "the sheet Sheet: row 3 is hidden, and not placed: unhide what readers may see",
        "the sheet Sheet: column C is hidden, and not placed: unhide what readers may see",
    )


def test_columns_that_were_hidden_together_are_all_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "Due", "Cost", "Whose", "Risk"])
    sheet.column_dimensions.group("C", "E", hidden=True)
    assert remarks_of(read_workbook(saved(book), "x.xlsx")) == (
        "the sheet Sheet: column C to E is hidden, and not placed: unhide what readers may see",
    )


def test_what_is_struck_out_in_a_cell_is_struck_out() -> None:
    book = Workbook()
    book.worksheets[0].append(["Action", "Due"])
    book.worksheets[0].append(["Pay", "May 2020"])
    book.worksheets[0]["A2"].font = Font(strike=True)
    (grid,) = grids_of(read_workbook(saved(book), "x.xlsx"))
    assert grid.rows[1][0] == (Paragraph((Struck((Text("Pay"),)),)),)


def test_a_hidden_sheet_is_set_aside() -> None:
    book = Workbook()
    book.worksheets[0].append(["Action", "Due"])
    book.worksheets[0].append(["Pay", "May 2020"])
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "veryHidden"
    hidden.append(["Names of those who may lose their posts"])
    pieces = read_workbook(saved(book), "x.xlsx").pieces
    assert [it.aside for it in pieces] == ["", "the sheet is hidden"]


def test_hidden_rows_and_columns_are_set_aside() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Action", "For us alone", "Also", "Due"])
    sheet.append(["Pay", "The supplier is in dispute", "", "May 2020"])
    sheet.append(["Cut two posts", "", "", "June 2020"])
    sheet.column_dimensions.group("B", "C", hidden=True)
    sheet.row_dimensions[3].hidden = True
    found = read_workbook(saved(book), "x.xlsx").pieces
    assert [it.aside for it in found] == ["", "the row is hidden", "the column is hidden"]
    table, row, column = (plain_words(prose_of(it.part)).split() for it in found)
    assert table == ["Action", "Due", "Pay", "May", "2020"]
    assert row == ["Cut", "two", "posts", "June", "2020"]
    assert column == ["For", "us", "alone", "Also", "The", "supplier", "is", "in", "dispute"]


def test_the_line_that_tells_excel_what_stands_between_cells_is_no_words() -> None:
    text = "sep=;\r\nAction;Due, or none\r\nPay;May 2020\r\n"
    assert cells(read_csv(text.encode(), "x.csv")) == [["Action", "Due, or none"], ["Pay", "May 2020"]]
    (piece,) = read_csv(text.encode(), "x.csv").pieces
    assert piece.place == "row 2"


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_cells_of_a_csv_stand_between_what_its_program_puts_there(between: str) -> None:
    text = between.join(("Action", "Due")) + '\r\n"One; two, three\n""four"""' + between + "May 2020\r\n"
    assert cells(read_csv(text.encode(), "x.csv")) == [["Action", "Due"], ['One; two, three "four"', "May 2020"]]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_title_above_the_table_does_not_hide_what_stands_between_its_cells(between: str) -> None:
    text = f"What we promise\n\nAction{between}Due\nPay{between}May 2020\n"
    assert cells(read_csv(text.encode(), "x.csv")) == [["Action", "Due"], ["Pay", "May 2020"]]


def test_more_rows_than_can_be_meant_are_refused() -> None:
    with pytest.raises(CannotImportError, match="more rows or columns than can be meant"):
        read_csv(b"a,b\n" * 20_001, "x.csv")
