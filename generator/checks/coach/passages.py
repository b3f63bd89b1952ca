"""The words as the coach reads them: line by line, with who reads them, and the way back to their place in the file.

Prose has no places in it. They are looked for only where there is something to tell.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cache
from itertools import islice

from generator.domain.audience import Audiences
from generator.domain.edition import State
from generator.domain.prose import (
    Code,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    NoteMark,
    OnlyFor,
    Prose,
    Run,
    Strong,
    Struck,
    Text,
    lines_of,
    proses_inside,
    words_of_runs,
)
from generator.text.sentences import sentences_in
from generator.text.source import Source, Span
from generator.values import cached_property, dataclass


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(r"\S+")


_NEAR, _FAR = 400, 20_000  # characters in which the next word, and the next line, are looked for
_MARKS = 16  # characters of marks, indents and line ends that may stand before a line
_SHIFTS = 4  # words that may be passed over, because marks stand between them
_FIRST_WORDS = 3  # of a line, which are looked for together


@dataclass(frozen=True, slots=True)
class PassageContext:
    """What holds for all words of one thing. `subject` is its id, `near` its place.

    `published` is the day of its edition, None outside editions.
    """

    near: Span
    subject: str
    published: date | None = None
    state: State | None = None


@dataclass(frozen=True)
class PassageLine:
    """A paragraph, a heading, a cell, and who can see it."""

    runs: tuple[Run, ...]
    readers: Audiences
    is_heading: bool = False


@dataclass(frozen=True)
class Writing:
    """All words of one thing in the order in which they are written, and the file that they stand in."""

    lines: tuple[PassageLine, ...]
    context: PassageContext
    source: Source | None

    @cached_property
    def anchors(self) -> tuple["Anchors", ...]:
        """For each line the words that could be found again in the file."""
        return tuple(_anchors(self.lines, self.source, self.context.near.start)) if self.source else ()


@dataclass(frozen=True)
class Anchors:
    """Offsets of words in the line, and of the same words in the file, in order."""

    in_line: tuple[int, ...]
    in_file: tuple[int, ...]

    def place(self, offset: int) -> int | None:
        at = bisect_right(self.in_line, offset) - 1
        return self.in_file[at] + offset - self.in_line[at] if at >= 0 else None


@dataclass(frozen=True)
class CoachedPassage:
    """One line of a writing, with what is to be known of it; `number` is its place among the writing's lines."""

    writing: Writing
    number: int
    words: str
    readers: Audiences
    is_heading: bool
    state: State | None = None
    published: date | None = None
    subject: str = ""
    links: tuple[Link, ...] = field(default=(), compare=False)

    @property
    def path(self) -> str:
        return self.writing.context.near.path

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends in the words."""
        return tuple(sentences_in(self.words))

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a range of the words; the thing that they belong to where it cannot be found."""
        near = self.writing.context.near
        if not self.writing.anchors:
            return near
        anchors = self.writing.anchors[self.number]
        last = anchors.place(max(start, end - 1))
        first = anchors.place(start)
        return near if first is None or last is None or last < first else Span(near.path, first, last + 1)


def passages_of(
    parts: Iterable[tuple[Prose, Audiences]], context: PassageContext, sources: Mapping[str, Source]
) -> Iterator[CoachedPassage]:
    """The lines of a thing's parts that have words, but for code; each part comes with those who can see it."""
    lines = (line for prose, readers in parts for line in _lines(prose, readers))
    writing = Writing(tuple(lines), context, sources.get(context.near.path))
    for number, line in enumerate(writing.lines):
        words = _own_words(line.runs)
        if words.strip():
            yield CoachedPassage(
                writing,
                number,
                words,
                line.readers,
                line.is_heading,
                context.state,
                context.published,
                context.subject,
                tuple(_links(line.runs)),
            )


def _links(runs: tuple[Run, ...]) -> Iterator[Link]:
    for run in runs:
        if isinstance(run, Link):
            yield run
        elif isinstance(run, Emphasis | Strong | Struck | InLanguage):
            yield from _links(run.runs)


