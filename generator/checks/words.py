"""Where prose stands in the content, for the checks that look at words wherever they are."""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.prose import Prose
from generator.domain.statement import Statement


def every_prose(content: Content) -> Iterator[Prose]:
    """All prose, drafts included, in the order of the files."""
    yield from prose_around_editions(content)
    for edition in content.editions:
        yield from prose_of(edition)


def prose_around_editions(content: Content) -> Iterator[Prose]:
    yield content.programme.objective
    for workstream in content.workstreams:
        yield workstream.summary
        yield workstream.plain or ()
        for project in workstream.projects:
            yield project.summary
            yield project.plain or ()
    for page in content.pages:
        yield page.body
    if content.statement:
        yield from _of_statement(content.statement)
    for question in content.questions:
        yield question.question
        yield question.answer


def _of_statement(statement: Statement) -> Iterator[Prose]:
    yield from statement.possible
    for part in statement.non_accessible:
        yield part.what
        yield part.instead
        yield part.assessment.words if part.assessment else ()
    yield statement.improving
    for test in statement.tests:
        yield test.what


def prose_of(edition: Edition) -> Iterator[Prose]:
    yield edition.letter
    for update in edition.updates:
        yield update.introduction
        for action in update.actions:
            yield action.text
            yield action.plain or ()
