"""The parts of a report about promises: every one that the sum counts, each with its editions."""

from collections.abc import Iterator

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.done import done_beside, promised_and_done
from generator.briefing.scrutiny.facts import at_the_end, by_when, promised, reason_told_since, taken_over
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.briefing.scrutiny.stopped import stopped
from generator.domain.account import Step, StepKind
from generator.domain.due import Due
from generator.domain.edition import State
from generator.domain.mention import Mention, Move, slip_days
from generator.domain.period import Period
from generator.domain.thread import Standing, Thread


def parts(report: ReportDescriber) -> Iterator[ReportPart]:
    """What a committee asks about first stands first, and what nobody had promised last."""
    overdue, silent, on_course = _still_open(report)
    yield overdue
    yield silent
    yield _moved(report)
    yield stopped(report)
    yield _taken_over(report)
    yield promised_and_done(report)
    yield on_course
    yield _made(report)
    yield done_beside(report)


def _made(report: ReportDescriber) -> ReportPart:
    made, reopened = report.steps_in_period(StepKind.MADE), report.steps_in_period(StepKind.REOPENED)
    sentences = [
        report.count("%(num)s promise was made.", "%(num)s promises were made.", len(made),
                     report.say("No promise was made.")),
        report.count(
            "%(num)s that had been closed was opened again.", "%(num)s that had been closed were opened again.",
            len(reopened), report.say("None that had been closed was opened again."),
        ),
    ]  # fmt: skip
    if instead := replacing(report):
        sentences.insert(1, report.count("%(num)s of these takes the place of an earlier one.",
                                         "%(num)s of these take the place of earlier ones.", instead))  # fmt: skip
    both = sorted((*made, *reopened), key=lambda step: step.edition.order)
    return ReportPart(
        anchor="part.promised",
        title=report.say("What was promised"),
        sentences=(" ".join(sentences),),
        groups=report.groups((it.mention.workstream, _made_item(report, it)) for it in both),
    )


def replacing(report: ReportDescriber) -> int:
    """How many of the promises that were made take the place of others."""
    return sum(bool(_ended_by(report, it)) for it in report.steps_in_period(StepKind.MADE))


def _made_item(report: ReportDescriber, step: Step) -> ReportItem:
    name = report.say("Promised") if step.kind is StepKind.MADE else report.say("Opened again")
    words = by_when(report, step.thread.until(step.mention).due)
    before = (fact for it in _ended_by(report, step) for fact in taken_over(report, it))
    facts = (ReportFact(name, words, report.edition(step.edition)), *before, at_the_end(report, step.thread))
    return report.item(step.mention, facts)


def _ended_by(report: ReportDescriber, step: Step) -> list[Thread]:
    """The promises that a step takes the place of."""
    return [report.then.threads[it] for it in step.thread.continues if (it, step.edition.id) in report.taken_over]


def moves_in(thread: Thread, period: Period) -> tuple[Move, ...]:
    return tuple(move for move in thread.moves if period.holds(move.edition.published))


def _moved(report: ReportDescriber) -> ReportPart:
    moved = _moved_threads(report)
    reasons = report.count(
        "%(num)s move was made without a reason.", "%(num)s moves were made without a reason.",
        sum(not move.reason for _, moves in moved for move in moves), report.say("Each move has its reason."),
    )  # fmt: skip
    return ReportPart(
        anchor="part.moved",
        title=report.say("What was moved, and why"),
        sentences=(f"{moved_words(report)} {reasons}" if moved else moved_words(report),),
        groups=report.groups((it.latest.workstream, _moved_item(report, it, moves)) for it, moves in moved),
    )


def _moved_threads(report: ReportDescriber) -> list[tuple[Thread, tuple[Move, ...]]]:
    return [(thread, moves) for thread in report.threads if (moves := moves_in(thread, report.period))]


def moved_words(report: ReportDescriber) -> str:
    """How many dates were moved, how often, and which way."""
    moved = _moved_threads(report)
    if not moved:
        return report.say("No date was moved.")
    every = [move for _, moves in moved for move in moves]
    return " ".join((
        report.count("The date of %(num)s promise was moved.", "The dates of %(num)s promises were moved.", len(moved)),
        report.count("%(num)s move was to a later day.", "%(num)s moves were to a later day.",
                     sum(it.days > 0 for it in every), report.say("No move was to a later day.")),
        report.count("%(num)s move was to an earlier day.", "%(num)s moves were to an earlier day.",
                     sum(it.days < 0 for it in every), report.say("No move was to an earlier day.")),
    ))  # fmt: skip


