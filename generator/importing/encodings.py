"""The words of a text file whose encoding nobody says."""

from generator.importing.document import CannotImportError
from generator.reading.characters import UNSEEN
from generator.text.encodings import mixed

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, or what Windows calls ANSI in western Europe; with `\\n` alone at ends of lines."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked:
            raise _no_text(name) from error
        text = mixed(data)
    if "\0" in text:
        raise _no_text(name)
    return seen(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n"))


def seen(text: str) -> str:
    """Without characters that nobody sees, which our own files must not have, and hyphens that are not always seen."""
    return UNSEEN.sub(lambda found: "" if found.group() in "\u200b\ufeff\u2060" else " ", text.replace("\xad", ""))


def _no_text(name: str) -> CannotImportError:
    return CannotImportError(f"`{name}` is no text: if it comes from Word or Excel, save it as .docx, .xlsx or .txt")
