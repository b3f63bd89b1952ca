"""What stands at a path of the content folder: a file of it, or something that only looks like one."""

import os
from pathlib import Path
from unicodedata import normalize

ALLOW = "allow yourself to read it, or ask whoever put it there to"
_CLOSED = "we are not allowed to read this file"
_CLOSED_FOLDER = "we are not allowed to look into this folder"


def composed(path: str) -> str:
    """A path as people type it. Macs keep the letters of a name and their accents apart, and zip files carry that.

    Never one of ASCII alone for another, as a Kelvin sign would give: such a path is looked for as it is.
    """
    typed = path if path.isascii() else normalize("NFC", path)
    return path if typed.isascii() else typed


def place_of(root: Path, path: str) -> Path:
    """Where the file of a composed path stands, whichever way each of its names is spelt there."""
    if path.isascii() or os.path.lexists(root / path):
        return root / path
    place = root
    for name in path.split("/"):
        place /= _spelt(place, name)
    return place


def _spelt(folder: Path, name: str) -> str:
    """A composed name as it stands in the folder: as typed, as a Mac has it, or partly so; as typed if not at all."""
    for spelling in (name, normalize("NFD", name)):
        if os.path.lexists(folder / spelling):
            return spelling
    there = sorted(folder.iterdir()) if folder.is_dir() and os.access(folder, os.R_OK) else []
    return next((it.name for it in there if composed(it.name) == name), name)


def fault_of_place(root: Path, path: str, what: str = "the content folder") -> str:
    """Why what stands at a path cannot be read as a file of this folder, in words; empty where it can.

    `what` names the folder. Of a folder in it, nobody asks but where we may not look into that.
    """
    file = place_of(root, path)
    try:
        if file.is_symlink() and not file.resolve(strict=True).is_relative_to(root.resolve()):
            return f"this is a link that leads out of {what}"
        if file.is_symlink() and file.is_dir():
            return "this is a link to a folder, which is not followed"
        if file.is_dir():
            return _CLOSED_FOLDER
        if not file.is_file():
            return "this is not a file"
        if not os.access(file, os.R_OK):
            return _CLOSED
    except (OSError, RuntimeError) as error:  # a link that leads nowhere, or in a circle
        return f"this leads to no file: {getattr(error, 'strerror', None) or error}"
    return ""


def remedy_for_place(fault: str) -> str:
    """What to do about a fault of a place."""
    return ALLOW if fault in (_CLOSED, _CLOSED_FOLDER) else "put the file itself here, so that it can be read"
