"""What documents for the public say of those who made them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from generator.build import build
from generator.request import Request
from generator.scanning import documents
from tests.building import ON
from tests.examples import smallest, write_files

PEOPLE = "<dc:creator>Jo &amp; Sam</dc:creator><cp:lastModifiedBy>Kim Lee</cp:lastModifiedBy>"
PLACE = "C:\\Users\\jo\\plan.docx"


def pdf(**facts: str) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        for name, value in facts.items():
            document.docinfo[f"/{name}"] = value
        document.save(out)
    return out.getvalue()


def office(core: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("docProps/core.xml", core)
    return out.getvalue()


def told(folder: Path, file: str, data: bytes, audiences: str = "[staff, residents]") -> list[str]:
    listed = f"- {{id: plan, title: The plan, file: {file}, for: {audiences}}}\n".encode()
    write_files(smallest() | {"documents.yml": listed, f"documents/{file}": data}, folder)
    result = build(Request(folder, lambda _: ON))
    assert result.sites, result.findings
    found = [it for it in result.findings if it.code == "document-metadata"]
    assert all((it.subject, it.span.path) == ("plan", "documents.yml") for it in found)
    return [it.message.partition("residents, ")[2] for it in found]


@pytest.mark.parametrize(
    ("file", "data", "found"),
    [
        ("plan.pdf", pdf(Author="Jo Smith", Title="The plan"), ["names a person: `Jo Smith`"]),
        ("plan.pdf", pdf(Title=PLACE), [f"names a place on a computer: `{PLACE}`"]),
        ("plan.pdf", pdf(Author="merebrook borough council", Title="The plan"), []),
        ("plan.pdf", b"%PDF-1.7 broken", []),
        ("plan.docx", office(PEOPLE), ["names a person: `Jo & Sam`", "names a person: `Kim Lee`"]),
        ("plan.xlsx", office("<cp:coreProperties/>"), []),
        ("plan.docx", b"PK broken", []),
        ("plan.txt", b"By Jo Smith", []),
    ],
)
def test_who_made_a_document_is_told_to_its_writer(tmp_path: Path, file: str, data: bytes, found: list[str]) -> None:
    assert told(tmp_path, file, data) == found


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "DOCX"])
def test_every_kind_of_office_document_is_opened(ending: str) -> None:
    assert documents._facts(f"plan.{ending}", office(PEOPLE))[0] == ("names a person", "Jo & Sam")


def test_documents_for_staff_may_name_colleagues(tmp_path: Path) -> None:
    assert told(tmp_path, "plan.pdf", pdf(Author="Jo Smith"), "staff") == []
