"""The published record: a frozen edition changes only openly, by a correction or a withdrawal that its readers see.

Authority: the programme's own rule, in docs/decisions/0009-the-published-record.md.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Edition
from generator.domain.record import Correction, Record, SealedNote, Withdrawal
from generator.domain.sealing import changed_files, files_of, notes_to_seal
from generator.domain.workstream import Workstream
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


def check(content: Content) -> Iterator[Diagnostic]:
    for edition in content.editions:
        if edition.record is not None:
            yield from _of_edition(edition, edition.record, content)


def _of_edition(edition: Edition, record: Record, content: Content) -> Iterator[Diagnostic]:
    lost = [
        *_lost(record.corrections, edition.corrections, "correction"),
        *_lost(record.withdrawals, edition.withdrawals, "withdrawal"),
    ]
    for what in lost:
        yield Diagnostic(
            "frozen-edition-changed",
            f"the {what} is gone, or reads otherwise than when it was sealed",
            Span(edition.written_at.path, 0, 0),
            "put it back as it was; what has changed since is a correction of its own",
            subject=edition.id,
        )
    new = notes_to_seal(edition, record)
    if new and not lost:
        yield Diagnostic(
            "correction-not-sealed",
            f"the edition {edition.id} is open, because it tells of a change that is not sealed yet",
            new[0].written_at,
            f"when all that has changed is told, seal it with `golden freeze {edition.id}`",
            subject=edition.id,
        )
    elif not new:
        yield from _changed_files(edition, record, {*content.unread, *_to_be_renamed(edition, content.workstreams)})


def _to_be_renamed(edition: Edition, workstreams: Iterable[Workstream]) -> Iterator[str]:
    """Files of the edition that still have the name of a workstream from before, and those that they are to be. Each
    of them is told by itself, with its new name.
    """
    now = {former.id: workstream.id for workstream in workstreams for former in workstream.moved_from}
    for update in edition.updates:
        if update.workstream in now:
            path = update.written_at.path
            folder, _, name = path.rpartition("/")
            yield from (path, f"{folder}/{now[update.workstream]}.{name.rpartition('.')[2]}")


def _changed_files(edition: Edition, record: Record, unread: Collection[str]) -> Iterator[Diagnostic]:
    """One finding for each changed file, but for those that could not be read, which have an error of their own."""
    sealed = {file.name for file in record.files}
    present = files_of(edition)
    for name in changed_files(edition, record):
        path = f"{edition.folder}/{name}"
        if path not in unread:
            yield _changed(edition, record, path, was_there=name in sealed, is_there=name in present)


def _changed(edition: Edition, record: Record, path: str, was_there: bool, is_there: bool) -> Diagnostic:
    frozen = f"when the edition {edition.id} was frozen on {day_in_words(record.frozen_on)}"
    if not is_there:
        message = f"this file was there {frozen}, and is gone"
    elif not was_there:
        message = f"this file was not there {frozen}"
    else:
        message = f"this file is not what it was {frozen}"
    return Diagnostic(
        "frozen-edition-changed",
        message,
        Span(path, 0, 0),
        "undo the change; or say what was changed and why, under `corrections:` in the front matter of edition.md",
        "what was published stays as it was, unless its readers are told" if is_there else "",
        subject=edition.id,
    )


def _lost(sealed: Iterable[SealedNote], notes: Iterable[Correction | Withdrawal], what: str) -> Iterator[str]:
    """The notes that the record knows and the edition no longer tells, in words: `correction of 3 March 2020`."""
    left = Counter(note.digest for note in notes)
    for note in sealed:
        if left[note.digest] == 0:
            yield f"{what} of {day_in_words(note.date)}"
        left[note.digest] -= 1
