"""Small texts on a desk, for the tests of single readers."""

from generator.reading.desk import Desk, Rules
from generator.reading.passage import MarkdownPassage
from generator.text.source import Source

RULES = Rules(
    audiences=frozenset({"staff", "residents"}),
    defaults={kind: frozenset({"staff", "residents"}) for kind in ("editions", "pages", "glossary", "documents")},
)


def desk(text: str, path: str = "editions/2020-01/it.md") -> Desk:
    return Desk(Source(path, text), [], RULES)


def whole(desk: Desk) -> MarkdownPassage:
    """All of a desk's text as one passage."""
    return MarkdownPassage(desk.source, desk.source.text, desk.source.span(0, len(desk.source.text)))


def marked(desk: Desk) -> list[tuple[str, str]]:
    """Each finding's code with the words that it marks."""
    return [(found.code, desk.source.text[found.span.start : found.span.end]) for found in desk.findings]
