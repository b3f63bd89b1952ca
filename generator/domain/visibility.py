"""What one audience may see: the intersection of what a thing says and what all that it stands in says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial

from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Update
from generator.domain.prose import Block, OnlyFor, Prose
from generator.domain.record import AwaitedThen, TitleThen, WorkstreamThen
from generator.domain.rewording import map_blocks
from generator.domain.statement import NonAccessible, Statement
from generator.values import cached_property, dataclass

# An edition as an audience sees it, None where it does not, and the ids of the actions that are lost by that.
Narrowing = tuple[Edition | None, frozenset[str]]


def may_see(audiences: Audiences | None, audience: str) -> bool:
    """None inherits, and what it inherits from has been asked before."""
    return audiences is None or audience in audiences


def statement_seen_by(content: Content, audience: str) -> Statement | None:
    """What the accessibility statement says of one audience's own site; words are not narrowed yet.

    A part of it is hidden with the document that it is about.
    """
    statement = content.statement
    if statement is None or audience not in statement.audiences:
        return None
    hidden = documents_hidden_from(content, audience)

    def is_seen(part: NonAccessible) -> bool:
        is_hidden = part.document is not None and part.document.id in hidden
        return may_see(part.audiences, audience) and not is_hidden

    return replace(
        statement,
        audiences=frozenset((audience,)),
        compliance={name: claim for name, claim in statement.compliance.items() if name == audience},
        non_accessible=tuple(filter(is_seen, statement.non_accessible)),
        tests=tuple(test for test in statement.tests if may_see(test.audiences, audience)),
    )


def documents_hidden_from(content: Content, audience: str) -> frozenset[str]:
    """Their ids."""
    return frozenset(document.id for document in content.documents if audience not in document.audiences)


def projects_by_sight(content: Content, audience: str) -> dict[str, bool]:
    """Whether the audience sees each project, by the project's id; one of a hidden workstream is hidden with it."""
    return {
        project.id: audience in workstream.audiences and may_see(project.audiences, audience)
        for workstream in content.workstreams
        for project in workstream.projects
    }


def measures_by_sight(content: Content, audience: str) -> dict[str, bool]:
    """Whether the audience sees each measure, by the measure's id."""
    return {measure.id: audience in measure.audiences for measure in content.measures}


def editions_seen_by(content: Content, audience: str) -> tuple[Edition, ...]:
    """The editions with only the updates and actions that the audience may see; words are not narrowed yet.

    An action is hidden with its project, with its measure, and with an action that it waits for: as long as hiding one
    hides another, we go on. An update for a workstream that is hidden is hidden with it. A frozen edition is seen by
    those who may see it today and could on the day of its record: what is widened later does not widen it.
    """
    workstreams = {workstream.id: workstream for workstream in content.workstreams}
    projects, measures = projects_by_sight(content, audience), measures_by_sight(content, audience)

    def sees_update(update: Update) -> bool:
        workstream = workstreams.get(update.workstream)
        return may_see(update.audiences, audience) and (workstream is None or audience in workstream.audiences)

    def sees_action(action: Action) -> bool:
        return may_see(action.audiences, audience) and _hidden_with(action, projects, measures) is None

    def seen_of(update: Update) -> Update:
        return update.without(frozenset(action.id for action in update.marked if not sees_action(action)))

    def seen_of_edition(edition: Edition) -> Narrowing:
        if audience not in edition.audiences or (edition.record and audience not in edition.record.audiences):
            return None, edition.action_ids
        updates = tuple(map(seen_of, filter(sees_update, edition.updates)))
        seen = _as_recorded(replace(edition, updates=updates), audience)
        return seen, edition.action_ids - seen.action_ids

    sees = {it.id: audience in it.audiences for it in content.workstreams}
    rules = ("seen", audience, *(frozenset(it.items()) for it in (sees, projects, measures)))
    narrowed = [edition.once(rules, partial(seen_of_edition, edition)) for edition in content.editions]
    editions = tuple(seen for seen, _ in narrowed if seen is not None)
    return _without_dependants(editions, frozenset[str]().union(*(lost for _, lost in narrowed)))


class HiddenWith(StrEnum):
    """What hides an action beside its own word: the thing that it belongs to or waits for."""

    PROJECT = "project"
    MEASURE = "measure"
    ACTION = "action"


