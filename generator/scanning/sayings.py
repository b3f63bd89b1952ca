"""What actions say, gathered once: briefings share the actions that they do not narrow, and scans need them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.saying import said


class Sayings:
    """The words of each action; `heard` has those that are known from an earlier build, by the action's `id()`.

    An action is held with its words, so that no other can take its place in memory.
    """

    def __init__(self, heard: Mapping[int, tuple[Action, str]]) -> None:
        self._of = dict(heard)

    def of(self, action: Action) -> str:
        known = self._of.get(id(action))
        if known is None:
            known = self._of[id(action)] = (action, said(action))
        return known[1]


def actions_in(content: Content) -> Iterator[Action]:
    return (action for edition in content.editions for update in edition.updates for action in update.actions)


def without_actions(content: Content) -> Content:
    """All that is said outside of actions."""
    return replace(
        content,
        editions=tuple(
            replace(edition, updates=tuple(replace(update, actions=()) for update in edition.updates))
            for edition in content.editions
        ),
    )


def without_updates(content: Content) -> Content:
    return replace(content, editions=tuple(replace(edition, updates=()) for edition in content.editions))


def shared_by(contents: Iterable[Content]) -> frozenset[int]:
    """The `id()` of each action that stands in any of them."""
    return frozenset(id(action) for content in contents for action in actions_in(content))
