"""What actions note of equality and of the climate."""

from collections.abc import Callable, Iterator

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.edition import Action
from generator.domain.mention import Mention


def parts(report: ReportDescriber) -> Iterator[ReportPart]:
    say = report.say
    yield _part(
        report,
        "part.equality",
        lambda action: action.equality,
        say("Equality"),
        say("No action of the period carries a note on equality."),
    )
    yield _part(
        report,
        "part.climate",
        lambda action: action.climate,
        say("Climate"),
        say("No action of the period carries a note on the climate."),
    )


def _part(report: ReportDescriber, anchor: str, note_of: Callable[[Action], str], title: str, none: str) -> ReportPart:
    found = [
        (mention.workstream, _item(report, mention, note))
        for thread in report.threads
        for mention in thread.mentions
        if report.period.holds(mention.edition.published) and (note := note_of(mention.action))
    ]
    if not found:
        return ReportPart(anchor, title, (none,))
    sentence = report.count(
        "%(num)s note was written with an action.", "%(num)s notes were written with actions.", len(found)
    )
    return ReportPart(anchor, title, (sentence,), groups=report.groups(found))


def _item(report: ReportDescriber, mention: Mention, note: str) -> ReportItem:
    return report.item(mention, (ReportFact(report.say("Note"), note, report.edition(mention.edition)),))
