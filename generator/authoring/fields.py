"""Where the actions of a YAML update stand in its file, and how words are written as YAML."""

import re
from collections.abc import Iterable

from generator.domain.edition import State
from generator.reading.desk import Desk, Rules
from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from generator.text.source import Source
from generator.values import dataclass

# Without a colon, a bracket, a quote or the like, wherever it stands: then YAML takes the words as they are.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t:#\[\]{}&*!|>'\"%@`\\]*[^\s:#\[\]{}&*!|>'\"%@`\\])?")
_ONE_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One action: a sentence or a group of fields; `is_in_brackets` where its list is written as `[one, two]`."""

    node: Word | Mapping
    is_in_brackets: bool

    def field(self, name: str) -> Node | None:
        entries = self.node.entries if isinstance(self.node, Mapping) else ()
        return next((value for key, value in entries if key.text == name), None)


def items_in(source: Source, rules: Rules) -> dict[int, Item]:
    """The actions of an update without errors, by the offset at which their words begin (`Action.written_at`)."""
    tree = read_yaml(Desk(source, [], rules))
    items: dict[int, Item] = {}
    for key, section in tree.entries if isinstance(tree, Mapping) else ():
        if key.text in tuple(State) and isinstance(section, Sequence):
            is_in_brackets = source.text[section.span.start : section.span.start + 1] == "["
            for node in section.items:
                if isinstance(node, Word | Mapping):
                    item = Item(node, is_in_brackets)
                    words = item.field("text") or node
                    items[words.span.start] = item
    return items


def is_in_braces(node: Node, source: Source) -> bool:
    """Whether a group of fields is written as `{one: ..., two: ...}`."""
    return source.text[node.span.start : node.span.start + 1] == "{"


def scalar(words: str, indent: int = 0) -> str:
    """Words as a value: bare where YAML takes them as they are, else between quotes; several lines as a block.

    The lines of a block stand `indent` spaces in.
    """
    if "\n" not in words:
        return words if _PLAIN.fullmatch(words) else _quoted(words)
    lines = words.split("\n")
    indicator = str(2) if lines[0][:1].isspace() or not lines[0] else ""
    block = "\n".join(f"{' ' * indent}{line}" if line else "" for line in lines)
    return f"|{indicator}-\n{block}"


def names(words: Iterable[str]) -> str:
    """Names as a list in a line: `[staff, residents]`."""
    return f"[{', '.join(word if _ONE_NAME.fullmatch(word) else _quoted(word) for word in words)}]"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
