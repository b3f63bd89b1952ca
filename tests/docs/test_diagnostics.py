"""The page of each diagnostic: there is one for every code, and its examples do what it says."""

from pathlib import Path

import pytest

from generator.build import build
from generator.request import BuildRequest
from generator.text.codes import CODES, Severity
from generator.text.diagnostic import Diagnostic
from tests.examples import ON, Block, blocks_of, findings_in, programme_of, write_files
from tests.outside.pretending import pretend_to_ask

INDEX = "README.md"
FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "diagnostics"
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.name != INDEX)
FOUND_BY_BUILDING = (
    "two-pages-one-address",
    "unknown-theme",
    "personal-detail",
    "unreadable-image",
    "unreadable-document",
    "bad-colour",
    "bad-translation",
    "low-contrast",
    "character-not-printed",
)
WITHOUT_EXAMPLES_TO_RUN = (
    "template-error",
    "page-structure",
    "copy-is-old",
    "bad-stylesheet",
    "missing-plural-form",
    "untranslated-phrase",
    "leak",
    "unreadable-file",
    "document-metadata",
    "hidden-in-document",
    "personal-detail-in-document",
)  # they stand in a theme, or are no words
LONGEST = 65  # lines; a page is read in a terminal


def test_every_code_has_a_page_and_there_are_no_others() -> None:
    pages = {page.stem for page in PAGES}
    assert sorted(set(CODES) - pages) == [], f"write {FOLDER.name}/CODE.md for each, as its neighbours are written"
    assert sorted(pages - set(CODES)) == [], "these pages are of no code in generator/text/codes.py"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_well_in_a_terminal(page: Path) -> None:
    lines = text_of(page).splitlines()
    assert lines[0].startswith(f"# `{page.stem}`: ")
    assert not lines[0].endswith(".")
    assert len(lines) <= LONGEST
    assert all(len(line) <= 110 for line in lines)
    assert "—" not in text_of(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_a_warning_says_that_the_site_is_still_built(page: Path) -> None:
    is_warning = CODES[page.stem] is not Severity.ERROR
    says_so = "a warning" in text_of(page)
    assert says_so == is_warning or page.stem == "unknown-choice", (
        "say in it “a warning”, and that the site is still built" if is_warning else "it is an error, and no warning"
    )


def examples_in(page: Path) -> list[tuple[list[Block], list[Block]]]:
    """Each wrong example with its mended one. A block that is neither belongs to both; after a mended one, a block that
    is not mended begins the next example."""
    found: list[tuple[list[Block], list[Block]]] = []
    is_over = True
    for block in blocks_of(text_of(page)):
        if is_over and "mended" not in block.words and block.name:
            found.append(([], []))
        is_over = "mended" in block.words or not block.name
        if block.name and "mended" not in block.words:
            found[-1][0].append(block)
        if block.name and "wrong" not in block.words:
            found[-1][1].append(block)
    return found


EXAMPLES = [
    pytest.param(page.stem, wrong, mended, id=f"{page.stem}-{number}")
    for page in PAGES
    if page.stem not in WITHOUT_EXAMPLES_TO_RUN
    for number, (wrong, mended) in enumerate(examples_in(page), 1)
]


@pytest.mark.parametrize(("code", "wrong", "mended"), EXAMPLES)
def test_the_wrong_example_gives_the_code_and_the_mended_one_gives_nothing(
    code: str, wrong: list[Block], mended: list[Block], tmp_path: Path
) -> None:
    assert code in {found.code for found in found_in(code, wrong, tmp_path / "wrong")}
    assert [found.message for found in found_in(code, mended, tmp_path / "mended")] == []


def found_in(code: str, blocks: list[Block], folder: Path) -> tuple[Diagnostic, ...]:
    write_files(programme_of(blocks), folder)
    if code in FOUND_BY_BUILDING:
        return build(BuildRequest(folder, lambda _: ON)).findings
    return findings_in(folder, pretend_to_ask if code.startswith("outside-link-") else lambda _: ())[0]
