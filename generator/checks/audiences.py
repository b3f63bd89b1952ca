"""Who sees what: nothing is for more audiences than what it stands in, what is hidden says by what, words are read.

Authority: the programme's own rule, in docs/explanation, that an audience is narrowed on the way in and never widened.
"""

from collections.abc import Iterator

from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.edition import Action, Edition
from generator.domain.visibility import HiddenWith, Sight, sight_of
from generator.text.diagnostic import Diagnostic
from generator.text.plural import joined
from generator.text.source import Span


def check(content: Content) -> Iterator[Diagnostic]:
    yield from _wider_than_what_they_stand_in(content)
    public = content.programme.public
    for edition in content.editions:
        if not edition.is_frozen:  # what is frozen stays as it is
            yield from _words_that_nobody_reads(edition, public)
    for audience in content.programme.audiences:
        yield from _hidden_by_what_it_waits_for(content, audience.id)


def _wider_than_what_they_stand_in(content: Content) -> Iterator[Diagnostic]:
    for workstream in content.workstreams:
        for project in workstream.projects:
            yield from _wider(project.audiences, workstream.audiences, project.written_at, "workstream")
    if content.statement:
        for part in content.statement.non_accessible:
            yield from _wider(part.audiences, content.statement.audiences, part.written_at, "statement")
    for edition in content.editions:
        whole = _whole(edition)
        for update in edition.updates:
            yield from _wider(update.audiences, whole, update.written_at, "edition")
            parent = update.audiences if update.audiences is not None else whole
            for action in update.marked:
                yield from _wider(action.audiences, parent, action.written_at, "update")


def _whole(edition: Edition) -> Audiences:
    """Whom an edition is for; a frozen one may be narrowed later without its own words being changed for that."""
    return edition.audiences | edition.record.audiences if edition.record else edition.audiences


def _wider(own: Audiences | None, parent: Audiences, span: Span, what: str) -> Iterator[Diagnostic]:
    beyond = sorted((own or frozenset()) - parent)
    if beyond and parent:  # nobody sees a parent whose own audiences could not be read, which is reported there
        yield Diagnostic(
            "wider-audience",
            f"this is for {joined(beyond)}, but the {what} that it stands in is not",
            span,
            f"widen the {what} first, or narrow this",
        )


def _words_that_nobody_reads(edition: Edition, public: Audiences) -> Iterator[Diagnostic]:
    """Words for residents below an action that says itself that it is for none of them."""
    for update in edition.updates:
        for action in update.marked:
            if action.plain and action.audiences is not None and not action.audiences & public:
                readers = joined(sorted(action.audiences))
                yield Diagnostic(
                    "unread-wording",
                    f"nobody reads the words for residents here: the action is for {readers} alone",
                    action.written_at,
                    "take its `for` away if residents may know of it; else take their words away",
                    subject=action.id,
                )


def _hidden_by_what_it_waits_for(content: Content, audience: str) -> Iterator[Diagnostic]:
    """An action that says it is for an audience, and is hidden from it by its project, its measure or its `after`."""
    sight = sight_of(content, audience)
    shown = (edition for edition in content.editions if edition.id in sight.by_edition)
    meant = ((edition, action) for edition in shown for action in _meant_for(audience, edition))
    for action in (action for edition, action in meant if not sight.sees_in(edition.id, action.id)):
        cause = _cause(action, sight)
        if cause:
            yield Diagnostic(
                "hidden-target",
                f"this is hidden from {audience}, because {cause} is",
                action.written_at,
                f"show {audience} that as well, or do not name it here",
                subject=action.id,
            )


def _meant_for(audience: str, edition: Edition) -> Iterator[Action]:
    """The actions that say themselves that they are for an audience, where what they stand in is."""
    for update in edition.updates:
        if audience in (update.audiences or edition.audiences):
            yield from (action for action in update.marked if audience in (action.audiences or ()))


def _cause(action: Action, sight: Sight) -> str:
    """What hides an action, in words; empty where it is not its project, measure or `after`."""
    match sight.what_hides(action):
        case HiddenWith.ACTION, awaited:
            return f"`{awaited}`, which it waits for,"
        case kind, identity:
            return f"the {kind} `{identity}`"
        case _:
            return ""
