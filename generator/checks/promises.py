"""Promises: none may be forgotten without a word.

Every finding is a warning, because one forgetful lead must not stop a council's publication. It stands where the writer
mends it: in the newest edition.
"""

from collections.abc import Iterable, Iterator, Set
from datetime import date
from itertools import pairwise

from generator.checks.forms import in_its_form, named_again
from generator.checks.likeness import closest_promise, share_a_word
from generator.checks.untold import is_news_to_some
from generator.domain.content import Content
from generator.domain.edition import Edition, State, Update
from generator.domain.mention import Mention
from generator.domain.programme import Acceptance
from generator.domain.reason import is_explained, may_be_explained
from generator.domain.thread import Standing, Thread, Threads
from generator.domain.workstream import Workstream
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

_MOVES_ALLOWED = 2


def check(content: Content, threads: Threads, on: date) -> Iterator[Diagnostic]:
    """The promises of the whole content, drafts included, as they stand on a date."""
    yield from check_silence(content, threads)
    frozen = content.frozen
    for thread in threads.values():
        if thread.latest.action.written_at.path not in content.undated:  # else its new date may be what cannot be read
            yield from _overdue(thread, on, frozen)
        yield from _slipped_again(thread)
        yield from _moved_without_reason(thread, threads, frozen)
        yield from _opened_again(thread, frozen)
        yield from _completed_again(thread, content, frozen)
        yield from _stopped_without_reason(thread, frozen)


def check_silence(content: Content, threads: Threads) -> Iterator[Diagnostic]:
    """The promises of which the newest regular edition says nothing."""
    newest = next((edition for edition in reversed(content.editions) if not edition.is_special), None)
    if newest is not None:
        silent = [thread for thread in threads.values() if thread.is_passed_over]
        alike = _completed_under_another_id(threads, silent, newest)
        known = _told_as_completed(alike, content.accepted)
        unknown = [it for it in silent if it.id not in known]
        yield from _unmentioned(unknown, newest, content.workstreams, _new_and_open(threads, newest))
        yield from (_completed_but_unknown(done, promise, newest) for done, promise in alike)


def _say_why(mention: Mention, frozen: Set[str], here: str) -> str:
    """How to give the reason that a mention lacks: `here`, or in the next edition where this one is frozen."""
    path = mention.action.written_at.path
    if mention.edition.id in frozen:
        with_id = f'{{#{mention.action.id} reason="..."}}'
        how = in_its_form(path, with_id, f"`id: {mention.action.id}` and `reason:`")
        return f"this edition is frozen: name the action again in the next one, as it stands here, with {how}"
    return in_its_form(path, f'{here} with reason="..." in its braces', f"{here} with `reason:`")


def _new_and_open(threads: Threads, newest: Edition) -> list[Thread]:
    """What the newest edition promises for the first time, and not as going on with something."""
    new = [thread for thread in threads.values() if thread.mentions[0].edition.id == newest.id]
    return [it for it in new if it.latest.is_open and not it.latest.action.continues]


def _unmentioned(
    silent: list[Thread], newest: Edition, workstreams: tuple[Workstream, ...], new: list[Thread]
) -> Iterator[Diagnostic]:
    """One finding a promise; one for all of them where the workstream has handed in nothing.

    Of an edition that is frozen or a workstream that has ended, only promises are asked for.
    """
    updates = {update.workstream: update for update in newest.updates}
    asked = [it.id for it in workstreams if not it.is_over(newest.published) and not newest.is_frozen]
    missing: dict[str, list[Thread]] = {it: [] for it in asked if it not in updates}
    for thread in silent:
        update = updates.get(thread.latest.workstream)
        if update is None:
            missing.setdefault(thread.latest.workstream, []).append(thread)
        else:
            yield _one_unmentioned(thread, update, newest, new)
    for workstream, threads in missing.items():
        yield _missing_update(workstream, threads, newest)


