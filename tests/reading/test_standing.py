"""What stands at a path of the content folder, however a system spells its name."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from generator.build import build
from generator.reading.standing import place_of
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
