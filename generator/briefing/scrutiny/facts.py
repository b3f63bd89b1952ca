"""What a report tells beside each promise: when it was made, and where it stood at the end of the period."""

from collections.abc import Iterator

from generator.briefing.report_views import ReportFact
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.due import Due
from generator.domain.headline import headline
from generator.domain.mention import EditionMark, Mention
from generator.domain.reason import reason_since
from generator.domain.thread import Standing, Thread


def promised(report: ReportDescriber, thread: Thread, shown: Mention) -> Iterator[ReportFact]:
    """Where it was first promised, under whatever names, and for when; with the words of the promise, where those that
    are shown are others.
    """
    for origin in origins(report, thread):
        first, name, when = _at_first(report, origin)
        words = when if name == headline(shown.action.text) else _quoted(report, name, when)
        yield ReportFact(report.say("Promised"), words, report.edition(first.edition))


def taken_over(report: ReportDescriber, thread: Thread) -> Iterator[ReportFact]:
    """A promise that another takes the place of, as it was first promised."""
    for origin in origins(report, thread):
        first, name, when = _at_first(report, origin)
        yield ReportFact(report.say("In place of"), _quoted(report, name, when), report.edition(first.edition))


def _at_first(report: ReportDescriber, origin: Thread) -> tuple[Mention, str, str]:
    """The mention that promised it, its words in short, and for when it was."""
    first, due = origin.promised_in or origin.mentions[0], origin.first_due
    if due and first.action.due is None:
        when = report.say("without a date at first, then for %(due)s") % {"due": report.due(due)}
    else:
        when = by_when(report, due)
    return first, headline(first.action.text), when


def _quoted(report: ReportDescriber, promise: str, when: str) -> str:
    return report.say("“%(promise)s”, %(when)s") % {"promise": promise, "when": when}


def origins(report: ReportDescriber, thread: Thread) -> list[Thread]:
    """What it was promised as at first: itself, or the promises whose dates it has because it took their place."""
    if not thread.inherited:
        return [thread]
    told, due = thread.mentions[0].edition, thread.inherited.first
    others = (report.then.threads[it] for it in thread.continues)
    before = [it for it in others if it.mentions[0].edition.order < told.order]
    ended = [it for it in before if (it.id, told.id) in report.taken_over or it.first_due == due]
    found = {origin.id: origin for it in ended for origin in origins(report, it)}
    return list(found.values()) or [thread]


def reason_told_since(report: ReportDescriber, thread: Thread, edition: EditionMark) -> str:
    """The reason that an edition left out, from the one that gave it, if any did."""
    told = reason_since(thread, edition)
    if told is None:
        return report.say("No reason was given.")
    words = report.say("No reason was given then. It was told in %(edition)s: %(reason)s")
    return words % {"edition": report.edition(told.edition).title, "reason": told.action.reason}


def by_when(report: ReportDescriber, due: Due | None) -> str:
    return report.say("for %(due)s") % {"due": report.due(due)} if due else report.say("without a date")


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
