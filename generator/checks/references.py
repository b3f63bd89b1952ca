"""What is named must be there: workstreams, projects, measures, editions, and the actions that others name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from generator.domain.content import Content
from generator.domain.moved import new_ids
from generator.domain.newsletter import Every, Newsletter
from generator.domain.workstream import Reference
from generator.reading.nearest import nearest
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class _Kind:
    """Things of one kind: `name` is theirs, `home` the file or folder in which they stand.

    `now` has the id that each has now by those that it had before.
    """

    name: str
    home: str
    known: Collection[str]
    references: list[Reference]
    now: Mapping[str, str] = field(default_factory=dict)


def check(content: Content) -> Iterator[Diagnostic]:
    for kind in (*_kept_in_lists(content), *_kept_in_editions(content)):
        if content.is_whole_for(kind.home):
            yield from (_unknown(it, kind) for it in kind.references if it.id not in kind.known)


def _kept_in_lists(content: Content) -> Iterator[_Kind]:
    """The kinds of things that stand in a file at the root: the ids that there are, and where each is named."""
    workstreams, measures = content.workstreams, content.measures
    newsletters = content.programme.newsletters
    actions = [action for edition in content.editions for action in edition.actions]
    yield _Kind(
        "workstream",
        "workstreams.yml",
        {workstream.id for workstream in workstreams},
        [
            *(measure.workstream for measure in measures if measure.workstream),
            *(reference for newsletter in newsletters for reference in newsletter.workstreams or ()),
        ],
        new_ids(workstreams),
    )
    yield _Kind(
        "project",
        "workstreams.yml",
        {project.id for workstream in workstreams for project in workstream.projects},
        [action.project for action in actions if action.project],
    )
    yield _Kind(
        "measure",
        "measures.yml",
        {measure.id for measure in measures},
        [action.measure for action in actions if action.measure],
    )
    yield _Kind(
        "document",
        "documents.yml",
        {document.id for document in content.documents},
        list(content.statement.documents) if content.statement else [],
    )


def _kept_in_editions(content: Content) -> Iterator[_Kind]:
    """Editions and their actions, and where each is named."""
    actions = [action for edition in content.editions for action in edition.actions]
    named = [it for newsletter in content.programme.newsletters for it in _editions_named(newsletter)]
    yield _Kind(
        "edition",
        "editions/",
        {edition.id for edition in content.editions},
        [*named, *(question.edition for question in content.questions if question.edition)],
        new_ids(content.editions),
    )
    yield _Kind(
        "action",
        "editions/",
        {action.id for action in actions},
        [
            *(reference for action in actions for reference in (*action.after, *action.continues)),
            *(reference for question in content.questions for reference in question.actions),
        ],
    )


def _editions_named(newsletter: Newsletter) -> tuple[Reference, ...]:
    return () if isinstance(newsletter.every, Every) else newsletter.every


def _unknown(reference: Reference, kind: _Kind) -> Diagnostic:
    near = nearest(reference.id, kind.known)
    place = f"in {kind.home}" if kind.home.endswith(".yml") else "where it stands"
    remedy = f"did you mean `{near}`?" if near else f"give the {kind.name} that id {place}, or take it out here"
    if reference.id in kind.now:
        remedy = f"that is `{kind.now[reference.id]}` now: write that"
    problem = f"no {kind.name} has the id `{reference.id}`"
    return Diagnostic(f"unknown-{kind.name}", problem, reference.written_at, remedy)
