"""Cells that say by their colour alone how an action goes: a colour is no word, and nobody may guess what it means."""

from collections.abc import Iterable, Iterator, Sequence

from generator.importing.document import Remark
from generator.importing.rows import says_how_it_goes
from generator.text.plural import plural
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Painted:
    """A cell: its words, and whether it has a colour."""

    words: str
    is_coloured: bool


def told_of_colours(place: str, rows: Iterable[Sequence[Painted]]) -> Iterator[Remark]:
    """A remark on each column for states, or for RAG, in which cells have a colour and no words."""
    heads: dict[int, str] = {}
    counts: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if says_how_it_goes(cell.words):
                heads[at] = cell.words
            elif at in heads and cell.is_coloured and not cell.words:
                counts[at] = counts.get(at, 0) + 1
    for at, count in counts.items():
        said = f"{plural(count, 'cell')} of the column “{heads[at]}”"
        has = "has a colour and no words" if count == 1 else "have a colour and no words"
        why = f"{said} {has}, and a colour is not brought in: write what it means, such as Green or Completed"
        yield Remark(why, place)
