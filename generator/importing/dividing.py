"""Sheets in which more stands than one table: what is above the heads of the columns, and heads that come again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.domain.prose import Paragraph, Prose, Text
from generator.importing.document import Grid, Piece, in_a_line, words_of_cell
from generator.importing.heads import Heads
from generator.importing.rows import heads_of, is_head_of_actions, is_table_of_actions

_MOST_WORDS_OF_LABEL = 4


def divide(piece: Piece, heads: Heads, mapped: Mapping[str, str]) -> Iterator[Piece]:
    """The piece as it is, or the lines above a table of actions and that table, as often as heads of columns come.

    A line such as `Next steps` right above heads that come again is of the table below it.
    """
    grid = piece.part
    begins = list(_begins(grid, mapped)) if isinstance(grid, Grid) else []
    if not isinstance(grid, Grid) or begins in ([], [0]):
        yield piece
        return
    above = 0
    for begin, end in zip(begins, [*begins[1:], len(grid.rows)], strict=True):
        yield from _lines(piece, grid, above, begin)
        above = end
        while end < len(grid.rows) and above > begin + 1 and _is_line(grid, above - 1, heads):
            above -= 1
        yield _part(piece, grid, begin, above)


def _begins(grid: Grid, mapped: Mapping[str, str]) -> Iterator[int]:
    """The rows that are heads of columns. Above the first, no row may have as many cells as it."""
    head: tuple[str, ...] = heads_of(grid) if is_table_of_actions(grid, mapped) else ()
    most = 0
    yield from (0,) if head else ()
    for at, row in enumerate(grid.rows[:-1]):
        filled = sum(map(bool, row))
        own = tuple(map(words_of_cell, row))
        may_be_bare = not head and filled > most
        if at and (own == head or is_head_of_actions(row, mapped, may_be_bare=may_be_bare)):
            head = own
            yield at
        most = max(most, filled)


def _is_line(grid: Grid, at: int, heads: Heads) -> bool:
    filled = [cell for cell in grid.rows[at] if cell]
    return len(filled) == 1 and (at in grid.across or heads.read(words_of_cell(filled[0]), is_heading=True) is not None)


def _part(piece: Piece, grid: Grid, begin: int, end: int) -> Piece:
    across = frozenset(at - begin for at in grid.across if begin < at < end)
    part = Grid(grid.rows[begin:end], grid.places[begin:end], across)
    return replace(piece, part=part, place=grid.places[begin] if begin else piece.place)


def _lines(piece: Piece, grid: Grid, begin: int, end: int) -> Iterator[Piece]:
    """What stands above heads of columns as paragraphs: `Period: January 2020`, where a row has labels and words."""
    for row, place in zip(grid.rows[begin:end], grid.places[begin:end], strict=True):
        filled = [cell for cell in row if cell]
        if _has_labels(row):
            for label, words in zip(filled[::2], filled[1::2], strict=True):
                mark = " " if words_of_cell(label).endswith((":", "?")) else ": "
                yield replace(piece, part=Paragraph((*in_a_line(label), Text(mark), *in_a_line(words))), place=place)
        else:
            yield from (replace(piece, part=block, place=place) for cell in filled for block in cell)


def _has_labels(row: Sequence[Prose]) -> bool:
    """Whether each label has its words right beside it; what stands over several columns has none."""
    at = [number for number, cell in enumerate(row) if cell]
    pairs = list(zip(at[::2], at[1::2], strict=False))
    return len(at) == 2 * len(pairs) and all(
        words == label + 1 and _is_label(words_of_cell(row[label])) for label, words in pairs
    )


def _is_label(words: str) -> bool:
    is_short = len(words.split()) <= _MOST_WORDS_OF_LABEL
    return is_short and not any(it.isdigit() for it in words) and not words.endswith(".")
