"""What was read of files before, so that a file that has not changed is neither opened nor read again."""

from dataclasses import dataclass
from typing import Any, Protocol

from generator.keeping.looking import Look
from generator.reading.limits import Limits
from generator.text.diagnostic import Diagnostic


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
    """What was read of a file, and what was found while it was read; of an update, the words of its actions' proses."""

    value: Any
    findings: tuple[Diagnostic, ...]
    words: tuple[str, ...] = ()


class Memory(Protocol):
    """`context` is the digest of all else that the reading of a file depends on.

    `heard` are things with their words, by their `id()`.
    """

    heard: dict[int, tuple[Any, str]]

    def note(self, path: str, look: Look) -> Note | None:
        """What is known of a file that looks like this; None where it has to be opened."""

    def keep_note(self, path: str, look: Look, note: Note) -> None: ...

    def recall(self, path: str, digest: str, context: str) -> Remembered | None: ...

    def keep(self, path: str, digest: str, context: str, remembered: Remembered) -> None: ...

    def hear(self, thing: object, words: str) -> None:
        """What a thing says, as domain/saying.py gathers it."""


class Forgetful:
    """A memory that keeps nothing but what it hears in this one build."""

    def __init__(self) -> None:
        self.heard: dict[int, tuple[Any, str]] = {}

    def note(self, _path: str, _look: Look) -> Note | None:
        return None

    def keep_note(self, _path: str, _look: Look, _note: Note) -> None:
        return

    def recall(self, _path: str, _digest: str, _context: str) -> Remembered | None:
        return None

    def keep(self, _path: str, _digest: str, _context: str, _remembered: Remembered) -> None:
        return

    def hear(self, thing: object, words: str) -> None:
        self.heard[id(thing)] = (thing, words)
