"""What is due and what came out, as days in a calendar, for one audience.

A promise for a day stands on that day. One for a month or a longer time is due by the end of it, so it stands on the
last day, and its title names the whole time: a calendar has days only, and a bar of three months hides what is in it.
"""

from collections.abc import Iterator

from generator.briefing.calendar_views import CalendarEvent, CalendarView
from generator.briefing.describe import Describer
from generator.briefing.last_told import last_told_of
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.due import Due, Precision
from generator.domain.edition import Edition
from generator.domain.prose import plain_words
from generator.domain.telling import LastTold, last_told
from generator.domain.thread import Thread


def link_to_calendar(describe: Describer) -> LinkTo | None:
    """A calendar is followed by its whole address, which also tells its events from those of all others."""
    if not describe.briefing.audience.site:
        return None
    return LinkTo(_title_of_all(describe), address.CALENDAR)


def _title_of_all(describe: Describer) -> str:
    return describe.translate("%(programme)s: dates") % {"programme": describe.content.programme.title}


def calendar(describe: Describer) -> CalendarView:
    """Of a site whose address is known."""
    events = sorted(_events(describe), key=lambda event: (event.day, event.page))
    return CalendarView(
        address=describe.whole(address.CALENDAR),
        title=_title_of_all(describe),
        description=describe.translate("What is due, and when updates came out."),
        timezone=describe.content.programme.timezone,
        events=tuple(events),
    )


def _events(describe: Describer) -> Iterator[CalendarEvent]:
    for edition in describe.content.editions:
        yield _of_edition(describe, edition)
    awaited = [it for it in describe.threads.values() if it.due and it.standing(describe.briefing.on).is_open]
    told = last_told_of(describe, awaited)
    for thread in awaited:
        if thread.due:
            yield _of_thread(describe, thread, thread.due, told[thread.id])


def _of_edition(describe: Describer, edition: Edition) -> CalendarEvent:
    page = describe.whole(address.of_edition(edition.id))
    return CalendarEvent(
        day=edition.published,
        title=describe.translate("Update: %(title)s") % {"title": edition.title},
        words=page,
        page=page,
        known_by=describe.whole(address.of_edition(edition.first_id)),
        told=last_told([edition]),
    )


def _of_thread(describe: Describer, thread: Thread, due: Due, told: LastTold) -> CalendarEvent:
    page = describe.whole(address.of_action(thread.id))
    return CalendarEvent(
        day=due.last_day,
        title=_title(describe, thread, due),
        words="\n".join((plain_words(thread.latest.action.text), *_details(describe, thread, due), "", page)),
        page=page,
        known_by=page,
        told=told,
    )


def _title(describe: Describer, thread: Thread, due: Due) -> str:
    told = {"action": thread.headline, "period": describe.wording.due(due).words}
    if due.precision is Precision.DAY:
        return describe.translate("Due: %(action)s") % told
    return describe.translate("Due %(period)s (last day): %(action)s") % told


def _details(describe: Describer, thread: Thread, due: Due) -> Iterator[str]:
    yield ""
    yield describe.translate("Due: %(due)s") % {"due": describe.wording.due(due).words}
    if due.precision is not Precision.DAY:
        yield describe.translate("No day was given. This is the last day of that time.")
    workstream = describe.link_to_workstream(thread.latest.workstream).title
    yield describe.translate("Workstream: %(workstream)s") % {"workstream": workstream}
    audience = describe.briefing.audience
    if audience.is_internal and describe.is_restricted(thread.latest.edition.id, thread.id):
        yield describe.translate("%(audience)s only") % {"audience": audience.title}
