"""A whole action taken out of an edition, or out of all of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from generator.authoring.cutting import links_to, without_action, without_references
from generator.authoring.leftovers import places_in
from generator.authoring.occurrences import Sought
from generator.authoring.proposal import Proposal
from generator.authoring.withdrawal_request import Taken, WithdrawalRequest, WithdrawingRefused, told_with_places
from generator.domain.content import Content
from generator.domain.edition import Action, Edition
from generator.domain.prose import plain_words
from generator.domain.record import stand_in
from generator.domain.thread import Standing
from generator.domain.weaving import weave
from generator.reading.desk import with_choice
from generator.reading.records import FILE_NAME


def take_action_out(
    request: WithdrawalRequest, content: Content, edition: Edition, proposal: Proposal, on: date
) -> Taken:
    """Changes the proposal's files. Raises WithdrawingRefused, and CannotChangeError."""
    identity = request.named
    mentions = [
        (each, action, update.written_at.path)
        for each in content.editions
        for update in each.updates
        for action in update.actions
        if action.id == identity
    ]
    chosen = [it for it in mentions if request.everywhere or it[0] is edition]
    if not chosen:
        ids = tuple(action.id for action in edition.actions)
        raise WithdrawingRefused(with_choice(f"{edition.title} has no action `{identity}`", identity, ids))
    for _, action, path in chosen:
        _refuse_if_told(request, action)
        proposal.change(path, without_action(proposal.source(path), action))
    if len(chosen) < len(mentions):
        return Taken(partial(_look_at, identity, (), content, on), stand_in=stand_in(identity))
    unlinked = tuple(_unlink(identity, proposal))
    return Taken(partial(_look_at, identity, unlinked, content, on), gone=frozenset((identity,)))


def _refuse_if_told(request: WithdrawalRequest, action: Action) -> None:
    """The reason is public: it must not say what is taken out."""
    for words in (action.id, plain_words(action.text[:1]).rstrip("."), plain_words(action.plain or ()).rstrip(".")):
        if words and Sought(words).in_text(request.why):
            raise WithdrawingRefused(
                "the reason names the action that is withdrawn: say why without saying what it was"
            )


def _unlink(identity: str, proposal: Proposal) -> Iterator[str]:
    """Takes what names the action out of all files, and gives the places where a link to it is plain words now. Records
    are left to be sealed anew.
    """
    gone = frozenset((identity,))
    for path in proposal.paths():
        source = proposal.source(path)
        if identity in source.text and not path.endswith(f"/{FILE_NAME}"):
            yield from (str(source.place(start)) for start, _ in links_to(gone, source.text))
            proposal.change(path, without_references(source, gone))


def _look_at(
    identity: str, unlinked: Iterable[str], before: Content, on: date, after: Content, proposal: Proposal
) -> Iterator[str]:
    yield from told_with_places("links to it are plain words now, which may still speak of it, in", unlinked)
    yield from _opened_by_it(before, after, on)
    left = places_in(map(proposal.source, proposal.paths()), Sought(identity))
    yield from told_with_places("its id is still written in", left)


def _opened_by_it(before: Content, after: Content, on: date) -> Iterator[str]:
    """A promise whose end is told no more stands open in every figure until an update says otherwise."""
    now = weave(after.editions)
    for identity, was in weave(before.editions).items():
        thread = now.get(identity)
        if thread is not None and was.ended_in is not None and thread.ended_in is None:
            state = "overdue" if thread.standing(on) is Standing.OVERDUE else "open"
            yield (
                f"`{identity}` is told as {state} now, since what ended it is withdrawn: "
                "let the next update say what became of it"
            )
