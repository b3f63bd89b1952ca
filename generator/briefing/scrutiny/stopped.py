"""The part of a report about what was stopped: promises, parts of them, and what nobody had promised."""

from collections.abc import Sequence

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.facts import promised, reason_told_since
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.account import StepKind
from generator.domain.edition import State
from generator.domain.mention import Mention
from generator.domain.thread import Thread

_Stop = tuple[Thread, Mention]


def stopped(report: ReportDescriber) -> ReportPart:
    promises = [(it.thread, it.mention) for it in report.steps_in_period(StepKind.STOPPED)]
    parts, plans = stopped_parts(report), _stopped_plans(report)
    return ReportPart(
        anchor="part.stopped",
        title=report.say("What was stopped, and what was learned"),
        sentences=(" ".join(_words(report, promises, parts, plans)),),
        groups=report.groups(
            (mention.workstream, _item(report, thread, mention)) for thread, mention in (*promises, *parts, *plans)
        ),
    )


def stopped_parts(report: ReportDescriber) -> list[_Stop]:
    """What an edition of the period tells as stopped in the place of a promise that was open until then."""
    return [it for it in _stops_unpromised(report) if _is_part(*it)]


def _stopped_plans(report: ReportDescriber) -> list[_Stop]:
    """What an edition of the period says is stopped that nobody had promised, by itself or in another."""
    return [it for it in _stops_unpromised(report) if not _is_part(*it)]


def _stops_unpromised(report: ReportDescriber) -> list[_Stop]:
    return [
        (thread, mention)
        for thread in report.threads
        for mention in thread.closings
        if mention.action.state is State.STOPPED
        and report.period.holds(mention.edition.published)
        and thread.until(mention).promised_in is None
    ]


def _is_part(thread: Thread, mention: Mention) -> bool:
    return bool(thread.part_of) and mention == thread.mentions[0]


def _words(
    report: ReportDescriber, promises: Sequence[_Stop], parts: Sequence[_Stop], plans: Sequence[_Stop]
) -> list[str]:
    count, say = report.count, report.say
    words = [
        count("%(num)s promise was stopped.", "%(num)s promises were stopped.", len(promises),
              say("No promise was stopped.")),
    ]  # fmt: skip
    if plans or not parts:
        words.append(count(
            "%(num)s plan was stopped that no update had promised.",
            "%(num)s plans were stopped that no update had promised.",
            len(plans), say("No other plan was stopped."),
        ))  # fmt: skip
    if parts:
        words.append(count(
            "%(num)s thing was stopped as part of an earlier promise, which was continued as others.",
            "%(num)s things were stopped as part of earlier promises, which were continued as others.",
            len(parts),
        ))  # fmt: skip
    return words


def _item(report: ReportDescriber, thread: Thread, mention: Mention) -> ReportItem:
    words = mention.action.reason or reason_told_since(report, thread, mention.edition)
    before = promised(report, thread, mention) if thread.until(mention).promised_in else ()
    names = thread.part_of if _is_part(thread, mention) else ()
    part_of = (ReportFact(report.say("Part of"), "", report.name(report.then.threads[it])) for it in names)
    return report.item(
        mention, (*before, ReportFact(report.say("Stopped"), words, report.edition(mention.edition)), *part_of)
    )
