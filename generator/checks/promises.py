"""Promises: none may be forgotten without a word.

Every finding is a warning, because one forgetful lead must not stop a council's publication. It stands where the writer
mends it: in the newest edition.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.likeness import likeness, share_a_word
from generator.domain.content import Content
from generator.domain.edition import Edition, State, Update
from generator.domain.thread import Mention, Standing, Thread, Threads
from generator.domain.workstream import Workstream
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

# Measured on the sample: mentions of one action are alike by 67 in the median, two actions hardly ever by more than 62.
_ALIKE_IN_ONE_WORKSTREAM = 60
_ALIKE_ELSEWHERE = 70
_MOVES_ALLOWED = 2


def check(content: Content, threads: Threads, on: date) -> Iterator[Diagnostic]:
    """The promises of the whole content, drafts included, as they stand on a date."""
    newest = next((edition for edition in reversed(content.editions) if not edition.is_special), None)
    if newest is not None:
        silent = [thread for thread in threads.values() if _is_silent(thread)]
        yield from _unmentioned(silent, newest, content.workstreams)
        yield from _completed_but_unknown(threads, silent, newest)
    for thread in threads.values():
        yield from _overdue(thread, on)
        yield from _slipped_again(thread)
        yield from _opened_again(thread)
        yield from _stopped_without_reason(thread)


def _is_silent(thread: Thread) -> bool:
    """Whether it was promised and the newest edition says nothing of it, whatever its due."""
    if not thread.latest.is_open:
        return False
    is_taken_over = any(edition.order >= thread.latest.edition.order for edition, _ in thread.continued_by)
    return thread.newest is not None and thread.latest.edition.order < thread.newest.order and not is_taken_over


def _unmentioned(silent: list[Thread], newest: Edition, workstreams: tuple[Workstream, ...]) -> Iterator[Diagnostic]:
    """One finding a promise; one for all of them where the workstream has handed in nothing."""
    updates = {update.workstream: update for update in newest.updates}
    missing: dict[str, list[Thread]] = {workstream.id: [] for workstream in workstreams if workstream.id not in updates}
    for thread in silent:
        update = updates.get(thread.latest.workstream)
        if update is None:
            missing.setdefault(thread.latest.workstream, []).append(thread)
        else:
            yield _one_unmentioned(thread, update, newest)
    for workstream, threads in missing.items():
        yield _missing_update(workstream, threads, newest)


def _one_unmentioned(thread: Thread, update: Update, newest: Edition) -> Diagnostic:
    return Diagnostic(
        "unmentioned",
        f"nothing is said of the promise `{thread.id}`: {thread.headline}",
        Span(update.written_at.path, 0, 0),
        f"write under one of the headings what became of it, and end its words with {{#{thread.id}}}",
        related=((thread.latest.action.written_at, f"promised in {thread.latest.edition.title}"),),
        subject=thread.id,
    )


def _missing_update(workstream: str, threads: list[Thread], newest: Edition) -> Diagnostic:
    folder = newest.written_at.path.rpartition("/")[0]
    if len(threads) == 1:
        silence = f", and nothing is said of its promise `{threads[0].id}`"
    else:
        silence = f", and nothing is said of its {len(threads)} promises" if threads else ""
    return Diagnostic(
        "missing-update",
        f"the workstream `{workstream}` has no update in {newest.title}{silence}",
        Span(f"{folder}/{workstream}.md", 0, 0),
        f"write {folder}/{workstream}.md, or let `golden new {newest.id} --workstream {workstream}` begin it",
        subject=workstream,
    )


def _completed_but_unknown(
    threads: Mapping[str, Thread], silent: list[Thread], newest: Edition
) -> Iterator[Diagnostic]:
    """Something completed under a new id that reads like a promise of which nothing is said."""
    for update in newest.updates:
        for action in update.actions:
            thread = threads[action.id]
            if action.state is not State.COMPLETED or len(thread.mentions) > 1 or action.continues:
                continue
            found = _closest(thread.latest, silent)
            if found is not None:
                yield Diagnostic(
                    "completed-but-unknown",
                    f"this reads like the promise `{found.id}`, which has another id",
                    action.written_at,
                    f"if it is that promise, end its words with {{#{found.id}}}",
                    related=((found.latest.action.written_at, f"promised in {found.latest.edition.title}"),),
                    subject=action.id,
                )


def _closest(done: Mention, silent: list[Thread]) -> Thread | None:
    best: tuple[float, str, Thread] | None = None
    for thread in silent:
        score = likeness(done.action.text, thread.latest.action.text)
        enough = _ALIKE_IN_ONE_WORKSTREAM if thread.latest.workstream == done.workstream else _ALIKE_ELSEWHERE
        if score >= enough and (best is None or (score, thread.id) > best[:2]):
            best = (score, thread.id, thread)
    return best[2] if best else None


def _overdue(thread: Thread, on: date) -> Iterator[Diagnostic]:
    if thread.standing(on) is Standing.OVERDUE and thread.due is not None:
        yield Diagnostic(
            "overdue",
            f"`{thread.id}` was due {thread.due.words}, which is past",
            thread.latest.action.written_at,
            'say in the next edition that it is completed or stopped, or give it a new due and a reason="..."',
            subject=thread.id,
        )


def _slipped_again(thread: Thread) -> Iterator[Diagnostic]:
    """The third move to a later day, and each after it; told only while the promise is open."""
    slips = thread.slips if thread.latest.is_open else ()
    if len(slips) > _MOVES_ALLOWED and slips[-1].edition == thread.latest.edition:
        first = thread.first_due.words if thread.first_due else ""
        yield Diagnostic(
            "slipped-again",
            f"`{thread.id}` moves for the {_ordinal(len(slips))} time; it was first promised for {first}",
            thread.latest.action.written_at,
            "ask whether this due can be kept; if not, promise less, or stop it and say why",
            subject=thread.id,
        )


def _opened_again(thread: Thread) -> Iterator[Diagnostic]:
    """Words that share nothing with the closed ones are another thing under a used id; others open it again."""
    pairs = zip(thread.mentions, thread.mentions[1:], strict=False)
    for before, after in pairs:
        if before.is_open or not after.is_open or before.edition == after.edition:  # two in one are two of one id
            continue
        related = ((before.action.written_at, f"{before.action.state} in {before.edition.title}"),)
        if not share_a_word(before.action.text, after.action.text):
            yield Diagnostic(
                "id-used-again",
                f"`{thread.id}` was {before.action.state} in {before.edition.title}, and this is something else",
                after.action.written_at,
                "give this action an id of its own",
                related=related,
                subject=thread.id,
            )
        elif not after.action.reason:
            yield Diagnostic(
                "reopened",
                f"`{thread.id}` was {before.action.state} in {before.edition.title}, and is open again",
                after.action.written_at,
                'say why with reason="..." in its braces, or give a new action an id of its own',
                related=related,
                subject=thread.id,
            )


def _stopped_without_reason(thread: Thread) -> Iterator[Diagnostic]:
    for mention in thread.mentions:
        if mention.action.state is State.STOPPED and not mention.action.reason:
            yield Diagnostic(
                "stopped-without-reason",
                f"nobody is told why `{thread.id}` was stopped",
                mention.action.written_at,
                'add reason="..." to its braces; in YAML, `reason:`',
                subject=thread.id,
            )


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
