"""Files in which others are packed: what is in them, or why nobody can look into them.

They come from anywhere, and the libraries that open them fail in more ways than they tell of, which differ from one
version to the next. So whatever goes wrong here is one thing: it cannot be opened.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from generator.values import dataclass

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

OFFICE = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm")
OPEN_DOCUMENTS = (".odt", ".ods", ".odp")
# Bytes, of all that is unpacked from one file, and of one whose bytes are searched as they are.
MOST_IN_ONE = 50_000_000
DEEPEST = 5  # files in each other; a file can be made that holds itself
NEEDS_A_PASSWORD = "needs a password"  # noqa: S105  words for a reader
TOO_LARGE = f"is larger than the {MOST_IN_ONE // 1_000_000} MB that are looked through, once it is unpacked"
_CLOSED = "is packed in a way that we cannot open"
_DAMAGED = "is damaged, or of another kind than its name says"
_ZIP, _PDF, _OLD_OFFICE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OF_A_CLOSED_KIND = (
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
)
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # what Word and Excel call what a password locks
_LOCKED = 0x1  # the flag of a part of a zip
_PDF_WORDS = ("/Alt", "/ActualText", "/Title", "/T", "/Contents", "/Author", "/Subject", "/Keywords", "/Creator")
_PDF_NAMES = ("/URI", "/F", "/UF", "/Dest")
_AUTHOR = "/Author"
_COMMENTS = frozenset(
    ("/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp", "/FileAttachment")
)
_CREATORS = re.compile(r"<dc:creator[\s>]")
_CREATOR = re.compile(r"<rdf:li[^<>]*>([^<]+)</rdf:li>")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_HYPHEN = "\2"  # as pdfium gives one at the end of a line, together with that end
_MOST_VERSIONS = 10  # that are looked into, the latest ones

Held = Mapping[str, object]  # what a dictionary of a PDF holds, by its keys


class CannotBeOpened(Exception):
    """Why, in words that go on after the file's name."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file within another: its bytes, or None and why it cannot be opened. Without a name, it is the other itself."""

    name: str
    data: bytes | None
    why: str = ""

    @property
    def xml(self) -> str:
        """What it says where it is XML; empty where it is not, or cannot be opened."""
        return (self.data or b"").decode("utf-8", errors="replace") if self.name.endswith(".xml") else ""


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """What a PDF says: on its `pages`; in all its `words`, which are these, those of its earlier versions, and its alt
    texts, bookmarks and facts; where it leads; what is attached.

    `facts` are those of the document, each with its name, such as `/Author`, and once for each who commented. `earlier`
    is what its pages said before a program wrote its changes behind it.
    """

    words: str
    names: str
    facts: tuple[tuple[str, str], ...]
    attached: tuple[PackedFile, ...]
    pages: str
    earlier: str
    is_commented: bool
    has_layers_off: bool


@contextmanager
def any_failure(why: str = _DAMAGED) -> Iterator[None]:
    """Raises CannotBeOpened instead of whatever is raised."""
    try:
        yield
    except CannotBeOpened:
        raise
    except Exception as error:
        is_locked = type(error).__name__ == "PasswordError"  # of pikepdf, whose errors share no base in older versions
        raise CannotBeOpened(NEEDS_A_PASSWORD if is_locked else why) from error


def looks_like(data: bytes) -> str:
    """The ending of a kind that is known by its first bytes, whatever the file is called; empty for all others."""
    return ".zip" if data.startswith(_ZIP) else ".pdf" if data.startswith(_PDF) else ""


def check_may_be_searched(data: bytes) -> None:
    """Raises CannotBeOpened where words cannot be found among such bytes, or only with more room than there may be."""
    if data.startswith(_OF_A_CLOSED_KIND):
        raise CannotBeOpened(_CLOSED)
    _check_needs_no_password(data)
    if len(data) > MOST_IN_ONE:
        raise CannotBeOpened(TOO_LARGE)


