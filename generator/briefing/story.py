"""A thread as a story: one event for each edition that speaks of it, and what became of it after any of them."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.briefing.thread_views import EventView
from generator.briefing.views import DueMoveView, EndingView, LinkTo, OutcomeView, When
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.due import Due
from generator.domain.edition import Edition, State
from generator.domain.mention import EditionMark, Event, Mention, Move, slip_days
from generator.domain.thread import Standing, Thread


def events_of(
    thread: Thread,
    standing: Standing,
    wording: Wording,
    workstream: Callable[[str], LinkTo],
    edition: Callable[[str], Edition | None],
    on: date = date.max,
) -> tuple[EventView, ...]:
    """The story up to where it stands, oldest first; `workstream` gives the link to a workstream, `edition` the
    edition of an id. An edition that is not out `on` that day is a draft.
    """
    story = _Story(thread, wording, workstream, edition, on)
    return (*story.events(), *story.ending(standing))


_WITH_DUE = ("promised", "under_way", "no_longer_under_way", "reopened", "dated")


def link_to_mark(mark: EditionMark) -> LinkTo:
    return LinkTo(mark.title, address.of_edition(mark.id))


def outcome_after(
    thread: Thread, standing: Standing, edition: Edition, state: State, wording: Wording, link: Callable[[str], LinkTo]
) -> OutcomeView | None:
    """What became of an action after the edition that shows it in a state; None where nothing has changed since.

    `link` gives the link to a thread.
    """
    has_ended_by_then = thread.closed_in is not None and thread.closed_in.edition.order <= edition.order
    if standing.value == state.value and (has_ended_by_then or thread.latest.edition.id == edition.id):
        return None
    is_on_course = standing in (Standing.UNDER_WAY, Standing.FUTURE)
    step, mark = step_since(thread, edition.order) if is_on_course else ("", thread.ended_in)
    if _has_ended_anew(thread, edition, state):
        step = "reopened"
    return OutcomeView(
        standing=standing.value,
        edition=link_to_mark(mark or thread.latest.edition),
        due=wording.due(thread.due) if step and is_on_course and thread.due else None,
        continued_by=tuple(link(identity) for _, identity in thread.continued_by),
        step=step,
        known_on=None,
        is_passed_over=thread.is_passed_over,
    )


def _has_ended_anew(thread: Thread, edition: Edition, state: State) -> bool:
    """Whether an edition tells as ended what a later one opened again, and what has been closed since."""
    is_reopened = any(it.edition.order > edition.order for it in thread.reopenings)
    return not state.is_open and is_reopened and thread.closed_in is not None


def told_before(thread: Thread, edition: Edition, state: State) -> EditionMark | None:
    """The earlier edition that told that it was completed or stopped, where this one only tells so again."""
    closing = None if state.is_open else _closing_by(thread, edition.order)
    return closing.edition if closing and closing.edition.id != edition.id else None


def missed_by(thread: Thread, edition: Edition, state: State) -> Due | None:
    """What it was promised for, where this edition tells as completed, for the first time or again, what came later."""
    closing = _closing_by(thread, edition.order) if state is State.COMPLETED else None
    return thread.missed_due(closing) if closing else None


def _closing_by(thread: Thread, order: tuple[date, str]) -> Mention | None:
    """The last mention up to the edition of that order, this one included, that closed it."""
    return next((it for it in reversed(thread.closings) if it.edition.order <= order), None)


def step_since(thread: Thread, order: tuple[date, str]) -> tuple[str, EditionMark | None]:
    """How an open thread stands otherwise than after the edition of that order, and which edition says so: `step` of
    OutcomeView. What was opened again is told as that alone; what was moved there and back has not changed.
    """
    reopened = next((it for it in reversed(thread.reopenings) if it.edition.order > order), None)
    if reopened:
        return "reopened", reopened.edition
    then = thread.due_after(order)
    if then is None:
        dated = next((it for it in thread.mentions if it.action.due and it.is_open), None)
        return ("dated", dated.edition) if dated else ("", None)
    days = slip_days(then, thread.due) if thread.due else 0
    if not days:
        return "", None
    return "moved_later" if days > 0 else "moved_earlier", thread.moves[-1].edition


def move_in(thread: Thread, edition_id: str, wording: Wording) -> DueMoveView | None:
    """What one edition did to the due, if it moved it."""
    move = next((it for it in thread.moves if it.edition.id == edition_id), None)
    return due_move(move, wording) if move else None


def due_move(move: Move, wording: Wording) -> DueMoveView:
    return DueMoveView(wording.due(move.before), wording.due(move.after), move.days < 0)


def reopened_in(thread: Thread, edition_id: str) -> EndingView | None:
    """The ending that was told last before one edition, if that edition opened the action again."""
    reopening = next((it for it in thread.reopenings if it.edition.id == edition_id), None)
    closing = _closing_by(thread, reopening.edition.order) if reopening else None
    return EndingView(closing.action.state.value, link_to_mark(closing.edition)) if closing else None


class _Story:
    def __init__(
        self,
        thread: Thread,
        wording: Wording,
        workstream: Callable[[str], LinkTo],
        edition: Callable[[str], Edition | None],
        on: date,
    ) -> None:
        self.thread = thread
        self.wording = wording
        self.workstream = workstream
        self.edition = edition
        self.on = on

    def events(self) -> Iterator[EventView]:
        return map(self.told, self.thread.events)

    def told(self, event: Event) -> EventView:
        mention, before, move = event.mention, event.before, event.move
        kind = _kind(event)
        if kind == "reported" and self.thread.part_of:
            kind = "completed_in_part"
        is_new_text = before is None or mention.action.text != before.action.text
        missed = self.thread.missed_due(mention) if kind == "completed" else None
        return EventView(
            kind=kind,
            edition=link_to_mark(mention.edition),
            published=self.wording.day(mention.edition.published),
            before=self.when(move.before if move else missed),
            after=self.when(event.due) if move or kind in _WITH_DUE else None,
            days=abs(move.days) if move else 0,
            reason=mention.action.reason,
            text=mention.action.text[:1] if is_new_text else (),
            detail=mention.action.text[1:] if is_new_text else (),
            workstream=self.workstream(mention.workstream) if event.has_changed_hands else None,
            left_out=self.when(event.left_out),
            state=mention.action.state.value,
            changed=self.changed(mention.edition),
            is_draft=self.is_draft(mention.edition),
        )

    def ending(self, standing: Standing) -> Iterator[EventView]:
        """What an edition that does not name the action any more does to it."""
        if standing is Standing.CONTINUED and self.thread.ended_in is not None:
            yield self.silent("continued", self.thread.ended_in)
        elif self.thread.is_passed_over and self.thread.newest is not None:
            yield self.silent("unmentioned", self.thread.newest)

    def silent(self, kind: str, edition: EditionMark) -> EventView:
        return EventView(
            kind=kind,
            edition=link_to_mark(edition),
            published=self.wording.day(edition.published),
            before=None,
            after=None,
            days=0,
            reason="",
            text=(),
            detail=(),
            workstream=None,
            left_out=None,
            state="",
            changed=None,
            is_draft=self.is_draft(edition),
        )

    def is_draft(self, mark: EditionMark) -> bool:
        found = self.edition(mark.id)
        return found is not None and not found.is_out(self.on)

    def changed(self, mark: EditionMark) -> When | None:
        found = self.edition(mark.id)
        is_changed = found is not None and (found.corrections or found.withdrawals)
        return self.wording.day(found.changed) if found and is_changed else None

    def when(self, due: Due | None) -> When | None:
        return self.wording.due(due) if due else None


def _kind(event: Event) -> str:
    """What of an event is told first. A move counts more than that work has begun or is put off, these more than a
    first date, and closing more than all.
    """
    state, is_first = event.mention.action.state, event.before is None
    if event.is_closing:
        return "reported" if is_first and state is State.COMPLETED else state.value
    if event.is_reopening:
        return "reopened"
    if move := event.move:
        return f"{'taken_over' if is_first else 'moved'}_{'later' if move.days > 0 else 'earlier'}"
    if event.is_put_back:
        return "no_longer_under_way"
    if is_first or event.has_begun:
        return "promised" if state is State.FUTURE else "under_way"
    return "dated" if event.first_date else "repeated"
