"""What goes where: the letter, the updates, what has no place yet, and what became a heading or a date of ours."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from itertools import groupby

from generator.domain.due import YearOfQuarters
from generator.domain.edition import State
from generator.domain.prose import Prose
from generator.importing.counting import count_sentences
from generator.importing.document import Remark
from generator.text.plural import joined
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Planned:
    """An action as it will be written; `due` as somebody wrote it, `audiences` as braces have them."""

    state: State
    text: Prose
    due: str = ""
    reason: str = ""
    project: str = ""
    id: str = ""
    audiences: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What goes into one workstream's update."""

    introduction: Prose = ()
    actions: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What nobody could tell the place of: where it stood, why, and the words."""

    place: str
    why: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Became:
    """Words that are not written as words, for they have become a heading, a date, an id or the like of ours."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Where everything goes: `updates` by the ids of their workstreams. `fields_meant` are those for which remarks say
    that a column may be meant. A cell is counted as one line before it is known what it is for; `extra_sentences` is
    how many more are found when the same words stand in actions, in lines of their own.
    """

    letter: Prose
    updates: Mapping[str, Section]
    unplaced: tuple[Unplaced, ...]
    became: tuple[Became, ...]
    remarks: tuple[Remark, ...]
    fields_meant: frozenset[str] = frozenset()
    extra_sentences: int = 0

    @property
    def count_became(self) -> int:
        return count_sentences(it.words for it in self.became)


@dataclass(frozen=True, slots=True)
class PlacingOptions:
    """What the user said: the edition's month, the only workstream if there is one, and the columns by their heads."""

    month: date
    quarters: YearOfQuarters | None = None
    workstream: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)


_PLACE = re.compile(r"row (?P<number>\d+)(?P<of>.*)")
_MOST_NAMED = 8


def in_few_words(places: Sequence[str]) -> str:
    """`rows 2, 5 and 6 of the sheet Plan`; `60 rows from 2 to 90`, or the first few places, where there are many."""
    found = [_PLACE.fullmatch(it) for it in places]
    numbers = [int(it["number"]) for it in found if it]
    ofs = {it["of"] for it in found if it}
    if len(places) < 2 or len(numbers) < len(places) or len(ofs) > 1:
        more = len(places) - _MOST_NAMED
        return ", ".join(places[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    if len(numbers) > _MOST_NAMED:
        return f"{len(numbers)} rows from {numbers[0]} to {numbers[-1]}{ofs.pop()}"
    return f"rows {joined(map(str, numbers))}{ofs.pop()}"


def together(unplaced: Iterable[Unplaced]) -> Iterator[Unplaced]:
    """Neighbours in one place that were left for one reason, put together."""
    for (_, why), group in groupby(unplaced, lambda it: (it.place.rpartition(", ")[0], it.why)):
        parts = list(group)
        yield Unplaced(parts[0].place, why, tuple(block for part in parts for block in part.prose))
