"""What actions say, gathered once: briefings share the words that they do not narrow, and scans need them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.prose import Prose
from generator.domain.saying import said, said_beside


class Sayings:
    """The words of actions; `heard` has those of proses that are known from an earlier build, by their `id()`.

    A thing is held with its words, so that no other can take its place in memory.
    """

    def __init__(self, heard: Mapping[int, tuple[object, str]]) -> None:
        self._of: dict[int, tuple[object, str]] = dict(heard)

    def of(self, action: Action) -> str:
        """All that it says, in lines."""
        known = self._of.get(id(action))
        if known is None:
            lines = [self._prose(action.text), said_beside(action)]
            if action.plain is not None:
                lines.insert(1, self._prose(action.plain))
            known = self._of[id(action)] = (action, "\n".join(filter(None, lines)))
        return known[1]

    def _prose(self, prose: Prose) -> str:
        known = self._of.get(id(prose))
        if known is None:
            known = self._of[id(prose)] = (prose, said(prose))
        return known[1]


def actions_in(content: Content) -> Iterator[Action]:
    return (action for edition in content.editions for update in edition.updates for action in update.actions)


def mentions_in(content: Content) -> dict[tuple[str, str], Action]:
    """The actions by their edition's id and their own."""
    return {
        (edition.id, action.id): action
        for edition in content.editions
        for update in edition.updates
        for action in update.actions
    }


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
