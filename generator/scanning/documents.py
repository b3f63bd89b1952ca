"""What documents for the public say of those who made them: their author, and where it stood on somebody's computer.

Authority: UK GDPR, article 5(1)(c), data minimisation; see also privacy.py.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.domain import address
from generator.domain.content import Content
from generator.domain.library import Document
from generator.text.diagnostic import Diagnostic

_OFFICE = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm")
_PEOPLE_OF_OFFICE = re.compile(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)</")
_PATH = re.compile(r"[A-Za-z]:\\[^\s\"'<>|]+|\\\\[\w.-]+\\[^\s\"'<>|]+|/(?:home|Users)/[^\s\"'<>|]+")


def find_document_metadata(known: Content, content_root: Path, audience_title: str) -> Iterator[Diagnostic]:
    """One finding for each thing that a document's own facts tell; `known` is what the public gets.

    The council's own name is no person's. A document that cannot be opened says nothing here.
    """
    organisation = known.programme.organisation.casefold()
    for document in known.documents:
        facts = _facts(document.file, (content_root / address.of_document(document.file)).read_bytes())
        for what, told in dict.fromkeys(facts):
            if told.casefold() != organisation:
                yield _finding(document, what, told, audience_title)


def _facts(file: str, data: bytes) -> list[tuple[str, str]]:
    """Each with what it is; a path is told where any of the facts has one."""
    ending = Path(file).suffix.lower()
    if ending == ".pdf":
        named = _of_pdf(data)
    elif ending in _OFFICE:
        named = _of_office(data)
    else:
        return []
    people = [("names a person", value) for key, value in named if key == "person" and value]
    paths = [("names a place on a computer", path) for _, value in named for path in _PATH.findall(value)]
    return people + paths


def _of_pdf(data: bytes) -> list[tuple[str, str]]:
    import pikepdf  # noqa: PLC0415  few builds have documents to open

    try:
        with pikepdf.open(BytesIO(data)) as document:
            facts = {str(key): str(value).strip() for key, value in document.docinfo.items()}
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return []
    return [("person" if key == "/Author" else "other", value) for key, value in facts.items()]


def _of_office(data: bytes) -> list[tuple[str, str]]:
    try:
        with ZipFile(BytesIO(data)) as packed:
            core = packed.read("docProps/core.xml").decode("utf-8", errors="replace")
    except (BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, OSError):
        return []
    people = [("person", unescape(name).strip()) for name in _PEOPLE_OF_OFFICE.findall(core)]
    return [*people, ("other", unescape(core))]


def _finding(document: Document, what: str, told: str, audience_title: str) -> Diagnostic:
    return Diagnostic(
        "document-metadata",
        f"the file {document.file}, for {audience_title.lower()}, {what}: `{told}`",
        document.written_at,
        "take it out of the file's properties (in Word: File, Info, Inspect Document), or accept it with the reason",
        subject=document.id,
    )
