"""All words that the coach reads, each with its context."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.coach.passages import CoachedPassage, PassageContext, passages_of
from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.prose import Paragraph, Prose, Text
from generator.domain.statement import Statement
from generator.text.source import Source, Span

Sources = Mapping[str, Source]


def passages_in(content: Content, sources: Sources, on: date) -> Iterator[CoachedPassage]:
    """In the order of the files; of the editions, those that are still written at on a day."""
    every = frozenset(audience.id for audience in content.programme.audiences)
    internal = content.programme.internal
    objective = (content.programme.objective, every)
    yield from passages_of((objective,), PassageContext(Span("programme.yml", 0, 0), ""), sources)
    for workstream in content.workstreams:
        context = PassageContext(workstream.written_at, workstream.id)
        parts = _twofold(workstream.summary, workstream.plain, workstream.audiences, internal)
        yield from passages_of(parts, context, sources)
        for project in workstream.projects:
            parts = _twofold(project.summary, project.plain, _narrow(workstream.audiences, project.audiences), internal)
            yield from passages_of(parts, PassageContext(project.written_at, project.id), sources)
    for term in content.terms:
        yield from passages_of(
            ((_line(term.explained), term.audiences),), PassageContext(term.written_at, term.term), sources
        )
    for page in content.pages:
        words = (*_line(page.summary), *page.body)
        yield from passages_of(((words, page.audiences),), PassageContext(page.written_at, page.id), sources)
    for measure in content.measures:
        points = (measure.baseline, measure.target, *measure.readings)
        words = (*_line(measure.title), *(block for point in points for block in _line(point.note)))
        yield from passages_of(((words, measure.audiences),), PassageContext(measure.written_at, measure.id), sources)
    for document in content.documents:
        words = (*_line(document.title), *_line(document.summary))
        context = PassageContext(document.written_at, document.id)
        yield from passages_of(((words, document.audiences),), context, sources)
    for question in content.questions:
        words = (*question.question, *question.answer)
        context = PassageContext(question.written_at, question.id, question.answered or question.asked)
        yield from passages_of(((words, question.audiences),), context, sources)
    if content.statement:
        yield from _of_statement(content.statement, sources)
    hidden = {it.id: it.audiences for it in content.workstreams}
    for edition in _still_written(content.editions, on):
        yield from _of_edition(edition, hidden, internal, sources)


def _still_written(editions: tuple[Edition, ...], on: date) -> Iterator[Edition]:
    """What is not out yet, and the newest regular edition that is, with the special ones since: no older one is read.

    What was published stays as it was; a frozen edition is left out, however new.
    """
    newest = max((it.order for it in editions if it.is_out(on) and not it.is_special), default=(date.min, ""))
    return (it for it in editions if not it.is_frozen and (not it.is_out(on) or it.order >= newest))


def _of_statement(statement: Statement, sources: Sources) -> Iterator[CoachedPassage]:
    whole = PassageContext(Span(statement.written_at.path, 0, 0), "")
    yield from passages_of(((possible, statement.audiences) for possible in statement.possible), whole, sources)
    for part in statement.non_accessible:
        words = (*part.what, *part.instead, *(part.assessment.words if part.assessment else ()))
        parts = ((words, _narrow(statement.audiences, part.audiences)),)
        yield from passages_of(parts, PassageContext(part.written_at, part.id), sources)
    yield from passages_of(((statement.improving, statement.audiences),), whole, sources)
    tests = ((test.what, _narrow(statement.audiences, test.audiences)) for test in statement.tests)
    yield from passages_of(tests, whole, sources)


def _of_edition(
    edition: Edition, workstreams: Mapping[str, Audiences], internal: Audiences, sources: Sources
) -> Iterator[CoachedPassage]:
    context = PassageContext(edition.written_at, edition.id, edition.published)
    yield from passages_of(((edition.letter, edition.audiences),), context, sources)
    for update in edition.updates:
        readers = _narrow(edition.audiences & workstreams.get(update.workstream, edition.audiences), update.audiences)
        about = PassageContext(update.written_at, update.workstream, edition.published)
        yield from passages_of(((update.introduction, readers),), about, sources)
        for action in update.actions:
            about = PassageContext(action.written_at, action.id, edition.published, action.state)
            seen = _narrow(readers, action.audiences)
            yield from passages_of(_twofold(action.text, action.plain, seen, internal), about, sources)
            told = seen & internal if action.plain else seen
            beside = (action.reason, action.equality, action.climate)
            yield from passages_of(((_line(words), told) for words in beside), about, sources)


def _twofold(
    prose: Prose, plain: Prose | None, readers: Audiences, internal: Audiences
) -> tuple[tuple[Prose, Audiences], ...]:
    """The words for staff, and those for residents where they have their own."""
    return ((prose, readers & internal), (plain, readers - internal)) if plain else ((prose, readers),)


def _narrow(readers: Audiences, own: Audiences | None) -> Audiences:
    return readers if own is None else readers & own


def _line(words: str) -> Prose:
    return (Paragraph((Text(words),)),) if words else ()
