"""No text whatever brings the reading down: there are findings, never tracebacks."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks.all import check_all
from generator.domain.programme import Programme
from generator.reading.content import read_content
from generator.reading.desk import Desk
from generator.reading.yaml import read_yaml
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from tests.examples import smallest, write_files
from tests.reading.readers import ANYTHING, AWKWARD, READERS, REAL, read, reader_for


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
            findings.extend(check_all(content, sources, date(2020, 2, 1)))


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
