"""Which files a folder has, and by what a change of one shows without reading it."""

import os
from collections.abc import Iterator, Mapping
from stat import S_ISREG

# Some disks date a file to two seconds, and a file that changes twice in that time may look unchanged.
_COARSEST_DATE_NS = 2_000_000_000

# A Stamp is (size, modified, changed), by which a file of a folder shows that it was changed in any way. An Identity is
# (size, modified, hash of the inode). Dates are in nanoseconds. Plain tuples: a build compares some ten thousand of
# them.
Stamp = tuple[int, int, int]
Identity = tuple[int, int, int]
Files = Mapping[str, Stamp]  # of one folder, by their names in it
Folders = Mapping[str, Files]  # by their paths below another, which is itself the empty one

_LEFT_BY_SYSTEMS = frozenset((".ds_store", "desktop.ini", "icon\r", "thumbs.db"))
CLOSED = "."  # in place of the files that nobody can see: the folder itself


def whole_path(path: str | os.PathLike[str]) -> str:
    """From the root on, without `..`, which goes back by name wherever a link leads; Path.absolute would keep it."""
    return os.path.abspath(path)


def is_settled(stamp: Stamp, at_ns: int) -> bool:
    """Whether the file is old enough that any later change will give it another date: one that was changed just
    before we looked, at `at_ns`, may change again under the same.
    """
    return max(stamp[1:]) < at_ns - _COARSEST_DATE_NS


def identity_of(path: str | os.PathLike[str]) -> Identity | None:
    """The size, date and inode of a file that we made; None where no plain file stands.

    Shares and newer disks of Windows number their files in 64 or 128 bits, and SQLite takes 63: so a hash of it counts.
    Without the time at which its inode was changed, since that changes when `--atomic` gives the file a second name.
    """
    try:
        found = os.lstat(path)
    except (OSError, UnicodeEncodeError):  # the last where names are ASCII alone, of one that was noted as UTF-8
        return None
    return (found.st_size, found.st_mtime_ns, hash(found.st_ino)) if S_ISREG(found.st_mode) else None


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """How a file looks; None where no plain file stands, as where a link does."""
    try:
        found = os.lstat(path)
    except (OSError, UnicodeEncodeError):
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns) if S_ISREG(found.st_mode) else None


def files_below(folder: str | os.PathLike[str]) -> Iterator[tuple[str, Stamp]]:
    """All that stands below a folder, but hidden names; a folder that is not there has nothing. One that has a `-1` for
    its size is no plain file.
    """
    for path, files in folders_below(folder):
        prefix = f"{path}/" if path else ""
        for name, stamp in files.items():
            yield f"{prefix}{name}", stamp


def folders_below(folder: str | os.PathLike[str]) -> Iterator[tuple[str, dict[str, Stamp]]]:
    """Each folder, and the first of all by an empty path, with its files by name. One by one, so that a tree of far too
    many can be left off. One into which we may not look has CLOSED in it, so that it is not taken for empty.
    """
    root, waiting = os.fspath(folder), [""]
    while waiting:
        path = waiting.pop()
        files: dict[str, Stamp] = {}
        try:
            entries = os.scandir(f"{root}/{path}" if path else root)
        except (FileNotFoundError, NotADirectoryError, UnicodeEncodeError):
            continue
        except OSError:
            yield path, {CLOSED: _UNKNOWN}
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/{name}" if path else name)
                elif stamp := _stamp_in(entry):
                    files[name] = stamp
        yield path, files


def _stamp_in(entry: os.DirEntry[str]) -> Stamp | None:
    """How a file that a folder names looks; None where it has gone since."""
    if entry.is_symlink():  # it may lead to what changes without it
        return _UNKNOWN
    try:
        found = entry.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return _UNKNOWN
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def is_left_by_system(name: str) -> bool:
    """What Finder and Explorer put into a folder to remember how it is shown; people do not see it there."""
    return name.lower() in _LEFT_BY_SYSTEMS or name.startswith("._")


def is_plain(stamp: Stamp) -> bool:
    """Whether a file of its own stands there, and no link."""
    return stamp[0] >= 0


_NEVER_SETTLED_NS = 2**63 - 1  # the latest date that is_settled can be asked of
_UNKNOWN: Stamp = (-1, _NEVER_SETTLED_NS, 0)  # of a file of which a change need not show
