"""Files in which others are packed: what is in them, or why nobody can look into them.

They come from anywhere, and the libraries that open them fail in more ways than they tell of, which differ from one
version to the next. So whatever goes wrong here is one thing: it cannot be opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from generator.values import dataclass

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

MOST_IN_ONE = (
    50_000_000  # bytes, of all that is unpacked from one file, and of one whose bytes are searched as they are
)
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


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """What a PDF says: on its pages and in its alt texts, bookmarks and facts; where it leads; what is attached.

    `facts` are those of the document, each with its name, such as `/Author`.
    """

    words: str
    names: str
    facts: tuple[tuple[str, str], ...]
    attached: tuple[PackedFile, ...]


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
    if data.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in data:
        raise CannotBeOpened(NEEDS_A_PASSWORD)
    if len(data) > MOST_IN_ONE:
        raise CannotBeOpened(TOO_LARGE)


def parts_of(data: bytes) -> Iterator[PackedFile]:
    """The parts of an office document or of any other zip file, as far as they are not too large together.

    Raises CannotBeOpened.
    """
    if data.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in data:
        raise CannotBeOpened(NEEDS_A_PASSWORD)
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
    import pypdfium2  # noqa: PLC0415  it is large, and many a site has no PDF

    with any_failure():
        with pikepdf.open(BytesIO(data)) as document:
            things = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
            words = [str(found) for thing in things for found in _values(thing, _PDF_WORDS, pikepdf.String)]
            names = [str(found) for thing in things for found in _values(thing, _PDF_NAMES, pikepdf.String)]
            facts = tuple((str(key), str(value).strip()) for key, value in document.docinfo.items())
            attached = tuple(_attached(document))
        with pypdfium2.PdfDocument(data) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
    return OpenedPdf("\n".join((*pages, *words)), "\n".join(names), facts, attached)


def _attached(document: "Pdf") -> Iterator[PackedFile]:
    size = 0
    for name, held in document.attachments.items():
        size += held.get_file().size
        is_small = size <= MOST_IN_ONE
        yield PackedFile(name, held.get_file().read_bytes() if is_small else None, "" if is_small else TOO_LARGE)


def _values(thing: "Dictionary", keys: tuple[str, ...], kind: type) -> Iterator[object]:
    for key in keys:
        value = thing.get(key)
        if isinstance(value, kind):
            yield value
