"""What a report tells beside each promise: when it was made, and where it stood at the end of the period."""

from generator.briefing.report_views import ReportFact
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.thread import Standing, Thread


def promised(report: ReportDescriber, thread: Thread) -> ReportFact:
    """Where it was first promised, and for when."""
    first = thread.promised_in or thread.mentions[0]
    due = thread.first_due
    words = report.say("for %(due)s") % {"due": report.due(due)} if due else report.say("without a date")
    return ReportFact(report.say("Promised"), words, report.edition(first.edition))


def at_the_end(report: ReportDescriber, thread: Thread) -> ReportFact:
    standing = report.standing(thread)
    edition = thread.ended_in or thread.latest.edition
    return ReportFact(report.say("At the end"), _standing_words(report, standing), report.edition(edition))


def _standing_words(report: ReportDescriber, standing: Standing) -> str:
    say = report.say
    return {
        Standing.OVERDUE: say("overdue"),
        Standing.UNMENTIONED: say("open, and not spoken of since"),
        Standing.UNDER_WAY: say("under way"),
        Standing.FUTURE: say("still to begin"),
        Standing.COMPLETED: say("done"),
        Standing.STOPPED: say("stopped"),
        Standing.CONTINUED: say("continued as other promises"),
    }[standing]
