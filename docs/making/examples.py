"""How each field is written in the files of one programme, taken from them as it stands there."""

from collections.abc import Iterator
from pathlib import Path

from generator.reading.desk import Desk
from generator.reading.front_matter import read_front_matter
from generator.reading.schemas import WrittenFile
from generator.reading.shape import Field, Shape
from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from generator.text.source import Source

_LONGEST = 100  # of an example in a table


class Examples:
    """What was read so far: for each shape and field, its first example that fits into a line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[tuple[str, str], str] = {}

    def of(self, shape: Shape, field: Field[object]) -> str:
        """The field with its value. Raises LookupError where no file has it."""
        if (found := self._found.get((shape.name, field.name))) is None:
            raise LookupError(f"{self._folder} has no example of `{field.name}` of {shape.name}: write one into it")
        return found

    def read(self, file: str, written: WrittenFile) -> None:
        desk = desk_of(self._folder / file)
        node = read_front_matter(desk)[0] if file.endswith(".md") else read_yaml(desk)
        if node is not None:
            self._note(node, written.shape, desk.source)

    def _note(self, node: Node, shape: Shape, source: Source) -> None:
        known = {field.name: field for field in shape.fields}
        for name, value in _fields_of(node):
            field = known.get(name)
            if field is None:  # a group by names of one's own, such as the audiences
                self._note(value, shape, source)
                continue
            words = source.text[value.span.start : value.span.end].strip()
            if words.startswith("- "):  # a list of one thing, in one line
                words = f"[{words[2:]}]"
            is_short = "\n" not in words and len(words) <= _LONGEST
            if not self._found.get((shape.name, name)):
                self._found[shape.name, name] = f"{name}: {words}" if is_short else ""
            if field.kind.shape:
                self._note(value, field.kind.shape, source)


def _fields_of(node: Node) -> Iterator[tuple[str, Node]]:
    """Those of a mapping, or of each mapping in a list."""
    match node:
        case Mapping():
            yield from ((key.text, value) for key, value in node.entries)
        case Sequence():
            for item in node.items:
                yield from _fields_of(item)
        case Word():
            pass


def desk_of(file: Path) -> Desk:
    return Desk(Source(file.name, file.read_text(encoding="utf-8")), [])


def body_of(file: Path) -> str:
    """The words of a Markdown file, without the fields at its head."""
    body = read_front_matter(desk_of(file))[1]
    return body.text.strip() if body else ""
