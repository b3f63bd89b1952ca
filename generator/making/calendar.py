"""Calendars as files that calendar programs read and follow: iCalendar, RFC 5545."""

from datetime import UTC, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from generator.briefing.calendar_views import CalendarEvent, CalendarView

_MADE_BY = "-//Golden Thread//golden//EN"
_ASKED_AGAIN = timedelta(days=1)
_MOST_IN_A_DAY = 500  # changes that are told apart; a sequence has 31 bits


def calendar_file(view: CalendarView, language: str) -> bytes:
    """The same view gives the same bytes: an event is stamped with the day on which it was last told of.

    Days are whole ones, free rather than busy, and have no zone: a due is a day where the council is, wherever it is
    looked at.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MADE_BY)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name, older, words in (("name", "x-wr-calname", view.title), ("description", "x-wr-caldesc", view.description)):
        calendar.add(name, words, parameters={"LANGUAGE": language})
        calendar.add(older, vText(words))  # which most programs know, and which the library would not escape
    calendar.add("source", view.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", _ASKED_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in view.events:
        calendar.add_component(_event(event, ZoneInfo(view.timezone)))
    return bytes(calendar.to_ical())


def _event(view: CalendarEvent, zone: ZoneInfo) -> Event:
    """A program keeps what it knows of an event unless it is given a higher sequence; a count of moves would fall again
    where a correction or a withdrawal takes one back, so the sequence is that of the days, and of the times on each.

    Source: RFC 5545, section 3.8.7.4; RFC 5546, section 2.1.5.
    """
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, view.known_by)))
    moment = view.told.moment(zone).astimezone(UTC)
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", view.told.day.toordinal() * _MOST_IN_A_DAY + min(view.told.times, _MOST_IN_A_DAY))
    event.add("dtstart", view.day)
    event.add("dtend", view.day + timedelta(days=1))  # the first day after it
    event.add("summary", view.title)
    event.add("description", view.words)
    event.add("url", view.page)
    event.add("transp", "TRANSPARENT")
    return event
