"""What has changed in a frozen edition since its record was sealed: its files, and the notes that tell of changes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from generator.domain.edition import Edition
from generator.domain.record import Correction, Record, SealedNote, Withdrawal
from generator.text.source import Span

Note = TypeVar("Note", Correction, Withdrawal)


def notes_to_seal(edition: Edition, record: Record) -> tuple[Correction | Withdrawal, ...]:
    """The corrections and withdrawals that the record does not know, newest first; with one, the edition is open."""
    return (*_new(record.corrections, edition.corrections), *_new(record.withdrawals, edition.withdrawals))


def files_of(edition: Edition) -> dict[str, str]:
    """The digests of the edition's files as they are now, by name in its folder."""
    updates = {_name(update.written_at): update.digest for update in edition.updates}
    return {_name(edition.written_at): edition.digest} | updates


def changed_files(edition: Edition, record: Record) -> tuple[str, ...]:
    """The names of files in the edition's folder that are not what they were, are gone, or are new."""
    sealed = {file.name: file.digest for file in record.files}
    present = files_of(edition)
    return tuple(name for name in sorted({*sealed, *present}) if sealed.get(name) != present.get(name))


def _new(sealed: Iterable[SealedNote], notes: Iterable[Note]) -> Iterator[Note]:
    """The notes that the record does not know. Of two that read the same, it may know only one."""
    known = Counter(note.digest for note in sealed)
    for note in notes:
        known[note.digest] -= 1
        if known[note.digest] < 0:
            yield note


def _name(span: Span) -> str:
    return span.path.rpartition("/")[2]
