"""A thread as a story: one event for each edition that speaks of it."""

from collections.abc import Callable, Iterator

from generator.briefing.thread_views import EventView
from generator.briefing.views import LinkTo, When
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.due import Due
from generator.domain.edition import State
from generator.domain.thread import EditionMark, Mention, Standing, Thread, slip_days


def events_of(
    thread: Thread, standing: Standing, wording: Wording, workstream: Callable[[str], LinkTo]
) -> tuple[EventView, ...]:
    """The story up to where it stands, oldest first; `workstream` gives the link to a workstream."""
    story = _Story(thread, wording, workstream)
    return (*story.events(), *story.ending(standing))


def link_to_mark(mark: EditionMark) -> LinkTo:
    return LinkTo(mark.title, address.of_edition(mark.id))


class _Story:
    def __init__(self, thread: Thread, wording: Wording, workstream: Callable[[str], LinkTo]) -> None:
        self.thread = thread
        self.wording = wording
        self.workstream = workstream

    def events(self) -> Iterator[EventView]:
        """Each mention against the one before; the due is the newest that was given while it was open."""
        before: Mention | None = None
        due: Due | None = None
        for mention in self.thread.mentions:
            now_due = (mention.action.due if mention.is_open else None) or due
            kind = _kind(mention, before, due, now_due)
            is_new_text = before is None or mention.action.text != before.action.text
            has_changed_hands = before is not None and mention.workstream != before.workstream
            moved = kind in ("moved_later", "moved_earlier")
            yield EventView(
                kind=kind,
                edition=link_to_mark(mention.edition),
                published=self.wording.day(mention.edition.published),
                before=self.when(due) if moved else None,
                after=self.when(now_due) if moved or kind in ("promised", "under_way", "reopened") else None,
                days=abs(slip_days(due, now_due)) if moved and due and now_due else 0,
                reason=mention.action.reason,
                text=mention.action.text[:1] if is_new_text else (),
                detail=mention.action.text[1:] if is_new_text else (),
                workstream=self.workstream(mention.workstream) if has_changed_hands else None,
            )
            before, due = mention, now_due

    def ending(self, standing: Standing) -> Iterator[EventView]:
        """What an edition that does not name the action any more does to it."""
        if standing is Standing.CONTINUED and self.thread.ended_in is not None:
            yield self.silent("continued", self.thread.ended_in)
        elif standing is Standing.UNMENTIONED and self.thread.newest is not None:
            yield self.silent("unmentioned", self.thread.newest)

    def silent(self, kind: str, edition: EditionMark) -> EventView:
        published = self.wording.day(edition.published)
        return EventView(kind, link_to_mark(edition), published, None, None, 0, "", (), (), None)

    def when(self, due: Due | None) -> When | None:
        return self.wording.due(due) if due else None


def _kind(mention: Mention, before: Mention | None, due: Due | None, now_due: Due | None) -> str:
    """What the mention does to the thread. A move counts more than that work has begun, and closing more than both."""
    if not mention.is_open:
        never_promised = before is None
        return "reported" if never_promised and mention.action.state is State.COMPLETED else mention.action.state.value
    if before is None:
        return "promised" if mention.action.state is State.FUTURE else "under_way"
    if not before.is_open:
        return "reopened"
    if due and now_due and slip_days(due, now_due):
        return "moved_later" if slip_days(due, now_due) > 0 else "moved_earlier"
    has_begun = mention.action.state is State.UNDER_WAY and before.action.state is State.FUTURE
    return "under_way" if has_begun else "repeated"
