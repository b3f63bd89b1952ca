"""Views of threads in lists, in time and in figures."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.briefing.describe import Describer
from generator.briefing.story import due_move, link_to_mark
from generator.briefing.thread_views import (
    CompletedView,
    EditionTally,
    PeriodView,
    PromiseView,
    SinceGroup,
    SinceView,
    TallyPart,
    TallyView,
    TiedPromise,
    WorkstreamTally,
)
from generator.briefing.views import When
from generator.domain import address
from generator.domain.due import Due, Precision, month_of
from generator.domain.edition import Action, Edition, State
from generator.domain.progress import EditionChange, Moved, Tally
from generator.domain.reason import why_stopped
from generator.domain.thread import Standing, Thread

_SHOWN = 3
_ENDS, _AFTER_THE_END = (".", "!", "?", "…", ":"), "\"'”’)"  # of a sentence, which many an action's words are not


def promise(describe: Describer, thread: Thread) -> PromiseView:
    """A thread by its newest words."""
    latest = thread.latest
    due, first = thread.due or latest.action.due, thread.first_due
    was_moved = thread.was_moved and first is not None
    standing = thread.standing(describe.briefing.on)
    ended = None if standing.is_open else thread.ended_in
    is_told = _was_out_of_time(thread) if ended else was_moved
    return PromiseView(
        title=thread.headline,
        address=address.of_action(thread.id),
        standing=standing.value,
        due=describe.wording.due(due) if due else None,
        first_due=describe.wording.due(first) if first and is_told else None,
        moves=len(thread.slips),
        workstream=describe.link_to_workstream(latest.workstream),
        edition=link_to_mark(latest.edition),
        waits_for=describe.links_to_open(it.id for it in latest.action.after) if standing.is_open else (),
        is_restricted=describe.is_restricted(latest.edition.id, thread.id),
        ended=describe.wording.due(ended.month) if ended else None,
        reason=why_stopped(thread) if standing is Standing.STOPPED else "",
        is_passed_over=thread.is_passed_over,
    )


def in_a_search(describe: Describer, promise: PromiseView, words: str) -> str:
    """What became of it before its words, which alone may read as a promise though it was stopped; and why it was."""
    say = describe.translate
    became = {
        Standing.COMPLETED: say("Completed in %(month)s"),
        Standing.STOPPED: say("Stopped in %(month)s"),
        Standing.CONTINUED: say("Continued as other work in %(month)s"),
    }.get(Standing(promise.standing))
    if promise.ended and became:
        time = became % {"month": promise.ended.words}
    elif promise.due:
        time = say("Due %(due)s") % {"due": promise.due.words}
    else:
        return words
    if promise.first_due:
        time += " " + say("(first promised for %(due)s)") % {"due": promise.first_due.words}
    if not promise.reason:
        return f"{time}: {words}"
    sentence = words if words.rstrip(_AFTER_THE_END).endswith(_ENDS) else f"{words}."
    return " ".join((f"{time}:", sentence, say("Why:"), promise.reason))


def months_of_season(describe: Describer, thread: Thread) -> str:
    """Not everybody ends a season with the same month. Of a quarter, the due itself says its months."""
    due = thread.due or thread.latest.action.due
    is_season = due is not None and due.precision is Precision.SEASON
    return describe.wording.months(due.first_day, due.last_day) if due and is_season else ""


def came_from(describe: Describer, thread: Thread) -> tuple[TiedPromise, ...]:
    return _tied(describe, thread.continues, lambda it: it is Standing.CONTINUED)


def continued_as(describe: Describer, thread: Thread) -> tuple[TiedPromise, ...]:
    return _tied(describe, (it for _, it in thread.continued_by), lambda it: it.is_open)


def _tied(describe: Describer, ids: Iterable[str], tells_due: Callable[[Standing], bool]) -> tuple[TiedPromise, ...]:
    others = [(describe.threads[it], describe.threads[it].standing(describe.briefing.on)) for it in ids]
    return tuple(
        TiedPromise(
            it.headline,
            address.of_action(it.id),
            describe.wording.due(it.due) if it.due and tells_due(standing) else None,
            standing.value,
        )
        for it, standing in others
    )


def _was_out_of_time(thread: Thread) -> bool:
    """Whether it was completed later than first promised, or before the time that it was first promised for."""
    closed, first = thread.closed_in, thread.first_due
    if closed is None or first is None or closed.action.state is not State.COMPLETED:
        return False
    return thread.was_late or closed.edition.published < first.first_day


def promises(describe: Describer, threads: Iterable[Thread]) -> tuple[PromiseView, ...]:
    return tuple(promise(describe, thread) for thread in threads)


def periods(describe: Describer, threads: Iterable[Thread]) -> tuple[PeriodView, ...]:
    """Threads by the period that they are due in: a day counts to its month; the period that ends first comes first."""
    found: dict[tuple[Due, str], list[Thread]] = {}
    for thread in threads:
        if thread.due is not None:
            period = _period_of(describe, thread.due)
            found.setdefault(period, []).append(thread)
    ordered = sorted(found.items(), key=lambda item: item[0])
    return tuple(PeriodView(When(words), promises(describe, own)) for (_, words), own in ordered)


def _period_of(describe: Describer, due: Due) -> tuple[Due, str]:
    """What orders a period, and its words. A day stands in its month, wherever in it."""
    if due.precision is Precision.DAY:
        month = month_of(due.last_day.year, due.last_day.month)
        return month, describe.wording.due(month).words
    return due, describe.wording.due(due).words


def completed_by_edition(
    describe: Describer, workstream_id: str, is_shown: Callable[[date], bool]
) -> tuple[CompletedView, ...]:
    """What a workstream reported as completed in the editions of the days that are shown, newest edition first.

    What is reported as completed again stands where it was reported first.
    """
    found = []
    for edition in (it for it in describe.newest_first if is_shown(it.published)):
        for update in edition.updates:
            done = [action for action in update.actions if _is_completed_in(describe, edition, action)]
            if update.workstream == workstream_id and done:
                views = tuple(describe.action(edition, update, action) for action in done)
                found.append(
                    CompletedView(describe.link_to_edition(edition), describe.wording.day(edition.published), views)
                )
    return tuple(found)


def _is_completed_in(describe: Describer, edition: Edition, action: Action) -> bool:
    closings = describe.threads[action.id].closings
    return action.state is State.COMPLETED and any(it.edition.id == edition.id for it in closings)


def since_last_update(describe: Describer) -> SinceView | None:
    """What the newest edition changed; None without editions."""
    found = describe.changes
    if not found:
        return None
    newest = found[-1]
    passed_over = tuple(thread for thread in describe.open_by_due if thread.is_passed_over)
    return SinceView(
        edition=link_to_mark(newest.edition),
        before=link_to_mark(found[-2].edition) if len(found) > 1 else None,
        groups=(
            *_since(describe, "completed", newest.completed),
            *_since(describe, "promised", newest.promised),
            *_since(describe, "reopened", newest.reopened),
            *_since_moved(describe, "moved", newest.moved),
            *_since_moved(describe, "brought_forward", newest.brought_forward),
            *_since(describe, "stopped", newest.stopped),
            *_since(describe, "unmentioned", () if newest.edition.is_special else passed_over),
        ),
    )


def _since(describe: Describer, kind: str, threads: tuple[Thread, ...]) -> Iterator[SinceGroup]:
    if threads:
        links = tuple(describe.link_to_thread(it.id) for it in threads[:_SHOWN])
        yield SinceGroup(kind, links, len(threads[_SHOWN:]), ())


def _since_moved(describe: Describer, kind: str, moved: tuple[Moved, ...]) -> Iterator[SinceGroup]:
    moves = tuple(due_move(move, describe.wording) for _, move in moved[:_SHOWN])
    for group in _since(describe, kind, tuple(thread for thread, _ in moved)):
        yield replace(group, moves=moves)


def _parts(counted: Tally) -> tuple[TallyPart, ...]:
    counts = {
        "kept": counted.kept,
        "on_course": counted.on_course,
        "late": counted.overdue + counted.unmentioned,
        "closed": counted.stopped + counted.continued,
    }
    return tuple(TallyPart(kind, count) for kind, count in counts.items())


def tally_view(counted: Tally) -> TallyView:
    return TallyView(
        made=counted.made,
        kept=counted.kept,
        kept_on_time=counted.kept_on_time,
        kept_without_date=counted.kept_without_date,
        stopped=counted.stopped,
        continued=counted.continued,
        on_course=counted.on_course,
        on_course_without_date=counted.on_course_without_date,
        overdue=counted.overdue,
        unmentioned=counted.unmentioned,
        passed_over=counted.passed_over,
        overdue_and_passed_over=counted.overdue_and_passed_over,
        moved=counted.moved,
        open_and_moved=counted.open_and_moved,
        unpromised=counted.unpromised,
        stopped_unpromised=counted.stopped_unpromised,
        parts_done=counted.parts_done,
        parts_stopped=counted.parts_stopped,
        reopened=counted.reopened,
        reopened_unpromised=counted.reopened_unpromised,
        open=counted.open,
        parts=_parts(counted),
    )


def workstream_tallies(describe: Describer) -> tuple[WorkstreamTally, ...]:
    return tuple(
        WorkstreamTally(describe.link_to_workstream(workstream_id), tally_view(it), it.worst.value)
        for workstream_id, it in describe.tallies.items()
    )


def edition_tallies(describe: Describer) -> tuple[EditionTally, ...]:
    """Each edition's figures, newest first."""
    found = describe.changes
    rows = [_edition_tally(now, before) for before, now in zip((None, *found), found, strict=False)]
    return tuple(reversed(rows))


def _edition_tally(now: EditionChange, before: EditionChange | None) -> EditionTally:
    return EditionTally(
        edition=link_to_mark(now.edition),
        completed=len(now.completed),
        promised=len(now.promised),
        reopened=len(now.reopened),
        moved=len(now.moved),
        brought_forward=len(now.brought_forward),
        stopped=len(now.stopped),
        open=now.open,
        direction=_direction(len(now.completed), None if before is None else len(before.completed)),
    )


def _direction(now: int, before: int | None) -> str:
    if before is None:
        return "first"
    if now == before:
        return "same"
    return "more" if now > before else "fewer"
