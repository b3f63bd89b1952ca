"""What stands at a path of the content folder: a file of it, or something that only looks like one."""

import os
from pathlib import Path


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
            return "we are not allowed to look into this folder"
        if not file.is_file():
            return "this is not a file"
        if not os.access(file, os.R_OK):
            return "we are not allowed to read this file"
    except (OSError, RuntimeError) as error:  # a link that leads nowhere, or in a circle
        return f"this leads to no file: {getattr(error, 'strerror', None) or error}"
    return ""
