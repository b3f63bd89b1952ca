"""The parts of a report about what was done, promised or not."""

from collections.abc import Iterable, Sequence

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.facts import at_the_end, promised
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.account import Step, StepKind
from generator.domain.thread import Thread


def promised_and_done(report: ReportDescriber) -> ReportPart:
    kept = report.steps_in_period(StepKind.KEPT)
    say = report.say
    return ReportPart(
        anchor="part.done",
        title=say("What was promised and done"),
        sentences=(_kept_words(report, kept) if kept else say("No promise was kept."),),
        groups=report.groups((it.mention.workstream, _kept_item(report, it)) for it in kept),
    )


def _kept_words(report: ReportDescriber, kept: Sequence[Step]) -> str:
    count, number = report.count, len(kept)
    on_time, undated = sum(it.thread.was_on_time for it in kept), _undated(kept)
    if on_time == number:
        return count("%(num)s promise was kept, by the date first promised.",
                     "%(num)s promises were kept, each by the date first promised.", number)  # fmt: skip
    if undated == number:
        return count("%(num)s promise was kept, which had no date.",
                     "%(num)s promises were kept, none of which had a date.", number)  # fmt: skip
    if not on_time and not undated:
        return count("%(num)s promise was kept, later than first promised.",
                     "%(num)s promises were kept, each later than first promised.", number)  # fmt: skip
    return " ".join((
        count("%(num)s promise was kept,", "%(num)s promises were kept,", number),
        count("%(num)s of them by the date first promised.", "%(num)s of them by the date first promised.", on_time,
              report.say("none of them by the date first promised.")),
        undated_words(report, kept),
    )).strip()  # fmt: skip


def _undated(kept: Iterable[Step]) -> int:
    return sum(it.thread.first_due is None for it in kept)


def undated_words(report: ReportDescriber, kept: Iterable[Step]) -> str:
    """How many could be neither on time nor late; nothing where each of them had a date."""
    if not (undated := _undated(kept)):
        return ""
    return report.count("%(num)s of those kept had no date.", "%(num)s of those kept had no date.", undated)


def _kept_item(report: ReportDescriber, step: Step) -> ReportItem:
    say, thread = report.say, step.thread
    when = say("later than first promised") if thread.was_late else say("by the date first promised")
    words = when if thread.first_due else ""
    done = ReportFact(say("Done"), words, report.edition(step.edition))
    return report.item(step.mention, (promised(report, thread), done, *_open_again(report, thread)))


def done_beside(report: ReportDescriber) -> ReportPart:
    done, parts = report.steps_in_period(StepKind.UNPROMISED), report.steps_in_period(StepKind.IN_PART)
    sentences = [
        report.count(
            "%(num)s thing was done that no update had promised.",
            "%(num)s things were done that no update had promised.",
            len(done),
            report.say("Nothing was done that no update had promised."),
        )
    ]
    if parts:
        sentences.append(
            report.count(
                "%(num)s thing was done as part of an earlier promise, which was continued as others.",
                "%(num)s things were done as part of earlier promises, which were continued as others.",
                len(parts),
            )
        )
    return ReportPart(
        anchor="part.done-beside",
        title=report.say("What else was done"),
        sentences=(" ".join(sentences),),
        groups=report.groups((it.mention.workstream, _item_beside(report, it)) for it in (*done, *parts)),
    )  # fmt: skip


def _item_beside(report: ReportDescriber, step: Step) -> ReportItem:
    done = ReportFact(report.say("Done"), "", report.edition(step.edition))
    parts = step.thread.part_of if step.kind is StepKind.IN_PART else ()
    part_of = (ReportFact(report.say("Part of"), "", report.name(report.then.threads[it])) for it in parts)
    return report.item(step.mention, (done, *part_of, *_open_again(report, step.thread)))


def _open_again(report: ReportDescriber, thread: Thread) -> tuple[ReportFact, ...]:
    """Where what was done is open at the end of the period after all."""
    return (at_the_end(report, thread),) if report.standing(thread).is_open else ()
