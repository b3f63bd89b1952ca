"""YAML as a tree of words that know where they stand. The only module that knows PyYAML.

Nothing is typed here: `no`, `1.10` and `2020-02-30` are words. Aliases, tags and duplicate keys are refused, as is
whatever would lose words without a sound.
"""

import re
from collections.abc import Iterator
from typing import NoReturn

import yaml

from generator.reading.characters import UNSEEN, name_of, remedy_for
from generator.reading.desk import Desk
from generator.reading.yaml_slips import QUOTES_HELP, Stop, YamlSlip, recognise
from generator.text.source import Span
from generator.values import dataclass

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Real files need 6. PyYAML's C loader crashes the process between 20,000 and 30,000 nested brackets.
MAX_DEPTH = 20


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
        tree = events.document()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        slip = recognise(_stop(error, text, events.before))
    except yaml.YAMLError:  # a ReaderError, over a character that files.py has left in; it has no mark
        slip = YamlSlip("control-character", "YAML cannot read a character of this file", 0, 1, remedy_for(""))
    else:
        if tree is None and end is None:
            whole = desk.source.whole
            desk.report("empty-file", "nothing but notes stands in this file", whole, "write it, or remove it")
        return tree
    if slip:
        first = min(slip.start, len(text) - 1)  # YAML may stop past the end
        span = desk.source.span(start + first, start + min(max(slip.end, first + 1), len(text)))
        desk.report(slip.code, slip.message, span, slip.help)
    return None


class _Events:
    """PyYAML's events, made into a tree by plain recursion, never deeper than MAX_DEPTH."""

    def __init__(self, desk: Desk, text: str, start: int) -> None:
        self.desk = desk
        self.text = text
        self.start = start
        self.before = (0, 0)
        self.events = self._read()

    def _read(self) -> Iterator[yaml.Event]:
        for event in yaml.parse(self.text, Loader=_Loader):
            if _range(event)[1] > _range(event)[0]:
                self.before = _range(event)
            yield event

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
            self.refuse("yaml-alias", f"`*{anchor}` is a YAML alias", event, _again("*"))
        if anchor:
            self.refuse("yaml-alias", f"`&{anchor}` is a YAML anchor", event, _again("&"), len(anchor) + 1)
        if tag:
            self.refuse("yaml-syntax", "words cannot begin with `!` in YAML", event, QUOTES_HELP, 1)
        if depth > MAX_DEPTH:
            problem = f"this is nested more than {MAX_DEPTH} levels deep"
            self.refuse("too-deep", problem, event, "our files need six: look for brackets or spaces too many")
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
        is_plain = not event.style  # None or empty, by the loader
        if is_plain and (lost := self.swallowed_words(span)) and not event.value:
            return Word(lost, span, is_plain)  # it has been reported: that they are not there is no second fault
        for found in UNSEEN.finditer(event.value):  # written as an escape between double quotes
            named = f"a character that nobody sees stands in these words ({name_of(found.group())})"
            self.desk.report("control-character", named, span, remedy_for(found.group()))
        return Word(UNSEEN.sub(" ", event.value), span, is_plain)

    def sequence(self, begin: yaml.SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), self.between(begin, event, items[-1] if items else None))
            items.append(self.node(event, depth + 1))
        raise AssertionError("a sequence without an end")

    def mapping(self, begin: yaml.MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, tuple[Word, Node]] = {}
        value: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(entries.values()), self.between(begin, event, value))
            key = self.node(event, depth + 1)
            if not isinstance(key, Word):
                self.refuse(
                    "yaml-syntax",
                    "the name of a field is expected here",
                    event,
                    f"write a plain name; if it is a sentence, {QUOTES_HELP}",
                )
            value = self.node(next(self.events), depth + 1)
            if key.text in entries:
                self.desk.report(
                    "duplicate-key",
                    f"`{key.text}` stands twice",
                    key.span,
                    "keep one of them",
                    related=((entries[key.text][0].span, "the other"),),
                )
                continue
            entries[key.text] = (key, value)
        raise AssertionError("a mapping without an end")

    def swallowed_words(self, span: Span) -> str:
        """YAML takes ` #` after plain words for a comment: `- Replace kiosk #3` would lose its last word."""
        source = self.desk.source
        line_end = source.text.find("\n", span.end)
        rest = source.text[span.end : line_end if line_end >= 0 else len(source.text)]
        if not re.match(r"[ \t]+#", rest):
            return ""
        hash_at = span.end + rest.index("#")
        lost = rest[rest.index("#") :].rstrip()
        self.desk.report(
            "comment-swallows-words",
            f"YAML leaves out `{lost}`, because it takes it for a comment",
            source.span(hash_at, hash_at + len(lost)),
            f"{QUOTES_HELP}, or give a real comment a line of its own",
        )
        return lost

    def span(self, event: yaml.Event) -> Span:
        start, end = _range(event)
        while end > start and self.text[end - 1].isspace():  # a block of text ends with its last line's end
            end -= 1
        return self.desk.source.span(self.start + start, self.start + end)

    def between(
        self, begin: yaml.SequenceStartEvent | yaml.MappingStartEvent, end: yaml.Event, last: Node | None
    ) -> Span:
        """What has no brackets ends with the last thing in it: comments below that speak of what comes next."""
        first = self.start + _range(begin)[0]
        if last and not begin.flow_style:
            return self.desk.source.span(first, max(first, last.span.end))
        return self.desk.source.span(first, self.start + _range(end)[1])

    def refuse(self, code: str, message: str, event: yaml.Event, remedy: str, length: int = 0) -> NoReturn:
        """Report an event, or its first `length` characters, and stop."""
        start, end = _range(event)
        end = start + length if length else min(max(end, start + 1), len(self.text))
        self.desk.report(code, message, self.desk.source.span(self.start + start, self.start + end), remedy)
        raise _RefusedError


def _again(sign: str) -> str:
    return f"write the words out each time; if this is a sentence that begins with `{sign}`, put it in quotes"


def _range(event: yaml.Event) -> tuple[int, int]:
    """Offsets in the parsed text; PyYAML gives marks to all events, though its types leave room for none."""
    begin, end = event.start_mark, event.end_mark
    return (begin.index if begin else 0), (end.index if end else 0)


def _stop(error: yaml.MarkedYAMLError, text: str, before: tuple[int, int]) -> Stop:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark else 0
    opened = error.context_mark.index if error.context_mark else None
    return Stop(text, at, opened, before, error.problem or "", error.context or "")
