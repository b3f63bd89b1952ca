"""What stands between `---` and `---` at the head of a Markdown file."""

import re

from generator.reading.desk import Desk
from generator.reading.passage import MarkdownPassage
from generator.reading.yaml import Mapping, Node, read_yaml

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_FIRST_FENCE = re.compile(r"\s*^---[ \t]*\r?$", re.MULTILINE)
# A first line that is meant for us but would be shown to readers: dashes of another length, or a field.
_MEANT_AS_FENCE = re.compile(r"\s*^[ \t]*[-–—]{1,8}[ \t]*\r?$", re.MULTILINE)
_MEANT_AS_FIELD = re.compile(r"\s*^[ \t]*(?:for|published|status|accept):", re.MULTILINE | re.IGNORECASE)


def read_front_matter(desk: Desk) -> tuple[Node | None, MarkdownPassage | None]:
    """The front matter's tree and the body. A file without front matter has an empty one.

    The tree is None where the front matter cannot be read. The body is None as well where nobody can say what is meant
    for readers, because the front matter never ends or never begins.
    """
    source = desk.source
    first = _FIRST_FENCE.match(source.text)
    if first is None:
        if _is_near_front_matter(desk):
            return None, None
        return Mapping((), source.span(0, 0)), _body(desk, 0)
    second = _FENCE.search(source.text, first.end())
    if second is None:
        _report(desk, "the front matter is never closed", first, "put `---` alone on a line after its last field")
        return None, None
    begin = first.end() + 1
    found = len(desk.findings)
    fields = read_yaml(desk, begin, second.start())
    if fields is None and len(desk.findings) == found:  # nothing, or nothing but notes
        fields = Mapping((), source.span(0, second.end()))
    return fields, _body(desk, second.end())


def _is_near_front_matter(desk: Desk) -> bool:
    """Whether the file begins with what is meant as front matter, which is then reported."""
    dashes, field = _MEANT_AS_FENCE.match(desk.source.text), _MEANT_AS_FIELD.match(desk.source.text)
    if dashes:
        _report(desk, "this line does not open front matter", dashes, "write exactly three hyphens: `---`")
    elif field:
        remedy = "put `---` alone on a line before it, and another after the last field"
        _report(desk, "this field stands outside front matter, where nothing reads it", field, remedy)
    return bool(dashes or field)


def _report(desk: Desk, message: str, found: re.Match[str], remedy: str) -> None:
    line = desk.source.place(found.end()).line
    desk.report("front-matter-not-closed", message, desk.source.line_span(line), remedy)


def _body(desk: Desk, start: int) -> MarkdownPassage:
    text = desk.source.text[start:]
    if text.startswith("\n"):
        start, text = start + 1, text[1:]
    return MarkdownPassage(desk.source, text, desk.source.span(start, start + len(text)))
