"""What is named must be there: workstreams, projects, measures, editions, and the actions that others name."""

from collections.abc import Collection, Iterator

from generator.domain.content import Content
from generator.domain.newsletter import Every
from generator.domain.workstream import Reference
from generator.reading.nearest import nearest
from generator.text.diagnostic import Diagnostic


def check(content: Content) -> Iterator[Diagnostic]:
    for what, home, known, references in _named_elsewhere(content):
        if content.is_whole_for(home):
            for reference in references:
                yield from _known(reference, known, what, home)


def _named_elsewhere(content: Content) -> Iterator[tuple[str, str, Collection[str], list[Reference]]]:
    """A kind of thing, where its like stand, the ids that there are, and the places where one is named."""
    workstreams, measures = content.workstreams, content.measures
    newsletters = content.programme.newsletters
    actions = [a for edition in content.editions for update in edition.updates for a in update.actions]
    yield (
        "workstream",
        "workstreams.yml",
        {workstream.id for workstream in workstreams},
        [
            *(measure.workstream for measure in measures if measure.workstream),
            *(reference for newsletter in newsletters for reference in newsletter.workstreams or ()),
        ],
    )
    yield (
        "project",
        "workstreams.yml",
        {project.id for workstream in workstreams for project in workstream.projects},
        [action.project for action in actions if action.project],
    )
    yield (
        "measure",
        "measures.yml",
        {measure.id for measure in measures},
        [action.measure for action in actions if action.measure],
    )
    yield (
        "document",
        "documents.yml",
        {document.id for document in content.documents},
        list(content.statement.documents) if content.statement else [],
    )
    yield (
        "edition",
        "editions/",
        {edition.id for edition in content.editions},
        [
            *(it for newsletter in newsletters if not isinstance(newsletter.every, Every) for it in newsletter.every),
            *(question.edition for question in content.questions if question.edition),
        ],
    )
    yield (
        "action",
        "editions/",
        {action.id for action in actions},
        [
            *(reference for action in actions for reference in (*action.after, *action.continues)),
            *(reference for question in content.questions for reference in question.actions),
        ],
    )


def _known(reference: Reference, known: Collection[str], what: str, home: str) -> Iterator[Diagnostic]:
    if reference.id in known:
        return
    near = nearest(reference.id, known)
    place = f"in {home}" if home.endswith(".yml") else "where it stands"
    remedy = f"did you mean `{near}`?" if near else f"give the {what} that id {place}, or take it out here"
    yield Diagnostic(f"unknown-{what}", f"no {what} has the id `{reference.id}`", reference.written_at, remedy)
