"""Which words a reader of content takes; what it refuses never comes to a page."""

from generator.domain.prose import InlineImage, Link, Run, runs_in
from generator.domain.target import Inside, Outside, Thing, parse_target
from generator.reading.decoding import decode
from generator.reading.desk import Desk, Rules
from generator.reading.library import read_glossary, read_page
from generator.text.diagnostic import Diagnostic, has_errors
from generator.text.source import Source

_PICTURE = Inside(Thing.IMAGE, "images/x.png")
_RULES = Rules(audiences=frozenset({"staff", "residents"}), defaults=dict.fromkeys(("pages", "glossary"), frozenset()))


def sound_in_text(words: str) -> bool:
    """Whether the words may stand in a field that is a line of words."""
    quoted = "'" + words.replace("'", "''") + "'"
    return "\n" not in words and _is_sound("glossary.yml", f"- {{term: a, means: {quoted}}}\n")


def sound_in_prose(words: str) -> bool:
    """Whether the words may stand where Markdown is read, as far as reading alone can tell."""
    return _is_sound("pages/words.md", f"---\ntitle: a\n---\nWords.\n\n{words}\n")


def _leads_somewhere(run: Run) -> bool:
    match run:
        case Link():
            return isinstance(parse_target(run.target, "pages/words.md"), Outside)
        case InlineImage():
            return bool(run.alt.strip()) and parse_target(run.target, "pages/words.md") == _PICTURE
    return True


def _is_sound(path: str, text: str) -> bool:
    findings: list[Diagnostic] = []
    decoded = decode(text.encode(), path, findings)
    if decoded is not None:
        desk = Desk(Source(path, decoded), findings, _RULES)
        if not path.endswith(".md"):
            read_glossary(desk)
        elif page := read_page(desk)[0]:
            return not has_errors(findings) and all(map(_leads_somewhere, runs_in(page.body)))
    return not has_errors(findings)
