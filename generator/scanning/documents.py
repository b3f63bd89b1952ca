"""What documents for the public say of those who made them: their author, and where it stood on somebody's computer.
What their readers do not see at once; and those of which nobody can look into what else they say.

Authority: UK GDPR, article 5(1)(c), data minimisation; see also privacy.py.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path, PurePosixPath

from generator.domain import address
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.library import Document
from generator.reading.memory import Memory, Remembered
from generator.reading.names import legible
from generator.reading.standing import place_of
from generator.scanning.decoding import decode
from generator.scanning.opening import CannotBeOpened, open_pdf, parts_of
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

_OFFICE = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp")
_FACTS_OF_OFFICE = ("docProps/core.xml", "meta.xml")
_PEOPLE_OF_OFFICE = re.compile(r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager)>([^<]+)</")
# Who commented, or changed something while changes were tracked.
_AUTHORS = re.compile(
    r"""\sw:author\s*=\s*["']([^"']+)["']|<author>([^<]+)</author>|<(?:p:cmAuthor|p188:author)\s[^<>]*?name="([^"]+)\""""
    r"""|<person\s[^<>]*?displayName="([^"]+)"|<office:change-info>\s*<dc:creator>([^<]+)<"""
    r"""|<office:annotation\b[^<>]*>\s*<dc:creator>([^<]+)<"""
)
_FACTS_OF_PROGRAM = "docProps/app.xml"  # with the versions of programs, some of which look like paths
_NOBODY = ("author", "tc={")  # whom Office names where names are left out, and beside a thread of comments
_PATH = re.compile(r"[A-Za-z]:\\[^\s\"'<>|]+|\\\\[\w.-]+\\[^\s\"'<>|]+|/(?:home|Users)/[^\s\"'<>|]+")
_CONTEXT = "what a document tells"  # to the memory, which knows files by what they were read for


@dataclass(frozen=True, slots=True)
class DocumentInspection:
    """By one document: `facts` are what its own say, each with what it is, and `unseen` what else it holds, in words.
    `unopened` are the files that nobody can look into, it or what is packed in it, each with the reason.
    """

    facts: tuple[tuple[str, str], ...]
    unseen: tuple[str, ...]
    unopened: tuple[tuple[str, str], ...]


def find_in_documents(
    content: Content, audiences: Iterable[Audience], content_root: Path, memory: Memory
) -> Iterator[Diagnostic]:
    """One finding for each thing that a document's own facts tell, and for each that cannot be looked into.

    Of the audiences, those within the council may know all of it. The council's own name is no person's.
    """
    outside = [audience for audience in audiences if not audience.is_internal]
    for document in content.documents:
        readers = [audience.title.lower() for audience in outside if audience.id in document.audiences]
        if readers:
            inspection = _inspect(document.file, content_root, memory)
            for each in readers:
                yield from _findings(document, inspection, each, content.programme.organisation)


def _findings(
    document: Document, inspection: DocumentInspection, readers: str, organisation: str
) -> Iterator[Diagnostic]:
    for what, value in inspection.facts:
        if value.casefold() != organisation.casefold():
            yield _telling(document, what, value, readers)
    for what in inspection.unseen:
        yield _hiding(document, what, readers)
    for name, why in inspection.unopened:
        yield _unreadable(document, name, why, readers)


def _inspect(file: str, content_root: Path, memory: Memory) -> DocumentInspection:
    path = address.of_document(file)
    data = place_of(content_root, path).read_bytes()
    known = path, sha256(data).hexdigest(), _CONTEXT
    remembered = memory.recall(*known)
    if remembered is None:
        from generator.scanning.unseen import unseen_in  # noqa: PLC0415  most documents are known from an earlier build

        facts, unseen = dict.fromkeys(_facts(file, data)), unseen_in(file, data)
        inspection = DocumentInspection(tuple(facts), tuple(unseen), decode(path, data).unopened)
        remembered = Remembered(inspection, ())
        memory.keep(*known, remembered)
    value: DocumentInspection = remembered.value
    return value


def _facts(file: str, data: bytes) -> list[tuple[str, str]]:
    """Each with what it is; a path is told where any of the facts has one. What cannot be opened has none."""
    ending = PurePosixPath(file).suffix.lower()
    try:
        named = _of_pdf(data) if ending == ".pdf" else _of_office(data) if ending in _OFFICE else []
    except CannotBeOpened:
        return []
    people = [("names a person", value) for key, value in named if key == "person" and value]
    paths = [("names a place on a computer", path) for _, value in named for path in _PATH.findall(value)]
    return people + paths


def _of_pdf(data: bytes) -> list[tuple[str, str]]:
    return [("person" if key == "/Author" else "other", value) for key, value in open_pdf(data).facts]


def _of_office(data: bytes) -> list[tuple[str, str]]:
    named: list[tuple[str, str]] = []
    for part in parts_of(data):
        text = part.xml
        if part.name in (*_FACTS_OF_OFFICE, _FACTS_OF_PROGRAM):
            named += [("person", unescape(name).strip()) for name in _PEOPLE_OF_OFFICE.findall(text)]
        if part.name in _FACTS_OF_OFFICE:
            named.append(("other", unescape(text)))
        authors = (unescape("".join(found)).strip() for found in _AUTHORS.findall(text))
        named += [("person", name) for name in authors if not name.casefold().startswith(_NOBODY)]
    return named


def _telling(document: Document, what: str, value: str, readers: str) -> Diagnostic:
    return Diagnostic(
        "document-metadata",
        f"the file {document.file}, for {readers}, {what}: `{value}`",
        document.written_at,
        "take it out of the file's properties (in Word: File, Info, Inspect Document), or accept it with the reason",
        subject=document.id,
    )


def _hiding(document: Document, what: str, readers: str) -> Diagnostic:
    return Diagnostic(
        "hidden-in-document",
        f"the file {document.file}, for {readers}, holds {what}",
        document.written_at,
        "take it out (in Office: File, Info, Inspect Document; of a PDF, make a new one), or accept it with the reason",
        "it is not seen at once, and everyone who has the file can read it",
        subject=document.id,
    )


def _unreadable(document: Document, name: str, why: str, readers: str) -> Diagnostic:
    is_itself = name == address.of_document(document.file)
    what = f"it {why}" if is_itself else f"`{legible(name)}`, which is packed in it, {why}"
    return Diagnostic(
        "unreadable-document",
        f"the file {document.file}, for {readers}, cannot be looked into: {what}",
        document.written_at,
        "save it again without a password and unpacked, as PDF or as an Office file; or have somebody read it, and "
        "accept it with the reason",
        "whether anything that is not for them stands in it, no build can tell",
        subject=document.id,
    )
