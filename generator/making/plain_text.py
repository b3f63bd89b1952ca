"""Prose as plain text that reads well aloud: by a screen reader, down the telephone, in a terminal.

Nothing is told by signs: what a page shows by its looks is said in words. Each paragraph, item and heading is one line
here, however long, and `wrapped` breaks the lines of the finished text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import field

from wcwidth import iter_graphemes, width

from generator.domain.prose import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    NoteMark,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Run,
    Strong,
    Struck,
    Table,
    Text,
    plain_words,
    words_of_runs,
)
from generator.making.glossary import Expander
from generator.making.numbered_links import SHORT_ADDRESSES, NumberedLink, NumberedLinks, is_told
from generator.values import dataclass

COLUMNS = 72
_ITEM = "- "
_QUOTATION_MARKS = ("“", "‘", '"', "'", "«", "„")  # with which a writer's own words in a quote begin
_DASHES = ("—", "–")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", ")", "”", "’", '"', "'")
_NARROWEST = 20  # columns that are left for words, however deep a list stands
_BEGINNING = re.compile(r" *(?:- |\d+\. )?")
_ADDRESS = re.compile(r"https?://|\w@\w", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\xa0\u202f]+")  # a space that holds words together stays
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\xad]")  # control characters and soft hyphens
_BLANK_LINES = re.compile(r"\n{4,}")


@dataclass(slots=True)
class PlainWords:
    """What is remembered from one prose to the next of the same text: terms already expanded, and links."""

    url: Callable[[str], str]
    translate: Callable[[str], str]
    audience: str = ""
    expander: Expander = field(default_factory=lambda: Expander(()))
    numbered: NumberedLinks = field(default_factory=NumberedLinks)

    def begin(self, expander: Expander) -> None:
        """Forget the text before."""
        self.expander = expander
        self.numbered.clear()

    def links(self) -> tuple[NumberedLink, ...]:
        return self.numbered.links

    def blocks(self, prose: Prose, indent: int = 0) -> str:
        """The blocks with an empty line between them, each line `indent` columns in; without a line end at the end."""
        text = _Writer(self).blocks(prose)
        return _indented(text, " " * indent, " " * indent)

    def runs(self, prose: Prose) -> str:
        """The words of each paragraph in one line; other blocks as they are."""
        writer = _Writer(self)
        return " ".join(
            writer.runs(block.runs).replace("\n", " ") if isinstance(block, Paragraph) else writer.block(block)
            for block in prose
        )


class _Writer:
    def __init__(self, words: PlainWords) -> None:
        self.words = words
        self.keeps_terms = False

    def blocks(self, prose: Prose) -> str:
        return "\n\n".join(text for block in prose for text in [self.block(block)] if text)

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(runs):
                return self.runs(runs)
            case Heading():
                return self.names(block.runs)
            case BulletList():
                return self.items(block, [_ITEM] * len(block.items))
            case NumberedList():
                return self.items(block, [f"{block.start + at}. " for at in range(len(block.items))])
            case Quote(blocks):
                may_be_signed = bool(blocks) and isinstance(blocks[-1], Paragraph)
                return _indented(_quoted(self.blocks(blocks), may_be_signed=may_be_signed), "  ", "  ")
            case CodeBlock(words):
                return _indented(words.strip("\n"), "  ", "  ")
            case Rule():
                return ""
            case Table():
                return self.table(block)
            case OnlyFor():
                return self.only_for(block)
            case Notes():  # put in other words before they are sent
                return plain_words((block,))

    def only_for(self, part: OnlyFor) -> str:
        """A part that not every audience sees, with its end said too: nothing else would show it."""
        who = {"audience": self.words.audience}
        begins, ends = self.words.translate("%(audience)s only:"), self.words.translate("End of %(audience)s only.")
        return f"{begins % who}\n\n{self.blocks(part.blocks)}\n\n{ends % who}"

    def items(self, block: BulletList | NumberedList, marks: list[str]) -> str:
        between = "\n" if block.is_tight else "\n\n"
        return between.join(
            _indented(self.item(item, block.is_tight), mark, " " * len(mark))
            for mark, item in zip(marks, block.items, strict=True)
        )

    def item(self, item: Prose, is_tight: bool) -> str:
        if not is_tight:
            return self.blocks(item)
        return "\n".join(text for block in item for text in [self.block(block)] if text)

    def table(self, table: Table) -> str:
        """Each row as lines of their own, each value after the name of its column."""
        heads = [self.names(cell.runs) for cell in table.head]
        return "\n\n".join(
            "\n".join(
                f"{head}: {words}" if head else words
                for head, cell in zip(heads, row, strict=True)
                for words in [self.runs(cell.runs).replace("\n", " ")]
                if words
            )
            for row in table.rows
        )

    def names(self, runs: tuple[Run, ...]) -> str:
        """The words of a heading, of a column or of a link, whose terms are left as they are."""
        kept, self.keeps_terms = self.keeps_terms, True
        words = self.runs(runs).replace("\n", " ")
        self.keeps_terms = kept
        return words

    def runs(self, runs: tuple[Run, ...]) -> str:
        lines = "".join(self.run(run) for run in runs).split("\n")
        return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()

    def run(self, run: Run) -> str:
        match run:
            case Text(words):
                expanded = words if self.keeps_terms else self.words.expander.expand(words)
                return _SPACES.sub(" ", expanded)
            case InLanguage(runs=runs):
                return self.as_they_are(runs)
            case Emphasis(runs) | Strong(runs):
                return "".join(self.run(inner) for inner in runs)
            case Struck(runs):
                return f"({self.words.translate('struck out: %(words)s') % {'words': self.runs(runs)}})"
            case Code(words):
                return _SPACES.sub(" ", words)
            case LineBreak():
                return "\n"
            case Link():
                return self.link(run)
            case InlineImage() | NoteMark():  # put in other words before they are sent
                return words_of_runs((run,))

    def as_they_are(self, runs: tuple[Run, ...]) -> str:
        """The words of a link, or of another language, in which no term is explained."""
        kept, self.keeps_terms = self.keeps_terms, True
        words = "".join(self.run(run) for run in runs)
        self.keeps_terms = kept
        return words

    def link(self, link: Link) -> str:
        words = self.as_they_are(link.runs)
        address = link.target
        for scheme in SHORT_ADDRESSES:
            if address.startswith(scheme):
                address = address.removeprefix(scheme)
                return words if is_told(address, words) else f"{words} ({address})"
        if address == words:
            return words
        named = self.words.numbered.named(address, _SPACES.sub(" ", words).strip())
        return f"{words} ({self.words.translate('link %(number)s') % {'number': named.number}})"


def _quoted(words: str, *, may_be_signed: bool) -> str:
    """Words between quotation marks; who said them stands after the end of theirs, where a dash, or a last paragraph
    that is no sentence, shows that it does.
    """
    if words.startswith(_QUOTATION_MARKS):
        return words
    if not may_be_signed:
        return f"“{words}”"
    said, between, who = words.rpartition("\n\n")
    if not said or (who.endswith(_SENTENCE_ENDS) and not who.startswith(_DASHES)):
        said, between, who = words.rpartition("\n")
        if not who.startswith(_DASHES):
            said = ""
    return f"“{said}”{between}{who}" if said else f"“{words}”"


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        f"{first if at == 0 else rest}{line}" if line else ("" if at else first.rstrip())
        for at, line in enumerate(lines)
    )


def wrapped(text: str) -> str:
    """The text in lines of 72 columns or fewer; only an address that has no room is longer.

    A line that is broken goes on below its own first word. There are at most two empty lines together, none at the
    beginning, and one line end at the end.
    """
    lines = (part for line in _UNSEEN.sub("", text).split("\n") for part in _broken(line.rstrip()))
    return _BLANK_LINES.sub("\n\n\n", "\n".join(lines).strip("\n")) + "\n"


def _broken(line: str) -> Iterator[str]:
    beginning = _BEGINNING.match(line)
    first = beginning[0] if beginning else ""
    first = first if len(first) <= COLUMNS - _NARROWEST else first[: COLUMNS - _NARROWEST]
    rest = " " * len(first)
    room = COLUMNS - len(first)
    indent, so_far, so_far_width = first, "", 0
    for word, word_width, is_glued in _pieces(line[len(first) :], room):
        gap = 0 if is_glued or not so_far else 1
        if so_far and so_far_width + gap + word_width > room:
            yield indent + so_far
            indent, so_far, so_far_width, gap = rest, "", 0, 0
        so_far, so_far_width = f"{so_far}{' ' * gap}{word}", so_far_width + gap + word_width
    yield (indent + so_far).rstrip()


def _pieces(words: str, room: int) -> Iterator[tuple[str, int, bool]]:
    """Each word with its width, and whether it goes on from the one before: a word without room is broken."""
    for word in words.split(" "):
        word_width = width(word)
        if word_width <= room or _ADDRESS.search(word):
            yield word, word_width, False
            continue
        is_glued = False
        for grapheme in iter_graphemes(word):
            yield grapheme, width(grapheme), is_glued
            is_glued = True
