"""A thread told as a story: what was promised, what moved, what became of it, in sentences for a person."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.domain.content import Content
from generator.domain.due import Due, Precision, day_in_words
from generator.domain.edition import State, Status
from generator.domain.mention import EditionMark, Event, Mention, Move
from generator.domain.prose import plain_words
from generator.domain.reason import reason_since
from generator.domain.thread import Standing, Thread, Threads
from generator.domain.weaving import those_waiting
from generator.text.plural import joined, plural
from generator.values import dataclass

STATES = {
    State.COMPLETED: "completed",
    State.UNDER_WAY: "under way",
    State.FUTURE: "future action",
    State.STOPPED: "stopped",
}
STANDINGS = {
    Standing.OVERDUE: "overdue",
    Standing.UNMENTIONED: "unmentioned",
    Standing.UNDER_WAY: "under way",
    Standing.FUTURE: "future action",
    Standing.COMPLETED: "completed",
    Standing.STOPPED: "stopped",
    Standing.CONTINUED: "continued",
}


@dataclass(frozen=True, slots=True)
class Story:
    """`events` and `ties` are sentences; `words` are what each edition said, below a line that says which."""

    title: str
    events: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    ties: tuple[str, ...]


def tell(thread: Thread, threads: Threads, content: Content, on: date) -> Story:
    """The whole story of one of the threads, as it stands on a date."""
    teller = _Teller(thread, threads, content, on)
    return Story(
        title=f"{thread.id}: {thread.headline}",
        events=tuple(teller.events()),
        words=tuple(teller.words()),
        ties=tuple(teller.ties()),
    )


def events_since(
    thread: Thread, threads: Threads, content: Content, on: date, since: EditionMark | None
) -> tuple[str, ...]:
    """What became of a thread after one edition, in sentences; all of its story without one."""
    return tuple(_Teller(thread, threads, content, on).events(since))


def due_in_words(due: Due) -> str:
    """A day with its month's name; anything else as its writer put it."""
    return day_in_words(due.first_day) if due.precision is Precision.DAY else due.words


def title_of(workstream: str, content: Content) -> str:
    return next((it.title for it in content.workstreams if it.id == workstream), workstream)


