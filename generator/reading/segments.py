"""Cutting a passage where parts for one audience begin and end, before Markdown sees it."""

import re
from dataclasses import dataclass

from generator.domain.audience import Audiences
from generator.reading.desk import Desk
from generator.reading.kinds import checked_audiences
from generator.reading.limits import in_words, remedy
from generator.reading.passage import MarkdownPassage

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
    segments: list[Segment] = []
    consumed: list[tuple[int, int]] = []
    audiences: Audiences | None = None
    opened: tuple[int, int] | None = None
    begin = at = 0
    for line in passage.text.splitlines(keepends=True):
        mark = (at, at + len(line.rstrip("\r\n")))
        words = passage.text[mark[0] : mark[1]]
        opens, closes = _OPENS.fullmatch(words), _CLOSES.fullmatch(words)
        if opens or closes:
            consumed.append(mark)
            if len(consumed) > 2 * desk.rules.limits.items:
                _report_too_many(passage, mark, desk)
                return (), ((0, len(passage.text)),)
            segments.append(_segment(passage, begin, at, audiences))
            begin = at + len(line)
        if opens:
            if opened:
                desk.report(
                    "stray-block-mark",
                    "a part for one audience opens within another",
                    passage.span(*mark),
                    "close the first with `:::` before this line",
                )
            opened = mark
            audiences = _audiences(passage, at + opens.start("audiences"), opens["audiences"], desk)
        elif closes:
            if not opened:
                desk.report(
                    "stray-block-mark",
                    "this closes a part that was never opened",
                    passage.span(*mark),
                    "open it with `::: staff`, or remove this line",
                )
            opened, audiences = None, None
        at += len(line)
    segments.append(_segment(passage, begin, at, audiences))
    if opened:
        desk.report(
            "block-not-closed",
            "this part for one audience is never closed",
            passage.span(*opened),
            "put `:::` alone on a line where the part ends",
        )
    return tuple(segment for segment in segments if segment.passage.text.strip()), tuple(consumed)


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
