"""The parts of a report about what was done, promised or not."""

from collections.abc import Iterator, Sequence

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.facts import at_the_end, origins, promised
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.domain.account import Step, StepKind
from generator.domain.thread import Thread
from generator.values import dataclass


def promised_and_done(report: ReportDescriber) -> ReportPart:
    kept = report.steps_in_period(StepKind.KEPT)
    say = report.say
    return ReportPart(
        anchor="part.done",
        title=say("What was promised and done"),
        sentences=(_kept_words(report, kept) if kept else say("No promise was carried out."),),
        groups=report.groups((it.mention.workstream, _kept_item(report, it)) for it in kept),
    )


@dataclass(frozen=True, slots=True)
class Timing:
    """Of promises that were carried out: how many by the date first promised, of which the first update after that date
    tells; how many later; and how many had no date. Each is judged as it stood then.
    """

    on_time: int
    told_after: int
    late: int
    undated: int


def timing_of(kept: Sequence[Step]) -> Timing:
    on_time = [it for it in kept if _then(it).was_on_time]
    undated = sum(_then(it).first_due is None for it in kept)
    return Timing(len(on_time), sum(map(_is_told_after, on_time)), len(kept) - len(on_time) - undated, undated)


def _then(step: Step) -> Thread:
    return step.thread.until(step.mention)


def _is_told_after(step: Step) -> bool:
    due = _then(step).first_due
    return due is not None and due.is_past(step.edition.published)


def _kept_words(report: ReportDescriber, kept: Sequence[Step]) -> str:
    count, number, timing = report.count, len(kept), timing_of(kept)
    if timing.on_time == number:
        words = count("%(num)s promise was carried out, by the date first promised.",
                      "%(num)s promises were carried out, each by the date first promised.", number)  # fmt: skip
        return " ".join((words, *told_after_words(report, timing)))
    if timing.undated == number:
        return count("%(num)s promise was carried out, which had no date.",
                     "%(num)s promises were carried out, none of which had a date.", number)  # fmt: skip
    if timing.late == number:
        return count("%(num)s promise was carried out, later than first promised.",
                     "%(num)s promises were carried out, each later than first promised.", number)  # fmt: skip
    return " ".join((
        count("%(num)s promise was carried out.", "%(num)s promises were carried out.", number),
        count("%(num)s of them was done by the date first promised.",
              "%(num)s of them were done by the date first promised.", timing.on_time,
              report.say("None of them was done by the date first promised.")),
        *late_words(report, timing),
    ))  # fmt: skip


def late_words(report: ReportDescriber, timing: Timing) -> Iterator[str]:
    """What else is to be said after how many were carried out by their dates."""
    count = report.count
    yield from told_after_words(report, timing)
    if timing.late:
        yield count("%(num)s was carried out later.", "%(num)s were carried out later.", timing.late)
    if timing.undated:
        yield count("%(num)s had no date.", "%(num)s had no date.", timing.undated)


def told_after_words(report: ReportDescriber, timing: Timing) -> Iterator[str]:
    """What counts as done by its date although its update came after that."""
    if timing.told_after and timing.on_time == 1:
        yield report.say("It counts so because the first update after its date tells of it.")
    elif timing.told_after:
        yield report.count(
            "%(num)s of these counts so because the first update after its date tells of it.",
            "%(num)s of these count so because the first update after the date tells of each.",
            timing.told_after,
        )


def _kept_item(report: ReportDescriber, step: Step) -> ReportItem:
    done = ReportFact(report.say("Done"), _done_words(report, step), report.edition(step.edition))
    before, after = promised(report, step.thread, step.mention), _open_again(report, step.thread)
    return report.item(step.mention, (*before, done, *after))


def _done_words(report: ReportDescriber, step: Step) -> str:
    """When it was done, by what it was first promised for; nothing where that was no date."""
    say, thread = report.say, _then(step)
    if thread.first_due is None:
        return ""
    if thread.was_late:
        return say("later than first promised")
    if _is_told_after(step):
        return say("told in the first update after the date first promised")
    if len({it.first_due for it in origins(report, thread)}) > 1:
        return say("by the earliest of the dates first promised")
    return say("by the date first promised")


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
    )


def _item_beside(report: ReportDescriber, step: Step) -> ReportItem:
    done = ReportFact(report.say("Done"), "", report.edition(step.edition))
    parts = step.thread.part_of if step.kind is StepKind.IN_PART else ()
    part_of = (ReportFact(report.say("Part of"), "", report.name(report.then.threads[it])) for it in parts)
    return report.item(step.mention, (done, *part_of, *_open_again(report, step.thread)))


def _open_again(report: ReportDescriber, thread: Thread) -> tuple[ReportFact, ...]:
    """Where what was done is open at the end of the period after all."""
    return (at_the_end(report, thread),) if report.standing(thread).is_open else ()
