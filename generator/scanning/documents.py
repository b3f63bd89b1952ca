"""What documents for the public say of those who made them: their author, and where it stood on somebody's computer.
What their readers do not see at once; what they say of people; and those of which nobody can look into what they say.

Authority: UK GDPR, article 5(1)(c), data minimisation; see also privacy.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import suppress
from hashlib import sha256
from html import unescape
from pathlib import Path, PurePosixPath

from generator.domain import address
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.library import Document
from generator.domain.visibility import may_see
from generator.reading.memory import Memory, Remembered
from generator.reading.names import legible
from generator.reading.standing import place_of
from generator.scanning.decoding import Decoded, decode, read_tags
from generator.scanning.opening import DEEPEST, OFFICE, OPEN_DOCUMENTS, CannotBeOpened, looks_like, open_pdf, parts_of
from generator.scanning.personal import details_in, digits, is_among, may_tell, ways_to_reach
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

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
# A leaflet names some ways to reach people, and is meant to; a list of many is a list of people.
_WAYS_TO_REACH = ("the e-mail address", "the telephone number")
_SOME = 5
_TO_PEOPLE = re.compile(r"\b(?:mailto|tel):[^\s\"'<>]+", re.IGNORECASE)
_CONTEXT = "what a document tells"  # to the memory, which knows files by what they were read for


@dataclass(frozen=True, slots=True)
class DocumentInspection:
    """By one document: `facts` are what its own say, each with what it is, and `unseen` what else it holds, in words.
    `of_people` are the details that it tells of people, each once, by what they are. `unopened` are the files that
    nobody can look into, it or what is packed in it, each with the reason.
    """

    facts: tuple[tuple[str, str], ...] = ()
    unseen: tuple[str, ...] = ()
    of_people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unopened: tuple[tuple[str, str], ...] = ()


def find_in_documents(
    content: Content, audiences: Iterable[Audience], content_root: Path, memory: Memory
) -> Iterator[Diagnostic]:
    """One finding for each thing that a document's own facts tell, and for each that cannot be looked into.

    Of the audiences, those within the council may know all of it. The council's own name is no person's.
    """
    outside = [audience for audience in audiences if not audience.is_internal]
    contacts = content.programme.contacts
    ours = {it.id: ways_to_reach(way for way in contacts if may_see(way.audiences, it.id)) for it in outside}
    for document in content.documents:
        readers = [audience for audience in outside if audience.id in document.audiences]
        if readers:
            inspection = _inspect(document.file, content_root, memory)
            for each in readers:
                organisation = content.programme.organisation
                yield from _findings(document, inspection, each.title.lower(), organisation, ours[each.id])


def _findings(
    document: Document, inspection: DocumentInspection, readers: str, organisation: str, ours: Set[str]
) -> Iterator[Diagnostic]:
    """`ours` are the ways to reach the council that these readers know."""
    for what, value in inspection.facts:
        if value.casefold() != organisation.casefold():
            yield _telling(document, what, value, readers)
    for what in inspection.unseen:
        yield _hiding(document, what, readers)
    for what, details in inspection.of_people:
        others = [detail for detail in details if not is_among(detail, ours)]
        if len(others) > (_SOME if what in _WAYS_TO_REACH else 0):
            yield _of_people(document, what, others, readers)
    for name, why in inspection.unopened:
        yield _unreadable(document, name, why, readers)


def _inspect(file: str, content_root: Path, memory: Memory) -> DocumentInspection:
    path = address.of_document(file)
    data = place_of(content_root, path).read_bytes()
    known = path, sha256(data).hexdigest(), _CONTEXT
    remembered = memory.recall(*known)
    if remembered is None:
        from generator.scanning.unseen import unseen_in  # noqa: PLC0415  most documents are known from an earlier build

        decoded = decode(path, data)
        files = list(_files_in(file, data))
        unseen = (f"{what}{_within(name, file)}" for name, held in files for what in unseen_in(name, held))
        inspection = DocumentInspection(
            tuple(dict.fromkeys(fact for name, held in files for fact in _facts(name, held))),
            tuple(dict.fromkeys(unseen)),
            _details("\n".join((decoded.words, *_links_to_people(decoded)))),
            decoded.unopened,
        )
        remembered = Remembered(inspection, ())
        memory.keep(*known, remembered)
    value: DocumentInspection = remembered.value
    return value


def _files_in(file: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """A document by its name, then those that are packed in it or attached to it: workbooks behind charts, and what
    a ZIP file holds. What cannot be opened holds none here.
    """
    yield file, data
    kind = _kind(file, data)
    if not kind or depth == DEEPEST:
        return
    with suppress(CannotBeOpened):
        for part in open_pdf(data).attached if kind == ".pdf" else parts_of(data):
            if part.data and _kind(part.name, part.data):
                yield from _files_in(part.name, part.data, depth + 1)


def _kind(file: str, data: bytes) -> str:
    """`.pdf`, or `.zip` for all that is packed as ZIP files are; empty for what is neither."""
    ending = PurePosixPath(file).suffix.lower()
    return looks_like(data) or (".pdf" if ending == ".pdf" else ".zip" if ending in (*OFFICE, *OPEN_DOCUMENTS) else "")


def _within(name: str, file: str) -> str:
    return f", in `{legible(name)}`, which is packed in it" if name != file else ""


def _facts(file: str, data: bytes) -> list[tuple[str, str]]:
    """Each with what it is; a path is told where any of the facts has one. What cannot be opened has none."""
    kind = _kind(file, data)
    try:
        named = _of_pdf(data) if kind == ".pdf" else _of_office(data) if kind else []
    except CannotBeOpened:
        return []
    people = [("names a person", value) for key, value in named if key == "person" and value]
    paths = [("names a place on a computer", path) for _, value in named for path in _PATH.findall(value)]
    return people + paths


def _links_to_people(decoded: Decoded) -> Iterator[str]:
    """Where links lead to those who are written to or rung, whatever words stand there."""
    for names in (decoded.names, read_tags(decoded.tags).names):
        yield from _TO_PEOPLE.findall(names)


def _details(words: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """By what they are; each once, as it is first written, since a link often writes otherwise what stands on it."""
    found: dict[str, dict[str, str]] = {}
    for what, detail in details_in(words) if may_tell(words) else ():
        as_compared = detail.casefold().replace("-", "") if any(map(str.isalpha, detail)) else digits(detail)
        found.setdefault(what, {}).setdefault(as_compared, detail)
    return tuple((what, tuple(details.values())) for what, details in found.items())


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


def _of_people(document: Document, what: str, details: Sequence[str], readers: str) -> Diagnostic:
    """Accepted by kind, so that what may be read of one kind lets no other pass."""
    place = f"{document.id}/{what.removeprefix('the ').replace(' ', '-').lower()}"
    more = f" and {len(details) - 1:,} more of the kind" if len(details) > 1 else ""
    return Diagnostic(
        "personal-detail-in-document",
        f"the file {document.file}, for {readers}, holds {what} `{details[0]}`{more}",
        document.written_at,
        "take it out in the program that the file came from, and save it anew; or, if it is to be read, accept it "
        f"with `{place}` as the place, and the reason",
        subject=place,
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
