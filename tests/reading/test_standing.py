"""What stands at a path of the content folder, however a system spells its name."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from generator.build import build
from generator.reading.content import read_content
from generator.reading.files import read_tree
from generator.reading.standing import composed, place_of
from generator.request import BuildRequest
from tests.building import ON, files_of
from tests.examples import smallest, write_files

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
LETTER = """\
---
published: 2020-01-31
for: [staff, residents]
---
Read [the plan](../../documents/tŷ/cyllideb-tŷ.txt).

![A square, drawn in one line.](../../images/tŷ/llŷn.svg)
"""
DOCUMENTS = "- {id: plan, title: The plan, file: tŷ/cyllideb-tŷ.txt, for: [staff, residents]}\n"


@pytest.mark.parametrize("typed", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_a_name_that_a_mac_spells_with_its_accents_apart_is_the_name_that_was_typed(
    typed: Literal["NFC", "NFD"], stored: Literal["NFC", "NFD"], tmp_path: Path
) -> None:
    """https://developer.apple.com/library/archive/qa/qa1173/ says how; a zip file or a stick carries it elsewhere."""
    content = tmp_path / "content"
    files = {
        "documents/tŷ/cyllideb-tŷ.txt": b"All that we plan.\n",
        "images/tŷ/llŷn.svg": PICTURE,
        "images/tŷ/images.yml": b"for: [staff, residents]\n",
    }
    words = {"editions/2020-01/edition.md": LETTER, "documents.yml": DOCUMENTS}
    written = {path: normalize(typed, text).encode() for path, text in words.items()}
    write_files(smallest() | written | {normalize(stored, path): data for path, data in files.items()}, content)
    result = build(BuildRequest(content, lambda _: ON))
    assert result.findings == ()
    made = files_of(result, "residents")
    assert {"documents/tŷ/cyllideb-tŷ.txt", "images/tŷ/llŷn.svg"} <= made.keys()
    assert made["documents/tŷ/cyllideb-tŷ.txt"] == files["documents/tŷ/cyllideb-tŷ.txt"]


def test_a_place_where_nothing_stands_is_that_of_the_name_that_was_typed(tmp_path: Path) -> None:
    assert place_of(tmp_path, "documents/tŷ.pdf") == tmp_path / "documents/tŷ.pdf"


@pytest.mark.parametrize("name", ["\u00e9e\u0301.txt", "\u212aelvin.txt", "e\u0301\u2126.txt"])
def test_a_name_that_is_spelt_in_no_one_way_is_found_where_it_stands(name: str, tmp_path: Path) -> None:
    """As a Kelvin sign, and as letters of which some have their accents apart: neither is how a Mac spells a name."""
    listed = f"- {{id: plan, title: The plan, file: {normalize('NFC', name)}}}\n".encode()
    listed = listed if composed(name) != name else f"- {{id: plan, title: The plan, file: {name}}}\n".encode()
    write_files(smallest() | {"documents.yml": listed, f"documents/{name}": b"All that we plan.\n"}, tmp_path)
    content, _, findings = read_content(tmp_path)
    assert not findings
    assert content
    assert [document.size for document in content.documents] == [len("All that we plan.\n")]


@pytest.mark.parametrize("path", ["documents/tŷ.txt", "images/tŷ/images.yml"])
def test_two_names_that_only_the_spelling_of_accents_tells_apart_are_told(path: str, tmp_path: Path) -> None:
    """Nobody could say which is meant, nor whose `for:` holds for which pictures."""
    twins = {normalize("NFC", path): b"for: [staff]\n", normalize("NFD", path): b"for: [staff, residents]\n"}
    write_files(smallest() | twins, tmp_path)
    _, findings = read_tree(tmp_path)
    assert {(it.code, it.severity) for it in findings} == {("bad-file-name", "error")}
    assert path in {it.span.path for it in findings}


def test_two_folders_that_only_the_spelling_of_accents_tells_apart_are_told(tmp_path: Path) -> None:
    files = {normalize("NFC", "images/tŷ/images.yml"): b"for: [staff, residents]\n"}
    write_files(smallest() | files | {normalize("NFD", "images/tŷ/llŷn.svg"): PICTURE}, tmp_path)
    _, findings = read_tree(tmp_path)
    assert ("bad-file-name", "images/tŷ") in {(it.code, it.span.path) for it in findings}


def test_an_edition_in_a_folder_whose_name_a_mac_has_spelt_is_told_of_its_name(tmp_path: Path) -> None:
    folder = normalize("NFD", "editions/gŵyl")
    write_files(smallest() | {f"{folder}/edition.md": b"---\npublished: 2020-02-29\n---\nDear all\n"}, tmp_path)
    _, _, findings = read_content(tmp_path)
    assert {it.span.path for it in findings} == {"editions/gŵyl/edition.md"}
