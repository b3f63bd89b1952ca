"""What documents for the public say of those who made them."""

import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from generator.keeping.packing import pack, unpack
from generator.reading.content import read_content
from generator.reading.memory import InMind, Remembered
from generator.scanning import documents, opening
from generator.scanning.documents import find_in_documents
from tests.building import built
from tests.examples import smallest
from tests.scanning.documents import (
    BOTH,
    attaching,
    changed,
    findings,
    holding_itself,
    locked_pdf,
    locked_zip,
    misnamed_zip,
    office,
    packed,
    pdf,
)

PEOPLE = "<dc:creator>Jo &amp; Sam</dc:creator><cp:lastModifiedBy>Kim Lee</cp:lastModifiedBy>"
PLACE = "C:\\Users\\jo\\plan.docx"


def told(folder: Path, file: str, data: bytes, audiences: str = BOTH) -> list[str]:
    found = [it for it in findings(folder, file, data, audiences) if it.code == "document-metadata"]
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


NUMBERS = ("QQ 12 34 56 C", "AB 12 34 56 C", "CE 12 34 56 D")  # of which only the last two can be given to anybody


def sheet(*cells: str) -> bytes:
    """A workbook as Excel packs it: what stands in cells stands side by side, without a space between."""
    strings = "".join(f"<si><t>{cell}</t></si>" for cell in cells)
    return filled("xl/sharedStrings.xml", f"<sst>{strings}</sst>")


def filled(name: str, text: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr(name, text)
    return out.getvalue()


def of_people(folder: Path, file: str, data: bytes, audiences: str = BOTH) -> list[str]:
    found = [it for it in findings(folder, file, data, audiences) if it.code == CODE]
    return [it.message.partition("holds ")[2] for it in found]


CODE = "personal-detail-in-document"
REACHED = [f"jo.{letter}@example.org" for letter in "abcdef"]
SEVERAL_RUNS = "<w:p><w:r><w:t>AB 12</w:t></w:r><w:r><w:t> 34 56 C</w:t></w:r></w:p><w:p><w:r><w:t>Jo</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("file", "data", "found"),
    [
        ("a.xlsx", sheet("AB123456C", "Jo"), ["the National Insurance number `AB123456C`"]),
        ("a.xlsx", sheet(*NUMBERS), ["the National Insurance number `AB 12 34 56 C` and 1 more of the kind"]),
        ("a.docx", filled("word/document.xml", SEVERAL_RUNS), ["the National Insurance number `AB 12 34 56 C`"]),
        ("a.txt", b"Born on 1 May 1950.", ["the date of birth `1 May 1950`"]),
        ("a.csv", b"Jo,born 01/05/1950\n", ["the date of birth `01/05/1950`"]),
        ("a.txt", " ".join(REACHED[:5]).encode(), []),
        ("a.txt", " ".join(REACHED).encode(), ["the e-mail address `jo.a@example.org` and 5 more of the kind"]),
        ("a.txt", b"We met 1,234 people in 2026.", []),
    ],
)
def test_what_a_document_for_residents_says_of_people_is_told(
    tmp_path: Path, file: str, data: bytes, found: list[str]
) -> None:
    assert of_people(tmp_path, file, data) == found
    assert of_people(tmp_path, file, data, "staff") == []


def linking(*targets: str) -> bytes:
    """A letter in which words lead to these places, as Word packs it."""
    links = "".join(f'<Relationship Id="r{it}" Target="{it}" TargetMode="External"/>' for it in targets)
    return filled("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")


def pdf_linking(*targets: str) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        links = [pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(it)) for it in targets]
        document.add_blank_page().Links = pikepdf.Array(links)
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("file", "link"), [("a.docx", linking), ("a.pdf", pdf_linking)])
def test_people_are_found_whose_addresses_stand_behind_their_names(
    tmp_path: Path, file: str, link: Callable[..., bytes]
) -> None:
    """A list of names that lead to letters told nobody of their addresses."""
    (told,) = of_people(tmp_path, file, link(*(f"mailto:{it}?subject=Visit" for it in REACHED)))
    assert told.startswith("the e-mail address `jo.")
    assert told.endswith("and 5 more of the kind")
    elsewhere = link(*(f"https://council.example/{at}?by={it}" for at, it in enumerate(REACHED)))
    assert of_people(tmp_path, file, elsewhere) == []


def test_one_way_to_reach_somebody_counts_once_however_it_is_written(tmp_path: Path) -> None:
    """A leaflet with three of them in two forms each was called a list of people."""
    numbers = " ".join(f"0163296000{it} (from abroad +44 1632 96000{it})" for it in range(3))
    addresses = " ".join(f"jo.{it}@example.org Jo.{it}@Example.org" for it in range(3))
    assert of_people(tmp_path, "a.txt", f"{numbers} {addresses}".encode()) == []


def told_in_a_build(folder: Path, document: str, settings: str) -> list[str]:
    """Of a document for residents, with these settings at the end of programme.yml."""
    laid = {
        "programme.yml": f"{smallest()['programme.yml'].decode()}{settings}\n",
        "documents.yml": "- {id: plan, title: The plan, file: a.txt, for: [staff, residents]}\n",
        "documents/a.txt": document,
    }
    return [it.message.partition("holds ")[2] for it in built(folder, laid).findings if it.code == CODE]


