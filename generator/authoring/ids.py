"""An id written into an action that has none, in the form of its file."""

import re

from generator.authoring.bullets import Bullet
from generator.authoring.fields import Item, is_in_braces
from generator.authoring.text_edits import TextEdit
from generator.reading.yaml import Word
from generator.text.source import Source

_FURTHER_LINE = re.compile(r"\n(?=[ \t]*[^\s])")


def id_in_bullet(bullet: Bullet, identity: str) -> tuple[TextEdit, ...]:
    """First in the braces, or in braces after the first paragraph."""
    if bullet.braces:
        at = bullet.braces[0] + 1
        return (TextEdit(at, at, f"#{identity} "),)
    return (TextEdit(bullet.words_end, bullet.words_end, f" {{#{identity}}}"),)


def id_in_item(item: Item, source: Source, identity: str) -> tuple[TextEdit, ...]:
    """As the first field; a sentence becomes the field after it, quoted as it was.

    First, because a comment may follow the last, and an id would take it for more of itself.
    """
    start, end = item.node.span.start, item.node.span.end
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    column = source.place(start).column - 1
    new_line = line_end + " " * column
    if not isinstance(item.node, Word):
        is_one_line = is_in_braces(item.node, source)
        at = start + 1 if is_one_line else start
        return (TextEdit(at, at, f"id: {identity}, " if is_one_line else f"id: {identity}{new_line}"),)
    if item.is_in_brackets:
        return TextEdit(start, start, f"{{id: {identity}, text: "), TextEdit(end, end, "}")
    return TextEdit(start, start, f"id: {identity}{new_line}text: "), *_further_in(source, item.node, column)


def _further_in(source: Source, sentence: Word, column: int) -> tuple[TextEdit, ...]:
    """The further lines of a sentence move in with it: by as much as it stands to the right of its hyphen."""
    start, end = sentence.span.start, sentence.span.end
    hyphen = source.text.rfind("-", 0, start)
    shift = " " * (column - (source.place(hyphen).column - 1))
    lines = (line.end() for line in _FURTHER_LINE.finditer(source.text, start, end))
    return tuple(TextEdit(at, at, shift) for at in lines)
