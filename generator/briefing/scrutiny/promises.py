"""The parts of a report about promises: every one that the sum counts, each with its editions."""

from collections.abc import Iterator

from generator.briefing.report_views import ReportFact, ReportGroup, ReportItem, ReportPart
from generator.briefing.scrutiny.done import done_beside, promised_and_done
from generator.briefing.scrutiny.facts import at_the_end, promised
from generator.briefing.scrutiny.told import Told
from generator.domain.account import Change, Step
from generator.domain.period import Period
from generator.domain.thread import Mention, Move, Standing, Thread


def parts(told: Told) -> Iterator[ReportPart]:
    yield _made(told)
    yield promised_and_done(told)
    yield done_beside(told)
    yield _moved(told)
    yield _stopped(told)
    yield _taken_over(told)
    yield from _still_open(told)


def _made(told: Told) -> ReportPart:
    made, reopened = told.steps_in_period(Change.MADE), told.steps_in_period(Change.REOPENED)
    sentences = [
        told.count("%(num)s promise was made.", "%(num)s promises were made.", len(made),
                   told.say("No promise was made.")),
        told.count(
            "%(num)s that had been closed was opened again.", "%(num)s that had been closed were opened again.",
            len(reopened), told.say("None that had been closed was opened again."),
        ),
    ]  # fmt: skip
    both = sorted((*made, *reopened), key=lambda step: step.edition.order)
    return ReportPart(
        anchor="part.promised",
        title=told.say("What was promised"),
        sentences=(" ".join(sentences),),
        groups=told.groups((it.mention.workstream, _made_item(told, it)) for it in both),
    )


def _made_item(told: Told, step: Step) -> ReportItem:
    say, due = told.say, step.mention.action.due
    words = say("for %(due)s") % {"due": told.due(due)} if due else say("without a date")
    name = say("Promised") if step.change is Change.MADE else say("Opened again")
    return told.item(step.mention, (ReportFact(name, words, told.edition(step.edition)), at_the_end(told, step.thread)))


def moves_in(thread: Thread, period: Period) -> tuple[Move, ...]:
    return tuple(move for move in thread.moves if period.holds(move.edition.published))


def _moved(told: Told) -> ReportPart:
    moved = [(thread, moves) for thread in told.threads if (moves := moves_in(thread, told.period))]
    every = [move for _, moves in moved for move in moves]
    sentences = [
        told.count("The date of %(num)s promise was moved:", "The dates of %(num)s promises were moved:", len(moved)),
        told.count("%(num)s move to a later day", "%(num)s moves to a later day", sum(it.days > 0 for it in every),
                   told.say("no move to a later day")),
        told.count("and %(num)s to an earlier one.", "and %(num)s to an earlier one.",
                   sum(it.days < 0 for it in every), told.say("and none to an earlier one.")),
        told.count("%(num)s move was made without a reason.", "%(num)s moves were made without a reason.",
                   sum(not it.reason for it in every), told.say("Each move has its reason.")),
    ]  # fmt: skip
    return ReportPart(
        anchor="part.moved",
        title=told.say("What was moved, and why"),
        sentences=(" ".join(sentences) if moved else told.say("No date was moved."),),
        groups=told.groups((it.latest.workstream, _moved_item(told, it, moves)) for it, moves in moved),
    )


def _moved_item(told: Told, thread: Thread, moves: tuple[Move, ...]) -> ReportItem:
    facts = [ReportFact(told.say("Moved"), _move_words(told, it), told.edition(it.edition)) for it in moves]
    return told.item(thread.latest, (promised(told, thread), *facts, at_the_end(told, thread)))


def _move_words(told: Told, move: Move) -> str:
    names = {"before": told.due(move.before), "after": told.due(move.after)}
    days = (
        told.count("%(num)s day later", "%(num)s days later", move.days)
        if move.days > 0
        else told.count("%(num)s day earlier", "%(num)s days earlier", -move.days)
    )
    reason = move.reason or told.say("No reason was given.")
    return f"{told.say('from %(before)s to %(after)s') % names}, {days}. {reason}"


def _stopped(told: Told) -> ReportPart:
    stopped = told.steps_in_period(Change.STOPPED)
    others = _stopped_unpromised(told)
    sentences = [
        told.count("%(num)s promise was stopped.", "%(num)s promises were stopped.", len(stopped),
                   told.say("No promise was stopped.")),
        told.count(
            "%(num)s plan was stopped that no edition had promised.",
            "%(num)s plans were stopped that no edition had promised.",
            len(others), told.say("No other plan was stopped."),
        ),
    ]  # fmt: skip
    return ReportPart(
        anchor="part.stopped",
        title=told.say("What was stopped, and what was learned"),
        sentences=(" ".join(sentences),),
        groups=told.groups(
            [
                *((it.mention.workstream, _stopped_item(told, it.mention, it.thread)) for it in stopped),
                *(
                    (thread.mentions[0].workstream, _stopped_item(told, thread.mentions[0], thread))
                    for thread in others
                ),
            ]
        ),
    )


