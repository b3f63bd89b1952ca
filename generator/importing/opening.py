"""A file that people have, opened by its ending."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.importing.bounds import MOST_BYTES, MOST_PIECES, MOST_TEXT, too_large
from generator.importing.counting import letters_missing, texts_of
from generator.importing.document import CannotImportError, ImportedDocument, prose_of
from generator.importing.encodings import decoded
from generator.importing.kinds import ARCHIVED_PAGES, MAILS, PAGES, TABLES, TEXTS, WORD, WORKBOOKS
from generator.importing.message import read_message
from generator.importing.plain import read_plain
from generator.importing.spreadsheet import read_csv, read_workbook
from generator.importing.web_page import FindPicture, read_page
from generator.importing.word import read_word

_READERS: Mapping[str, Callable[[bytes, str], ImportedDocument]] = {
    **dict.fromkeys(WORD, read_word),
    **dict.fromkeys(WORKBOOKS, read_workbook),
    **dict.fromkeys(TABLES, read_csv),
    **dict.fromkeys(TEXTS, read_plain),
    **dict.fromkeys((*MAILS, *ARCHIVED_PAGES), read_message),
}
_INSTEAD = {
    ".doc": "open it in Word, and save it as .docx",
    ".dot": "open it in Word, and save it as .docx",
    ".rtf": "open it in Word, and save it as .docx",
    ".odt": "open it in Word or LibreOffice, and save it as .docx",
    ".pages": "open it in Pages, and export it as .docx",
    ".pdf": "ask for the Word file that it was made from, or open it in Word, and save it as .docx",
    ".xls": "open it in Excel, and save it as .xlsx",
    ".xlsb": "open it in Excel, and save it as .xlsx",
    ".ods": "open it in Excel or LibreOffice, and save it as .xlsx",
    ".numbers": "open it in Numbers, and export it as .xlsx",
    ".msg": "open it in Outlook, and save it as HTML or text",
    ".ppt": "copy its words into a Word document",
    ".pptx": "copy its words into a Word document",
}
KINDS = "Word (.docx), text (.txt, .md), web pages (.html), e-mail (.eml) and spreadsheets (.xlsx, .csv)"


def open_document(path: Path) -> ImportedDocument:
    """Raises CannotImportError with one line for whatever cannot be brought in."""
    name, ending = path.name, path.suffix.lower()
    if ending in _INSTEAD:
        raise CannotImportError(f"`{name}` cannot be read as it is: {_INSTEAD[ending]}")
    if ending not in _READERS and ending not in PAGES:
        raise CannotImportError(f"`{name}` is of no kind that can be brought in; these are: {KINDS}")
    data = _bytes(path)
    if ending in (*TEXTS, *TABLES) and len(data) > MOST_TEXT:
        raise too_large(name)
    is_page = ending in PAGES
    try:
        document = read_page(decoded(data, name), name, _beside(path)) if is_page else _READERS[ending](data, name)
    except RecursionError as error:
        raise CannotImportError(
            f"`{name}` is nested deeper than can be meant: copy its text into a new file"
        ) from error
    if len(document.pieces) > MOST_PIECES:
        raise too_large(name)
    read = [text for piece in document.pieces for text in texts_of(prose_of(piece.part))]
    if not any(read) and not document.pictures:
        raise CannotImportError(f"`{name}` has no words in it")
    if missing := letters_missing(document.raw, read):
        raise CannotImportError(
            f"`{name}` holds {missing} letters in a place that cannot be read, such as an equation or a tracked move: "
            "accept all changes in it, or copy its text into a new document, and bring that in"
        )
    return document


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            what = "is a folder; name the files in it" if path.is_dir() else "is not there"
            raise CannotImportError(f"`{path}` {what}")
        if path.stat().st_size > MOST_BYTES:
            raise too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise CannotImportError(f"`{path}` cannot be read: {error.strerror or error}") from error
    if not data.strip():
        raise CannotImportError(f"`{path.name}` is empty")
    return data


def _beside(path: Path) -> FindPicture:
    """Pictures that a browser saved in the folder beside the page; nothing is read from elsewhere."""
    home = path.resolve().parent

    def find(address: str) -> bytes | None:
        try:
            parts = urlsplit(address)
            picture = (home / unquote(parts.path)).resolve()
            is_near = not parts.scheme and not parts.netloc and picture.is_relative_to(home) and picture != home
            is_small = is_near and picture.is_file() and picture.stat().st_size <= MOST_BYTES
            return picture.read_bytes() if is_small else None
        except (OSError, ValueError):
            return None

    return find
