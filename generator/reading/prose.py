"""Prose from passages: letters, introductions, pages and sentences in YAML."""

from collections.abc import Iterable

from generator.domain.prose import OnlyFor, Paragraph, Prose
from generator.reading.braces import Where, report_unconsumed
from generator.reading.desk import Desk
from generator.reading.kinds import word_of
from generator.reading.languages import marks_in
from generator.reading.markdown import Markdown, Scope
from generator.reading.passage import MarkdownPassage, passage_of
from generator.reading.segments import Segment, cut
from generator.reading.shape import Kind, first_line
from generator.reading.yaml import Node


def parse(segments: Iterable[Segment], desk: Desk) -> tuple[list[tuple[Segment, Markdown]], Scope]:
    """Each segment with its Markdown, and the scope of what stands outside the parts; each part has its own."""
    outside = Scope()
    parsed = [
        (segment, Markdown(segment.passage, desk, outside if segment.audiences is None else Scope()))
        for segment in segments
    ]
    return parsed, outside


def read_prose(passage: MarkdownPassage, desk: Desk, where: Where = Where.PROSE) -> Prose:
    """A whole passage as prose; parts for one audience stand in it as OnlyFor."""
    segments, consumed = cut(passage, desk)
    report_unconsumed(passage, (*consumed, *marks_in(passage.text)), desk, where)
    parsed, outside = parse(segments, desk)
    blocks: Prose = ()
    marks: dict[str, int] = {}
    for segment, markdown in parsed:
        if segment.audiences is None:
            blocks += markdown.blocks(markdown.top(), marks)
        else:
            blocks += (OnlyFor(segment.audiences, markdown.prose(markdown.top())),)
    notes = outside.notes_of(marks)
    for _, markdown in parsed:
        markdown.scope.report_unused_notes()
    return blocks + notes


def _prose(node: Node, desk: Desk) -> Prose | None:
    word = word_of(node, desk, PROSE.name)
    return None if word is None else read_prose(passage_of(word, desk.source), desk, Where.FIELD)


def _sentence(node: Node, desk: Desk) -> Prose | None:
    prose = _prose(node, desk)
    if prose is None or (len(prose) == 1 and isinstance(prose[0], Paragraph)):
        return prose
    desk.report(
        "wrong-type",
        "one paragraph is expected here",
        first_line(node, desk),
        "write it as plain sentences, without lists",
    )
    return None


def _whole(node: Node, desk: Desk) -> Prose | None:
    prose = _prose(node, desk)
    if prose is None or not any(isinstance(block, OnlyFor) for block in prose):
        return prose
    mark = desk.source.text.find(":::", node.span.start, node.span.end)
    desk.report(
        "stray-block-mark",
        "a part for one audience cannot stand in an action",
        desk.source.span(mark, mark + 3) if mark >= 0 else first_line(node, desk),
        "make it an action of its own, with `for: [staff]`",
    )
    return None


PROSE: Kind[Prose] = Kind("a text in Markdown", _prose, {"type": "string"})
PROSE_FOR_ALL: Kind[Prose] = Kind("a text in Markdown", _whole, {"type": "string"})
SENTENCE: Kind[Prose] = Kind("a sentence or two", _sentence, {"type": "string"})
