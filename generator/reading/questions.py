"""questions.yml: what the programme was asked, and what it answered."""

from generator.domain.question import Question
from generator.reading.desk import Desk
from generator.reading.kinds import DAY, IDENTIFIER, REFERENCE, REFERENCES, TEXT
from generator.reading.prose import PROSE_FOR_ALL, SENTENCE
from generator.reading.settings import FOR, audiences_or_default
from generator.reading.shape import Field, Shape, Values, kind_of, list_of
from generator.reading.yaml import read_yaml

_ID = Field("id", IDENTIFIER, "The question's short name.", is_required=True)
_ASKED = Field("asked", DAY, "The day on which it was asked.", is_required=True)
_BY = Field("by", TEXT, "Who asked it, as a role: the committee's chair, a resident.", is_required=True)
_QUESTION = Field("question", SENTENCE, "The question, in a sentence or two.", is_required=True)
_ANSWER = Field("answer", PROSE_FOR_ALL, "The answer; without it, the question counts as not answered yet.")
_ANSWERED = Field("answered", DAY, "The day on which it was answered.")
_EDITION = Field("edition", REFERENCE, "The edition that gave the answer.")
_ACTIONS = Field("actions", REFERENCES, "The actions that it is about.")
QUESTION = Shape("a question", (_ID, _ASKED, _BY, _QUESTION, _ANSWER, _ANSWERED, _EDITION, _ACTIONS, FOR))


def _question(values: Values, desk: Desk) -> Question | None:
    identity, asked, words = values.get(_ID), values.get(_ASKED), values.get(_QUESTION)
    if identity is None or asked is None or words is None:
        return None
    _check_answer(values, desk)
    where = values.span_of(_ID)
    return Question(
        id=identity,
        asked=asked,
        by=values.of(_BY, ""),
        question=words,
        audiences=audiences_or_default(values, "questions", where, desk, f"the question `{identity}`"),
        answer=values.of(_ANSWER, ()),
        answered=values.get(_ANSWERED),
        edition=values.get(_EDITION),
        actions=values.of(_ACTIONS, ()),
        written_at=where,
    )


def _check_answer(values: Values, desk: Desk) -> None:
    """An answer has its day, and the day is not before the question's."""
    asked, answered = values.get(_ASKED), values.get(_ANSWERED)
    if values.has(_ANSWER) and not values.has(_ANSWERED):
        desk.report(
            "missing-field",
            "this answer does not say when it was given",
            values.span_of(_ANSWER),
            "add `answered:` with the day, such as 2026-07-14",
        )
    elif values.has(_ANSWERED) and not values.has(_ANSWER):
        desk.report(
            "missing-field",
            "this question was answered, and the answer is not here",
            values.span_of(_ANSWERED),
            "add `answer:`, or take `answered:` out until there is one",
        )
    if asked and answered and answered < asked:
        desk.report(
            "bad-date",
            "this question is answered before it was asked",
            values.span_of(_ANSWERED),
            "correct one of the two days",
        )


QUESTIONS = list_of(kind_of(QUESTION, _question), "a list of questions")


def read_questions(desk: Desk) -> tuple[Question, ...]:
    node = read_yaml(desk)
    return () if node is None else QUESTIONS.read(node, desk) or ()
