"""What a report tells beside each promise: when it was made, and where it stood at the end of the period."""

from generator.briefing.report_views import ReportFact
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.due import Due
from generator.domain.headline import headline
from generator.domain.thread import Mention, Standing, Thread


def promised(report: ReportDescriber, thread: Thread, shown: Mention) -> ReportFact:
    """Where it was first promised, under whatever name, and for when; with the words of the promise, where those of the
    mention that is shown are others.
    """
    first = _first_of(report, thread)
    words, name = _for_when(report, thread, first), headline(first.action.text)
    if name != headline(shown.action.text):
        words = _named(report, name, words)
    return ReportFact(report.say("Promised"), words, report.edition(first.edition))


def taken_over(report: ReportDescriber, thread: Thread) -> ReportFact:
    """A promise that another takes the place of, as it was first promised."""
    first = _first_of(report, thread)
    words = _named(report, headline(first.action.text), _for_when(report, thread, first))
    return ReportFact(report.say("In place of"), words, report.edition(first.edition))


def by_when(report: ReportDescriber, due: Due | None) -> str:
    return report.say("for %(due)s") % {"due": report.due(due)} if due else report.say("without a date")


def _for_when(report: ReportDescriber, thread: Thread, first: Mention) -> str:
    if thread.first_due and first.action.due is None:
        return report.say("without a date at first, then for %(due)s") % {"due": report.due(thread.first_due)}
    return by_when(report, thread.first_due)


def _named(report: ReportDescriber, name: str, when: str) -> str:
    return report.say("“%(promise)s”, %(when)s") % {"promise": name, "when": when}


def _first_of(report: ReportDescriber, thread: Thread) -> Mention:
    """The mention that first promised it. What has the date of a promise that it took over was promised as that."""
    while thread.inherited:
        told, due = thread.mentions[0].edition.order, thread.inherited.first
        others = (report.then.threads[it] for it in thread.continues)
        source = next((it for it in others if it.first_due == due and it.mentions[0].edition.order < told), None)
        if source is None:
            break
        thread = source
    return thread.promised_in or thread.mentions[0]


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
