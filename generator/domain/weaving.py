"""Weaving: editions become threads, each with all that is said of one action and its ties to others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.domain.edition import Edition
from generator.domain.mention import EditionMark, Mention, mark_of
from generator.domain.record import stand_in
from generator.domain.thread import InheritedDues, Thread, Threads


def weave(editions: Iterable[Edition]) -> dict[str, Thread]:
    """One thread for each action that the editions name, in the order in which they first appear.

    Editions may come in any order: they are taken by publication, then by name. An action that continues others has its
    `from` from whichever mention says so; ids that no edition names are left out.
    """
    ordered = sorted(editions, key=lambda edition: edition.order)
    mentions: dict[str, list[Mention]] = {}
    for edition in ordered:
        for mention in mentions_in(edition):
            mentions.setdefault(mention.action.id, []).append(mention)
    regular, withdrawn = regular_in(ordered), withdrawn_in(ordered)
    threads = {
        identity: Thread(identity, tuple(found), regular=judging(regular, identity, found, withdrawn))
        for identity, found in mentions.items()
    }
    for identity, ties in ties_of(threads, ordered).items():
        threads[identity] = replace(threads[identity], **ties)
    return threads


def mentions_in(edition: Edition) -> tuple[Mention, ...]:
    return edition.once("mentions", partial(_mentions_in, edition))


def _mentions_in(edition: Edition) -> tuple[Mention, ...]:
    mark = mark_of(edition)
    return tuple(Mention(mark, update.workstream, action) for update in edition.updates for action in update.actions)


def regular_in(editions: Iterable[Edition]) -> tuple[EditionMark, ...]:
    return tuple(mark_of(edition) for edition in editions if not edition.is_special)


def withdrawn_in(editions: Iterable[Edition]) -> Mapping[str, tuple[EditionMark, ...]]:
    """The editions out of which a whole action was taken, in their order, by what stands for the action's id."""
    found: dict[str, tuple[EditionMark, ...]] = {}
    for edition in editions:
        for action in {it.action for it in edition.withdrawals if it.action}:
            found[action] = (*found.get(action, ()), mark_of(edition))
    return found


def judging(
    regular: tuple[EditionMark, ...],
    identity: str,
    mentions: Sequence[Mention],
    withdrawn: Mapping[str, tuple[EditionMark, ...]],
) -> tuple[EditionMark, ...]:
    """The regular editions by which the silence on one action is judged: one out of which it was taken spoke of it, and
    so broke the silence of those before it.
    """
    out_of = withdrawn.get(stand_in(identity)) if withdrawn else None
    if not out_of:
        return regular
    told, taken = mentions[-1].edition.order, out_of[-1].order
    return tuple(it for it in regular if it not in out_of and not told < it.order <= taken)


def ties_of(threads: Threads, editions: Iterable[Edition]) -> dict[str, dict[str, Any]]:
    """`continues`, `continued_by`, `part_of` and `inherited` of the few threads that have any, as their mentions say.

    The first are each once, in the order in which they are named, the second each with the first edition that says so.
    """
    continuing = frozenset[str]().union(*(it.once("continuing", partial(_continuing_in, it)) for it in editions))
    ties: dict[str, dict[str, Any]] = {}
    later: dict[str, dict[str, EditionMark]] = {}
    for identity in filter(continuing.__contains__, threads):
        named = [(it.id, mention.edition) for mention in threads[identity].mentions for it in mention.action.continues]
        known = [(before, mark) for before, mark in named if before in threads]
        continues = tuple(dict.fromkeys(before for before, _ in known))
        ties[identity] = {"continues": continues, "part_of": _promises_ended(threads, threads[identity], continues)}
        for before, mark in known:
            if before != identity:
                later.setdefault(before, {}).setdefault(identity, mark)
    for identity, inherited in _inheritances(threads, tuple(ties)).items():
        ties[identity]["inherited"] = inherited
    for before, by in later.items():
        ties.setdefault(before, {})["continued_by"] = tuple((mark, identity) for identity, mark in by.items())
    return ties


def those_waiting(threads: Threads) -> dict[str, list[str]]:
    """For each action that others wait for, those whose newest mention says so."""
    found: dict[str, list[str]] = {}
    for thread in threads.values():
        for identity in dict.fromkeys(reference.id for reference in thread.latest.action.after):
            found.setdefault(identity, []).append(thread.id)
    return found


def _promises_ended(threads: Threads, thread: Thread, continues: Iterable[str]) -> tuple[str, ...]:
    """Those that were open when the thread's first mention told it as completed or stopped."""
    first = thread.mentions[0]
    if first.is_open:
        return ()
    return tuple(it for it in continues if _is_open_at(threads[it], first.edition))


def _inheritances(threads: Threads, ids: Iterable[str]) -> dict[str, InheritedDues]:
    """Of these threads, those that inherit dues: from the promises that their first mention continues, which an earlier
    edition made and which are open then, whatever is said of them later.
    """
    found: dict[str, InheritedDues] = {}
    for identity in sorted(ids, key=lambda it: threads[it].mentions[0].edition.order):
        first = threads[identity].mentions[0]
        named = [threads[it.id] for it in first.action.continues if it.id in threads] if first.is_open else ()
        before = [it for it in named if it.mentions[0].edition.order < first.edition.order]
        open_then = [it for it in before if _is_open_at(it, first.edition)]
        if known := [dues for it in open_then if (dues := _dues_at(it, first.edition, found.get(it.id)))]:
            found[identity] = InheritedDues(min(it.first for it in known), min(it.newest for it in known))
    return found


def _dues_at(thread: Thread, edition: EditionMark, inherited: InheritedDues | None) -> InheritedDues | None:
    """The first and the newest due that it had by then, to be handed on."""
    told = (it for it in thread.mentions if it.is_open and it.edition.order <= edition.order)
    own = [mention.action.due for mention in told if mention.action.due]
    if inherited:
        return InheritedDues(inherited.first, own[-1] if own else inherited.newest)
    return InheritedDues(own[0], own[-1]) if own else None


def _is_open_at(thread: Thread, edition: EditionMark) -> bool:
    """By the last that was said of it up to that edition."""
    told = thread.told_by(edition)
    return told is not None and told.is_open


def _continuing_in(edition: Edition) -> frozenset[str]:
    return frozenset(action.id for action in edition.actions if action.continues)
