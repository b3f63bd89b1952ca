"""Why an action was moved, stopped or opened again, where that was told later than the change itself."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from generator.domain.edition import State
from generator.domain.mention import EditionMark, Mention, Move
from generator.domain.thread import Thread


def reason_since(thread: Thread, edition: EditionMark) -> Mention | None:
    """The mention that says why, where the edition that changed the action had not: the first after that with a reason,
    as long as the action is neither closed, opened nor moved again. None where there is none, or no such edition.
    """
    return next((it for it in _as_it_stood(thread, edition) if it.action.reason), None)


def is_explained(thread: Thread, mention: Mention) -> bool:
    """Whether anybody is told why it was changed as that mention changed it, then or later."""
    return bool(mention.action.reason) or reason_since(thread, mention.edition) is not None


def may_be_explained(thread: Thread, mention: Mention) -> bool:
    """Whether an edition to come can still say why: only until the action is closed, opened or moved again, or others
    have taken it over.
    """
    if thread.latest.is_open and thread.ended_in is not None:
        return False
    after = thread.mentions[thread.mentions.index(mention) + 1 :]
    return len(tuple(_as_it_stood(thread, mention.edition))) == len(after)


def why_moved(thread: Thread, move: Move) -> str:
    """The reason that the move's edition gives, or one after it; empty where none does."""
    since = None if move.reason else reason_since(thread, move.edition)
    return since.action.reason if since else move.reason


def why_stopped(thread: Thread) -> str:
    """The newest reason for its being stopped, which an edition that tells of it again may leave out; empty where none
    gave one, or its newest words are not of a stop.
    """
    told = takewhile(lambda it: it.action.state is State.STOPPED, reversed(thread.mentions))
    return next((mention.action.reason for mention in told if mention.action.reason), "")


def _as_it_stood(thread: Thread, edition: EditionMark) -> Iterator[Mention]:
    """The mentions after that of an edition, until one closes it, opens it again or moves it."""
    at = next((at for at, it in enumerate(thread.mentions) if it.edition == edition), len(thread.mentions))
    moved = {move.edition for move in thread.moves}
    for before, mention in pairwise(thread.mentions[at:]):
        if mention.edition in moved or not _stands_alike(before, mention):
            return
        yield mention


def _stands_alike(before: Mention, mention: Mention) -> bool:
    """Whether it goes on, or stays ended in the same way."""
    is_the_same = before.action.state is mention.action.state
    return before.is_open == mention.is_open and (mention.is_open or is_the_same)
