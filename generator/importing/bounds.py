"""How large a foreign file may be, and what is refused before any library opens it."""

import zipfile
from io import BytesIO

from generator.importing.document import CannotImportError

MOST_BYTES = 50_000_000
MOST_TEXT = 2_000_000  # bytes of a file that holds words alone
MOST_PIECES = 5_000  # paragraphs, lists and tables
_MOST_UNPACKED = 200_000_000
_MOST_PARTS = 5_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word and Excel before 2007, and newer files with a password
_DECLARES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))

Parts = dict[str, bytes]


def office_parts(data: bytes, name: str, newer: str) -> Parts:
    """The XML parts of a file of Word or Excel by their names, when all of it is safe to open.

    `newer` is the ending to save as. Source: ECMA-376, part 2 (Open Packaging Conventions): no part declares a DTD.
    """
    if data.startswith(_OLD_OFFICE):
        raise CannotImportError(
            f"`{name}` has a password, or is of an older form: open it, take the password off, and save it as {newer}"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _checked(archive, name)
    except CannotImportError:
        raise
    except Exception as error:  # whatever a damaged archive does to its reader
        raise CannotImportError(
            f"`{name}` is damaged or is no {newer} file: open it in Word or Excel, and save it again as {newer}"
        ) from error


def _checked(archive: zipfile.ZipFile, name: str) -> Parts:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise too_large(name)
    left = _MOST_UNPACKED
    kept: Parts = {}
    for part in parts:
        if part.flag_bits & 1:
            raise CannotImportError(f"`{name}` has a password: open it, take the password off, and save it again")
        with archive.open(part) as stream:  # what a part says of its own size may be untrue
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise too_large(name)
        if part.filename.endswith((".xml", ".rels")):
            if any(declaration in content for declaration in _DECLARES):
                raise CannotImportError(
                    f"`{name}` holds what no file of Word or Excel holds: copy its text into a new one"
                )
            kept[part.filename] = content
    return kept


def too_large(name: str) -> CannotImportError:
    return CannotImportError(
        f"`{name}` is larger than can be meant for an update: take large pictures out of it, or divide it"
    )
