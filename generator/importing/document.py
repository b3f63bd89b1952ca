"""What every reader of a foreign file gives: the prose that we know, tables whose cells hold prose, and pictures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from generator.domain.prose import (
    Block,
    BulletList,
    Cell,
    LineBreak,
    NumberedList,
    Paragraph,
    Prose,
    Run,
    Table,
    plain_words,
    words_of_runs,
)
from generator.domain.prose import Text as Words
from generator.text import UserError
from generator.values import dataclass

# What a piece is that stands aside.
A_FOOTNOTE, HIDDEN = "it is a footnote", "it is hidden"
_MOST_SHOWN = 60  # characters


class CannotImportError(UserError):
    """A file cannot be brought in: one line that says what is wrong with it and what to do."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before anybody knows what it is for. Each row has as many cells as the first, and its place in words.

    `across` are the numbers of rows, from 0, that have one cell alone, which is as wide as the table.
    """

    rows: tuple[tuple[Prose, ...], ...]
    places: tuple[str, ...]
    across: frozenset[int] = frozenset()


Part = Block | Grid


@dataclass(frozen=True, slots=True)
class Piece:
    """One block and where it stands, such as `paragraph 12`. What stands `aside` is no part of the text itself."""

    part: Part
    place: str
    aside: str = ""  # what it is then, such as A_FOOTNOTE
    sheet: str = ""  # the name of the sheet that it stands on, in a workbook


@dataclass(frozen=True, slots=True)
class Remark:
    """Something for the person who imports to look at: `words` about a `place` in a `file`, as far as it has these."""

    words: str
    place: str = ""
    file: str = ""

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.file, self.place)))
        return f"{where}: {self.words}" if where else self.words


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A file as it was read. `pictures` are by the target that images in it name.

    `raw` holds the words as they stand in the file, found without the reader, to prove that the reader lost none; empty
    where the reader sees the file's own characters. `name` is what the file is called, which `remarks` do not repeat.
    """

    name: str
    pieces: tuple[Piece, ...]
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Remark, ...] = ()
    raw: str = ""


def paragraph(words: str) -> Paragraph:
    return Paragraph((Words(words),))


def prose_of(part: Part) -> Prose:
    """The part as prose; a grid becomes a table, whose cells are one line each."""
    if not isinstance(part, Grid):
        return (part,)
    rows = tuple(tuple(Cell(in_a_line(cell)) for cell in row) for row in part.rows)
    return (Table(rows[0], rows[1:]),) if rows else ()


def in_a_line(prose: Prose) -> tuple[Run, ...]:
    """The runs of all blocks, one after the other; a colon before a list, and a semicolon between its items."""
    runs: list[Run] = []
    for block in prose:
        own = tuple(_runs(block))
        between = _between(runs, ": ") if isinstance(block, BulletList | NumberedList) else Words(" ")
        runs += [between, *own] if runs and own else own
    return tuple(runs)


def _runs(block: Block) -> Iterable[Run]:
    if isinstance(block, Paragraph):
        return tuple(Words(" ") if isinstance(run, LineBreak) else run for run in block.runs)
    if isinstance(block, BulletList | NumberedList):
        return _items(block)
    words = plain_words((block,))
    return (Words(words),) if words else ()


def _items(block: BulletList | NumberedList) -> tuple[Run, ...]:
    runs: list[Run] = []
    for own in filter(None, map(in_a_line, block.items)):
        runs += [*([_between(runs, "; ")] if runs else []), *own]
    return tuple(runs)


def _between(runs: Iterable[Run], mark: str) -> Words:
    """The mark, where the words before it do not end with one of their own."""
    return Words(" " if words_of_runs(tuple(runs)).rstrip().endswith((".", "!", "?", ";", ":", ",")) else mark)


def grids_of(document: ImportedDocument) -> list[Grid]:
    return [piece.part for piece in document.pieces if isinstance(piece.part, Grid)]


def words_of(part: Part) -> str:
    return " ".join(plain_words(prose_of(part)).split())


def words_of_cell(cell: Prose) -> str:
    return " ".join(map(words_of, cell))


def first_words(words: str) -> str:
    """As many as a remark has room for, to find the place by."""
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()} …"


def evened(rows: Sequence[tuple[Prose, ...]]) -> tuple[tuple[Prose, ...], ...]:
    """The rows with as many cells each as the longest has."""
    width = max(map(len, rows), default=0)
    return tuple((*row, *((),) * (width - len(row))) for row in rows)


def split_runs(runs: Iterable[Run], is_end: Callable[[Run], bool]) -> list[tuple[Run, ...]]:
    """The runs between those at which a line ends."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if is_end(run):
            lines.append([])
        else:
            lines[-1].append(run)
    return [tuple(line) for line in lines]
