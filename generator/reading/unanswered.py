"""Our own questions to the writer of a letter, where they are still in it when it is published."""

import re

from generator.domain.opening import QUESTIONS
from generator.reading.desk import Desk
from generator.reading.passage import MarkdownPassage

# However an editor has wrapped the lines.
_QUESTIONS = re.compile("|".join(r"\s+".join(map(re.escape, question.split())) for question in QUESTIONS))


def report_unanswered(letter: MarkdownPassage, desk: Desk) -> None:
    for question in _QUESTIONS.finditer(letter.text):
        desk.report(
            "unanswered-question",
            "this question is put to the letter's writer, and readers would see it",
            letter.span(*question.span()),
            "write the answer in its place, or take it out with its heading",
        )