def _one_unmentioned(thread: Thread, update: Update, newest: Edition, new: list[Thread]) -> Diagnostic:
    path = update.written_at.path
    braces, fields = named_again(thread)
    if not newest.is_frozen:
        in_markdown = f"write under one of the headings what became of it, and end its words with {braces}"
        remedy = in_its_form(path, in_markdown, f"write in one of the lists what became of it, with {fields}")
        if other := closest_promise(thread.latest.action.text, thread.latest.workstream, new):
            how = in_its_form(other.latest.action.written_at.path, f"from={thread.id}", f"`from: {thread.id}`")
            remedy += f"; or, if `{other.id}` goes on with it, say {how} there"
    else:
        how = in_its_form(path, f"and end its words with {braces}", f"with {fields}")
        remedy = f"this edition is frozen: write in the next one what became of it, {how}"
    return Diagnostic(
        "unmentioned",
        f"nothing is said of the promise `{thread.id}`: {thread.headline}",
        Span(path, 0, 0),
        remedy,
        related=((thread.latest.action.written_at, f"promised in {thread.latest.edition.title}"),),
        subject=thread.id,
    )


def _missing_update(workstream: str, threads: list[Thread], newest: Edition) -> Diagnostic:
    if len(threads) == 1:
        silence = f", and nothing is said of its promise `{threads[0].id}`"
    else:
        silence = f", and nothing is said of its {len(threads)} promises" if threads else ""
    file = f"{newest.folder}/{workstream}.md"
    remedy = f"write {file}, or let `golden new {newest.id} --workstream {workstream}` begin it"
    if newest.is_frozen:
        them = "it" if len(threads) == 1 else "them"
        remedy = f"{newest.title} is frozen: say in the next edition what became of {them}"
    return Diagnostic(
        "missing-update",
        f"the workstream `{workstream}` has no update in {newest.title}{silence}",
        Span(file, 0, 0),
        remedy,
        subject=workstream,
    )


def _completed_under_another_id(
    threads: Threads, silent: list[Thread], newest: Edition
) -> list[tuple[Mention, Thread]]:
    """What is completed under a new id and reads like a promise of which nothing is said, with that promise."""
    alike: list[tuple[Mention, Thread]] = []
    for update in newest.updates:
        for action in update.actions:
            thread = threads[action.id]
            if action.state is State.COMPLETED and len(thread.mentions) == 1 and not action.continues:
                promise = closest_promise(action.text, update.workstream, silent)
                alike += [(thread.latest, promise)] if promise else []
    return alike


def _told_as_completed(alike: list[tuple[Mention, Thread]], accepted: Iterable[Acceptance]) -> Set[str]:
    """The promises of which one finding says all; where that is accepted, what is completed was another thing."""
    others = {it.place for it in accepted if it.code == "completed-but-unknown"}
    return {promise.id for done, promise in alike if not others & {"", done.action.id}}


def _completed_but_unknown(done: Mention, promise: Thread, newest: Edition) -> Diagnostic:
    path = done.action.written_at.path
    braces, fields = named_again(promise)
    how = in_its_form(path, f"end its words with {braces}", f"give it {fields}")
    remedy = f"if it is that promise, {how}; if not, say beside it what became of that one"
    if newest.is_frozen:
        remedy = (
            f"this edition is frozen: say in the next one what became of that promise, with `{promise.id}` as its id"
        )
    return Diagnostic(
        "completed-but-unknown",
        f"this reads like the promise `{promise.id}`, which has another id",
        done.action.written_at,
        remedy,
        related=((promise.latest.action.written_at, f"promised in {promise.latest.edition.title}"),),
        subject=done.action.id,
    )


