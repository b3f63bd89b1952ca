"""What we ask of a disk: bytes that are really on it, and names that change in one step."""

import ctypes
import errno
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from generator.output.failures import failing_in_words

_FEW = 32  # files that are waited for one after the other
_AT_ONCE = 16  # threads that wait for the disk: it takes many files down together in the time of one
_VERY_MANY = 2_000  # from which on it pays to wait for all that the whole disk was given

# Since then syncfs(2) tells whether the disk failed to take anything down that it was given since a folder was opened.
_TELLS_OF_FAULTS = (5, 8)  # version of Linux

_AT_CURRENT_FOLDER = -100  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
_EXCHANGE = 2

# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_DIR_NOT_EMPTY: another program has the file open, or one that
# was removed from the folder. Virus scanners and OneDrive do that for a moment with whatever was written just now.
_IN_USE = (5, 32, 145)
_TRIES = 20
_PAUSE_SECONDS = 0.1


def write_record(path: Path, data: bytes) -> None:
    """A file of our own records, put in place whole by renaming, and on the disk when this ends."""
    temporary = _half_written(path)
    with failing_in_words("write", path), _leaving_nothing(temporary):
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        rename(temporary, path)
    sync((), (path.parent,))


def discard_half_written(*records: Path) -> None:
    """What a build that was killed while it wrote a record has left of it."""
    for path in map(_half_written, records):
        with failing_in_words("remove", path):
            remove(path)


def write_new(path: Path, data: bytes) -> None:
    with path.open("xb", buffering=0) as file:
        rest = memoryview(data)
        while rest:  # a disk that is nearly full takes a part
            rest = rest[file.write(rest) :]


@contextmanager
def whole_disk(folder: Path) -> Iterator[int | None]:
    """The disk that the folder is on, for `sync` to wait for as a whole; None where the system has no such request, or
    does not tell when it fails.
    """
    version = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    if sys.platform != "linux" or version < _TELLS_OF_FAULTS or not hasattr(ctypes.CDLL(None), "syncfs"):
        yield None
        return
    with failing_in_words("look at", folder):
        disk = os.open(folder, os.O_RDONLY)
    try:
        yield disk
    finally:
        os.close(disk)


def sync(files: Collection[Path], folders: Collection[Path], disk: int | None = None) -> None:
    """Waits until files have their bytes on the disk, and folders the names of what is in them. `disk` is that of them
    all, opened before they were written: for very many that is ten times as fast as to wait for each.
    """
    if disk is not None and len(files) + len(folders) >= _VERY_MANY:
        with failing_in_words("write", min(files or folders)):
            _sync_disk(disk)
        return
    waited_for = [(file, os.O_RDWR) for file in files]
    if os.name != "nt":  # Windows has no such request for folders
        waited_for += [(folder, os.O_RDONLY) for folder in folders]
    if len(waited_for) <= _FEW:
        for path, how in waited_for:
            _sync(path, how)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  most builds change few files

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for done in [pool.submit(_sync, path, how) for path, how in waited_for]:
            done.result()


def rename(source: Path, target: Path) -> None:
    """In one step, in place of a file that stands there. Waits a moment for a program that has it open on Windows."""
    _patiently(partial(source.replace, target))


def remove(file: Path) -> None:
    """A file or a link, if it is there. Waits as `rename` does."""
    _patiently(partial(file.unlink, missing_ok=True))


def exchange(one: Path, other: Path) -> bool:
    """Lets two folders take each other's names in one step; False, and nothing done, where the system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:  # not every C library has it
        return False
    names = (_AT_CURRENT_FOLDER, os.fsencode(one), _AT_CURRENT_FOLDER, os.fsencode(other))
    if renameat2(*names, _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number))


def remove_tree(folder: Path) -> None:
    """A folder of our own, with all that is in it; links in it are removed, not followed."""
    if folder.is_symlink() or not folder.is_dir():
        remove(folder)
        return
    for entry in folder.iterdir():
        remove_tree(entry)
    _patiently(folder.rmdir)


def _patiently(step: Callable[[], object]) -> None:
    for _ in range(_TRIES):
        try:
            step()
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    step()


def _half_written(record: Path) -> Path:
    return record.with_name(f"{record.name}.part")


def _sync(path: Path, how: int) -> None:
    with failing_in_words("write", path):
        opened = os.open(path, how)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _sync_disk(disk: int) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.syncfs(disk) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@contextmanager
def _leaving_nothing(temporary: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
