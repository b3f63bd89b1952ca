"""What an edit of updates and letters may have changed: a pure decision that can explain itself.

A page is made from its view, and a view costs time to plan; most pages of an edited programme need not even be planned.
Whatever is not named here reads as it did before the edit. Where that cannot be told, everything counts as touched.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import dropwhile

from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Update
from generator.domain.thread import Thread, Threads
from generator.domain.weaving import withdrawn_in
from generator.values import dataclass

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class UpdateEdit:
    """One update before and after, in the edition of that id."""

    edition: str
    before: Update
    after: Update


@dataclass(frozen=True, slots=True)
class LetterEdit:
    """What stands in one edition.md before and after, without the updates."""

    edition: str
    before: Edition
    after: Edition


Edit = UpdateEdit | LetterEdit


@dataclass(frozen=True, slots=True)
class Touched:
    """The ids of what may read differently now.

    `years` are those whose lists may, of the actions that ended in them and of what these workstreams reported. `since`
    are the editions from the first edited one on: an issue of a newsletter tells what was known when it came out, so of
    these alone may it read differently.
    """

    threads: Ids
    editions: Ids
    workstreams: Ids
    years: frozenset[int]
    since: Ids


@dataclass(frozen=True, slots=True)
class Everything:
    """All pages have to be planned; `because` says why, in words for the user."""

    because: str


def find_touched(
    edits: Iterable[Edit],
    whole: Content,
    threads: Threads,
    seen_before: Set[str],
    otherwise_restricted: Set[str] = frozenset(),
) -> Touched | Everything:
    """What the edits touch for one audience.

    `whole` is all content after them; `threads` are woven from what the audience sees of it, and `seen_before` are the
    ids of the threads that it saw before. `otherwise_restricted` are those of which some others see more or less now.
    """
    every = tuple(edits)
    updates = [edit for edit in every if isinstance(edit, UpdateEdit)]
    for edit in every:
        if isinstance(edit, LetterEdit) and not _differ_in_words_alone(edit.before, edit.after):
            return Everything(f"the title, the date or the readers of {edit.edition} have changed")
        if isinstance(edit, LetterEdit) and withdrawn_in([edit.before]) != withdrawn_in([edit.after]):
            return Everything(f"an action was withdrawn from {edit.edition}")
        if edit.before.audiences != edit.after.audiences:
            return Everything(f"the readers of an update in {edit.edition} have changed")
    for identity in sorted(threads.keys() ^ seen_before):
        if _was_known_to_others(identity, updates, whole, is_seen=identity in threads):
            return Everything(f"who may know of the action {identity} has changed")
    return _touched(every, updates, threads, whole, otherwise_restricted)


def _touched(
    edits: tuple[Edit, ...],
    updates: list[UpdateEdit],
    threads: Threads,
    whole: Content,
    otherwise_restricted: Set[str],
) -> Touched:
    """Everything that may read differently, found in two steps along the references between actions.

    The edited actions and those that they name come first, then all that name one of these or are named by one: an
    action tells of those that it waits for, continues or follows, and one that is no longer continued may stand
    differently, which those tell that name it.

    What took an edited action over has inherited its dues, and so has what took over that.

    The years come from the editions that mention these actions now, and from those in which they end. An action that
    ended in another edition before did so by that edition's words, so that edition is among the edited ones.

    A correction is told to those who follow a workstream that reported in its edition.

    That some others see more or less of an action now is told beside each of its mentions, in old issues too.
    """
    edited = [action for edit in updates for action in _edited(edit)]
    changed = _with_followers({action.id for action in edited}.union(*map(_names, edited)), threads)
    near = {thread.id for thread in threads.values() if not changed.isdisjoint(_named_in(thread))}
    named = {identity for it in changed if it in threads for identity in _named_in(threads[it])}
    affected = changed | near | named | otherwise_restricted
    mentions = [mention for it in affected if it in threads for mention in threads[it].mentions]
    own = {update.workstream for edit in updates for update in (edit.before, edit.after)}
    corrected = _otherwise_corrected(edits)
    own |= {update.workstream for edition in whole.editions if edition.id in corrected for update in edition.updates}
    edited_in = {edit.edition for edit in edits}
    days = [edition.published for edition in whole.editions if edition.id in edited_in]
    days += [mention.edition.published for mention in mentions]
    days += [ended.published for it in affected if it in threads and (ended := threads[it].ended_in)]
    told_otherwise = {
        mention.edition.id for it in otherwise_restricted if it in threads for mention in threads[it].mentions
    }
    return Touched(
        threads=frozenset(affected | _told_in(corrected, threads)),
        editions=frozenset(edited_in | {mention.edition.id for mention in mentions}),
        workstreams=frozenset(own | {mention.workstream for mention in mentions}),
        years=frozenset(day.year for day in days),
        since=_since(edited_in | told_otherwise, whole),
    )


def _since(editions: Set[str], whole: Content) -> Ids:
    """The ids of the first of these editions and of all that came out after it."""
    ordered = sorted(whole.editions, key=lambda it: it.order)
    return frozenset(it.id for it in dropwhile(lambda it: it.id not in editions, ordered))


def _otherwise_corrected(edits: Iterable[Edit]) -> Ids:
    """The editions of which another correction or withdrawal is told now."""
    return frozenset(
        it.edition
        for it in edits
        if isinstance(it, LetterEdit)
        and (it.before.corrections, it.before.withdrawals) != (it.after.corrections, it.after.withdrawals)
    )


def _told_in(editions: Ids, threads: Threads) -> Ids:
    """The actions whose stories these editions tell a step of: it says whether that was changed since."""
    if not editions:
        return frozenset()
    return frozenset(it.id for it in threads.values() if any(step.edition.id in editions for step in it.mentions))


def _with_followers(changed: Set[str], threads: Threads) -> Set[str]:
    """These actions, those that took them over, and so on to the last."""
    found, left = set(changed), [it for it in changed if it in threads]
    while left:
        new = {identity for _, identity in threads[left.pop()].continued_by} - found
        found |= new
        left.extend(new)
    return found


def _differ_in_words_alone(before: Edition, after: Edition) -> bool:
    """What an edition says of itself stands on many pages; its letter and what was corrected stand on its own."""
    like_after = replace(before, letter=after.letter, corrections=after.corrections, withdrawals=after.withdrawals)
    return like_after == after


def _was_known_to_others(identity: str, updates: list[UpdateEdit], whole: Content, *, is_seen: bool) -> bool:
    """Whether an action that has come into sight, or gone out of it, was there before and is there now.

    One that is wholly new or wholly gone can be named by edited files only: from any other, it would be a reference to
    nothing, which is an error. One that was there and is there may be named anywhere, and now reads differently.
    """
    there = {action.id for edit in updates for action in (edit.before if is_seen else edit.after).actions}
    edited = {(edit.edition, edit.after.workstream) for edit in updates}
    elsewhere = (
        action.id == identity
        for edition in whole.editions
        for update in edition.updates
        if (edition.id, update.workstream) not in edited
        for action in update.actions
    )
    return identity in there or any(elsewhere)


def _edited(edit: UpdateEdit) -> Iterator[Action]:
    """The actions that differ, as they were and as they are; all of them where they stand in another order, as lists
    of actions follow the order in which they are first named. One whose id is written now says the same, but the open
    data tell that it will last.
    """
    told = [[(it, it.has_written_id) for it in update.actions] for update in (edit.before, edit.after)]
    before, after = map(set, told)
    both = before & after
    was, now = ([it for it in actions if it in both] for actions in told)
    yield from (action for action, _ in (before | after) - (both if was == now else set()))


def _names(action: Action) -> Ids:
    return frozenset(reference.id for reference in (*action.after, *action.continues))


def _named_in(thread: Thread) -> Ids:
    return frozenset().union(*(_names(mention.action) for mention in thread.mentions))
