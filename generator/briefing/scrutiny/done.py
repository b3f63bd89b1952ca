"""The parts of a report about what was done, promised or not."""

from collections.abc import Iterable, Sequence

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.facts import at_the_end, promised
from generator.briefing.scrutiny.told import Told
from generator.domain.account import Change, Step
from generator.domain.thread import Thread


def promised_and_done(told: Told) -> ReportPart:
    kept = told.steps_in_period(Change.KEPT)
    say = told.say
    return ReportPart(
        anchor="part.done",
        title=say("What was promised and done"),
        sentences=(_kept_words(told, kept) if kept else say("No promise was kept."),),
        groups=told.groups((it.mention.workstream, _kept_item(told, it)) for it in kept),
    )


def _kept_words(told: Told, kept: Sequence[Step]) -> str:
    count, number = told.count, len(kept)
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
              told.say("none of them by the date first promised.")),
        undated_words(told, kept),
    )).strip()  # fmt: skip


def _undated(kept: Iterable[Step]) -> int:
    return sum(it.thread.first_due is None for it in kept)


def undated_words(told: Told, kept: Iterable[Step]) -> str:
    """How many could be neither on time nor late; nothing where each of them had a date."""
    if not (undated := _undated(kept)):
        return ""
    return told.count("%(num)s of those kept had no date.", "%(num)s of those kept had no date.", undated)


def _kept_item(told: Told, step: Step) -> ReportItem:
    say, thread = told.say, step.thread
    when = say("later than first promised") if thread.was_late else say("by the date first promised")
    words = when if thread.first_due else ""
    done = ReportFact(say("Done"), words, told.edition(step.edition))
    return told.item(step.mention, (promised(told, thread), done, *_open_again(told, thread)))


def done_beside(told: Told) -> ReportPart:
    done, parts = told.steps_in_period(Change.UNPROMISED), told.steps_in_period(Change.IN_PART)
    sentences = [
        told.count(
            "%(num)s thing was done that no update had promised.",
            "%(num)s things were done that no update had promised.",
            len(done),
            told.say("Nothing was done that no update had promised."),
        )
    ]
    if parts:
        sentences.append(
            told.count(
                "%(num)s thing was done as part of an earlier promise, which was continued as others.",
                "%(num)s things were done as part of earlier promises, which were continued as others.",
                len(parts),
            )
        )
    return ReportPart(
        anchor="part.done-beside",
        title=told.say("What else was done"),
        sentences=(" ".join(sentences),),
        groups=told.groups((it.mention.workstream, _item_beside(told, it)) for it in (*done, *parts)),
    )  # fmt: skip


def _item_beside(told: Told, step: Step) -> ReportItem:
    done = ReportFact(told.say("Done"), "", told.edition(step.edition))
    parts = step.thread.part_of if step.change is Change.IN_PART else ()
    part_of = (ReportFact(told.say("Part of"), "", told.name(told.then.threads[it])) for it in parts)
    return told.item(step.mention, (done, *part_of, *_open_again(told, step.thread)))


def _open_again(told: Told, thread: Thread) -> tuple[ReportFact, ...]:
    """Where what was done is open at the end of the period after all."""
    return (at_the_end(told, thread),) if told.standing(thread).is_open else ()
