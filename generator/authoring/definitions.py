"""Footnotes and the addresses of links that are written apart from the words that name them."""

import re
from collections.abc import Iterable

from generator.reading.desk import Desk
from generator.reading.markdown import Markdown, Range, Scope
from generator.reading.passage import MarkdownPassage
from generator.values import dataclass

_NAMED = re.compile(r"\[(?P<label>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Definition:
    """`label` is what marks and links name, `^1` for a footnote; `text` is all of it, with `\\n` for line ends."""

    label: str
    text: str

    @property
    def is_note(self) -> bool:
        return self.label.startswith("^")


@dataclass(frozen=True, slots=True)
class PlacedDefinition:
    """A definition, and the range of its lines in the passage that it was found in."""

    definition: Definition
    lines: Range


def definitions_in(passages: Iterable[MarkdownPassage], desk: Desk) -> tuple[PlacedDefinition, ...]:
    """All that some passages define for each other; of two with one label the first counts, as in Markdown."""
    placed: dict[str, PlacedDefinition] = {}
    for passage in passages:
        markdown = Markdown(passage, desk, Scope())
        for label, (_, block) in markdown.scope.notes.items():
            lines = markdown.lines(block)
            text = passage.text[slice(*lines)].rstrip().replace("\r\n", "\n")
            placed.setdefault(_compared(f"^{label}"), PlacedDefinition(Definition(f"^{label}", text), lines))
        for label, link in markdown.scope.env.get("references", {}).items():
            lines = passage.line_range(*link["map"])
            text = "\n".join(line.strip() for line in passage.text[slice(*lines)].strip().splitlines())
            placed.setdefault(_compared(label), PlacedDefinition(Definition(label, text), lines))
    return tuple(placed.values())


def named_in(text: str, definitions: Iterable[Definition]) -> tuple[Definition, ...]:
    """Those that a text names, and those that these name in turn."""
    known = {_compared(it.label): it for it in definitions}
    names = [_compared(reference["label"]) for reference in _NAMED.finditer(text)]
    given: dict[str, Definition] = {}
    for name in names:  # it grows as we go
        if name in known and name not in given:
            given[name] = known[name]
            names.extend(_compared(reference["label"]) for reference in _NAMED.finditer(known[name].text))
    return tuple(given.values())


def renamed(text: str, label: str, new: str) -> str:
    """A text that names a definition by another label; the words of a link that were its label as well stay."""

    def change(reference: re.Match[str]) -> str:
        if _compared(reference["label"]) != _compared(label):
            return reference.group()
        is_alone = not label.startswith("^") and text[reference.start() - 1 : reference.start()] != "]"
        is_defining = text[reference.end() : reference.end() + 1] == ":"
        return f"[{reference['label']}][{new}]" if is_alone and not is_defining else f"[{new}]"

    return re.sub(rf"{_NAMED.pattern}(?:\[\])?", change, text)


def _compared(label: str) -> str:
    """Footnotes are told apart by every letter, addresses as CommonMark does, whatever their case and spaces."""
    return label if label.startswith("^") else " ".join(label.split()).lower().upper()
