"""What a report tells beside each promise: when it was made, and where it stood at the end of the period."""

from generator.briefing.report_views import ReportFact
from generator.briefing.scrutiny.told import Told
from generator.domain.thread import Standing, Thread


def promised(told: Told, thread: Thread) -> ReportFact:
    """Where it was first promised, and for when."""
    first = thread.promised_in or thread.mentions[0]
    due = thread.first_due
    words = told.say("for %(due)s") % {"due": told.due(due)} if due else told.say("without a date")
    return ReportFact(told.say("Promised"), words, told.edition(first.edition))


def at_the_end(told: Told, thread: Thread) -> ReportFact:
    standing = told.standing(thread)
    edition = thread.ended_in if standing is Standing.CONTINUED and thread.ended_in else thread.latest.edition
    if not standing.is_open and thread.closed_in:
        edition = thread.closed_in.edition
    return ReportFact(told.say("At the end"), _standing_words(told, standing), told.edition(edition))


def _standing_words(told: Told, standing: Standing) -> str:
    say = told.say
    return {
        Standing.OVERDUE: say("overdue"),
        Standing.UNMENTIONED: say("open, and not spoken of since"),
        Standing.UNDER_WAY: say("under way"),
        Standing.FUTURE: say("still to begin"),
        Standing.COMPLETED: say("done"),
        Standing.STOPPED: say("stopped"),
        Standing.CONTINUED: say("continued as other promises"),
    }[standing]
