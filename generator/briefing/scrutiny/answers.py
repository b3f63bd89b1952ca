"""What a report tells beside promises and measures: questions with their answers, and what was corrected."""

from datetime import date

from generator.briefing.report_views import ReportFact, ReportGroup, ReportItem, ReportPart
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.briefing.views import LinkTo
from generator.domain.prose import Paragraph, Text
from generator.domain.question import Question

QUESTIONS = "part.questions"


def questions_of(report: ReportDescriber) -> tuple[Question, ...]:
    """Those asked by the end of the period that were asked in it, answered in it, or had no answer at its end.

    What was answered later had no answer then.
    """
    period = report.period
    asked = [it for it in report.now.content.questions if it.asked <= report.end]
    return tuple(
        it for it in sorted(asked, key=lambda question: question.asked)
        if period.holds(it.asked) or not is_answered(report, it) or period.holds(it.answered or date.min)
    )  # fmt: skip


def is_answered(report: ReportDescriber, question: Question) -> bool:
    return question.answered is not None and question.answered <= report.end


def questions(report: ReportDescriber) -> ReportPart:
    found = questions_of(report)
    answered = sum(is_answered(report, it) for it in found)
    sentences = [
        report.count("%(num)s question was put.", "%(num)s questions were put.", len(found)),
        report.count(
            "%(num)s has an answer.", "%(num)s have an answer.", answered, report.say("None has an answer yet.")
        ),
    ]
    items = tuple(_question(report, it) for it in found)
    return ReportPart(
        anchor=QUESTIONS,
        title=report.say("Questions and answers"),
        sentences=(" ".join(sentences) if found else report.say("No question was put."),),
        groups=(ReportGroup("", items),) if items else (),
    )


def _question(report: ReportDescriber, question: Question) -> ReportItem:
    say, is_told = report.say, is_answered(report, question)
    facts = [ReportFact(say("Asked"), say("on %(day)s by %(person)s") % {
        "day": report.day(question.asked), "person": question.by,
    })]  # fmt: skip
    if is_told and question.answered:
        facts.append(
            ReportFact(
                say("Answered"), say("on %(day)s") % {"day": report.day(question.answered)}, _edition(report, question)
            )
        )
    else:
        facts.append(ReportFact(say("Answered"), say("not by %(day)s") % {"day": report.day(report.end)}))
    for reference in question.actions:
        thread = report.then.threads.get(reference.id)
        if thread:
            title = thread.headline
            # Translators: The action that a question is about follows.
            facts.append(ReportFact(say("About"), title, report.edition(thread.latest.edition)))
    return ReportItem(
        words=report.words(question.question),
        facts=tuple(facts),
        detail=report.words(question.answer) if is_told else (),
    )


def _edition(report: ReportDescriber, question: Question) -> LinkTo | None:
    editions = report.then.content.editions
    found = next((it for it in editions if question.edition and it.id == question.edition.id), None)
    return report.edition(found) if found else None


def corrections(report: ReportDescriber) -> ReportPart:
    """What was changed since in the editions that the report draws on, up to the day on which it is made."""
    items = tuple(
        ReportItem(
            (Paragraph((Text(_correction_words(report, it.kind, it.what)),)),),
            (
                ReportFact(
                    report.say("Changed"), report.say("on %(day)s") % {"day": it.when.words}, report.edition(edition)
                ),
                ReportFact(report.say("Why"), it.why),
            ),
        )
        for edition in report.editions
        for it in report.now.corrections(edition)
    )
    return ReportPart(
        anchor="part.corrections",
        title=report.say("What was corrected since"),
        sentences=(
            report.say("This report tells the words as they are now.")
            if items
            else report.say("Nothing in these updates was corrected since they were published."),
        ),
        groups=(ReportGroup("", items),) if items else (),
    )


def _correction_words(report: ReportDescriber, kind: str, what: str) -> str:
    if kind == "correction":
        return what
    say = report.say
    if what == "action":
        return say("An action was withdrawn.")
    return say("Personal details were withdrawn.") if what == "person" else say("Some words were withdrawn.")
