"""What stands at a path of the content folder: a file of it, or something that only looks like one."""

import os
from pathlib import Path

ALLOW = "allow yourself to read it, or ask whoever put it there to"
_CLOSED = "we are not allowed to read this file"
_CLOSED_FOLDER = "we are not allowed to look into this folder"


def fault_of_place(root: Path, path: str, what: str = "the content folder") -> str:
    """Why what stands at a path cannot be read as a file of this folder, in words; empty where it can.

    `what` names the folder. Of a folder in it, nobody asks but where we may not look into that.
    """
    file = root / path
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
