"""What stands between `---` and `---` at the head of a Markdown file."""

import re

from generator.reading.desk import Desk
from generator.reading.passage import Passage
from generator.reading.yaml import Mapping, Node, read_yaml

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


def read_front_matter(desk: Desk) -> tuple[Node | None, Passage | None]:
    """The front matter's tree and the body. A file without front matter has an empty one.

    The body is None where the front matter never ends, since nobody can say then what is meant for readers.
    """
    source = desk.source
    first = _FENCE.match(source.text)
    if first is None:
        return Mapping((), source.span(0, 0)), _body(desk, 0)
    second = _FENCE.search(source.text, first.end())
    if second is None:
        desk.report(
            "front-matter-not-closed",
            "the front matter is never closed",
            source.line_span(1),
            "put `---` alone on a line after its last field",
        )
        return None, None
    begin = first.end() + 1
    fields = read_yaml(desk, begin, second.start()) if source.text[begin : second.start()].strip() else None
    return fields or Mapping((), source.span(0, first.end())), _body(desk, second.end())


def _body(desk: Desk, start: int) -> Passage:
    text = desk.source.text[start:]
    if text.startswith("\n"):
        start, text = start + 1, text[1:]
    return Passage(desk.source, text, desk.source.span(start, start + len(text)))