def _moved_item(report: ReportDescriber, thread: Thread, moves: tuple[Move, ...]) -> ReportItem:
    facts = [
        ReportFact(report.say("Moved"), _move_words(report, thread, it), report.edition(it.edition)) for it in moves
    ]
    return report.item(thread.latest, (*promised(report, thread, thread.latest), *facts, at_the_end(report, thread)))


def _move_words(report: ReportDescriber, thread: Thread, move: Move) -> str:
    why = move.reason or reason_told_since(report, thread, move.edition)
    return f"{_shift_words(report, move.before, move.after)}. {why}"


def _shift_words(report: ReportDescriber, before: Due, after: Due) -> str:
    names, days = {"before": report.due(before), "after": report.due(after)}, slip_days(before, after)
    by = (
        report.count("%(num)s day later", "%(num)s days later", days)
        if days > 0
        else report.count("%(num)s day earlier", "%(num)s days earlier", -days)
    )
    return f"{report.say('from %(before)s to %(after)s') % names}, {by}"


def _taken_over(report: ReportDescriber) -> ReportPart:
    steps = report.steps_in_period(StepKind.CONTINUED)
    continued = report.count(
        "%(num)s promise was continued as another.", "%(num)s promises were continued as others.", len(steps),
        report.say("No promise was continued as another."),
    )  # fmt: skip
    return ReportPart(
        anchor="part.taken-over",
        title=report.say("What was continued as other promises"),
        sentences=(" ".join((continued, *put_off_words(report))),),
        groups=report.groups((it.mention.workstream, _taken_over_item(report, it)) for it in steps),
    )


def put_off_words(report: ReportDescriber) -> Iterator[str]:
    """How many promises went on as others for a later day, if only in part. Where one took the place of several, no
    move tells of it.
    """
    steps = report.steps_in_period(StepKind.CONTINUED)
    later = sum(any(slip_days(*shift) > 0 for _, shift in _shifts(report, it) if shift) for it in steps)
    if later and len(steps) == 1:
        yield report.say("It went on for a later day.")
    elif later:
        yield report.count("%(num)s of these went on for a later day.", "%(num)s of these went on for a later day.",
                           later)  # fmt: skip


def _taken_over_item(report: ReportDescriber, step: Step) -> ReportItem:
    shifts = list(_shifts(report, step))
    reasons = [
        ReportFact(report.say("Why"), mention.action.reason, report.edition(step.edition))
        for other, _ in shifts
        for mention in other.mentions
        if mention.edition.id == step.edition.id and mention.action.reason
    ]
    taken = ReportFact(report.say("Continued"), "", report.edition(step.edition))
    facts = (fact for other, shift in shifts for fact in _continued_as(report, step, other, shift))
    return report.item(step.mention, (*promised(report, step.thread, step.mention), taken, *facts, *reasons))


def _continued_as(
    report: ReportDescriber, step: Step, other: Thread, shift: tuple[Due, Due] | None
) -> Iterator[ReportFact]:
    """What was done or stopped with it is no way on."""
    states = {it.action.state for it in other.mentions if it.edition.id == step.edition.id}
    name = report.say("Continued as")
    if State.COMPLETED in states:
        name = report.say("Part done")
    elif State.STOPPED in states:
        name = report.say("Part stopped")
    yield ReportFact(name, "", report.name(other))
    if shift:
        yield ReportFact(report.say("Date"), _shift_words(report, *shift))


def _shifts(report: ReportDescriber, step: Step) -> Iterator[tuple[Thread, tuple[Due, Due] | None]]:
    """What a promise went on as, each with the due before and the one that it had by that, where these differ."""
    before = step.thread.until(step.mention).due
    for other in (report.then.threads[by] for mark, by in step.thread.continued_by if mark.id == step.edition.id):
        told = next((it for it in other.mentions if it.edition.id == step.edition.id and it.is_open), None)
        after = other.until(told).due if told else None
        yield other, (before, after) if before and after and slip_days(before, after) else None