def _check_needs_no_password(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in data:
        raise CannotBeOpened(NEEDS_A_PASSWORD)


def parts_of(data: bytes) -> Iterator[PackedFile]:
    """The parts of an office document or of any other zip file, as far as they are not too large together.

    Raises CannotBeOpened.
    """
    _check_needs_no_password(data)
    with any_failure():
        packed = ZipFile(BytesIO(data))
    size = 0
    with packed:
        for info in packed.infolist():
            size += info.file_size
            if size > MOST_IN_ONE:
                yield PackedFile("", None, TOO_LARGE)
                return
            if info.flag_bits & _LOCKED:
                yield PackedFile(info.filename, None, NEEDS_A_PASSWORD)
                continue
            try:
                with any_failure():
                    part = PackedFile(info.filename, packed.read(info))
            except CannotBeOpened as error:
                part = PackedFile(info.filename, None, error.why)
            yield part


@lru_cache(maxsize=16)  # a document is looked into by itself, and again on each site that has it
def open_pdf(data: bytes) -> OpenedPdf:
    """Raises CannotBeOpened."""
    import pikepdf  # noqa: PLC0415  it is large, and many a site has no PDF

    with any_failure():
        with pikepdf.open(BytesIO(data)) as document:
            things = list(_dictionaries(document.objects))
            words = [str(found) for thing in things for found in _values(thing, _PDF_WORDS, pikepdf.String)]
            names = [str(found) for thing in things for found in _values(thing, _PDF_NAMES, pikepdf.String)]
            facts = [(str(key), str(value).strip()) for key, value in document.docinfo.items()]
            attached = tuple(_attached(document))
            comments = [thing for thing in things if _is_comment(thing)]
            facts += [(_AUTHOR, name) for name in (*_creators(document), *_commenters(comments))]
            switched_off = (thing.get("/OFF") for thing in things)  # source: ISO 32000-1, table 101
            has_layers_off = any(isinstance(it, pikepdf.Array) and len(it) for it in switched_off)
        pages, earlier = _said_on_pages(data), "\n".join(_earlier(data))
    return OpenedPdf(
        words="\n".join((*_joined(pages), *_joined(earlier), *words)),
        names="\n".join(names),
        facts=tuple(dict.fromkeys(facts)),
        attached=attached,
        pages=_joined(pages)[0],
        earlier=_joined(earlier)[0],
        is_commented=bool(comments),
        has_layers_off=has_layers_off,
    )


def _said_on_pages(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415  it is large, and many a site has no PDF

    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _joined(words: str) -> tuple[str, ...]:
    """With the words that are parted at the end of a line: as if the hyphen there were for that alone, then as if each
    were one that its word has anywhere. A page does not say which it is.
    """
    return (words.replace(_HYPHEN, ""), words.replace(_HYPHEN, "-")) if _HYPHEN in words else (words,)


def _earlier(data: bytes) -> Iterator[str]:
    """What the pages said in each earlier version, which goes from the beginning to an end that is not the last."""
    ends = [end.end() for end in _END.finditer(data)]
    for end in ends[:-1][-_MOST_VERSIONS:]:
        with suppress(CannotBeOpened), any_failure():
            yield _said_on_pages(data[:end])


def _is_comment(thing: Held) -> bool:
    says = any(str(thing.get(key, "")).strip() for key in ("/Contents", "/RC"))
    return says and str(thing.get("/Subtype", "")) in _COMMENTS


def _commenters(comments: Iterable[Held]) -> Iterator[str]:
    names = (str(comment.get("/T", "")).strip() for comment in comments)
    return (name for name in names if name)


def _creators(document: "Pdf") -> Iterator[str]:
    """Those whom the second list of a document's facts (XMP) names, which programs keep beside the first."""
    xmp = document.Root.get("/Metadata")
    told = xmp.read_bytes().decode("utf-8", errors="replace") if xmp is not None else ""
    for creators in _CREATORS.split(told)[1:]:
        named = _CREATOR.findall(creators.partition("</dc:creator>")[0])
        yield from (unescape(name).strip() for name in named if name.strip())


def _dictionaries(objects: Iterable["Object"]) -> Iterator[Held]:
    """What those hold that stand by themselves, and those within others; what one only refers to stands by itself.

    All of one is taken at once: to ask it for each key would take most of the time that a document does.
    """
    import pikepdf  # noqa: PLC0415  it is large, and many a site has no PDF

    waiting = list(objects)
    while waiting:
        thing = waiting.pop()
        inside: Iterable[object] = ()
        if isinstance(thing, pikepdf.Dictionary):
            held = dict(thing.items())
            yield held
            inside = held.values()
        elif isinstance(thing, pikepdf.Array):
            inside = thing
        waiting += [it for it in inside if isinstance(it, pikepdf.Object) and not it.is_indirect]


def _attached(document: "Pdf") -> Iterator[PackedFile]:
    size = 0
    for name, held in document.attachments.items():
        size += held.get_file().size
        is_small = size <= MOST_IN_ONE
        yield PackedFile(name, held.get_file().read_bytes() if is_small else None, "" if is_small else TOO_LARGE)


def _values(thing: Held, keys: tuple[str, ...], kind: type) -> Iterator[object]:
    for key in keys:
        value = thing.get(key)
        if isinstance(value, kind):
            yield value
