"""Columns whose heads are unknown: what they are most likely for, by what stands in their cells."""

from collections.abc import Callable, Collection, Iterator

from generator.importing.document import Grid, words_of_cell
from generator.importing.dues import certain
from generator.importing.heads import Heads, status
from generator.importing.placed import PlacingOptions
from generator.importing.rows import fields_of, heads_of
from generator.values import dataclass

NO_WORKSTREAM = "nothing says whose workstream it is"
NO_STATE = "nothing says whether it is done"
_KNOWN_TOO = ("note", "owner", "rag")  # what a column may be as well, and lose nothing by it
_STATES_IN_WORDS = (
    "a column headed Status says whether each is done, in words such as Completed, In progress, Planned or Stopped; "
    'one with another head is named with --map "HEAD=status"'
)


@dataclass(frozen=True, slots=True)
class Hint:
    """That a column may be meant for a field, in a sentence."""

    field: str
    words: str


def may_be_meant(grid: Grid, options: PlacingOptions, heads: Heads, whys: Collection[str]) -> Iterator[Hint]:
    """Which --map would give rows a place. `whys` are the reasons why rows have none."""
    wanted: dict[str, tuple[str, Callable[[str], bool]]] = {
        "due": ("holds dates", lambda words: certain(words, options.quarters) is not None)
    }
    if NO_WORKSTREAM in whys:
        wanted["workstream"] = "names workstreams", lambda words: heads.workstream(words) is not None
    if NO_STATE in whys or NO_WORKSTREAM in whys:
        wanted["status"] = "says how actions stand", lambda words: status(words)[0] is not None
    fields = fields_of(grid, options.mapped)
    heads_by_field = {
        field: head for field in wanted if field not in fields and (head := _head(grid, fields, wanted[field][1]))
    }
    for field, head in heads_by_field.items():
        yield Hint(field, f'the column “{head}” {wanted[field][0]}: --map "{head}={field}" may be meant')
    if "status" in wanted and not {"status"} & {*fields, *heads_by_field}:
        yield Hint("status", _STATES_IN_WORDS)


def _head(grid: Grid, fields: list[str], says: Callable[[str], bool]) -> str:
    """The head of the first column of which more than half of the filled cells say so; empty where none does."""
    for at, head in enumerate(heads_of(grid)):
        cells = [words_of_cell(row[at]) for row in grid.rows[1:] if row[at]]
        if head and fields[at] in _KNOWN_TOO and cells and sum(map(says, cells)) * 2 > len(cells):
            return head
    return ""
