"""What a report tells beside promises and measures: questions with their answers, and what was corrected."""

from datetime import date

from generator.briefing.report_views import ReportFact, ReportGroup, ReportItem, ReportPart
from generator.briefing.scrutiny.told import Told
from generator.briefing.views import LinkTo
from generator.domain.prose import Paragraph, Text
from generator.domain.question import Question

QUESTIONS = "part.questions"


def questions_of(told: Told) -> tuple[Question, ...]:
    """Those asked by the end of the period that were asked in it, answered in it, or had no answer at its end.

    What was answered later had no answer then.
    """
    period = told.period
    asked = [it for it in told.now.content.questions if it.asked <= told.end]
    return tuple(
        it for it in sorted(asked, key=lambda question: question.asked)
        if period.holds(it.asked) or not is_answered(told, it) or period.holds(it.answered or date.min)
    )  # fmt: skip


def is_answered(told: Told, question: Question) -> bool:
    return question.answered is not None and question.answered <= told.end


def questions(told: Told) -> ReportPart:
    found = questions_of(told)
    answered = sum(is_answered(told, it) for it in found)
    sentences = [
        told.count("%(num)s question was put.", "%(num)s questions were put.", len(found)),
        told.count("%(num)s has an answer.", "%(num)s have an answer.", answered, told.say("None has an answer yet.")),
    ]
    items = tuple(_question(told, it) for it in found)
    return ReportPart(
        anchor=QUESTIONS,
        title=told.say("Questions and answers"),
        sentences=(" ".join(sentences) if found else told.say("No question was put."),),
        groups=(ReportGroup("", items),) if items else (),
    )


def _question(told: Told, question: Question) -> ReportItem:
    say, is_told = told.say, is_answered(told, question)
    facts = [ReportFact(say("Asked"), say("on %(day)s by %(person)s") % {
        "day": told.day(question.asked), "person": question.by,
    })]  # fmt: skip
    if is_told and question.answered:
        facts.append(
            ReportFact(
                say("Answered"), say("on %(day)s") % {"day": told.day(question.answered)}, _edition(told, question)
            )
        )
    else:
        facts.append(ReportFact(say("Answered"), say("not by %(day)s") % {"day": told.day(told.end)}))
    for reference in question.actions:
        thread = told.then.threads.get(reference.id)
        if thread:
            title = thread.headline
            facts.append(ReportFact(say("About"), title, told.edition(thread.latest.edition)))
    return ReportItem(
        words=told.words(question.question),
        facts=tuple(facts),
        detail=told.words(question.answer) if is_told else (),
    )


def _edition(told: Told, question: Question) -> LinkTo | None:
    editions = told.then.content.editions
    found = next((it for it in editions if question.edition and it.id == question.edition.id), None)
    return told.edition(found) if found else None


def corrections(told: Told) -> ReportPart:
    """What was changed since in the editions that the report draws on, up to the day on which it is made."""
    items = tuple(
        ReportItem(
            (Paragraph((Text(_correction_words(told, it.kind, it.what)),)),),
            (
                ReportFact(told.say("Changed"), told.say("on %(day)s") % {"day": it.when.words}, told.edition(edition)),
                ReportFact(told.say("Why"), it.why),
            ),
        )
        for edition in told.editions
        for it in told.now.corrections(edition)
    )
    return ReportPart(
        anchor="part.corrections",
        title=told.say("What was corrected since"),
        sentences=(
            told.say("This report tells the words as they are now.")
            if items
            else told.say("Nothing in these updates was corrected since they were published."),
        ),
        groups=(ReportGroup("", items),) if items else (),
    )


def _correction_words(told: Told, kind: str, what: str) -> str:
    if kind == "correction":
        return what
    say = told.say
    if what == "action":
        return say("An action was withdrawn.")
    return say("Personal details were withdrawn.") if what == "person" else say("Some words were withdrawn.")
