"""YAML as a tree of words that know where they stand. The only module that knows PyYAML.

Nothing is typed here: `no`, `1.10` and `2020-02-30` are words. Aliases, tags and duplicate keys are refused, as is
whatever would lose words without a sound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import yaml

from generator.reading.desk import Desk
from generator.text.source import Span

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Real files need 6. PyYAML's C loader crashes the process between 20,000 and 30,000 nested brackets.
MAX_DEPTH = 20

_QUOTES_HELP = "put the sentence in quotes"


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar as it was written, after YAML's own unquoting; `is_plain` is false for quotes and blocks of text."""

    text: str
    span: Span
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Word, "Node"], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    span: Span


Node = Word | Mapping | Sequence


class _RefusedError(Exception):
    """Reading stops: what is wrong has been reported."""


def read_yaml(desk: Desk, start: int = 0, end: int | None = None) -> Node | None:
    """The tree of the text between two offsets of the desk's file; None if it has none, or if that was reported."""
    text = desk.source.text[start:end]
    events = _Events(desk, text, start)
    try:
        return events.document()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(desk, error, text, start)
    except yaml.YAMLError as error:  # a ReaderError has a position but no mark
        at = start + int(getattr(error, "position", 0))
        desk.report("yaml-syntax", f"this file cannot be read as YAML: {error}", desk.source.span(at, at + 1))
    return None


class _Events:
    """PyYAML's events, made into a tree by plain recursion, never deeper than MAX_DEPTH."""

    def __init__(self, desk: Desk, text: str, start: int) -> None:
        self.desk = desk
        self.text = text
        self.start = start
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)

    def document(self) -> Node | None:
        tree: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and tree is not None:
                self.refuse("yaml-syntax", "a second document begins here", event, "remove the line `---`")
            if isinstance(event, yaml.NodeEvent):
                tree = self.node(event, 0)
        return tree

    def node(self, event: yaml.Event, depth: int) -> Node:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self.refuse("yaml-alias", f"`*{anchor}` is a YAML alias", event, "write the words out again")
        if anchor:
            self.refuse("yaml-alias", f"`&{anchor}` is a YAML anchor", event, "write the words out each time")
        if tag:
            self.refuse("yaml-syntax", f"`{tag}` is a YAML tag", event, "remove the word that begins with `!`")
        if depth > MAX_DEPTH:
            self.refuse("too-deep", f"this is nested more than {MAX_DEPTH} levels deep", event)
        match event:
            case yaml.ScalarEvent():
                return self.word(event)
            case yaml.SequenceStartEvent():
                return self.sequence(event, depth)
            case yaml.MappingStartEvent():
                return self.mapping(event, depth)
            case _:
                raise AssertionError(event)

    def word(self, event: yaml.ScalarEvent) -> Word:
        span = self.span(event)
        is_plain = event.style is None
        if is_plain:
            self.report_swallowed_comment(span)
        return Word(event.value, span, is_plain)

    def sequence(self, begin: yaml.Event, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), self.between(begin, event))
            items.append(self.node(event, depth + 1))
        raise AssertionError("a sequence without an end")

    def mapping(self, begin: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Word, Node]] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(entries.values()), self.between(begin, event))
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Word):
                self.refuse("yaml-syntax", "a name is expected here, not a list or a group", event)
            if key.text in entries:
                self.desk.report(
                    "duplicate-key",
                    f"`{key.text}` stands twice",
                    key.span,
                    f"keep one of them; the other is in line {self.line_of(entries[key.text][0])}",
                )
                continue
            entries[key.text] = (key, value)
        raise AssertionError("a mapping without an end")

    def line_of(self, word: Word) -> int:
        return self.desk.source.place(word.span.start).line

    def report_swallowed_comment(self, span: Span) -> None:
        """YAML takes ` #` after plain words for a comment: `- Replace kiosk #3` would lose its last word."""
        source = self.desk.source
        line_end = source.text.find("\n", span.end)
        rest = source.text[span.end : line_end if line_end >= 0 else len(source.text)]
        if span.end > span.start and re.match(r"[ \t]+#", rest):
            hash_at = span.end + rest.index("#")
            lost = rest[rest.index("#") :].rstrip()
            self.desk.report(
                "comment-swallows-words",
                f"YAML leaves out `{lost}`, because it takes it for a comment",
                source.span(hash_at, hash_at + len(lost)),
                f"{_QUOTES_HELP}, or give a real comment a line of its own",
            )

    def span(self, event: yaml.Event) -> Span:
        start, end = _range(event)
        while end > start and self.text[end - 1].isspace():  # a block of text ends with its last line's end
            end -= 1
        return self.desk.source.span(self.start + start, self.start + end)

    def between(self, begin: yaml.Event, end: yaml.Event) -> Span:
        first, last = _range(begin)[0], _range(end)[1]
        while last > first and self.text[last - 1 : last].isspace():
            last -= 1
        return self.desk.source.span(self.start + first, self.start + last)

    def refuse(self, code: str, message: str, event: yaml.Event, help: str = "") -> NoReturn:  # noqa: A002  the reader's word
        start, end = _range(event)
        span = self.desk.source.span(self.start + start, self.start + max(end, start + 1))
        self.desk.report(code, message, span, help)
        raise _RefusedError


def _range(event: yaml.Event) -> tuple[int, int]:
    """Offsets in the parsed text; PyYAML gives marks to all events, though its types leave room for none."""
    begin, end = event.start_mark, event.end_mark
    return (begin.index if begin else 0), (end.index if end else 0)


def _report_syntax(desk: Desk, error: yaml.MarkedYAMLError, text: str, start: int) -> None:
    """Say what a writer most likely did, where PyYAML says what it expected."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark else 0
    problem, context = error.problem or "", error.context or ""
    source = desk.source
    here = source.span(start + at, start + at + 1)
    line = source.line_span(source.place(start + at).line)
    if "quoted scalar" in context and "end of stream" in problem and error.context_mark:
        opened = start + error.context_mark.index
        desk.report(
            "unclosed-quote",
            "this quote is never closed",
            source.span(opened, opened + 1),
            "close it at the end of the sentence",
        )
    elif text[at : at + 1] == "\t" or "\t" in text[_line_start(text, at) : at]:
        tab = at if text[at : at + 1] == "\t" else text.index("\t", _line_start(text, at))
        desk.report(
            "yaml-tab",
            "a tab stands where YAML wants spaces",
            source.span(start + tab, start + tab + 1),
            "use two spaces for each step inwards",
        )
    elif "mapping values are not allowed" in problem:
        desk.report(
            "colon-in-sentence", "YAML takes the colon in this sentence for a name and its value", line, _QUOTES_HELP
        )
    elif text[at : at + 1] in ("@", "`", "%"):
        desk.report("yaml-syntax", f"words cannot begin with `{text[at]}` in YAML", here, _QUOTES_HELP)
    else:
        desk.report(
            "yaml-syntax",
            f"YAML cannot read this line: {problem}",
            line if at < len(text) else here,
            "look at the spaces at its start, and at quotes and brackets on it and on the line above",
        )


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