def _stopped_unpromised(told: Told) -> list[Thread]:
    """What an edition of the period names first to say that it is stopped."""
    first = [(thread, thread.mentions[0]) for thread in told.threads]
    return [
        thread
        for thread, mention in first
        if mention.action.state.value == "stopped" and told.period.holds(mention.edition.published)
    ]


def _stopped_item(told: Told, mention: Mention, thread: Thread) -> ReportItem:
    say = told.say
    words = mention.action.reason or say("No reason was given.")
    before = (promised(told, thread),) if thread.promised_in else ()
    return told.item(mention, (*before, ReportFact(say("Stopped"), words, told.edition(mention.edition))))


def _taken_over(told: Told) -> ReportPart:
    steps = told.steps_in_period(Change.CONTINUED)
    return ReportPart(
        anchor="part.taken-over",
        title=told.say("What was continued as other promises"),
        sentences=(
            told.count(
                "%(num)s promise was continued as another.", "%(num)s promises were continued as others.", len(steps),
                told.say("No promise was continued as another."),
            ),
        ),
        groups=told.groups((it.mention.workstream, _taken_over_item(told, it)) for it in steps),
    )  # fmt: skip


def _taken_over_item(told: Told, step: Step) -> ReportItem:
    others = [by for mark, by in step.thread.continued_by if mark.id == step.edition.id]
    facts = [ReportFact(told.say("Continued as"), "", told.name(told.then.threads[it])) for it in others]
    reasons = [
        ReportFact(told.say("Why"), mention.action.reason, told.edition(step.edition))
        for it in others
        for mention in told.then.threads[it].mentions
        if mention.edition.id == step.edition.id and mention.action.reason
    ]
    taken = ReportFact(told.say("Continued"), "", told.edition(step.edition))
    return told.item(step.mention, (promised(told, step.thread), taken, *facts, *reasons))


def _still_open(told: Told) -> Iterator[ReportPart]:
    say = told.say
    overdue, silent, rest = open_threads(told)
    yield _open_part(
        told,
        overdue,
        "part.overdue",
        say("What was overdue at the end"),
        told.count(
            "%(num)s open promise was overdue on the last day.",
            "%(num)s open promises were overdue on the last day.",
            len(overdue),
            say("No open promise was overdue on the last day."),
        ),
    )
    yield _open_part(
        told,
        silent,
        "part.silent",
        say("What the newest edition does not speak of"),
        " ".join(_silent_words(told, len(silent), sum(it.is_passed_over for it in overdue))),
    )
    yield _open_part(
        told,
        rest,
        "part.on-course",
        say("What was open and on course at the end"),
        told.count("%(num)s open promise was on course.", "%(num)s open promises were on course.", len(rest),
                   say("No open promise was on course.")),
    )  # fmt: skip


def _silent_words(told: Told, silent: int, overdue: int) -> Iterator[str]:
    if silent:
        yield told.count("%(num)s open promise was passed over.", "%(num)s open promises were passed over.", silent)
    if overdue:
        yield told.count(
            "%(num)s that is overdue was passed over, too: it stands above.",
            "%(num)s that are overdue were passed over, too: they stand above.",
            overdue,
        )
        if not silent:
            yield told.say("The newest edition speaks of every other open promise.")
    if not silent and not overdue:
        yield told.say("The newest edition speaks of every open promise.")


def open_threads(told: Told) -> tuple[list[Thread], list[Thread], list[Thread]]:
    """Those that are overdue, those that are not but are passed over by the newest edition, and the rest."""
    overdue = [it for it in told.open if told.standing(it) is Standing.OVERDUE]
    silent = [it for it in told.open if told.standing(it) is Standing.UNMENTIONED]
    rest = [it for it in told.open if told.standing(it) in (Standing.UNDER_WAY, Standing.FUTURE)]
    return overdue, silent, rest


def _open_part(told: Told, threads: list[Thread], anchor: str, title: str, sentence: str) -> ReportPart:
    groups: tuple[ReportGroup, ...] = told.groups((it.latest.workstream, _open_item(told, it)) for it in threads)
    return ReportPart(anchor, title, (sentence,), groups=groups)


def _open_item(told: Told, thread: Thread) -> ReportItem:
    say, due = told.say, thread.due
    facts = [promised(told, thread)]
    if due and thread.moves:
        facts.append(ReportFact(say("Due at the end"), told.due(due)))
    spoken_of = say("Not mentioned since") if thread.is_passed_over else say("Last spoken of")
    facts.append(ReportFact(spoken_of, "", told.edition(thread.latest.edition)))
    return told.item(thread.latest, facts)
