"""What has been given a place so far, and what has not, while documents are gone through one after the other."""

from collections.abc import Iterable, Sequence

from generator.domain.prose import Block, Heading, Prose
from generator.importing.document import Remark
from generator.importing.placed import Became, Placing, Planned, Section, Unplaced, together
from generator.importing.shaping import as_small_heading, levelled, without_quotes
from generator.importing.table_actions import Found


class Gathering:
    """`file` is the name of the document that is gone through; the places that are given stand in it."""

    def __init__(self) -> None:
        self.file = ""
        self._letter: list[Block] = []
        self._introductions: dict[str, list[Block]] = {}
        self._actions: dict[str, list[Planned]] = {}
        self._unplaced: list[Unplaced] = []
        self._became: list[Became] = []
        self._remarks: list[Remark] = []
        self._fields_meant = frozenset[str]()
        self._extra_sentences = 0

    def into_letter(self, blocks: Iterable[Block]) -> None:
        self._letter += blocks

    def introduce(self, workstream: str, blocks: Iterable[Block]) -> None:
        kept = (as_small_heading(it) if isinstance(it, Heading) else it for it in without_quotes(tuple(blocks)))
        self._introductions.setdefault(workstream, []).extend(kept)

    def act(self, workstream: str, action: Planned) -> None:
        self._actions.setdefault(workstream, []).append(action)

    def leave(self, place: str, why: str, prose: Prose) -> None:
        self._unplaced.append(Unplaced(self._at(place), why, prose))

    def became(self, place: str, words: str) -> None:
        self._became.append(Became(self._at(place), words))

    def remark(self, place: str, *about: str) -> None:
        self._remarks += (Remark(words, place, self.file) for words in about)

    def of_table(self, found: Found) -> None:
        for workstream, action in found.actions:
            self.act(workstream, action)
        self._became += found.became
        self._remarks += found.remarks
        self._fields_meant |= found.fields_meant
        self._unplaced += found.unplaced
        self._extra_sentences += found.extra_sentences

    def give_title(self, heading: Heading, workstream: str) -> None:
        """A heading that was just left or put into the letter was the title of a workstream's part, and goes there; one
        that is no longer the last there was not.
        """
        if self._unplaced and self._unplaced[-1].prose == (heading,):
            self._unplaced.pop()
        elif self._letter and self._letter[-1] is heading:
            self._letter.pop()
        else:
            return
        self.introduce(workstream, (heading,))

    def placing(self, workstreams: Sequence[str]) -> Placing:
        """All of it, the updates in the order of these ids."""
        ids = [it for it in workstreams if self._introductions.get(it) or self._actions.get(it)]
        return Placing(
            letter=tuple(levelled(self._letter, 2)),
            updates={it: self._section(it) for it in ids},
            unplaced=tuple(together(self._unplaced)),
            became=tuple(self._became),
            remarks=tuple(self._remarks),
            fields_meant=self._fields_meant,
            extra_sentences=self._extra_sentences,
        )

    def _section(self, workstream: str) -> Section:
        return Section(tuple(self._introductions.get(workstream, ())), tuple(self._actions.get(workstream, ())))

    def _at(self, place: str) -> str:
        return f"{self.file}, {place}"
