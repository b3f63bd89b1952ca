"""Two editions compared: what the later one changes in what stood after the earlier one, promise by promise."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from generator.domain.edition import OF_ONE_EDITION, Action, State
from generator.domain.mention import EditionMark, Mention, slip_days
from generator.domain.thread import Thread, Threads
from generator.values import dataclass


class DifferenceKind(StrEnum):
    """What became of one action, in the order in which it is told: each action has one of these, or none.

    Done: completed without having been promised. Silent: open, and the newest regular edition says nothing of it.
    Reworded: whatever else is said of it otherwise than before, such as its words, its workstream, or a first date.
    """

    KEPT = "kept"
    DONE = "done"
    STOPPED = "stopped"
    MOVED = "moved"
    REOPENED = "reopened"
    CONTINUED = "continued"
    SILENT = "silent"
    NEW = "new"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Difference:
    """One action as it stood after the earlier edition, None where that did not know it, and as it stands now."""

    kind: DifferenceKind
    thread: Thread
    before: Mention | None

    @property
    def now(self) -> Mention:
        return self.thread.latest


def compare(threads: Threads, since: EditionMark | None) -> tuple[Difference, ...]:
    """The actions that stand otherwise than after the edition `since`, in the order in which editions first name them.

    What came and went again in between is no difference. Without an earlier edition, everything is new.
    """
    return tuple(_differences(threads, since))


def _differences(threads: Threads, since: EditionMark | None) -> Iterator[Difference]:
    for thread in threads.values():
        before = standing_after(thread, since)
        kind = _kind(thread, before, since)
        if kind:
            yield Difference(kind, thread, before)


def standing_after(thread: Thread, since: EditionMark | None) -> Mention | None:
    """The last mention up to an edition, this one included; None where there was none before."""
    return thread.told_by(since) if since else None


def _kind(thread: Thread, before: Mention | None, since: EditionMark | None) -> DifferenceKind | None:
    now = thread.latest
    if not now.is_open:
        return _closing(thread, before)
    if _was_taken_over(thread, since):
        return DifferenceKind.CONTINUED
    if thread.ended_in is not None:
        return None
    newest = thread.newest
    if newest and now.edition.order < newest.order and (since is None or since.order < newest.order):
        return DifferenceKind.SILENT
    return _going_on(thread, before)


def _closing(thread: Thread, before: Mention | None) -> DifferenceKind | None:
    now = thread.latest
    if before and _says_the_same(before, now):
        return None
    was_reopened = before and any(it.edition.order > before.edition.order for it in thread.reopenings)
    if before and before.action.state is now.action.state and not was_reopened:
        return DifferenceKind.REWORDED
    if now.action.state is State.STOPPED:
        return DifferenceKind.STOPPED
    return DifferenceKind.KEPT if thread.promised_in or thread.part_of else DifferenceKind.DONE


def _going_on(thread: Thread, before: Mention | None) -> DifferenceKind | None:
    if before is None:
        return DifferenceKind.NEW
    if not before.is_open:
        return DifferenceKind.REOPENED
    first, now = thread.due_after(before.edition.order), thread.due
    if first and now and slip_days(first, now):
        return DifferenceKind.MOVED
    if now and not first:
        return DifferenceKind.REWORDED
    return None if _says_the_same(before, thread.latest) else DifferenceKind.REWORDED


def _was_taken_over(thread: Thread, since: EditionMark | None) -> bool:
    """Whether others have taken it over in an edition after `since`, and it was not spoken of again after that."""
    return any(
        mark.order >= thread.latest.edition.order and (since is None or mark.order > since.order)
        for mark, _ in thread.continued_by
    )


def _says_the_same(before: Mention, now: Mention) -> bool:
    return before.workstream == now.workstream and as_repeated(before.action, now.action) == now.action


def as_repeated(before: Action, now: Action) -> Action:
    """What an action said before, less what is left out now and need not be repeated: leaving out a date does not take
    it back, nor does it take back what tells of one edition alone.
    """
    left_out = (name for name in ("due", *OF_ONE_EDITION) if not getattr(now, name))
    return replace(before, **{name: getattr(now, name) for name in left_out})
