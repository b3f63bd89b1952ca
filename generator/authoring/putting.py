"""Puts files into a content folder, all or none."""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from types import MappingProxyType

from generator.keeping.stamps import is_left_by_system
from generator.output.disk import remove, rename
from generator.text import UserError

_PART = ".golden-part"  # after a dot: a build that runs meanwhile passes it over
_BEGUN = f".begun{_PART}"
_NOTHING: Mapping[Path, bytes | None] = MappingProxyType({})
_ALLOW = "allow us to write there"
_CLOSE = f" (close the program that has it open, or {_ALLOW})"
_REMEDIES = {errno.EACCES: _CLOSE, errno.EPERM: _CLOSE, errno.EBUSY: _CLOSE, errno.EROFS: f" ({_ALLOW})"}


class WritingFailed(UserError):
    """The machine did not let us, and nothing was changed: one line of words, with the OSError as its cause."""


class SavedMeanwhile(UserError):
    """Somebody has saved a file since it was read, and nothing was changed: one line of words."""


def put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with these files in it, or nothing. Raises WritingFailed, also where it is there already."""
    part = _part_of(folder)
    had_parent = folder.parent.exists()
    try:
        _clear(part)
        part.mkdir(parents=True)
        for name, data in files.items():
            (part / name).write_bytes(data)
        _refuse_standing(folder)
        rename(part, folder)
    except BaseException as error:
        _clear(part)
        if not had_parent:
            with suppress(OSError):
                folder.parent.rmdir()
        if isinstance(error, OSError):
            raise _failed(folder, error) from error
        raise


def _refuse_standing(folder: Path) -> None:
    if folder.exists():
        raise FileExistsError(0, "it is there already")


def is_free(folder: Path) -> bool:
    """Whether nothing is there that a new programme could stand in the way of. Raises OSError."""
    if not folder.exists() and not folder.is_symlink():
        return True
    return folder.is_dir() and all(map(_is_in_nobody_s_way, folder.iterdir()))


def _is_in_nobody_s_way(path: Path) -> bool:
    return path.name in (".git", _BEGUN) or is_left_by_system(path.name)


@contextmanager
def begun(folder: Path) -> Iterator[Path]:
    """A place to write a whole new folder in, which becomes `folder` when the block ends.

    If it ends otherwise, by an interrupt too, nothing of it is left. Raises WritingFailed where the machine does not
    let us. The folder must be free, as is_free says.
    """
    made = [it for it in (folder, *folder.parents) if not it.exists()]  # the innermost first
    part, moved = folder / _BEGUN, list[Path]()
    try:
        rmtree(part, ignore_errors=True)  # a killed run left it behind
        part.mkdir(parents=True)
        yield part
        for path in sorted(part.iterdir()):
            rename(path, folder / path.name)
            moved.append(folder / path.name)
        part.rmdir()
    except BaseException as error:
        for path in (part, *moved):
            with suppress(OSError):
                rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
        for path in made:
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, OSError):
            raise _failed(folder, error) from error
        raise


def put_files(files: Mapping[Path, bytes | None], worked_from: Mapping[Path, bytes | None] = _NOTHING) -> None:
    """Each file with its new bytes, and none where it has None. Raises WritingFailed after putting back what was there,
    as an interrupt does.

    `worked_from` is what files held when the new bytes were worked out, None for one that was not there; also of files
    that were only read for it. Raises SavedMeanwhile, with nothing changed, where one is otherwise by now: nobody's
    words are written over, and nothing is written of words that nobody has any more.
    """
    before: dict[Path, bytes | None] = {}
    changed: list[Path] = []
    path = Path()
    try:
        for path, data in files.items():
            before[path] = path.read_bytes() if path.exists() else None
            _refuse_saved(path, before[path], worked_from.get(path, before[path]))
            _refuse_read_only(path)
            if data is not None:
                _write_part(path, data)
        for path in worked_from.keys() - files.keys():
            _refuse_saved(path, path.read_bytes() if path.exists() else None, worked_from[path])
        for path, data in files.items():
            changed.append(path)  # first, as an interrupt may come in between
            if data is None:
                remove(path)
            else:
                rename(_part_of(path), path)
    except BaseException as error:
        for done in changed:
            _put_back(done, before[done])
        _remove(map(_part_of, files))
        if isinstance(error, OSError):
            raise _failed(path, error) from error
        raise


def _refuse_saved(path: Path, stands: bytes | None, worked_from: bytes | None) -> None:
    if stands != worked_from:
        raise SavedMeanwhile(f"`{path}` was saved while we were at work, so nothing was changed; do it again")


def _refuse_read_only(path: Path) -> None:
    """A part as read-only as such a file could not be removed on Windows, and would be in our way. Elsewhere such a
    file could be removed, although somebody has said that it is to stay.
    """
    if path.exists() and not os.access(path, os.W_OK):
        raise OSError(errno.EROFS, "it is read-only")


def _write_part(path: Path, data: bytes) -> None:
    """All that the file will be, and on the disk: after a power cut the old words stand there, or the new ones."""
    part = _part_of(path)
    part.write_bytes(data)
    if path.exists():
        part.chmod(path.stat().st_mode)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}{_PART}")


def _put_back(path: Path, data: bytes | None) -> None:
    """Where there is no room for what was there, what is new stays, whole."""
    with suppress(OSError):
        if data is None:
            path.unlink()
        else:
            _write_part(path, data)
            rename(_part_of(path), path)


def _clear(folder: Path) -> None:
    """Takes away a folder of ours, also one that a killed run left behind."""
    if folder.is_dir():
        _remove(folder.iterdir())
        with suppress(OSError):
            folder.rmdir()


def _remove(files: Iterable[Path]) -> None:
    for path in files:
        with suppress(OSError):
            remove(path)


def _failed(path: Path, error: OSError) -> WritingFailed:
    reason = error.strerror or str(error) or type(error).__name__
    remedy = _REMEDIES.get(error.errno or 0, "")
    return WritingFailed(f"could not write `{path}`, so nothing was changed: {reason[:1].lower()}{reason[1:]}{remedy}")