def _overdue(thread: Thread, on: date, frozen: Set[str]) -> Iterator[Diagnostic]:
    if thread.due is None or not thread.latest.is_open:
        return
    given = (it for it in thread.mentions if it.action.due == thread.due and it.is_open)
    made = next(given, thread.mentions[0])  # a due that it inherited holds from its first mention on
    published = made.edition.published  # `date.max` where that could not be read
    is_new = made.action.due and made is thread.latest and published < date.max and made.edition.id not in frozen
    if is_new and thread.due.is_past(published):
        yield Diagnostic(
            "overdue",
            f"`{thread.id}` is promised for {thread.due.words}, which is past when the edition comes out",
            made.action.written_at,
            "correct the date; if it has been done, put it under Completed",
            subject=thread.id,
        )
    elif thread.standing(on) is Standing.OVERDUE:
        path = thread.latest.action.written_at.path
        anew = in_its_form(path, 'a new due and a reason="..."', "a new `due:` and a `reason:`")
        latest = thread.latest.edition
        is_open = latest.id not in frozen and latest.published < date.max
        was_late = is_open and thread.due.is_past(latest.published)
        where = "here, or in the next edition if this one is out," if was_late else "in the next edition"
        yield Diagnostic(
            "overdue",
            f"`{thread.id}` was due {thread.due.words}, which is past",
            thread.latest.action.written_at,
            f"say {where} that it is completed or stopped, or give it {anew}",
            subject=thread.id,
        )


def _moved_without_reason(thread: Thread, threads: Threads, frozen: Set[str]) -> Iterator[Diagnostic]:
    """The newest move, if to a later day, while the promise is open. What took another promise over has moved that."""
    move = thread.moves[-1] if thread.latest.is_open and thread.moves else None
    if move and move.days > 0:
        moved = next(it for it in thread.mentions if it.edition == move.edition)
        if _is_unexplained(thread, moved, frozen):
            came_from = [threads[it.id].latest for it in moved.action.continues if it.id in threads]
            taken_over = [it for it in came_from if it.action.due == move.before]
            yield Diagnostic(
                "moved-without-reason",
                f"nobody is told why `{thread.id}` moves from {move.before.words} to {move.after.words}",
                moved.action.written_at,
                _say_why(moved, frozen, "say why"),
                related=tuple((it.action.written_at, "it has taken this over") for it in taken_over),
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


def _opened_again(thread: Thread, frozen: Set[str]) -> Iterator[Diagnostic]:
    """An open mention after a closed one: another thing under a used id, where the two share no word; else the action
    is open again, which is found where no mention since then says why.
    """
    for before, after in pairwise(thread.mentions):
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
        elif _is_unexplained(thread, after, frozen):
            yield Diagnostic(
                "reopened",
                f"`{thread.id}` was {before.action.state} in {before.edition.title}, and is open again",
                after.action.written_at,
                f"{_say_why(after, frozen, 'say why')}, or give a new action an id of its own",
                related=related,
                subject=thread.id,
            )


def _completed_again(thread: Thread, content: Content, frozen: Set[str]) -> Iterator[Diagnostic]:
    """News that was told before, to all who read it; a regular edition may repeat what a special one has told."""
    for before, after in pairwise(thread.mentions):
        both = before.action.state is after.action.state is State.COMPLETED and before.edition != after.edition
        is_asked = both and not before.edition.is_special and after.edition.id not in frozen
        if is_asked and not is_news_to_some(content, thread, after):
            yield Diagnostic(
                "completed-again",
                f"`{thread.id}` was told as completed in {before.edition.title} already",
                after.action.written_at,
                "take it out here; if more has been done since, give that an id of its own",
                related=((before.action.written_at, f"completed in {before.edition.title}"),),
                subject=thread.id,
            )


def _is_unexplained(thread: Thread, mention: Mention, frozen: Set[str]) -> bool:
    """Whether nobody is told why, and somebody can still say so: in the edition itself or, of a frozen one, later."""
    is_mendable = mention.edition.id not in frozen or may_be_explained(thread, mention)
    return is_mendable and not is_explained(thread, mention)


def _stopped_without_reason(thread: Thread, frozen: Set[str]) -> Iterator[Diagnostic]:
    """Where it was stopped; what tells that again need not say why once more."""
    for mention in thread.closings:
        if mention.action.state is State.STOPPED and _is_unexplained(thread, mention, frozen):
            yield Diagnostic(
                "stopped-without-reason",
                f"nobody is told why `{thread.id}` was stopped",
                mention.action.written_at,
                _say_why(mention, frozen, "say why"),
                subject=thread.id,
            )


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
