"""Sentences and words counted alike before and after, so that it can be shown that none is lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.domain.prose import (
    Block,
    BulletList,
    CodeBlock,
    Heading,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Table,
    words_of_runs,
)
from generator.text.sentences import sentences_in

_WORD = re.compile(r"\w+")


def texts_of(prose: Prose) -> Iterator[str]:
    """The words of each paragraph, heading, cell and piece of code, in reading order, with single spaces."""
    for block in prose:
        for text in _texts(block):
            if plain := " ".join(text.split()):
                yield plain


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield words_of_runs(runs)
        case Heading():
            yield words_of_runs(block.runs)
        case BulletList() | NumberedList():
            for item in block.items:
                yield from texts_of(item)
        case Quote(blocks):
            yield from texts_of(blocks)
        case OnlyFor():
            yield from texts_of(block.blocks)
        case Notes(notes):
            for note in notes:
                yield from texts_of(note)
        case Table():
            for row in (block.head, *block.rows):
                yield from (words_of_runs(cell.runs) for cell in row)
        case CodeBlock(words):
            yield words
        case Rule():
            return


def count_sentences(texts: Iterable[str]) -> int:
    """How many sentences; a heading, a cell or a bullet without a full stop is one as well. Marks alone are none."""
    return sum(1 for text in texts for start, end in sentences_in(text) if _WORD.search(text, start, end))


def words_in(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def letters_missing(raw: str, read: Iterable[str]) -> int:
    """How many letters and digits of the raw words are nowhere in what was read."""
    there = Counter(character for text in read for character in text if character.isalnum())
    return sum((Counter(character for character in raw if character.isalnum()) - there).values())
