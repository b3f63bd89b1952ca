"""A run of Markdown within a file, and the way from a line of it back to the file."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.reading.yaml import Word
from generator.text.source import Source, Span
from generator.values import cached_property, dataclass

# A definition of a link; its address may stand in pointed brackets, or on the next line.
_DEFINITION = re.compile(r"^[ >]*\[[^\]\n]{1,999}\]:[ \t]*\n?[ \t>]*<?(?P<address>[^\s<>]+)", re.MULTILINE)


@dataclass(frozen=True)
class MarkdownPassage:
    """`text` is what Markdown sees; `home` is where it stands in the file.

    In a Markdown file the two hold the same characters. A sentence in YAML may differ from its source by quotes,
    escapes and folded lines: then a place within it can only be found by its words, or is the whole sentence.
    """

    source: Source
    text: str
    home: Span

    @cached_property
    def is_exact(self) -> bool:
        return self.source.text[self.home.start : self.home.end] == self.text

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, character in enumerate(self.text) if character == "\n")]

    @cached_property
    def definitions(self) -> Mapping[str, int]:
        """Where the addresses stand that lines such as `[label]: address` define; of two that are alike, the first."""
        found = {match["address"]: match.start("address") for match in reversed([*_DEFINITION.finditer(self.text)])}
        return MappingProxyType(found)

    def line_range(self, first: int, after: int) -> tuple[int, int]:
        """Offsets in `text` of the lines from `first` up to, not including, `after`; lines count from 0."""
        starts = self._line_starts
        end = starts[after] if after < len(starts) else len(self.text)
        return starts[first], max(starts[first], end)

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a range of `text`, trimmed of white space."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        if self.is_exact:
            return self.source.span(self.home.start + start, self.home.start + end)
        words = self.text[start:end]
        at = self.source.text.find(words, self.home.start, self.home.end) if words else -1
        return self.source.span(at, at + len(words)) if at >= 0 else self.home

    def first_line_span(self, first: int, after: int) -> Span:
        """The first line with words among the given lines."""
        start, end = self.line_range(first, after)
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        line_end = self.text.find("\n", start, end)
        return self.span(start, line_end if line_end >= 0 else end)


def passage_of(word: Word, source: Source) -> MarkdownPassage:
    """The words of a YAML scalar; exact where the source writes them as they are."""
    start = source.text.find(word.text, word.span.start, word.span.end) if word.text else -1
    home = source.span(start, start + len(word.text)) if start >= 0 else word.span
    return MarkdownPassage(source, word.text, home)