@dataclass(frozen=True)  # without slots, so that all its actions are put together once
class Sight:
    """What one audience sees: the ids of the actions that each edition shows it, by the edition's id; and whether it
    sees each project and each measure, by their ids.
    """

    audience: str
    by_edition: Mapping[str, frozenset[str]]
    projects: Mapping[str, bool]
    measures: Mapping[str, bool]

    @cached_property
    def actions(self) -> frozenset[str]:
        """The ids of all actions that it sees, in whichever edition."""
        return frozenset[str]().union(*self.by_edition.values())

    def sees_in(self, edition_id: str, action_id: str) -> bool:
        return action_id in self.by_edition.get(edition_id, ())

    def what_hides(self, action: Action) -> tuple[HiddenWith, str] | None:
        """The project, the measure or the awaited action that hides it, by its id; None where none does."""
        awaited = next(((HiddenWith.ACTION, it.id) for it in action.after if it.id not in self.actions), None)
        return _hidden_with(action, self.projects, self.measures) or awaited


def _hidden_with(
    action: Action, projects: Mapping[str, bool], measures: Mapping[str, bool]
) -> tuple[HiddenWith, str] | None:
    """The project or the measure that hides an action, by its id; each is given with whether the audience sees it."""
    if action.project and not projects.get(action.project.id, True):
        return HiddenWith.PROJECT, action.project.id
    if action.measure and not measures.get(action.measure.id, True):
        return HiddenWith.MEASURE, action.measure.id
    return None


def sight_of(content: Content, audience: str) -> Sight:
    by_edition = {edition.id: edition.action_ids for edition in editions_seen_by(content, audience)}
    return Sight(audience, by_edition, projects_by_sight(content, audience), measures_by_sight(content, audience))


def _as_recorded(edition: Edition, audience: str) -> Edition:
    """A frozen edition without what its record kept from the audience; what it does not know is judged as today."""
    record = edition.record
    if record is None:
        return edition
    workstreams = _hidden(record.workstreams, audience)
    projects = _hidden((project for then in record.workstreams for project in then.projects), audience)
    measures = _hidden(record.measures, audience)
    awaited = _hidden(record.awaited, audience)
    if not any((workstreams, projects, measures, awaited)):
        return edition

    def was_hidden(action: Action) -> bool:
        by_project = action.project is not None and action.project.id in projects
        by_measure = action.measure is not None and action.measure.id in measures
        return by_project or by_measure or any(reference.id in awaited for reference in action.after)

    return replace(
        edition,
        updates=tuple(
            update.without(frozenset(action.id for action in update.actions if was_hidden(action)))
            for update in edition.updates
            if update.workstream not in workstreams
        ),
    )


def _hidden(then: Iterable[WorkstreamThen | TitleThen | AwaitedThen], audience: str) -> frozenset[str]:
    return frozenset(thing.id for thing in then if audience not in thing.audiences)


def _without_dependants(editions: tuple[Edition, ...], lost: frozenset[str]) -> tuple[Edition, ...]:
    """The editions without the actions that wait for hidden ones: for those that are `lost` in some edition and stand
    in no other.
    """
    awaited = frozenset[str]().union(*(edition.awaited for edition in editions))
    while hidden := _in_none(editions, awaited & lost):
        kept = tuple(_without_those_waiting_for(hidden, edition) for edition in editions)
        changed = ((before, after) for before, after in zip(editions, kept, strict=True) if before is not after)
        lost = frozenset[str]().union(*(before.action_ids - after.action_ids for before, after in changed))
        editions = kept
    return editions


def _in_none(editions: Iterable[Edition], ids: frozenset[str]) -> frozenset[str]:
    return ids.difference(*(ids & edition.action_ids for edition in editions)) if ids else ids


def _without_those_waiting_for(hidden: frozenset[str], edition: Edition) -> Edition:
    """The very same edition where none of its actions waits for them; else the same value each time."""
    found = edition.awaited & hidden
    if not found:
        return edition

    def kept(update: Update) -> Update:
        waiting = (it.id for it in update.actions if any(reference.id in found for reference in it.after))
        return update if update.awaited.isdisjoint(found) else update.without(frozenset(waiting))

    return edition.once(("waiting", found), lambda: replace(edition, updates=tuple(map(kept, edition.updates))))


def prose_seen_by(prose: Prose, audience: str, keeps_marks: bool = False) -> Prose:
    """The words for one audience: parts for others are taken out, its own opened.

    With marks, its own parts stay as parts, so that the council's own people see which words are not for everyone; whom
    else they are for is not kept.
    """

    def seen(block: Block) -> Block | None:
        return block if not isinstance(block, OnlyFor) or audience in block.audiences else None

    kept = map_blocks(prose, seen)
    if not any(isinstance(block, OnlyFor) for block in kept):
        return kept
    opened: list[Block] = []
    for block in kept:
        if not isinstance(block, OnlyFor):
            opened.append(block)
        elif keeps_marks:
            opened.append(replace(block, audiences=frozenset((audience,))))
        else:
            opened.extend(block.blocks)
    return tuple(opened)
