"""Tables of actions: what each row becomes, and what of them has no place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.domain.workstream import Workstream
from generator.importing.columns import may_be_meant
from generator.importing.document import Grid, Piece, Remark, prose_of
from generator.importing.heads import Heads
from generator.importing.placed import Became, PlacingOptions, Planned, Unplaced, in_few_words
from generator.importing.row_actions import Around, Said, heading_in, what_is_said
from generator.importing.rows import Row, heads_of, rows_of
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class TableOf:
    """The file in which a table stands, and what is known of the programme."""

    name: str
    workstreams: Mapping[str, Workstream]
    heads: Heads
    options: PlacingOptions


@dataclass(frozen=True, slots=True)
class Found:
    """`actions` with the ids of their workstreams; `fields_meant` and `extra_sentences` as Placing has them."""

    actions: Sequence[tuple[str, Planned]]
    became: Sequence[Became]
    remarks: Sequence[Remark]
    fields_meant: frozenset[str]
    unplaced: Sequence[Unplaced]
    extra_sentences: int


def actions_of(piece: Piece, grid: Grid, around: Around, table: TableOf) -> Found:
    """Each row that says enough is an action; the others stay a table, with its head.

    A cell across the whole table is a heading for the rows below it, where it names a workstream or a state.
    """
    return _Rows(piece, grid, around, table).found()


def taken_for(words: str, workstream: Workstream) -> str:
    return f"“{words}” was taken for {workstream.title}"


class _Rows:
    """The way down a table."""

    def __init__(self, piece: Piece, grid: Grid, around: Around, table: TableOf) -> None:
        self.piece = piece
        self.grid = grid
        self.around = around
        self.table = table
        self.state = around.state
        self.above = self.headed = ""  # the workstream of the row above, and of the heading above
        self.near = set[str]()
        self.actions: list[tuple[str, Planned]] = []
        self.became: list[Became] = []
        self.remarks: list[Remark] = []
        self.left: list[tuple[Row, str]] = []
        self.extra_sentences = 0

    def found(self) -> Found:
        for row in rows_of(self.grid, self.table.options.mapped):
            self.row(row)
        hints = tuple(may_be_meant(self.grid, self.table.options, self.table.heads, self.whys))
        for hint in hints:
            self.remark(self.piece.place, hint.words)
        meant = frozenset(hint.field for hint in hints)
        return Found(self.actions, self.became, self.remarks, meant, self.unplaced(), self.extra_sentences)

    def remark(self, place: str, words: str) -> None:
        self.remarks.append(Remark(words, place, self.table.name))

    def at(self, place: str) -> str:
        return f"{self.table.name}, {place}"

    def row(self, row: Row) -> None:
        head = heading_in(row, self.table.heads)
        if head and head.workstream:
            self.headed, self.state = head.workstream, self.around.state
        if head:
            self.state = head.state or self.state
            self.became.append(Became(self.at(row.place), row.words))
            return
        here, is_unnamed = self.around.workstream, row.of("workstream") is None
        known = self.headed or here or (self.above if is_unnamed else "")
        if known and not self.headed and not here and is_unnamed:
            self.remark(row.place, "no workstream is named; it was taken for that of the row above")
        said = what_is_said(
            row, replace(self.around, workstream=known, state=self.state), self.table.heads, self.table.options
        )
        self.take(said, row)
        self.above = said.workstream
        self.headed = "" if row.is_across else self.headed

    def take(self, said: Said, row: Row) -> None:
        self.actions += ((said.workstream, action) for action in said.actions)
        self.became += (Became(self.at(row.place), words) for words in said.became)
        for words in said.remarks:
            self.remark(row.place, words)
        self.extra_sentences += said.extra_sentences
        self.left += [(row, said.why)] if said.why else []
        head = self.table.heads.workstream(said.near) if said.near and said.near not in self.near else None
        if head and head.workstream:
            self.near.add(said.near)
            self.remark(row.place, taken_for(said.near, self.table.workstreams[head.workstream]))

    @property
    def whys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(why for _, why in self.left))

    def unplaced(self) -> list[Unplaced]:
        """Those rows that did not say enough, each with what it lacks; the head goes with them, if any."""
        grid = self.grid
        if not self.left:
            self.became += [Became(self.at(self.piece.place), head) for head in heads_of(grid)]
            return []
        rows = (grid.rows[0], *(row.cells for row, _ in self.left))
        places = tuple(row.place for row, _ in self.left)
        rest = Grid(rows, (grid.places[0], *places))
        return [Unplaced(self.at(in_few_words(places)), "; ".join(self.whys), prose_of(rest))]
