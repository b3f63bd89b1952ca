"""Cutting a passage where parts for one audience begin and end, before Markdown sees it."""

import re
from dataclasses import field

from generator.domain.audience import Audiences
from generator.reading.desk import Desk
from generator.reading.kinds import checked_audiences
from generator.reading.limits import in_words, remedy
from generator.reading.passage import MarkdownPassage
from generator.values import dataclass

_OPENS = re.compile(r":::[ \t]+(?P<audiences>[^\s:][^:]*?)[ \t\r]*")
_CLOSES = re.compile(r":::[ \t\r]*")


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that stand together; `audiences` is None outside the parts, and empty where the part cannot be read."""

    passage: MarkdownPassage
    audiences: Audiences | None


def cut(passage: MarkdownPassage, desk: Desk) -> tuple[tuple[Segment, ...], tuple[tuple[int, int], ...]]:
    """The segments in order, and the ranges of the marks that were consumed.

    Marks are looked for in every line, also within code: a mark that we read where Markdown would show it hides words,
    and one that we showed where a writer meant it would publish them.
    """
    cutting = _Cutting(passage, desk)
    consumed: list[tuple[int, int]] = []
    end = 0
    for line in passage.text.splitlines(keepends=True):
        begin, end = end, end + len(line)
        mark = (begin, begin + len(line.rstrip("\r\n")))
        words = passage.text[begin : mark[1]]
        opens, closes = _OPENS.fullmatch(words), _CLOSES.fullmatch(words)
        if not opens and not closes:
            continue
        consumed.append(mark)
        if len(consumed) > 2 * desk.rules.limits.items:
            _report_too_many(passage, mark, desk)
            return (), ((0, len(passage.text)),)
        cutting.end_segment(begin, end)
        if opens:
            cutting.open(mark, opens)
        else:
            cutting.close(mark)
    return cutting.finished(), tuple(consumed)


@dataclass(slots=True)
class _Cutting:
    """How far a passage is cut. The next segment begins at `begin`; `opened` is the mark of the part that is open."""

    passage: MarkdownPassage
    desk: Desk
    segments: list[Segment] = field(default_factory=list)
    begin: int = 0
    opened: tuple[int, int] | None = None
    audiences: Audiences | None = None

    def end_segment(self, end: int, next_begin: int) -> None:
        self.segments.append(_segment(self.passage, self.begin, end, self.audiences))
        self.begin = next_begin

    def open(self, mark: tuple[int, int], found: re.Match[str]) -> None:
        if self.opened:
            self._report_stray(
                mark,
                "a part for one audience opens within another",
                "close the first with `:::` before this line",
            )
        self.opened = mark
        self.audiences = _audiences(self.passage, mark[0] + found.start("audiences"), found["audiences"], self.desk)

    def close(self, mark: tuple[int, int]) -> None:
        if not self.opened:
            self._report_stray(
                mark, "this closes a part that was never opened", "open it with `::: staff`, or remove this line"
            )
        self.opened, self.audiences = None, None

    def finished(self) -> tuple[Segment, ...]:
        """All segments that hold words, with the last one ended."""
        end = len(self.passage.text)
        self.end_segment(end, end)
        if self.opened:
            self.desk.report(
                "block-not-closed",
                "this part for one audience is never closed",
                self.passage.span(*self.opened),
                "put `:::` alone on a line where the part ends",
            )
        return tuple(segment for segment in self.segments if segment.passage.text.strip())

    def _report_stray(self, mark: tuple[int, int], problem: str, advice: str) -> None:
        self.desk.report("stray-block-mark", problem, self.passage.span(*mark), advice)


def _report_too_many(passage: MarkdownPassage, mark: tuple[int, int], desk: Desk) -> None:
    problem = f"there are more parts for one audience here than the limit, which is {in_words(desk.rules.limits.items)}"
    advice = remedy("items", "look for what was copied too often")
    desk.report("too-large", problem, passage.span(*mark), advice)


def _segment(passage: MarkdownPassage, start: int, end: int, audiences: Audiences | None) -> Segment:
    home = passage.home
    if passage.is_exact:
        home = passage.source.span(home.start + start, home.start + end)
    return Segment(MarkdownPassage(passage.source, passage.text[start:end], home), audiences)


def _audiences(passage: MarkdownPassage, at: int, names: str, desk: Desk) -> Audiences:
    words = re.finditer(r"[^\s,]+", names)
    named = [(word.group(), passage.span(at + word.start(), at + word.end())) for word in words]
    return checked_audiences(named, desk) or frozenset()
