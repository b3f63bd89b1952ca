"""Spreadsheets: each sheet of an .xlsx, or a .csv, as one table; its first row with more than one cell is its head."""

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from generator.domain.prose import LineBreak, Link, Paragraph, Prose, Run, Struck, Text
from generator.importing.bounds import office_parts
from generator.importing.cells import words_of_value, words_shown
from generator.importing.colours import Painted, told_of_colours
from generator.importing.document import CannotImportError, Grid, ImportedDocument, Piece, Remark, evened, paragraph
from generator.importing.encodings import decoded
from generator.importing.laying import HIGH
from generator.text.plural import joined, plural

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles.colors import Color
    from openpyxl.worksheet.dimensions import Dimension
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_WHITE = ("00000000", "FFFFFFFF", "00FFFFFF")
_WHITE_IN_PALETTE = (1, 9, 65)  # 65 is the background of windows
_MOST_AT = 16_384  # columns of any sheet
_LONGEST_CELL = 100_000
_NONE: Mapping[int, int] = MappingProxyType({})
_TEXT_RESULT = "str"  # how the file marks what a formula gave as words, be they none
_MANY = 9  # whatever is hidden beyond is counted, not named
_SEPARATOR = re.compile(r'"?sep=(?P<between>[,;\t])"?\r?\n', re.IGNORECASE)  # for Excel, in the first line

Row = tuple[int, tuple[Prose, ...]]


def read_workbook(data: bytes, name: str) -> ImportedDocument:
    """What formulas gave when the file was saved stands for them. What is hidden is set aside, be it one column."""
    parts = office_parts(data, name, ".xlsx")
    if "xl/workbook.xml" not in parts:
        raise CannotImportError(f"`{name}` is not a spreadsheet: open it in Excel, and save it as .xlsx")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out of formats, which we do not want
            book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            pieces = tuple(piece for sheet in book.worksheets for piece in _sheet(sheet, name))
            formulas = load_workbook(io.BytesIO(data), keep_links=False)
            remarks = tuple(_remarks(book.worksheets, formulas.worksheets))
    except CannotImportError:
        raise
    except Exception as error:  # whatever a damaged workbook does to its reader
        raise CannotImportError(f"`{name}` is damaged: open it in Excel, and save it again as .xlsx") from error
    return ImportedDocument(name, pieces, remarks=remarks)


def _remarks(sheets: "Sequence[Worksheet]", formulas: "Sequence[Worksheet]") -> Iterator[Remark]:
    """What people may not know of, and what no program has worked out yet."""
    for sheet, written in zip(sheets, formulas, strict=True):
        place = f"the sheet {sheet.title}"
        yield from _not_worked_out(sheet, written)
        notes = sum(cell.comment is not None for row in sheet.iter_rows() for cell in row)
        if notes:
            yield Remark(f"{plural(notes, 'note')} on cells, which are not brought in", place)
        for it in sheet.merged_cells.ranges:
            if it.size["rows"] > 1 and it.min_col > 1:
                yield Remark(HIGH.format(it.size["rows"]), f"row {it.min_row} of {place}")
        if sheet.sheet_state == "visible":
            yield from told_of_colours(place, (tuple(map(_painted, row)) for row in sheet.iter_rows()))
            for what in (*_hidden("row", sheet.row_dimensions), *_hidden("column", sheet.column_dimensions)):
                yield Remark(f"{what} hidden, and not placed: unhide what readers may see", place)


def _not_worked_out(sheet: "Worksheet", written: "Worksheet") -> Iterator[Remark]:
    """Formulas whose results the file does not have; `written` is the sheet with formulas in the place of results."""
    for row, written_row in zip(sheet.iter_rows(), written.iter_rows(), strict=False):
        for cell, formula in zip(row, written_row, strict=False):
            if cell.value is None and formula.data_type == "f" and cell.data_type != _TEXT_RESULT:
                place = f"{cell.coordinate} of the sheet {sheet.title}"
                yield Remark("a formula without a result; save it in Excel first", place)


def _hidden(what: str, dimensions: "Mapping[str, Dimension] | Mapping[int, Dimension]") -> Iterator[str]:
    """Rows or columns that nobody sees, such as those that a filter leaves out: `column C is`."""
    names = [_name(str(name), it) for name, it in sorted(dimensions.items()) if it.hidden]
    if names:
        few = f"{what}{'s' if len(names) > 1 else ''} {joined(names)}"
        yield f"{few if len(names) < _MANY else plural(len(names), what)} {'is' if len(names) == 1 else 'are'}"


def _name(name: str, dimension: "Dimension") -> str:
    """`C`, or `C to E` for columns that were hidden together, of which the file names the first alone."""
    first, last = getattr(dimension, "min", None), getattr(dimension, "max", None)
    return f"{name} to {get_column_letter(last)}" if first and last and last > first else name


