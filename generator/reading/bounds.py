"""What programme.yml says of limits; it is asked first of all, because it holds for the sizes of other files too."""

from dataclasses import replace

from generator.reading.desk import Desk
from generator.reading.kinds import number_in, word_of
from generator.reading.limits import LIMITED, USUAL, Limits, in_words
from generator.reading.shape import Field, Kind, Shape, Values, kind_of
from generator.reading.yaml import Mapping, Node, read_yaml
from generator.text.source import Source

_MOST_TIMES = 20  # so far a limit can be raised: no more can be meant, and nothing may take for ever
_ABOUT = {
    "file": "The most bytes in a file of words; {usual} without it.",
    "line": "The most characters in a line; {usual} without it.",
    "paragraph": "The most characters in a paragraph, a heading or a cell of a table; {usual} without it.",
    "marks": "The most signs in a file of words, such as brackets, full stops and ends of lines; {usual} without it.",
    "findings": "The most findings in one file; {usual} without it.",
    "items": "The most things in one list, actions in one update or parts for one audience in one text; {usual} "
    "without it.",
    "audiences": "The most audiences; {usual} without it.",
    "newsletters": "The most newsletters; {usual} without it.",
    "editions": "The most editions; {usual} without it.",
    "files": "The most files in the content folder; {usual} without it.",
    "text": "The most bytes in all files of words together; {usual} without it.",
    "document": "The most bytes in a document or a picture; {usual} without it.",
}


def _limit(name: str) -> Kind[int]:
    most = getattr(USUAL, name) * _MOST_TIMES

    def read(node: Node, desk: Desk) -> int | None:
        word = word_of(node, desk, "a number")
        if word is None:
            return None
        number = number_in(word.text)
        if number is not None and "." not in word.text and 0 < number <= most:
            return int(number)
        remedy = f"write a whole number from 1 to {in_words(most)}"
        desk.report("wrong-type", f"`{word.text}` cannot be a limit", word.span, remedy)
        return None

    return Kind(f"a whole number from 1 to {in_words(most)}", read, {"type": "integer", "minimum": 1, "maximum": most})


_FIELDS = tuple(
    Field(name, _limit(name), _ABOUT[name].format(usual=in_words(getattr(USUAL, name)))) for name in LIMITED
)
LIMITS_SHAPE = Shape("the limits", _FIELDS)


def _limits(values: Values, _: Desk) -> Limits:
    return replace(USUAL, **{field.name: values.of(field, getattr(USUAL, field.name)) for field in _FIELDS})


LIMITS = Field("limits", kind_of(LIMITS_SHAPE, _limits), "How much there may be of anything, where it is much.")


def limits_in(source: Source) -> Limits:
    """What programme.yml sets, and the usual limits where it sets none or cannot be read; nothing is reported."""
    return limits_of(read_yaml(Desk(source, [])), source)


def limits_of(node: Node | None, source: Source) -> Limits:
    """The limits that the tree of programme.yml sets."""
    entries = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    said = entries.get(LIMITS.name)
    return (LIMITS.kind.read(said, Desk(source, [])) if said else None) or USUAL
