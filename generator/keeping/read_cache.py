"""What earlier builds read, looked up in the store while this one reads, and added to at its end."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.keeping.packing import NotOurs, pack, unpack
from generator.keeping.stamps import Files, Stamp, folders_below, is_settled, whole_path
from generator.keeping.store import Store

Known = tuple[str, str, str]


class ReadCache:
    """A memory of one content folder; files are known by their paths below it.

    `read` tells by what each file is known that was asked for; `heard` are the words of things that were read, each
    with the thing, by its `id()`.
    """

    def __init__(self, store: Store, root: Path, at_ns: int) -> None:
        """`at_ns` is when the build began: a file that was changed just before is looked into again next time."""
        self._store = store
        self._root = whole_path(root)
        self._at_ns = at_ns
        self._notes = store.notes()
        self._read = store.readings()
        self._new_notes: dict[str, tuple[Stamp, Any]] = {}
        self._new: dict[Known, bytes] = {}
        self._used: set[Known] = set()
        self.read: dict[str, Known] = {}
        self.heard: dict[int, tuple[Any, str]] = {}
        self._seen: set[str] = set()

    def folders(self, root: Path) -> Iterable[tuple[str, Files]]:
        return folders_below(root)

    def folder(self, _path: str, _files: Files, _limits: object) -> None:
        """Nothing is known of folders as such."""

    def keep_folder(self, _path: str, _files: Files, _limits: object, _folder: object) -> None:
        return

    def note(self, path: str, stamp: Stamp) -> Any:
        whole = f"{self._root}/{path}"
        self._seen.add(whole)
        noted = self._notes.get(whole)
        return noted[1] if noted and noted[0] == stamp else None

    def keep_note(self, path: str, stamp: Stamp, note: object) -> None:
        if is_settled(stamp, self._at_ns):
            self._new_notes[f"{self._root}/{path}"] = (stamp, note)

    def knows(self, path: str, digest: str, context: str) -> bool:
        return (path, digest, context) in self._read

    def recall(self, path: str, digest: str, context: str) -> Any:
        known = (path, digest, context)
        self.read[path] = known
        found = self.value(known)
        if found is not None:
            self._used.add(known)
        return found

    def value(self, known: Known) -> Any:
        """What was read once, of a file as it was then."""
        packed = self._read.get(known) or self._new.get(known)
        if packed is None:
            return None
        try:
            return unpack(packed)
        except NotOurs:
            return None

    def hear(self, said: Iterable[tuple[object, str]]) -> None:
        self.heard.update((id(thing), (thing, words)) for thing, words in said)

    def keep(self, path: str, digest: str, context: str, remembered: object, packed: bytes | None = None) -> None:
        """`packed` is the same, where somebody has packed it already."""
        self._new[path, digest, context] = packed or pack(remembered)

    def hand_over(self, *, forgets: bool) -> None:
        """Gives the store what is new. Where it `forgets`, what this build had no use for goes."""
        self._store.keep_notes(self._new_notes)
        self._store.keep_readings(self._new)
        if forgets:
            self._store.forget_readings(self._read.keys() - self._used - self._new.keys())
            self._store.forget_notes(self._notes.keys() - self._seen)
