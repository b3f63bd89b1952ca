"""What stands on the disk where we want to put something. Nothing is changed here, and no link is followed."""

import os
import stat
from collections.abc import Iterable, Set
from enum import Enum, auto
from pathlib import Path

from generator.output.failures import failing_in_words
from generator.output.names import folder_of


class PathState(Enum):
    """What stands at the path of a file that we want to put."""

    NOTHING = auto()
    THE_SAME = auto()
    SOMETHING_ELSE = auto()
    A_FOLDER = auto()


def is_closed_to_others(folder: Path) -> bool:
    """Whether nobody but its owner may look into it; never on Windows, where such rights say nothing of that."""
    return os.name == "posix" and not folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def state_of(path: Path, data: bytes | None = None) -> PathState:
    """A link or a device is SOMETHING_ELSE, whatever bytes it would give."""
    with failing_in_words("look at", path):
        try:
            status = path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return PathState.NOTHING
        if stat.S_ISDIR(status.st_mode):
            return PathState.A_FOLDER
        if data is None or not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return PathState.SOMETHING_ELSE
        try:
            return PathState.THE_SAME if path.read_bytes() == data else PathState.SOMETHING_ELSE
        except PermissionError:  # whoever closed it to us, has changed it
            return PathState.SOMETHING_ELSE


def missing(output: Path, folders: Iterable[str]) -> frozenset[str]:
    """Those of the folders below the output, and the output itself as the empty one, where nothing stands.

    `folders` have with each one those above it. Below one that is missing nothing is looked at.
    """
    absent: set[str] = set()
    for folder in sorted({"", *folders}):
        if (folder and folder_of(folder) in absent) or state_of(output / folder) is PathState.NOTHING:
            absent.add(folder)
    return frozenset(absent)


def is_elsewhere(folder: Path) -> bool:
    """Whether this name leads to another place: by a symbolic link or a Windows junction."""
    with failing_in_words("look at", folder):
        here = Path(os.path.realpath(folder.parent), folder.name)
        return os.path.normcase(os.path.realpath(folder)) != os.path.normcase(here)


def is_one_file(path: Path, other: Path) -> bool:
    """Whether two spellings of a name are one file, as on a disk that does not tell capitals from small letters."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def files_inside(folder: Path) -> tuple[Path, ...]:
    """All that would be lost with a folder: files and links at any depth, and folders that are empty."""
    with failing_in_words("look at", folder):
        inside: list[Path] = []
        for entry in sorted(folder.iterdir()):
            deeper = files_inside(entry) if state_of(entry) is PathState.A_FOLDER else ()
            inside += deeper or (entry,)
        return tuple(inside)


def others_inside(folder: Path, known: Set[str]) -> tuple[Path, ...]:
    """Files and links of a folder, at any depth, but those at the known paths; a folder that is not there has none."""
    if state_of(folder) is not PathState.A_FOLDER:
        return ()
    return tuple(
        inside
        for inside in files_inside(folder)
        if state_of(inside) is PathState.SOMETHING_ELSE and inside.relative_to(folder).as_posix() not in known
    )


def is_writable(folder: Path) -> bool:
    """Whether names in this folder may be changed, as far as the system tells before it is tried."""
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)


def number_of(folder: Path) -> int:
    """That by which the disk knows it, whatever its name is."""
    with failing_in_words("look at", folder):
        return folder.stat().st_ino


def disk_of(path: Path) -> int:
    with failing_in_words("look at", path):
        return path.stat().st_dev