def _own_words(runs: tuple[Run, ...]) -> str:
    """The words, with as many spaces in place of those in another language: no rule of ours is about them."""
    return "".join(map(_own_words_of, runs))


def _own_words_of(run: Run) -> str:
    match run:
        case InLanguage():
            return " " * len(words_of_runs(run.runs))
        case Emphasis(runs) | Strong(runs) | Struck(runs) | Link(runs=runs):
            return _own_words(runs)
        case _:
            return words_of_runs((run,))


def _lines(prose: Prose, readers: Audiences) -> Iterator[PassageLine]:
    for block in prose:
        yield from (PassageLine(runs, readers, is_heading=isinstance(block, Heading)) for runs in lines_of(block))
        inner_readers = readers & block.audiences if isinstance(block, OnlyFor) else readers
        for inner in proses_inside(block):
            yield from _lines(inner, inner_readers)


def _anchors(lines: tuple[PassageLine, ...], source: Source, start: int) -> Iterator[Anchors]:
    finder = _Finder(source.text, max(start, _end_of_front_matter(source)))
    for line in lines:
        if finder.begin(words_of_runs(line.runs)):
            finder.walk(line.runs)
        yield Anchors(tuple(finder.in_line), tuple(finder.in_file))


def _end_of_front_matter(source: Source) -> int:
    return source.text.find("\n---", 1) + 1 if source.text.startswith("---") else 0


class _Finder:
    """Walks through a file beside the words that were read from it, from word to word."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.offset = 0
        self.in_line: list[int] = []
        self.in_file: list[int] = []

    def begin(self, words: str) -> bool:
        """Go to where a line begins: just ahead, else where a few of its first words stand together, else before.

        Fields of YAML and footnotes may stand in another order than that in which they are read. False where the line
        cannot be found.
        """
        self.offset, self.in_line, self.in_file = 0, [], []
        tokens = list(islice(_token_pattern().finditer(words), _FIRST_WORDS + _SHIFTS))
        if tokens and self._next(tokens[0].group(), _MARKS) >= 0:
            return True
        for first, last in zip(tokens, tokens[_FIRST_WORDS - 1 :] or tokens[-1:], strict=False):
            together = words[first.start() : last.end()]
            found = self.text.find(together, self.at, self.at + _FAR)
            found = found if found >= 0 else self.text.find(together, 0, self.at)
            if found >= 0:
                self.at = max(0, found - (first.start() and first.start() + _MARKS))
                return True
        return False

    def walk(self, runs: tuple[Run, ...]) -> None:
        for run in runs:
            match run:
                case Text(words) | Code(words):
                    self._words(words)
                case Emphasis(inner) | Strong(inner) | Struck(inner) | InLanguage(runs=inner):
                    self.walk(inner)
                case Link():
                    self.walk(run.runs)
                    self._skip(run.target)
                case InlineImage():
                    self._words(run.alt)
                    self._skip(run.target)
                case LineBreak():
                    self.offset += 1
                case NoteMark():
                    pass

    def _words(self, words: str) -> None:
        for token in _token_pattern().finditer(words):
            at = self._next(token.group())
            if at >= 0:
                self.in_line.append(self.offset + token.start())
                self.in_file.append(at)
                self.at = at + len(token.group())
        self.offset += len(words)

    def _next(self, token: str, room: int = _NEAR) -> int:
        """The next place, so near, of a word that is not a part of another."""
        at, end = self.at, self.at + len(token) + room
        while (at := self.text.find(token, at, end)) >= 0:
            before, after = self.text[at - 1 : at], self.text[at + len(token) : at + len(token) + 1]
            if not (before.isalnum() and token[0].isalnum()) and not (after.isalnum() and token[-1].isalnum()):
                return at
            at += 1
        return -1

    def _skip(self, target: str) -> None:
        at = self.text.find(target, self.at, self.at + len(target) + _NEAR) if target else -1
        self.at = at + len(target) if at >= 0 else self.at