def test_what_may_be_read_of_people_is_accepted_by_its_kind(tmp_path: Path) -> None:
    document = "Mayor Ada Lee, born 1 May 1950, National Insurance number AB 12 34 56 C."
    both = ["the National Insurance number `AB 12 34 56 C`", "the date of birth `1 May 1950`"]
    assert told_in_a_build(tmp_path, document, "") == both
    accept = f"accept: [{{code: {CODE}, place: plan/date-of-birth, reason: She has said so herself.}}]"
    assert told_in_a_build(tmp_path, document, accept) == both[:1]


def test_how_to_reach_the_council_may_stand_in_every_document(tmp_path: Path) -> None:
    document = " ".join(REACHED).upper()
    assert told_in_a_build(tmp_path, document, "") == ["the e-mail address `JO.A@EXAMPLE.ORG` and 5 more of the kind"]
    contact = f"contacts: [{{purpose: help, email: {REACHED[0]}}}]"
    assert told_in_a_build(tmp_path, document, contact) == []


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
LOCKED = "it needs a password"
DAMAGED = "it is damaged, or of another kind than its name says"
CLOSED = "it is packed in a way that we cannot open"


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("plan.pdf", locked_pdf(), LOCKED),
        ("plan.pdf", b"%PDF-1.7 broken", DAMAGED),
        ("plan.docx", b"PK broken", DAMAGED),
        ("plan.docx", OLE, LOCKED),
        ("plan.doc", OLE, LOCKED),
        ("plan.zip", locked_zip(), "`b.txt`, which is packed in it, needs a password"),
        (
            "plan.docx",
            changed(packed("docProps/core.xml"), b"docProps/core.xml", 0, b"\xff\xff\xff"),
            "`docProps/core.xml`, which is packed in it, is damaged, or of another kind than its name says",
        ),
        ("plan.xlsx", misnamed_zip(), DAMAGED),
        ("plan.zip", packed("b.pdf", data=locked_pdf()), "`b.pdf`, which is packed in it, needs a password"),
        ("plan.pdf", attaching("b.pdf", locked_pdf()), "`b.pdf`, which is packed in it, needs a password"),
        ("plan.zip", holding_itself(6), "`a.zip`, which is packed in it, is packed within too many others"),
        ("plan.7z", b"7z\xbc\xaf\x27\x1c", CLOSED),
        ("plan.rar", b"Rar!\x1a\x07\x01", CLOSED),
        ("plan.tar.gz", gzip.compress(b"Nothing.", mtime=0), CLOSED),
        ("plan.dotx", packed("b.rar", data=b"Rar!\x1a\x07\x01"), f"`b.rar`, which is packed in it, {CLOSED[3:]}"),
    ],
)
def test_a_document_for_the_public_that_nobody_can_look_into_is_told(
    tmp_path: Path, file: str, data: bytes, why: str
) -> None:
    (found,) = [it for it in findings(tmp_path, file, data) if it.code != "hidden-in-document"]
    message = f"the file {file}, for residents, cannot be looked into: {why}"
    assert (found.code, found.message) == ("unreadable-document", message)
    assert findings(tmp_path, file, data, "staff") == []


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("plan.zip", packed("a.txt", "b.txt", data=b"x" * 60)),
        ("plan.pdf", attaching("a.txt", b"x" * 101)),
        ("plan.mp4", b"\x00" * 101),
    ],
)
def test_a_document_that_is_too_large_to_be_looked_through_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, data: bytes
) -> None:
    monkeypatch.setattr(opening, "MOST_IN_ONE", 100)
    opening.open_pdf.cache_clear()
    (found,) = [it for it in findings(tmp_path, file, data) if it.code != "hidden-in-document"]
    assert "is larger than the 50 MB that are looked through" in found.message


class OnDisk(InMind):
    """Recalls only what could be read back from the bytes that the cache of a build holds."""

    def keep(self, path: str, digest: str, context: str, remembered: Remembered, packed: bytes | None = None) -> None:
        super().keep(path, digest, context, unpack(packed or pack(remembered)))


def test_a_document_that_has_not_changed_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = OnDisk()
    first = findings(tmp_path, "plan.pdf", locked_pdf(), memory=memory)
    monkeypatch.setattr(documents, "decode", lambda *_: pytest.fail("it is opened again"))
    content, _, _ = read_content(tmp_path)
    assert content is not None
    assert list(find_in_documents(content, content.programme.audiences, tmp_path, memory)) == first


def test_a_site_is_made_with_a_document_that_cannot_be_opened_and_the_writer_may_accept_it(tmp_path: Path) -> None:
    accepted = "accept: [{code: unreadable-document, place: plan, reason: Jo has read it.}]\n"
    files = {
        "programme.yml": f"{smallest()['programme.yml'].decode()}{accepted}",
        "documents.yml": "- {id: plan, title: The plan, file: plan.docx, for: [staff, residents]}\n",
        "documents/plan.docx": "PK broken",
    }
    result = built(tmp_path, files)
    assert result.findings == ()
    assert result.sites["residents"]["documents/plan.docx"] == b"PK broken"
