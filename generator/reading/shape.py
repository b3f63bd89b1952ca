"""The shapes of our YAML: which fields a thing has, what each means, and how it is read.

One declaration serves the reader, the messages, the JSON Schemas for editors and the reference in the docs.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

from generator.reading.desk import Desk, closest, looked_up, within
from generator.reading.nearest import nearest
from generator.reading.yaml import Mapping, Node, Sequence, Word
from generator.reading.yaml_slips import QUOTES_HELP
from generator.text.source import Span
from generator.values import dataclass

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """A way to read one value: `read` gives None when it has reported why not. `schema` is for editors.

    `shape` is that of the mapping, or of each in the list or group of them, that the value is.
    """

    name: str
    read: Callable[[Node, Desk], T_co | None]
    schema: Schema
    shape: "Shape | None" = None


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """One named value; `about` is a sentence for the writer, shown by editors and in the reference."""

    name: str
    kind: Kind[T_co]
    about: str
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Values:
    """What was read of one mapping. A field that is missing or wrong is absent; it has been reported."""

    read: dict[str, object]
    spans: dict[str, Span]
    span: Span

    def get(self, field: Field[T]) -> T | None:
        return cast(T | None, self.read.get(field.name))

    def of(self, field: Field[T], default: T) -> T:
        """The value, or `default` where there is none. What was required and wrong never reaches a page."""
        value = self.get(field)
        return default if value is None else value

    def has(self, field: Field[Any]) -> bool:
        """Whether the writer gave the field, be it right or wrong."""
        return field.name in self.spans

    def span_of(self, field: Field[Any]) -> Span:
        """Where the value stands; where the whole thing stands if the field is not there."""
        return self.spans.get(field.name, self.span)


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with known fields; `name` goes into messages, with its article: `an edition`."""

    name: str
    fields: tuple[Field[Any], ...]

    def read(self, node: Node | None, desk: Desk, at: Span) -> Values | None:
        """The values of a mapping; a missing node counts as one without fields that stands `at`."""
        if node is None:
            node = Mapping((), at)
        if not isinstance(node, Mapping):
            self._report_not_a_mapping(node, desk)
            return None
        known = {field.name: field for field in self.fields}
        values, spans = dict[str, object](), dict[str, Span]()
        misspelt: set[str] = set()
        for key, value in node.entries:
            field = known.get(key.text)
            if field is None:
                misspelt.add(self._report_unknown(key, value, desk))
                continue
            spans[field.name] = value.span if value.span.end > value.span.start else key.span
            read = _read_value(field, key, value, desk)
            if read is not None:
                values[field.name] = read
        for field in self.fields:
            if field.is_required and field.name not in spans and field.name not in misspelt:
                desk.report(
                    "missing-field",
                    f"{self.name} has no `{field.name}`",
                    first_line(node, desk),
                    f"add `{field.name}:` with {field.kind.name}",
                    field.about[0].lower() + field.about[1:].rstrip("."),
                )
        return Values(values, spans, node.span)

    def _report_unknown(self, key: Word, value: Node, desk: Desk) -> str:
        """Gives the name of the field that was meant; empty where none is like it."""
        names = tuple(field.name for field in self.fields)
        meant = _same_name(key.text, names, desk)
        if not meant and " " in key.text.strip() and isinstance(value, Word):
            desk.report("colon-in-sentence", f"YAML takes `{key.text}` for the name of a field", key.span, QUOTES_HELP)
            return ""
        remedy = f"did you mean `{meant}`?" if meant else closest(key.text, names)
        desk.report("unknown-field", f"`{key.text}` is not a field of {self.name}", key.span, remedy)
        return meant or nearest(key.text.lower(), names) or ""

    def _report_not_a_mapping(self, node: Node, desk: Desk) -> None:
        example = next((field.name for field in self.fields if field.is_required), self.fields[0].name)
        desk.report(
            "wrong-type",
            f"{self.name} is written as fields; this is {what(node)}",
            first_line(node, desk),
            f"write it as `{example}: ...`, each field on a line of its own",
        )

    def schema(self) -> Schema:
        properties = {field.name: {**field.kind.schema, "description": field.about} for field in self.fields}
        required = [field.name for field in self.fields if field.is_required]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return schema | ({"required": required} if required else {})


def kind_of(shape: Shape, build: Callable[[Values, Desk], T | None]) -> Kind[T]:
    """A value that is itself a mapping of one shape."""

    def read(node: Node, desk: Desk) -> T | None:
        values = shape.read(node, desk, node.span)
        return None if values is None else build(values, desk)

    return Kind(shape.name, read, shape.schema(), shape)


def list_of(kind: Kind[T], name: str = "", limit: str = "items") -> Kind[tuple[T, ...]]:
    """A list; what is wrong in it is reported and left out, so that the rest is still read.

    `limit` names what bounds its length.
    """

    def read(node: Node, desk: Desk) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            desk.report(
                "wrong-type",
                f"a list is expected here; this is {what(node)}",
                first_line(node, desk),
                "begin each thing in it with `- `",
            )
            return None
        items = within(node.items, limit, "things", desk, lambda item: first_line(item, desk))
        read_items = (kind.read(item, desk) for item in items)
        return tuple(item for item in read_items if item is not None)

    schema = {"type": "array", "items": kind.schema}
    return Kind(name or f"a list, each of it {kind.name}", read, schema, kind.shape)


def _read_value(field: Field[Any], key: Word, value: Node, desk: Desk) -> object:
    if isinstance(value, Word) and not value.text.strip():
        way_out = "" if field.is_required else ", or remove the line"
        desk.report("missing-field", f"`{key.text}` is empty", key.span, f"give it {field.kind.name}{way_out}")
        return None
    return cast(object, field.kind.read(value, desk))


def _same_name(written: str, names: tuple[str, ...], desk: Desk) -> str:
    """The field whose name is written in another way, or as a heading of Markdown is."""
    words = " ".join(written.lower().split())
    state = desk.rules.headings.get(looked_up(written))
    if state is not None and state.value in names:
        return state.value
    plain = words.replace(" ", "_").replace("-", "_")
    return next((name for name in names if name.replace("-", "_") == plain), "")


def what(node: Node) -> str:
    match node:
        case Word():
            return f"`{node.text}`" if len(node.text) <= 40 else "a sentence"
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of fields"


def first_line(node: Node, desk: Desk) -> Span:
    """The node's words in its first line: a finding about a long list must not mark all of it."""
    end = desk.source.text.find("\n", node.span.start)
    return desk.source.span(node.span.start, min(node.span.end, end) if end >= 0 else node.span.end)