def _still_open(report: ReportDescriber) -> Iterator[ReportPart]:
    say = report.say
    overdue, silent, rest = open_threads(report)
    yield _open_part(
        report,
        overdue,
        "part.overdue",
        say("What was overdue at the end"),
        report.count(
            "%(num)s open promise was overdue on the last day.",
            "%(num)s open promises were overdue on the last day.",
            len(overdue),
            say("No open promise was overdue on the last day."),
        ),
    )
    yield _open_part(
        report,
        silent,
        "part.silent",
        say("What the newest update does not speak of"),
        " ".join(_silent_words(report, len(silent), sum(it.is_passed_over for it in overdue))),
    )
    yield _open_part(
        report,
        rest,
        "part.on-course",
        say("What was open and on course at the end"),
        " ".join((
            report.count("%(num)s open promise was on course.", "%(num)s open promises were on course.", len(rest),
                         say("No open promise was on course.")),
            *course_words(report, rest),
        )),
    )  # fmt: skip


def course_words(report: ReportDescriber, on_course: list[Thread]) -> Iterator[str]:
    """How many of these are on course by a later date than the first alone, or have none to be overdue by; nothing
    where there are none.
    """
    undated = sum(it.due is None for it in on_course)
    if undated and len(on_course) == 1:
        yield report.say("It has no date to be overdue by.")
    elif undated:
        yield report.count("%(num)s of them has no date to be overdue by.",
                           "%(num)s of them have no date to be overdue by.", undated)  # fmt: skip
    later = sum(it.slipped_days > 0 for it in on_course)
    if later and len(on_course) == 1:
        yield report.say("It has a later date than it had at first.")
    elif later:
        yield report.count("%(num)s of them has a later date than it had at first.",
                           "%(num)s of them have later dates than they had at first.", later)  # fmt: skip


def _silent_words(report: ReportDescriber, silent: int, overdue: int) -> Iterator[str]:
    if silent:
        yield report.count("%(num)s open promise was passed over.", "%(num)s open promises were passed over.", silent)
    if overdue:
        yield report.count(
            "%(num)s that is overdue was passed over, too: it stands above.",
            "%(num)s that are overdue were passed over, too: they stand above.",
            overdue,
        )
        if not silent:
            yield report.say("The newest update speaks of every other open promise.")
    if not silent and not overdue:
        yield report.say("The newest updates speak of every open promise.")


def mentions_shown(report: ReportDescriber) -> Iterator[Mention]:
    """Those in whose words a promise stands in the report although the update may be one from before the period."""
    yield from (it.mention for it in report.steps_in_period(StepKind.CONTINUED))
    yield from (it.latest for it in report.open)


def open_threads(report: ReportDescriber) -> tuple[list[Thread], list[Thread], list[Thread]]:
    """Those that are overdue, those that are not but are passed over by the newest edition, and the rest."""
    overdue = [it for it in report.open if report.standing(it) is Standing.OVERDUE]
    silent = [it for it in report.open if report.standing(it) is Standing.UNMENTIONED]
    rest = [it for it in report.open if report.standing(it) in (Standing.UNDER_WAY, Standing.FUTURE)]
    return overdue, silent, rest


def _open_part(report: ReportDescriber, threads: list[Thread], anchor: str, title: str, sentence: str) -> ReportPart:
    groups = report.groups((it.latest.workstream, _open_item(report, it)) for it in threads)
    return ReportPart(anchor, title, (sentence,), groups=groups)


def _open_item(report: ReportDescriber, thread: Thread) -> ReportItem:
    say, due = report.say, thread.due
    facts = [*promised(report, thread, thread.latest)]
    if due and due != thread.first_due:
        facts.append(ReportFact(say("Due at the end"), report.due(due)))
    if due and due.is_past(report.end):
        days = (report.end - due.last_day).days
        facts.append(ReportFact(say("Overdue"), report.count("for %(num)s day", "for %(num)s days", days)))
    spoken_of = say("Not mentioned since") if thread.is_passed_over else say("Last spoken of")
    facts.append(ReportFact(spoken_of, "", report.edition(thread.latest.edition)))
    return report.item(thread.latest, facts)
