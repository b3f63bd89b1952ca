"""What is named must be there: workstreams, projects, measures, and the actions that others wait for or continue."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.workstream import Reference
from generator.text.diagnostic import Diagnostic


def check(content: Content) -> Iterator[Diagnostic]:
    workstreams = frozenset(workstream.id for workstream in content.workstreams)
    for measure in content.measures:
        if measure.workstream:
            yield from _known(measure.workstream, workstreams, "workstream")
    projects = frozenset(project.id for workstream in content.workstreams for project in workstream.projects)
    measures = frozenset(measure.id for measure in content.measures)
    every_action = [a for edition in content.editions for update in edition.updates for a in update.actions]
    actions = frozenset(action.id for action in every_action)
    for action in every_action:
        yield from _in_action(action, projects, measures, actions)


def _in_action(
    action: Action, projects: Collection[str], measures: Collection[str], actions: Collection[str]
) -> Iterator[Diagnostic]:
    if action.project:
        yield from _known(action.project, projects, "project")
    if action.measure:
        yield from _known(action.measure, measures, "measure")
    for reference in (*action.after, *action.continues):
        yield from _known(reference, actions, "action")


def _known(reference: Reference, known: Collection[str], what: str) -> Iterator[Diagnostic]:
    if reference.id in known:
        return
    near = get_close_matches(reference.id, sorted(known), n=1)
    remedy = f"did you mean `{near[0]}`?" if near else f"give the {what} that id, or remove it here"
    yield Diagnostic(f"unknown-{what}", f"no {what} has the id `{reference.id}`", reference.written_at, remedy)
