"""The cache: one file beside the sites, with what was read of each file of the content and what was made of it.

It is SQLite's, so that a build that is killed leaves it as it was. Nothing in it is needed: where it is damaged, or was
written by other code or on another kind of machine, it is thrown away; where it cannot be written, it is left alone.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from generator.keeping.code import code_key
from generator.keeping.packing import NotOurs, pack, unpack
from generator.keeping.stamps import Identity, Stamp

_SCHEMA = """
CREATE TABLE made_by (code TEXT NOT NULL);
CREATE TABLE noted (path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, packed BLOB) WITHOUT ROWID;
CREATE TABLE read (path TEXT, digest TEXT, context TEXT, packed BLOB, PRIMARY KEY (path, digest, context));
CREATE TABLE made (
  site TEXT, path TEXT, key TEXT, digest TEXT, bytes INTEGER, size INTEGER, modified INTEGER, inode INTEGER,
  PRIMARY KEY (site, path)
) WITHOUT ROWID;
CREATE TABLE built (site TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID;
"""
_TABLES = ("noted", "read", "made", "built")
# What SQLite says of a damaged file may repeat the damage, so that its own message cannot be read.
_DAMAGED = (sqlite3.Error, UnicodeDecodeError)


class Made(NamedTuple):  # a build has some thousand of them, and these are made at once
    """A file of a site: the key of all that it was made from, the digest and length of its bytes, and its identity."""

    key: str
    digest: str
    length: int
    identity: Identity


Rows = Iterable[tuple[Any, ...]]


class Store:
    """The file of the cache. Each table is loaded whole when it is first asked for; all is written at the end, in one
    step.

    The cache's folder is made then, but not the folder around it: where that is missing, nothing is kept.
    """

    def __init__(self, file: Path, *, is_blank: bool = False, is_for_reading: bool = False) -> None:
        """Where it `is_blank`, what was kept before is not loaded, and is replaced by what is saved. One that is
        `is_for_reading` saves nothing, and leaves the file as it is, whatever is wrong with it.
        """
        self._file = file
        self._is_blank = is_blank
        self._is_for_reading = is_for_reading
        self._changes: list[tuple[str, Rows]] = []
        self._connection = _opened_for_reading(file) if is_for_reading else _opened(file)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def notes(self) -> Mapping[str, tuple[Stamp, Any]]:
        """What was noted of each file by its path, with how the file looked then."""
        rows = self._rows("SELECT path, size, modified, changed, packed FROM noted")
        return _unpacked((path, (size, modified, changed), packed) for path, size, modified, changed, packed in rows)

    def readings(self) -> Mapping[tuple[str, str, str], bytes]:
        """What was read of a file by its path, the digest of its bytes and that of what else it depends on."""
        rows = self._rows("SELECT path, digest, context, packed FROM read")
        return {(path, digest, context): packed for path, digest, context, packed in rows}

    def made(self, site: str) -> Mapping[str, Made]:
        rows = self._rows(
            "SELECT path, key, digest, bytes, size, modified, inode FROM made WHERE site = ? ORDER BY path", site
        )
        return {path: Made(key, digest, length, (a, b, c)) for path, key, digest, length, a, b, c in rows}

    def built(self, site: str) -> Any:
        """What was told of the last build of a site; None where there is nothing."""
        for (packed,) in self._rows("SELECT packed FROM built WHERE site = ?", site):
            with suppress(NotOurs):
                return unpack(packed)
        return None

    def keep_notes(self, notes: Mapping[str, tuple[Stamp, Any]]) -> None:
        rows = [(path, *stamp, pack(value)) for path, (stamp, value) in notes.items()]
        self._later("INSERT OR REPLACE INTO noted VALUES (?, ?, ?, ?, ?)", rows)

    def keep_readings(self, readings: Mapping[tuple[str, str, str], bytes]) -> None:
        rows = [(*key, packed) for key, packed in readings.items()]
        self._later("INSERT OR REPLACE INTO read VALUES (?, ?, ?, ?)", rows)

    def forget_readings(self, keys: Iterable[tuple[str, str, str]]) -> None:
        self._later("DELETE FROM read WHERE path = ? AND digest = ? AND context = ?", list(keys))

    def forget_notes(self, paths: Iterable[str]) -> None:
        self._later("DELETE FROM noted WHERE path = ?", [(path,) for path in paths])

    def keep_made(self, site: str, made: Mapping[str, Made], gone: Iterable[str]) -> None:
        rows = [(site, path, it.key, it.digest, it.length, *it.identity) for path, it in made.items()]
        self._later("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._later("DELETE FROM made WHERE site = ? AND path = ?", [(site, path) for path in gone])

    def keep_built(self, site: str, value: object) -> None:
        self._later("INSERT OR REPLACE INTO built VALUES (?, ?)", [(site, pack(value))])

    def save(self) -> None:
        """All that was to be kept, or nothing of it."""
        changes, self._changes = [it for it in self._changes if it[1]], []
        if self._is_for_reading:
            return
        if changes and self._connection is None and self._file.parent.parent.is_dir():
            self._connection = _made_anew(self._file)
        if self._connection is None or not changes:
            return
        with suppress(*_DAMAGED, UnicodeEncodeError), self._connection:  # the last of a path that is no text
            for table in _TABLES if self._is_blank else ():
                self._connection.execute(f"DELETE FROM {table}")  # noqa: S608  the name is one of ours
            for words, rows in changes:
                self._connection.executemany(words, rows)

    def _later(self, words: str, rows: Rows) -> None:
        self._changes.append((words, rows))

    def _rows(self, words: str, *values: str) -> list[tuple[Any, ...]]:
        if self._connection is None or self._is_blank:
            return []
        try:
            return self._connection.execute(words, values).fetchall()
        except _DAMAGED:
            self.close()
            self._connection = None if self._is_for_reading else _made_anew(self._file)
            return []


def _opened_for_reading(file: Path) -> sqlite3.Connection | None:
    """The store as it stands, if this same code wrote it and nobody is about to write it."""
    with ExitStack() as failing, suppress(*_DAMAGED):
        if file.exists():
            address = f"{file.absolute().as_uri()}?mode=ro"
            connection = failing.enter_context(closing(sqlite3.connect(address, timeout=1.0, uri=True)))
            if _is_of_this_code(connection):
                failing.pop_all()
                return connection
    return None


def _is_of_this_code(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT code FROM made_by").fetchall() == [(code_key(),)]


def _opened(file: Path) -> sqlite3.Connection | None:
    """The store as it stands, if this same code wrote it; else an empty one. None where there is none."""
    if not file.exists():
        return None
    connection = None
    try:
        connection = _connected(file)
        if _is_of_this_code(connection):
            return connection
    except _DAMAGED:
        pass
    if connection is not None:
        connection.close()
    return _made_anew(file)


def _made_anew(file: Path) -> sqlite3.Connection | None:
    """In place of whatever stands there."""
    with ExitStack() as failing:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
            connection = failing.enter_context(closing(_connected(file)))
            with connection:
                connection.executescript(_SCHEMA)
                connection.execute("INSERT INTO made_by VALUES (?)", (code_key(),))
        except (OSError, *_DAMAGED):
            return None
        failing.pop_all()
    return connection


def _connected(file: Path) -> sqlite3.Connection:
    """SQLite does not wait for the disk here: a store that a power cut has torn is thrown away, at one slow build.

    What is dropped is written over, which not every SQLite does by itself: it may be words that somebody has taken out.
    """
    connection = sqlite3.connect(file, timeout=1.0)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA secure_delete = ON")
    except _DAMAGED:
        connection.close()
        raise
    return connection


def _unpacked(rows: Iterable[tuple[str, Stamp, bytes]]) -> Mapping[str, tuple[Stamp, Any]]:
    found = {}
    for path, stamp, packed in rows:
        with suppress(NotOurs):
            found[path] = (stamp, unpack(packed))
    return found
