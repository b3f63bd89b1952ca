"""Tables used for layout, taken apart: `Completed | Next steps`, or a form with a label before each text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.domain.prose import Block, Paragraph, Prose, Strong, Text
from generator.importing.document import Grid, Piece, in_a_line, paragraph, words_of_cell
from generator.importing.heads import Heads
from generator.importing.other_matter import names_other_matter
from generator.importing.rows import is_table_of_actions
from generator.importing.shaping import could_be_title, is_bold_title


def unfold(pieces: Iterable[Piece], heads: Heads, mapped: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces, with each layout table as what it holds: column by column below heads, or row by row after labels.

    Tables of actions, and those without a state such as “Completed” in their first row or column, stay tables.
    """
    for piece in (each for it in pieces for each in _without_title(it)):
        if not isinstance(piece.part, Grid) or is_table_of_actions(piece.part, mapped):
            yield piece
        elif _has_heads(piece.part.rows[:1], heads):
            yield from _columns(piece, piece.part, heads)
        elif any(_has_state(row[0], heads) for row in piece.part.rows if row):
            yield from _rows(piece, piece.part, heads)
        else:
            yield piece


def _without_title(piece: Piece) -> Iterator[Piece]:
    """A title across the first row stands above the table, so that the heads of the columns are its first row."""
    if isinstance(piece.part, Grid) and 0 in piece.part.across and len(piece.part.rows) > 1:
        grid = piece.part
        yield from (replace(piece, part=block, place=grid.places[0]) for cell in grid.rows[0] for block in cell)
        rest = Grid(grid.rows[1:], grid.places[1:], frozenset(at - 1 for at in grid.across if at))
        yield from _without_title(replace(piece, part=rest))
    else:
        yield piece


def _has_heads(rows: Iterable[tuple[Prose, ...]], heads: Heads) -> bool:
    """Whether all cells of the row say what stands below them, and one of them a state."""
    for row in rows:
        filled = [cell for cell in row if cell]
        return (
            len(filled) > 1
            and any(_has_state(cell, heads) for cell in filled)
            and all(heads.read(words_of_cell(cell), is_heading=True) for cell in filled)
        )
    return False


def _has_state(cell: Prose, heads: Heads) -> bool:
    head = heads.read(words_of_cell(cell), is_heading=True) if len(cell) == 1 else None
    return head is not None and head.state is not None


def _columns(piece: Piece, grid: Grid, heads: Heads) -> Iterator[Piece]:
    """Column by column; a further row of titles, as in a report of four boxes, begins something else."""
    titles = [number == 0 or _has_titles(row, heads) for number, row in enumerate(grid.rows)]
    for column in range(len(grid.rows[0])):
        for is_title, row, place in zip(titles, grid.rows, grid.places, strict=True):
            for block in row[column]:
                yield replace(piece, part=_as_heading(block) if is_title else block, place=place)


def _has_titles(row: tuple[Prose, ...], heads: Heads) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and all(
        len(cell) == 1
        and could_be_title(cell[0])
        and (is_bold_title(cell[0]) or _has_state(cell, heads) or names_other_matter(words_of_cell(cell)))
        for cell in filled
    )


def _rows(piece: Piece, grid: Grid, heads: Heads) -> Iterator[Piece]:
    """Row by row. A label that nobody knows stands with its words; below actions it is the title of other matter."""
    has_begun = False
    for row, place in zip(grid.rows, grid.places, strict=True):
        filled = [cell for cell in row if cell]
        has_begun = has_begun or (bool(filled) and _has_state(filled[0], heads))
        together = " ".join(map(words_of_cell, filled))
        if len(filled) == 2 and not _has_state(filled[0], heads) and all(len(cell) == 1 for cell in filled):
            joined = heads.read(together, is_heading=True)
            label = in_a_line(filled[0])
            is_label = isinstance(filled[0][0], Paragraph) and isinstance(filled[1][0], Paragraph)
            if joined:
                yield replace(piece, part=_as_heading(paragraph(together)), place=place)
                continue
            if is_label and not has_begun:
                mark = () if words_of_cell(filled[0]).endswith((":", "?", ".")) else (Text(":"),)
                yield replace(piece, part=Paragraph((*label, *mark, Text(" "), *in_a_line(filled[1]))), place=place)
                continue
        for number, cell in enumerate(filled):
            for block in cell:
                yield replace(piece, part=_as_heading(block) if number == 0 and len(filled) > 1 else block, place=place)


def _as_heading(block: Block) -> Block:
    if isinstance(block, Paragraph) and not all(isinstance(run, Strong) for run in block.runs):
        return Paragraph((Strong(block.runs),))
    return block
