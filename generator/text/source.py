"""A file's text, and places in it."""

from bisect import bisect_right

from generator.values import cached_property, dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a word stands, as an editor says it: line and column both count from 1, columns in characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of one file: from `start` up to, not including, `end`; both count from 0.

    It names its file by path and does not hold the text, so that a value with many spans stays small.
    """

    path: str
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """One file of the content, decoded: `path` is relative to the content folder, with `/` on every system.

    Line ends are kept as they are in the file, so that offsets are the file's own.
    """

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(i + 1 for i, character in enumerate(self.text) if character == "\n")
        return starts

    @property
    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._line_starts)

    def place(self, offset: int) -> Place:
        """The place of one character; an offset past the end is the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Place(self.path, line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """The offset of a line's first character; lines count from 1, a line past the end starts at the end."""
        return self._line_starts[line - 1] if line <= self.line_count else len(self.text)

    def line(self, line: int) -> str:
        """One line without its line end; lines count from 1."""
        end = self._line_starts[line] if line < self.line_count else len(self.text)
        return self.text[self._line_starts[line - 1] : end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, start, end)

    def line_span(self, line: int) -> Span:
        """The words of one line, without the white space around them."""
        words = self.line(line)
        start = self.line_start(line) + len(words) - len(words.lstrip())
        return Span(self.path, start, start + len(words.strip()))

    @property
    def whole(self) -> Span:
        """The file itself, for findings that are about no single word of it."""
        return Span(self.path, 0, 0)
