"""What stands at a path of the content folder: a file of it, or something that only looks like one."""

import os
from pathlib import Path

_CLOSED = "we are not allowed to read this file"


def fault_of_place(root: Path, path: str, what: str = "the content folder") -> str:
    """Why what stands at a path cannot be read as a file of this folder, in words; empty where it can.

    `what` names the folder.
    """
    file = root / path
    try:
        if file.is_symlink() and not file.resolve(strict=True).is_relative_to(root.resolve()):
            return f"this is a link that leads out of {what}"
        if file.is_symlink() and file.is_dir():
            return "this is a link to a folder, which is not followed"
        if not file.is_file():
            return "this is not a file"
        if not os.access(file, os.R_OK):
            return _CLOSED
    except (OSError, RuntimeError) as error:  # a link that leads nowhere, or in a circle
        return f"this leads to no file: {getattr(error, 'strerror', None) or error}"
    return ""


def remedy_for_place(fault: str, otherwise: str = "put the file itself here, so that it can be read") -> str:
    """What to do about a fault of a place."""
    return "give yourself the right to read it, or ask for it whoever owns the file" if fault == _CLOSED else otherwise
