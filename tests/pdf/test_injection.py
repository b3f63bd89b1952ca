"""Words that try to become more than words, printed: they stay text, and a document does nothing by itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from tests.examples import write_files
from tests.hostile.accepted import sound_in_prose, sound_in_text
from tests.hostile.payloads import CALL, FEWER, PAYLOADS
from tests.hostile.programme import programme_saying
from tests.pdf.printing import printed_from, words_of_tags

# What a program that shows a PDF would do, and where another file would lie in it.
DOES = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Sound", "/Movie",
    "/ResetForm", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute", "/Thread", "/Named",
}  # fmt: skip
HOLDS = {"/JS", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/AF", "/AcroForm", "/XFA", "/RichMedia", "/Filespec"}
AT_ONCE = 30  # words that one title says: as many lines as the programme needs come of the fewest words


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "payloads", [pytest.param(FEWER, id="fewer"), pytest.param(PAYLOADS, id="all", marks=pytest.mark.long)]
)
def test_in_every_place_on_paper_they_are_only_words(tmp_path: Path, payloads: tuple[str, ...]) -> None:
    text, prose = list(filter(sound_in_text, payloads)), list(filter(sound_in_prose, payloads))
    write_files(programme_saying(text, prose, AT_ONCE), tmp_path)
    printed = next(printed_from(tmp_path, "residents"))
    with Pdf.open(BytesIO(printed.file)) as pdf:
        assert doing(pdf) == []
        assert {scheme_of(address) for address in addresses(pdf)} <= {"https", "http", "mailto", "tel"}
    assert words_of_tags(printed.file).count(CALL) > len(prose) / 2


def test_a_document_that_does_something_would_be_seen() -> None:
    with Pdf.new() as pdf:
        pdf.Root.OpenAction = Dictionary(S="/JavaScript", JS="hit(1)")
        assert doing(pdf) == ["/JS", "/JavaScript"]


def dictionaries(pdf: Pdf) -> Iterator[Dictionary]:
    """Every dictionary of the file, also those inside others."""
    for found in pdf.objects:
        yield from _inside(found)


def _inside(found: Object) -> Iterator[Dictionary]:
    if isinstance(found, Stream):
        found = found.stream_dict
    if isinstance(found, Dictionary):
        yield found
    if isinstance(found, Dictionary | Array):
        values = found.values() if isinstance(found, Dictionary) else list(found)
        for value in values:
            if isinstance(value, Dictionary | Array) and not value.is_indirect:
                yield from _inside(value)


def doing(pdf: Pdf) -> list[str]:
    """The actions and the keys that make a document do something, or bring another file with it."""
    found = set()
    for one in dictionaries(pdf):
        found |= set(one.keys()) & HOLDS
        found |= {str(one[key]) for key in ("/S", "/Type", "/Subtype") if key in one} & (DOES | HOLDS)
    return sorted(found)


def addresses(pdf: Pdf) -> Iterator[str]:
    for one in dictionaries(pdf):
        if "/URI" in one:
            yield str(one.URI)


def scheme_of(address: str) -> str:
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", address.lower())
    return scheme[1] if scheme else ""