class _Teller:
    """The threads and editions that the sentences name."""

    def __init__(self, thread: Thread, threads: Threads, content: Content, on: date) -> None:
        self.thread = thread
        self.threads = threads
        self.content = content
        self.on = on
        self.drafts = {edition.id for edition in content.editions if edition.status is Status.DRAFT}

    def edition(self, mark: EditionMark) -> str:
        name = f"“{mark.title}”" if mark.is_special else mark.title
        return f"{name} (a draft)" if mark.id in self.drafts else name

    def events(self, since: EditionMark | None = None) -> Iterator[str]:
        for event in self.thread.events:
            if since is None or event.mention.edition.order > since.order:
                yield from self.event(event)
        by = [
            f"{identity} (since {self.edition(mark)})"
            for mark, identity in self.thread.continued_by
            if since is None or mark.order > since.order
        ]
        if by:
            yield f"Continued by {', '.join(by)}."
        yield from self.standing()

    def event(self, event: Event) -> Iterator[str]:
        """What a mention changes: nothing, one thing or several."""
        mention, when = event.mention, self.edition(event.mention.edition)
        if event.has_changed_hands:
            yield f"Passed to {title_of(mention.workstream, self.content)} in {when}."
        if event.before is None:
            yield self.first(event, when)
        elif event.is_closing:
            yield self.closed(mention, when)
        elif event.is_reopening:
            yield self.with_reason(f"Opened again in {when}{_for_when(event)}", mention)
        elif event.has_begun:
            yield f"Under way in {when}."
        elif event.is_put_back:
            yield f"No longer under way in {when}."
        yield from self.dated(event, when)

    def first(self, event: Event, when: str) -> str:
        mention, for_when = event.mention, _for_when(event)
        from_ = f", continuing {joined(self.thread.continues)}" if self.thread.continues else ""
        match mention.action.state:
            case State.FUTURE:
                return f"Promised in {when}{for_when}{from_}."
            case State.UNDER_WAY:
                return f"Promised in {when}{for_when}{from_}, and already under way."
            case State.COMPLETED:
                return f"Completed in {when}, {self.unpromised()}."
            case State.STOPPED:
                return self.with_reason(f"Stopped in {when}, {self.unpromised()}", mention)

    def unpromised(self) -> str:
        """How what was told as done or stopped at once had come about."""
        if self.thread.part_of:
            return f"as part of {joined(self.thread.part_of)}"
        from_ = f", continuing {joined(self.thread.continues)}" if self.thread.continues else ""
        return f"without having been promised before{from_}"

    def closed(self, mention: Mention, when: str) -> str:
        promised = self.thread.promised_in
        ended = mention.edition.published  # `date.max` where that could not be read
        days = (ended - promised.edition.published).days if promised and ended < date.max else 0
        taken = f", {_days(days)} after it was promised" if promised and days > 0 else ""
        if mention.action.state is State.COMPLETED:
            late = self.thread.missed_due(mention)
            though = f", though it was first promised for {due_in_words(late)}" if late else ""
            return f"Completed in {when}{taken}{though}."
        return self.with_reason(f"Stopped in {when}{taken}", mention)

    def dated(self, event: Event, when: str) -> Iterator[str]:
        """What a mention does to the due that holds."""
        if event.left_out:
            yield f"No date is given in {when}; it stays due {due_in_words(event.left_out)}."
        elif event.first_date:
            yield f"Given a date in {when}: {due_in_words(event.first_date)}."
        elif event.other_words:
            yield f"Dated more exactly in {when}: {due_in_words(event.other_words)}."
        elif event.move:
            yield self.moved(event.move, event.mention, when)

    def moved(self, move: Move, mention: Mention, when: str) -> str:
        way = f"from {due_in_words(move.before)} to {due_in_words(move.after)}"
        if move.days > 0:
            return self.with_reason(f"Moved in {when} {way}, {_days(move.days)} later", mention)
        return _with_reason(f"Brought forward in {when} {way}, {_days(-move.days)} earlier", move.reason)

    def with_reason(self, sentence: str, mention: Mention) -> str:
        if mention.action.reason:
            return _with_reason(sentence, mention.action.reason)
        told = reason_since(self.thread, mention.edition)
        if told:
            return f"{sentence}. {_why(f'Why, as told in {self.edition(told.edition)}', told.action.reason)}"
        return f"{sentence}. No reason was given."

    def standing(self) -> Iterator[str]:
        """Where it stands, where that is not what the newest mention says."""
        due, newest = self.thread.due, self.thread.newest
        standing = self.thread.standing(self.on)
        if standing is Standing.OVERDUE and due:
            late = (self.on - due.last_day).days
            yield f"Overdue on {day_in_words(self.on)}: it was due {due_in_words(due)}, {_days(late)} before."
        if newest and self.thread.is_passed_over:
            yield f"The newest update, {self.edition(newest)}, says nothing of it."

    def words(self) -> Iterator[tuple[str, str]]:
        """When, where and how each edition spoke of it, and what it said, once where the next said the same."""
        before = ""
        for mention in self.thread.mentions:
            due = f", due {due_in_words(mention.action.due)}" if mention.action.due else ""
            where = title_of(mention.workstream, self.content)
            words = plain_words(mention.action.text)
            how = f"{self.edition(mention.edition)} · {where} · {STATES[mention.action.state]}{due}"
            yield how, "(in the same words)" if words == before else words
            before = words

    def ties(self) -> Iterator[str]:
        is_open = self.thread.standing(self.on).is_open
        waiting = those_waiting(self.threads).get(self.thread.id, ())
        yield from self.tie("Waits for" if is_open else "Waited for", (it.id for it in self.thread.latest.action.after))
        yield from self.tie("Is waited for by" if is_open else "Was waited for by", waiting)
        yield from self.tie("Continues", self.thread.continues)

    def tie(self, how: str, ids: Iterable[str]) -> Iterator[str]:
        for identity in ids:
            if other := self.threads.get(identity):
                standing = other.standing(self.on)
                due = f", due {due_in_words(other.due)}" if other.due and standing.is_open else ""
                yield f"{how} {identity} ({STANDINGS[standing]}{due}): {other.headline}"


def _for_when(event: Event) -> str:
    """For when it is promised by an edition that opens it: for the date that it had, if that edition gives none."""
    own = event.mention.action.due
    if own is None and event.was_due:
        return f", still due {due_in_words(event.was_due)}"
    return f" for {due_in_words(own)}" if own else ", without a date"


def _with_reason(sentence: str, reason: str) -> str:
    """Reasons are whole sentences, so they follow on."""
    return f"{sentence}. {_why('Why', reason)}" if reason else f"{sentence}."


def _why(head: str, reason: str) -> str:
    return f"{head}: {reason}" + ("" if reason.endswith((".", "!", "?", "”", '"')) else ".")


def _days(count: int) -> str:
    return plural(count, "day")
