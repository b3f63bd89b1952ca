"""No text whatever brings the reading down: there are findings, never tracebacks."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks.all import check_content
from generator.checks.coach.all import coach
from generator.domain.programme import Programme
from generator.reading.content import read_content
from generator.reading.decoding import decode
from generator.reading.desk import Desk, Rules
from generator.reading.editions import read_edition, read_update
from generator.reading.library import read_documents, read_glossary, read_page
from generator.reading.measures import read_measures
from generator.reading.programme import read_programme
from generator.reading.workstreams import read_workstreams
from generator.reading.yaml import read_yaml
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.formats import listing
from generator.text.source import Source
from tests.examples import smallest, write_files

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


@given(st.sampled_from(sorted(READERS)), ANYTHING)
def test_any_text_in_any_file_gives_findings_and_no_traceback(path: str, text: str) -> None:
    read(path, text)


@given(st.sampled_from(sorted(READERS)), ANYTHING)
@example("documents.yml", "{\n")  # YAML stops past the end
def test_any_text_after_front_matter_or_a_heading_gives_no_traceback(path: str, text: str) -> None:
    for before in (
        "---\npublished: 2020-01-31\ntitle: About us\n---\n",
        "## Future actions\n\n- ",
        "future:\n  - id: a\n    text: ",
    ):
        read(path, before + text)


REAL = sorted(path for path in SAMPLE.rglob("*") if path.suffix in (".md", ".yml"))


def reader_for(path: Path) -> str:
    """The file of READERS that a file of the sample is like."""
    name = path.relative_to(SAMPLE).as_posix()
    if name in READERS:
        return name
    if name.startswith("pages/"):
        return "pages/about.md"
    return f"editions/2020-01/{'edition' if path.stem == 'edition' else 'customer-services'}{path.suffix}"


@given(st.sampled_from([path for path in REAL if path.name != "images.yml"]), st.data())
def test_a_real_file_that_was_cut_and_patched_gives_no_traceback(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(AWKWARD | st.just(text[start:end] * 2)) + text[end:]
    read(reader_for(path), text)


@given(
    st.dictionaries(
        st.sampled_from(sorted(READERS)), ANYTHING | st.binary().map(lambda it: it.decode("latin-1")), max_size=3
    )
)
def test_any_files_in_a_programme_are_read_and_checked_without_a_traceback(changed: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        write_files(smallest() | {path: text.encode() for path, text in changed.items()}, Path(folder))
        content, sources, findings = read_content(Path(folder))
        if content:
            assert isinstance(content.programme, Programme)
            findings.extend(check_content(content, date(2020, 2, 1)))
            findings.extend(coach(content, sources, date(2020, 2, 1)))


@pytest.mark.parametrize(
    "text", ["[" * 30_000, "{" * 30_000, "- " * 30_000, "? " * 30_000, "[" * 30_000 + "]" * 30_000, "{a: " * 30_000]
)
def test_deep_nesting_in_yaml_is_a_finding(text: str) -> None:
    findings: list[Diagnostic] = []
    assert read_yaml(Desk(Source("glossary.yml", text), findings)) is None
    assert [found.code for found in findings] == ["too-deep"]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 3_000 + "words", "- " * 3_000 + "words", "*a " * 3_000 + "b*" * 3_000, "**a " * 1_000 + "b**" * 1_000,
        "~~a " * 1_000 + "b~~" * 1_000, "[" * 5_000, "![" * 2_000 + "](a)" * 2_000, "`" * 5_000, "| a " * 2_000,
        "_a_" * 3_000,
        "{" * 5_000, "{#" * 5_000, ": " * 5_000, "[^1]" * 2_000,
    ],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_hostile_markdown_comes_to_an_end(text: str) -> None:
    for before in ("", "## Completed\n\n- "):
        read("editions/2020-01/customer-services.md", before + text)


def test_words_that_are_marked_too_often_are_an_error_and_stay() -> None:
    findings = read("editions/2020-01/customer-services.md", "*a " * 500 + "b*" * 500)
    assert "too-deep" in {found.code for found in findings}
