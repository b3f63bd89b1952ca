"""Every case in tests/cases: a title, the files that differ from the smallest programme, and what is then found.

`GOLDEN_CASES=write pytest tests/test_cases.py` writes down what is found now, to be looked at before it is kept.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.text.codes import CODES
from generator.text.diagnostic import Diagnostic
from generator.text.formats import as_text
from generator.text.source import Source
from tests.examples import TESTS, blocks_of, findings_in, programme_of, write_files
from tests.outside.pretending import pretend_to_ask

CASES = sorted((TESTS / "cases").glob("*.md"))
# Nothing that reading or checking the content finds; their tests stand in tests/making.
OF_THE_BUILD = {
    "bad-stylesheet",
    "copy-is-old",
    "page-structure",
    "bad-colour",
    "bad-translation",
    "missing-plural-form",
    "untranslated-phrase",
    "character-not-printed",
    "low-contrast",
    "leak",
    "personal-detail",
    "document-metadata",
    "hidden-in-document",
    "personal-detail-in-document",
    "unreadable-image",
    "unreadable-document",
    "template-error",
    "two-pages-one-address",
    "unknown-theme",
    "unreadable-file",
}
_IS_SMALL = re.compile(r"[a-z`]|YAML |HTML |(?:January|February|March|April|May|June|July|August|September) ")
WRITE = "GOLDEN_CASES=write pytest tests/test_cases.py"
_FOUND = re.compile(r"^```found\n.*?^```\n", re.MULTILINE | re.DOTALL)


def code_of(case: Path) -> str:
    """The longest code that the file's name begins with."""
    return max((code for code in CODES if f"{case.stem}-".startswith(f"{code}-")), key=len, default="")


def found_in(case: Path, folder: Path) -> tuple[tuple[Diagnostic, ...], Mapping[str, Source]]:
    """With other sites asked where the case is about these."""
    return findings_in(folder, pretend_to_ask if case.stem.startswith("outside-link-") else lambda _: ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_what_it_says(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    blocks = blocks_of(text)
    write_files(programme_of([block for block in blocks if block.name != "found"]), tmp_path)
    findings, sources = found_in(case, tmp_path)
    found = f"```found\n{as_text(findings, sources)}\n```\n" if findings else "```found\n```\n"
    if os.environ.get("GOLDEN_CASES") == "write":
        case.write_text(_FOUND.sub("", text).rstrip() + f"\n\n{found}", encoding="utf-8")
        return
    written = "".join(_FOUND.findall(text))
    assert written == found, f"{case.name} says something else than is found: {WRITE}, and read the difference"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_about_the_code_that_its_name_begins_with(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    assert text.startswith("# ")
    code = code_of(case)
    is_named_well = (f"[{code}]" in text) if code else case.stem.startswith("sound-")
    assert is_named_well, (
        f"{case.name} finds no `{code}`" if code else f"no code begins the name {case.name}, nor sound-"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_message_is_in_the_form_that_readers_know(case: Path, tmp_path: Path) -> None:
    blocks = blocks_of(case.read_text(encoding="utf-8"))
    write_files(programme_of([block for block in blocks if block.name != "found"]), tmp_path)
    for found in found_in(case, tmp_path)[0]:
        assert _IS_SMALL.match(found.message), found.message
        assert found.help, f"nothing says what to do about: {found.message}"
        for words in (found.message, found.help, found.note):
            assert not words.endswith("."), words
            assert "—" not in words.replace("`—`", ""), words


def test_every_code_has_a_case() -> None:
    with_case = {code_of(case) for case in CASES} - {""}
    without = sorted(CODES.keys() - OF_THE_BUILD - with_case)
    assert without == [], "write tests/cases/CODE.md for each, or name it in OF_THE_BUILD where only a build finds it"
