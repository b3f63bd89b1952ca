"""What is told by a colour alone is asked for in words."""

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Color, PatternFill

from generator.importing.colours import Painted, told_of_colours
from generator.importing.spreadsheet import read_workbook
from generator.importing.word import read_word
from tests.importing.bringing_in import remarks_of
from tests.importing.documents import saved, table


def row(*cells: str) -> list[Painted]:
    return [Painted(cell.strip("*"), cell.endswith("*")) for cell in cells]


def test_a_colour_without_words_is_told_below_a_head_for_states_and_nowhere_else() -> None:
    rows = [row("Action*", "RAG*", "Notes*"), row("Pay", "*", "*"), row("Ask", "Green*", ""), row("Close", "*", "*")]
    assert list(map(str, told_of_colours("table 1", rows))) == [
        "table 1: 2 cells of the column “RAG” have a colour and no words, and a colour is not brought in: "
        "write what it means, such as Green or Completed"
    ]


def test_the_colours_of_a_table_in_word_are_told() -> None:
    made = docx.Document()
    laid = table(made, ("Action", "Status"), ("Pay", ""), ("Ask", ""))
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "92D050")
    laid.cell(1, 1)._tc.get_or_add_tcPr().append(shade)
    (remark,) = remarks_of(read_word(saved(made), "x.docx"))
    assert remark.startswith("table 1: 1 cell of the column “Status” has a colour and no words")


def test_the_colours_of_a_sheet_are_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for cells in (["Action", "RAG"], ["Pay", None], ["Ask", None]):
        sheet.append(cells)
    sheet["B2"].fill = PatternFill("solid", fgColor="FFC000")
    sheet["B3"].fill = PatternFill("solid", fgColor="FFFFFF")
    (remark,) = remarks_of(read_workbook(saved(book), "x.xlsx"))
    assert remark.startswith("the sheet Sheet: 1 cell of the column “RAG” has a colour and no words")


def test_a_cell_that_somebody_made_white_has_no_colour_however_the_file_says_it() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for cells in (["Action", "RAG"], ["Pay", None], ["Ask", None], ["Close", None], ["Open", None]):
        sheet.append(cells)
    for cell, colour in {
        "B2": Color(theme=0),
        "B3": Color(indexed=9),
        "B4": Color(theme=0, tint=-0.35),  # grey
        "B5": Color(theme=5),
    }.items():
        sheet[cell].fill = PatternFill("solid", fgColor=colour)
    (remark,) = remarks_of(read_workbook(saved(book), "x.xlsx"))
    assert remark.startswith("the sheet Sheet: 2 cells of the column “RAG”")
