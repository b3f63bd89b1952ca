"""Who may read what is put in place: whoever might read what stood there, and what is new, whoever may look there.

Who serves a site lets the server into it once. What is laid ready elsewhere, and renamed, would bring along the rights
that the `umask` of this one run leaves, and shut the server out again.
"""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from generator.output.names import folder_of

_READ = 0o444
_ENTER = 0o555 | stat.S_ISGID  # which hands a folder's group on to what somebody puts into it
_OURS = 0o700  # a folder that its owner may not change can be neither filled nor moved
_OF_A_FILE = 0o777


def hand_on_rights(output: Path, staged: Path, folders: Iterable[str], files: Iterable[str]) -> None:
    """For what is laid ready below `staged`, by the paths that it will have in `output`; `folders` have with each one
    those above it.

    What is new in a site that stands is as open as the folder around it, but nobody may write to it who might not by
    `umask` alone. A site that does not stand yet is as `umask` leaves it.
    """
    if os.name != "posix":  # Windows gives what is new the rights of the folder that it is made in
        return
    around: dict[str, os.stat_result | None] = {"": None}  # of each folder, or of the innermost above it that stands
    for path in sorted(folders):
        above = around[folder_of(path)]
        before = _status(output / path, stat.S_ISDIR)
        if before:
            _give(staged / path, before, stat.S_IMODE(before.st_mode) | _OURS)
        elif above:
            _give_as_new(staged / path, above, _ENTER)
        around[path] = before or above
    for path in files:
        above = around[folder_of(path)]
        if above is None:
            continue
        before = _status(output / path, stat.S_ISREG)
        if before:
            _give(staged / path, before, before.st_mode & _OF_A_FILE)
        else:
            _give_as_new(staged / path, above, _READ)


def _status(path: Path, is_such: Callable[[int], bool]) -> os.stat_result | None:
    """None for what is no file, or no folder, where one is asked for; a link has no rights of its own."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status if is_such(status.st_mode) else None


def _give_as_new(laid: Path, around: os.stat_result, which: int) -> None:
    _give(laid, around, stat.S_IMODE(laid.stat().st_mode) | around.st_mode & which)


def _give(laid: Path, like: os.stat_result, mode: int) -> None:
    """The group first: to give a file to another takes some rights away."""
    now = laid.stat()
    if now.st_gid != like.st_gid:
        with suppress(OSError):  # a group that we are not in
            os.chown(laid, -1, like.st_gid)
    if stat.S_IMODE(now.st_mode) != mode:
        with suppress(OSError):  # a disk without such rights
            laid.chmod(mode)
