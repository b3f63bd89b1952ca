"""Tables with one action a row: which column says what."""

import re
from collections.abc import Iterator, Mapping

from generator.domain.prose import Block, BulletList, NumberedList, Paragraph, Prose, Text
from generator.importing.document import Grid, in_a_line, words_of_cell
from generator.values import dataclass

FIELDS = ("action", "workstream", "due", "status", "owner", "rag", "id", "reason", "note")

# By how people head them, the likeliest first: of two columns for actions, the first of these is meant.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "action": (
        "action", "actions", "what we will do", "what we have done", "what will we do", "task", "tasks", "milestone",
        "milestones", "deliverable", "deliverables", "commitment", "activity", "activities", "action description",
        "action taken", "action required", "description of action", "what", "item", "description", "update", "detail",
        "details", "key action", "key actions", "action point",
    ),
    "workstream": ("workstream", "work stream", "strand", "theme", "programme area", "workstream name", "stream"),
    "due": (
        "due", "due date", "date due", "by when", "when", "deadline", "target date", "target", "target completion date",
        "completion date", "timescale", "timescales", "end date", "due by", "date", "target completion", "planned date",
    ),
    "status": ("status", "state", "progress", "action status", "current status", "position"),
    "owner": ("owner", "lead", "who", "by whom", "responsible", "responsible officer", "officer", "lead officer",
              "action owner", "assigned to"),
    "rag": ("rag", "rag status", "rag rating", "rating", "brag"),
    "id": ("id", "ref", "reference", "no", "number", "action id", "action ref", "action no"),
    "reason": ("reason", "why", "reason stopped", "reason for stopping", "reason for change"),
}  # fmt: skip

_FOR_WORDS = ("action", "workstream", "id", "note")
_DASHES = "-–—‒―−. "  # as people type them into cells that have nothing to say
_CERTAIN = frozenset(("action", "actions", "task", "tasks", "milestone", "milestones", "commitment", "key actions"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell that has words: the head of its column, the field that the column is for, and the words."""

    head: str
    field: str
    prose: Prose

    @property
    def words(self) -> str:
        return words_of_cell(self.prose)

    @property
    def is_empty(self) -> bool:
        """Whether a dash or the like fills the cell, so that it is not left blank."""
        return bool(self.words) and not self.words.strip(_DASHES)

    @property
    def detail(self) -> Paragraph:
        """`Owner: Jo Bloggs`, as a line below an action."""
        runs = in_a_line(self.prose)
        mark = "" if self.head.endswith((":", "?")) else ":"
        return Paragraph((Text(f"{self.head}{mark} "), *runs) if self.head else runs)


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the head. `entries` leaves out cells without words; `is_across` says that one is as wide as all."""

    entries: tuple[Entry, ...]
    cells: tuple[Prose, ...]
    place: str
    is_across: bool = False

    @property
    def is_begun_alone(self) -> bool:
        """Whether the first cell alone has words, and is for words."""
        return len(self.entries) == 1 and bool(self.cells[0]) and self.entries[0].field in _FOR_WORDS

    @property
    def words(self) -> str:
        return " ".join(it.words for it in self.entries)

    def of(self, field: str) -> Entry | None:
        return next((it for it in self.entries if it.field == field), None)


def is_table_of_actions(grid: Grid, mapped: Mapping[str, str]) -> bool:
    """Whether a column holds actions: its head surely says so, the user has named it, or it may and another column is
    known too.
    """
    fields = fields_of(grid, mapped)
    if "action" not in fields or len(grid.rows) < 2:
        return False
    head = plain_head(heads_of(grid)[fields.index("action")])
    return head in mapped or head in _CERTAIN or len(fields) - fields.count("note") > 1


def is_head_of_actions(row: tuple[Prose, ...], mapped: Mapping[str, str], *, may_be_bare: bool) -> bool:
    """Whether a row further down is the head of a table of actions: more than half of its cells, and two at least, are
    heads that we know. `may_be_bare` where a head for actions that is sure, or half of the cells, is enough.
    """
    grid = Grid((row,), ("",))
    fields = fields_of(grid, mapped)
    filled = sum(map(bool, row))
    known = len(fields) - fields.count("note")
    if "action" not in fields or filled < 2:
        return False
    head = plain_head(heads_of(grid)[fields.index("action")])
    is_half = known > 1 and known * 2 >= filled
    return is_half or head in mapped or head in _CERTAIN if may_be_bare else known > 1 and known * 2 > filled


def heads_of(grid: Grid) -> tuple[str, ...]:
    return tuple(map(words_of_cell, grid.rows[0])) if grid.rows else ()


def rows_of(grid: Grid, mapped: Mapping[str, str]) -> Iterator[Row]:
    heads, fields = heads_of(grid), fields_of(grid, mapped)
    for number, (cells, place) in enumerate(zip(grid.rows[1:], grid.places[1:], strict=True), 1):
        entries = (Entry(head, field, cell) for head, field, cell in zip(heads, fields, cells, strict=True) if cell)
        if any(cells):
            yield Row(tuple(entries), cells, place, number in grid.across)


def fields_of(grid: Grid, mapped: Mapping[str, str]) -> list[str]:
    """The field of each column, one of FIELDS: as `mapped` says by plain heads, else by its head; `note` where neither
    does. Every field but `note` is given once at most.
    """
    plain = [plain_head(head) for head in heads_of(grid)]
    fields: list[str] = []
    for head in plain:
        field = mapped.get(head, "")
        fields.append("note" if field and field in fields else field)
    for field, names in _COLUMNS.items():
        if field not in fields:
            at = next((plain.index(name) for name in names if name in plain and not fields[plain.index(name)]), None)
            if at is not None:
                fields[at] = field
    return [field or "note" for field in fields]


def says_how_it_goes(head: str) -> bool:
    """Whether a column of this head says how far an action is, in a word or by a colour."""
    return plain_head(head) in (*_COLUMNS["rag"], *_COLUMNS["status"])


def plain_head(head: str) -> str:
    """The letters and digits of a head, in small letters with single spaces, by which heads are compared."""
    return " ".join(re.findall(r"[a-z0-9]+", head.lower()))


def actions_in(cell: Prose) -> tuple[Prose, ...]:
    """The actions that stand in one cell: each item of a list with which it begins; else one, with all that follows."""
    actions: list[list[Block]] = []
    for block in cell:
        if isinstance(block, BulletList | NumberedList) and not actions:
            actions += [list(item) for item in block.items]
        elif actions:
            actions[-1].append(block)
        else:
            actions.append([block])
    return tuple(tuple(item) for item in actions)
