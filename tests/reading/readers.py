"""Every reader, the files that it takes, and awkward words to give it."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from generator.reading.decoding import decode
from generator.reading.desk import Desk, Rules
from generator.reading.editions import read_edition, read_update
from generator.reading.library import read_documents, read_glossary, read_page
from generator.reading.measures import read_measures
from generator.reading.programme import read_programme
from generator.reading.workstreams import read_workstreams
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.formats import listing
from generator.text.source import Source

SAMPLE = Path(__file__).parents[2] / "content"
RULES = Rules(audiences=frozenset({"staff", "residents"}))
READERS: dict[str, Callable[[Desk], object]] = {
    "programme.yml": read_programme,
    "workstreams.yml": read_workstreams,
    "measures.yml": read_measures,
    "glossary.yml": read_glossary,
    "documents.yml": lambda desk: read_documents(desk, {}),
    "pages/about.md": read_page,
    "editions/2020-01/edition.md": read_edition,
    "editions/2020-01/customer-services.md": read_update,
    "editions/2020-01/customer-services.yml": read_update,
}
AWKWARD_WORDS = (
    "{", "}", "{#", "{#a}", "{for=staff}", "{for=", ":::", "::: staff\n", ":::\n", "::", "\n", "\n\n", "\r",
    "- ", "> ", "#",
    "# ", "## Completed\n\n", "`", "```\n", "[^1]", "[^1]: ", "[", "](", "![", "|", "\t", "  ", "'", '"', "“",
    ": ", " #",
    "&a ", "*a", "!x ", "%", "\ufeff", "\u2028", "\u200b", "\0", "---\n", "...\n", "<<: ", "? ", "~", "• ", "*",
    "_", "~~",
    "<", ">", "\\", "1. ", "due=", "2020-02-30", "ſpring 2020", "字", "🏛️", "e\u0301", "&#0;", "&amp;",
    "https://", "[]", "{}",
)  # fmt: skip
AWKWARD = st.sampled_from(AWKWARD_WORDS)
ANYTHING = st.text() | st.lists(AWKWARD, max_size=30).map("".join)


def read(path: str, text: str) -> list[Diagnostic]:
    findings: list[Diagnostic] = []
    decoded = decode(text.encode("utf-8"), path, findings)
    if decoded is not None:
        source = Source(path, decoded)
        READERS[path](Desk(source, findings, RULES))
        listing("text", in_order(findings), {path: source})
        assert all(0 <= found.span.start <= found.span.end <= len(decoded) for found in findings)
    return findings


REAL = sorted(path for path in SAMPLE.rglob("*") if path.suffix in (".md", ".yml"))


def reader_for(path: Path) -> str:
    """The file of READERS that a file of the sample is like."""
    name = path.relative_to(SAMPLE).as_posix()
    if name in READERS:
        return name
    if name.startswith("pages/"):
        return "pages/about.md"
    return f"editions/2020-01/{'edition' if path.stem == 'edition' else 'customer-services'}{path.suffix}"
