"""What was read of files before, so that a file that has not changed is neither opened nor read again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from generator.keeping.stamps import Files, Folders, Stamp, folders_below, is_settled
from generator.reading.folders import Folder
from generator.reading.limits import Limits
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Note:
    """What a file turned out to be when it was opened: the digest of its bytes, the length of its text in characters,
    and what is wrong with the text itself. It kept to these limits.
    """

    digest: str
    length: int
    findings: tuple[Diagnostic, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was read of a file, and what was found while it was read; of an update, the words of its proses."""

    value: Any
    findings: tuple[Diagnostic, ...]
    words: tuple[str, ...] = ()


class Memory(Protocol):
    """`context` is the digest of all else that the reading of a file depends on.

    `heard` are things with their words, by their `id()`.
    """

    heard: dict[int, tuple[Any, str]]

    def folders(self, root: Path) -> Iterable[tuple[str, Files]]:
        """The folders below the content folder with their files, as `folders_below` gives them."""

    def folder(self, path: str, files: Files, limits: Limits) -> Folder | None:
        """What is known of an edition's folder whose files look like this; None where each has to be asked for."""

    def keep_folder(self, path: str, files: Files, limits: Limits, folder: Folder) -> None: ...

    def note(self, path: str, stamp: Stamp) -> Note | None:
        """What is known of a file that looks like this; None where it has to be opened."""

    def keep_note(self, path: str, stamp: Stamp, note: Note) -> None: ...

    def knows(self, path: str, digest: str, context: str) -> bool:
        """Whether something is remembered; not whether it can still be used."""

    def recall(self, path: str, digest: str, context: str) -> Remembered | None: ...

    def keep(self, path: str, digest: str, context: str, remembered: Remembered, packed: bytes | None = None) -> None:
        """`packed` is the same, where somebody has packed it already."""

    def hear(self, said: Iterable[tuple[object, str]]) -> None:
        """Things with what they say, as domain/saying.py gathers it."""


class Forgetful:
    """A memory that keeps nothing but what it hears in this one build."""

    def __init__(self) -> None:
        self.heard: dict[int, tuple[Any, str]] = {}

    def folders(self, root: Path) -> Iterable[tuple[str, Files]]:
        return folders_below(root)

    def folder(self, _path: str, _files: Files, _limits: Limits) -> Folder | None:
        return None

    def keep_folder(self, _path: str, _files: Files, _limits: Limits, _folder: Folder) -> None:
        return

    def note(self, _path: str, _stamp: Stamp) -> Note | None:
        return None

    def keep_note(self, _path: str, _stamp: Stamp, _note: Note) -> None:
        return

    def knows(self, _path: str, _digest: str, _context: str) -> bool:
        return False

    def recall(self, _path: str, _digest: str, _context: str) -> Remembered | None:
        return None

    def keep(
        self, _path: str, _digest: str, _context: str, _remembered: Remembered, _packed: bytes | None = None
    ) -> None:
        return

    def hear(self, said: Iterable[tuple[object, str]]) -> None:
        self.heard.update((id(thing), (thing, words)) for thing, words in said)


class InMind:
    """A memory for as long as we run: of each file it has what was read last, ready to be used.

    `at_ns` is when the reading began: a file that was changed just before is looked into again next time.
    """

    def __init__(self) -> None:
        self.heard: dict[int, tuple[Any, str]] = {}
        self._at_ns = 0
        self._notes: dict[str, tuple[Stamp, Note]] = {}
        self._read: dict[str, tuple[str, str, Remembered]] = {}
        self._folders: dict[str, tuple[Files, Limits, Folder]] = {}
        self._used: set[str] = set()
        self._seen: Folders | None = None

    def begin(self, at_ns: int, seen: Folders | None = None) -> None:
        """Before each reading, with what the content folder has where somebody has just looked. What the last reading
        had no use for is forgotten.
        """
        self._at_ns = at_ns
        self._seen = seen
        self._notes = _only(self._used, self._notes)
        self._read = _only(self._used, self._read)
        self._folders = _only(self._used, self._folders)
        self._used = set()

    def folders(self, root: Path) -> Iterable[tuple[str, Files]]:
        return folders_below(root) if self._seen is None else self._seen.items()

    def folder(self, path: str, files: Files, limits: Limits) -> Folder | None:
        known = self._folders.get(path)
        if known is None or known[:2] != (files, limits):
            return None
        self._used.add(path)
        self._used.update(known[2].sizes)
        return known[2]

    def keep_folder(self, path: str, files: Files, limits: Limits, folder: Folder) -> None:
        """Where no file in it has to be opened again."""
        stamps = {f"{path}/{name}": stamp for name, stamp in files.items()}
        if all(it in self._notes and self._notes[it][0] == stamp for it, stamp in stamps.items()):
            self._used.add(path)
            self._folders[path] = (files, limits, folder)

    def note(self, path: str, stamp: Stamp) -> Note | None:
        self._used.add(path)
        noted = self._notes.get(path)
        return noted[1] if noted and noted[0] == stamp else None

    def keep_note(self, path: str, stamp: Stamp, note: Note) -> None:
        if is_settled(stamp, self._at_ns):
            self._notes[path] = (stamp, note)

    def knows(self, path: str, digest: str, context: str) -> bool:
        read = self._read.get(path)
        return read is not None and read[:2] == (digest, context)

    def recall(self, path: str, digest: str, context: str) -> Remembered | None:
        self._used.add(path)
        read = self._read.get(path)
        return read[2] if read and read[:2] == (digest, context) else None

    def keep(self, path: str, digest: str, context: str, remembered: Remembered, _packed: bytes | None = None) -> None:
        self._read[path] = (digest, context, remembered)

    def hear(self, said: Iterable[tuple[object, str]]) -> None:
        """Nothing is kept of it: only the search of a finished site asks for it."""


def _only(used: set[str], known: dict[str, T]) -> dict[str, T]:
    return known if known.keys() <= used else {path: it for path, it in known.items() if path in used}
