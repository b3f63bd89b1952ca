"""A writer's words as a small tree of blocks and runs, which knows nothing of Markdown, YAML or HTML.

Blocks stand below each other, runs stand in a line. Every way of showing the words (HTML, text, PDF) is a walk over it.
"""

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from generator.domain.audience import Audiences
from generator.text.source import Span
from generator.values import dataclass

NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    words: str


@dataclass(frozen=True, slots=True)
class FileNote(Text):
    """What kind of file a link leads to and how large it is, behind the link's own words; no writer wrote it."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class Struck:
    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Words in another language than those around them; `language` is its tag, such as `cy`."""

    language: str
    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class Code:
    words: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is what the writer wrote; where it leads is found when a page is planned."""

    target: str
    runs: tuple["Run", ...]
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class InlineImage:
    target: str
    alt: str
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number that leads to a footnote; `number` counts from 1 within one prose."""

    number: int


Run = Text | Emphasis | Strong | Struck | InLanguage | Code | LineBreak | Link | InlineImage | NoteMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is the writer's: 2 for `##`. A page may set it lower to fit what stands around it.

    `anchor` is its id on the page, given when the page is planned.
    """

    level: int
    runs: tuple[Run, ...]
    written_at: Span = field(compare=False, default=NOWHERE)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple["Prose", ...]
    is_tight: bool = True


@dataclass(frozen=True, slots=True)
class NumberedList:
    items: tuple["Prose", ...]
    start: int = 1
    is_tight: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: "Prose"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    words: str


@dataclass(frozen=True, slots=True)
class Rule:
    pass


class Alignment(StrEnum):
    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cell:
    runs: tuple[Run, ...]
    alignment: Alignment = Alignment.START


@dataclass(frozen=True, slots=True)
class Table:
    """A head row, which CommonMark's tables always have, and the rows below it, all of the same length."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of one prose, in the order of their marks."""

    notes: tuple["Prose", ...]


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """Blocks that only some audiences may see; they are taken out or opened when a briefing is made."""

    audiences: Audiences
    blocks: "Prose"


Block = Paragraph | Heading | BulletList | NumberedList | Quote | CodeBlock | Rule | Table | Notes | OnlyFor
Prose = tuple[Block, ...]


def plain_words(prose: Prose) -> str:
    """The words alone, one block after the other with a space between; alt text stands in for images."""
    return " ".join(filter(None, map(_block_words, prose)))


def words_of_runs(runs: tuple[Run, ...]) -> str:
    if len(runs) == 1 and type(runs[0]) is Text:  # most are no more
        return runs[0].words
    return "".join(map(_run_words, runs))


def _run_words(run: Run) -> str:
    match run:
        case Text(words) | Code(words):
            return words
        case Emphasis(runs) | Strong(runs) | Struck(runs) | InLanguage(runs=runs):
            return words_of_runs(runs)
        case Link():
            return words_of_runs(run.runs)
        case InlineImage():
            return run.alt
        case LineBreak():
            return " "
        case NoteMark():
            return ""


def _block_words(block: Block) -> str:
    match block:
        case Paragraph(runs):  # most are no more
            return words_of_runs(runs)
        case CodeBlock(words):
            return words
        case _:
            return " ".join((*map(words_of_runs, lines_of(block)), *map(plain_words, proses_inside(block))))


_ALIKE_FOR_ALL = frozenset((Text, Code, LineBreak, NoteMark))


def is_alike_for_all(prose: Prose) -> bool:
    """Whether it surely reads alike for every audience: nothing in it leads anywhere, and no part is for some alone.

    A quick look, for words as most are: other prose than paragraphs and lists of plain runs is not looked into.
    """
    for block in prose:
        if type(block) is not Paragraph or len(block.runs) != 1:
            if not _is_alike(block):
                return False
        elif type(block.runs[0]) not in _ALIKE_FOR_ALL:  # most are no more than one paragraph of one run
            return False
    return True


def _is_alike(block: Block) -> bool:
    match block:
        case Paragraph(runs):
            return all(type(run) in _ALIKE_FOR_ALL for run in runs)
        case BulletList(items) | NumberedList(items):
            return all(map(is_alike_for_all, items))
        case _:
            return False


def runs_in(prose: Prose) -> Iterator[Run]:
    """Every run of the prose in reading order, each before the runs inside it."""
    for block in blocks_in(prose):
        for line in lines_of(block):
            yield from _runs_within(line)


def _runs_within(runs: tuple[Run, ...]) -> Iterator[Run]:
    for run in runs:
        yield run
        if isinstance(run, Emphasis | Strong | Struck | InLanguage | Link):
            yield from _runs_within(run.runs)


def blocks_in(prose: Prose) -> Iterator[Block]:
    """Every block of the prose in reading order, each before the blocks inside it."""
    for block in prose:
        yield block
        for inner in proses_inside(block):
            yield from blocks_in(inner)


def proses_inside(block: Block) -> tuple[Prose, ...]:
    """The blocks that stand in this one, in reading order: a list has a prose for each item, a quote has one."""
    match block:
        case BulletList(items) | NumberedList(items):
            return items
        case Quote(blocks) | OnlyFor(blocks=blocks):
            return (blocks,)
        case Notes(notes):
            return notes
        case _:
            return ()


def lines_of(block: Block) -> tuple[tuple[Run, ...], ...]:
    """The runs of a paragraph or a heading, or of each cell of a table; not those of the blocks inside it."""
    match block:
        case Paragraph() | Heading():
            return (block.runs,)
        case Table():
            return tuple(cell.runs for row in (block.head, *block.rows) for cell in row)
        case _:
            return ()


def words_by_line(prose: Prose) -> Iterator[str]:
    """The words of each paragraph, heading, cell and piece of code, in reading order."""
    for block in blocks_in(prose):
        if isinstance(block, CodeBlock):
            yield block.words
        else:
            yield from map(words_of_runs, lines_of(block))


def headings_in(prose: Prose) -> Iterator[Heading]:
    """The headings that stand at the top of the prose or in a part for some audiences, in order."""
    for block in prose:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, OnlyFor):
            yield from headings_in(block.blocks)
