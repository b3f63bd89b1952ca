"""Prose of a document changed so that it may stand where it goes: in an action, an introduction or the letter."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.domain.prose import (
    Block,
    BulletList,
    Heading,
    InlineImage,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Strong,
    Text,
    plain_words,
)
from generator.domain.rewording import map_blocks
from generator.importing.document import Part, words_of

_MOST_WORDS_OF_HEADING = 14
_MOST_WORDS_OF_TITLE = 8
SAYS_NOTHING = "it says that there is nothing"  # why such words have no place
_NOTHING = frozenset(
    ("none", "nil", "na", "n/a", "nothing", "none this month", "nothing to report", "nil return", "none to report",
     "tbc", "to be confirmed", "-", "–")
)  # fmt: skip


def looks_like_heading(part: Part) -> bool:
    """A heading, or a short line that is all bold."""
    if isinstance(part, Heading):
        return True
    if not isinstance(part, Paragraph) or len(words_of(part).split()) > _MOST_WORDS_OF_HEADING:
        return False
    seen = [run for run in part.runs if not (isinstance(run, Text) and not run.words.strip(" \t:–-"))]
    return bool(seen) and all(isinstance(run, Strong) for run in seen)


def could_be_title(part: Part) -> bool:
    """A short line that is no sentence."""
    words = words_of(part).strip() if isinstance(part, Paragraph) else ""
    is_short = 0 < len(words.split()) <= _MOST_WORDS_OF_TITLE
    return is_short and words[0].isupper() and not words.endswith((".", "!", "?", ",", ";"))


def is_bold_title(part: Part) -> bool:
    """A short line, all in bold, that is no sentence: a heading without the style of one."""
    return looks_like_heading(part) and could_be_title(part)


def without_quotes(blocks: Iterable[Block]) -> Prose:
    """Quotes replaced by what they hold, and lines across the page left out, at any depth of lists.

    In an update a quote would be read as an action's words for residents.
    """

    def opened(block: Block) -> Iterator[Block]:
        if isinstance(block, Quote):
            for inner in block.blocks:
                yield from opened(inner)
        elif isinstance(block, BulletList | NumberedList):
            yield replace(block, items=tuple(without_quotes(item) for item in block.items))
        elif not isinstance(block, Rule):
            yield block

    return tuple(each for block in blocks for each in opened(block))


def begun_with_words(text: Prose) -> Prose:
    """An action begins with a paragraph, and has no headings in it."""
    plain = map_blocks(text, lambda it: Paragraph((Strong(it.runs),)) if isinstance(it, Heading) else it)
    if isinstance(plain[0], Paragraph):
        return plain
    if isinstance(plain[0], BulletList | NumberedList) and plain[0].items[0]:
        first = plain[0].items[0]
        rest = replace(plain[0], items=plain[0].items[1:])
        return begun_with_words((*first, *((rest,) if rest.items else ()), *plain[1:]))
    return (Paragraph((Text(" ".join(plain_words(plain[:1]).split())),)), *plain[1:])


def as_small_heading(heading: Block) -> Block:
    return replace(heading, level=max(3, heading.level)) if isinstance(heading, Heading) else heading


def levelled(blocks: Iterable[Block], first: int) -> Iterator[Block]:
    """The blocks with headings of level `first` at the highest, none more than one level below the one before it."""
    before = first - 1
    for block in blocks:
        if isinstance(block, Heading):
            before = min(max(first, block.level), before + 1)
            yield replace(block, level=before)
        else:
            yield block


def says_nothing(words: str) -> bool:
    return words.strip().lower().rstrip(".") in _NOTHING


def is_picture(paragraph: Paragraph) -> bool:
    return all(
        isinstance(run, InlineImage) or (isinstance(run, Text) and not run.words.strip()) for run in paragraph.runs
    )