def read_csv(data: bytes, name: str) -> ImportedDocument:
    """Commas, semicolons or tabs between its cells, whichever stand most in its first line with any."""
    text = decoded(data, name)
    told = _SEPARATOR.match(text)
    first = next((line for line in text.split("\n") if any(sign in line for sign in ",;\t")), "")
    between = told["between"] if told else max(",;\t", key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error as error:
        raise CannotImportError(f"`{name}` cannot be read as a CSV file: save it again as .csv or .xlsx") from error
    rows = [(number, tuple(_cell(words) for words in row)) for number, row in enumerate(read, 1)]
    rows = rows[1:] if told else rows
    return ImportedDocument(name, tuple(_pieces(rows, "", name)))


def _sheet(sheet: "Worksheet", name: str) -> Iterator[Piece]:
    if (sheet.max_row or 0) > _MOST_ROWS * 5 or (sheet.max_column or 0) > _MOST_COLUMNS * 5:
        raise _too_many(name)
    every = [(number, tuple(_read(cell) for cell in row)) for number, row in enumerate(sheet.iter_rows(), 1)]
    if sheet.sheet_state != "visible":
        yield from (replace(it, aside="the sheet is hidden") for it in _pieces(every, sheet.title, name))
        return
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    shown = [(number, _cells(row, columns, hidden=False)) for number, row in every if number not in rows]
    yield from _pieces(shown, sheet.title, name, _wide(sheet))
    yield from _aside([(number, row) for number, row in every if number in rows], sheet.title, "the row is hidden")
    hidden = [(number, _cells(row, columns, hidden=True)) for number, row in every if number not in rows]
    yield from _aside(hidden, sheet.title, "the column is hidden")


def _painted(cell: "Cell | MergedCell") -> Painted:
    fill = cell.fill
    is_coloured = fill is not None and fill.patternType == "solid" and not _is_white(fill.fgColor)
    return Painted(" ".join(words_of_value(cell.value).split()), is_coloured)


def _is_white(colour: "Color") -> bool:
    """As its own, by its number in the old palette, or as the theme's first colour, which the menu calls white."""
    match colour.type:
        case "theme":
            return bool(colour.theme == 0 and not colour.tint)
        case "indexed":
            return colour.indexed in _WHITE_IN_PALETTE
        case _:
            return colour.rgb in _WHITE


def _cells(row: tuple[Prose, ...], columns: Set[int], *, hidden: bool) -> tuple[Prose, ...]:
    return tuple(cell for number, cell in enumerate(row, 1) if (number in columns) is hidden)


def _hidden_rows(sheet: "Worksheet") -> Set[int]:
    return frozenset(number for number, it in sheet.row_dimensions.items() if it.hidden)


def _hidden_columns(sheet: "Worksheet") -> Set[int]:
    """Of columns that were hidden together the file names the first alone, with how far they go."""
    hidden = [it for it in sheet.column_dimensions.values() if it.hidden]
    ranges = ((it.min or column_index_from_string(it.index), it.max) for it in hidden)
    return frozenset(number for first, last in ranges for number in range(first, min(last or first, _MOST_AT) + 1))


def _aside(rows: Sequence[Row], sheet: str, why: str) -> Iterator[Piece]:
    """Rows as they stand, as one table."""
    filled = [(number, row) for number, row in rows if any(row)]
    if filled:
        places = tuple(f"row {number} of the sheet {sheet}" for number, _ in filled)
        yield Piece(Grid(tuple(row for _, row in filled), places), places[0], why, sheet)


def _wide(sheet: "Worksheet") -> Mapping[int, int]:
    """How many cells were made one, by the number of the row in which they begin on the left."""
    return {it.min_row: it.size["columns"] for it in sheet.merged_cells.ranges if it.size["rows"] == 1}


def _pieces(rows: Sequence[Row], sheet: str, name: str, wide: Mapping[int, int] = _NONE) -> Iterator[Piece]:
    """What stands alone above the table as paragraphs, then the table. `wide` are the cells of several columns."""
    of_sheet = f" of the sheet {sheet}" if sheet else ""
    filled = [(number, row) for number, row in rows if any(row)]
    if len(filled) > _MOST_ROWS or max((len(row) for _, row in filled), default=0) > _MOST_COLUMNS:
        raise _too_many(name)
    head = next((at for at, (_, row) in enumerate(filled) if sum(map(bool, row)) > 1), None)
    for number, row in filled[:head]:
        yield from (Piece(block, f"row {number}{of_sheet}", sheet=sheet) for cell in row for block in cell)
    if head is not None:
        cells = evened([row for _, row in filled[head:]])
        heads = sum(map(bool, filled[head][1]))
        across = frozenset(
            at
            for at, (number, row) in enumerate(filled[head:])
            if sum(map(bool, row)) == 1 and wide.get(number, 1) >= max(2, heads)
        )
        yield Piece(
            Grid(cells, tuple(f"row {number}{of_sheet}" for number, _ in filled[head:]), across),
            f"row {filled[head][0]}{of_sheet}",
            sheet=sheet,
        )


def _read(cell: "Cell | MergedCell") -> Prose:
    words = words_shown(cell.value, str(cell.number_format))
    link = getattr(cell, "hyperlink", None)
    address, part = (str(getattr(link, name, "") or "") for name in ("target", "location"))
    if address and words:
        address = f"{address}#{part}" if part else address
        return (Paragraph((Link(address, (Text(" ".join(words.split())),)),)),)
    is_struck = words and cell.font is not None and cell.font.strike
    return tuple(Paragraph((Struck(it.runs),)) for it in _cell(words)) if is_struck else _cell(words)


def _cell(words: str) -> tuple[Paragraph, ...]:
    """The cell's lines as one paragraph."""
    lines = [" ".join(line.split()) for line in words.split("\n") if line.strip()]
    if len(lines) < 2:
        return (paragraph(lines[0]),) if lines else ()
    return (Paragraph(tuple(_broken(lines))),)


def _broken(lines: Iterable[str]) -> Iterator[Run]:
    for number, line in enumerate(lines):
        if number:
            yield LineBreak()
        yield Text(line)


def _too_many(name: str) -> CannotImportError:
    return CannotImportError(
        f"`{name}` has more rows or columns than can be meant: delete what is empty below and beside"
    )
