"""The words of actions and updates, put together once for all scans of a build, since briefings share most of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.domain.content import Content
from generator.domain.edition import Action, Update
from generator.domain.prose import Prose
from generator.domain.saying import said, said_around, said_beside


class Sayings:
    """The words of actions, updates and proses by the `id()` of each; `heard` has those of proses that were not changed
    since an earlier build.

    Each thing is held beside its words, so that its `id()` cannot become that of another.
    """

    def __init__(self, heard: Mapping[int, tuple[object, str]]) -> None:
        self._of: dict[int, tuple[object, str]] = dict(heard)

    def of(self, action: Action) -> str:
        """All that it says, in lines."""
        known = self._of.get(id(action))
        if known is None:
            parts = (self.prose(action.text), self.prose(action.plain or ()), said_beside(action))
            known = self._of[id(action)] = (action, "\n".join(filter(None, parts)))
        return known[1]

    def around(self, update: Update) -> str:
        """All that it says outside of its actions, in lines."""
        known = self._of.get(id(update))
        if known is None:
            words = f"{self.prose(update.introduction)}\n{said_around(update)}"
            known = self._of[id(update)] = (update, words)
        return known[1]

    def prose(self, prose: Prose) -> str:
        known = self._of.get(id(prose))
        if known is None:
            known = self._of[id(prose)] = (prose, said(prose))
        return known[1]


def updates_in(content: Content) -> Iterator[Update]:
    return (update for edition in content.editions for update in edition.updates)


def actions_in(content: Content) -> Iterator[Action]:
    return (action for edition in content.editions for action in edition.actions)


def mentions_in(
    whole: Content, others: Iterable[Content]
) -> Iterator[tuple[tuple[Action, ...], list[dict[str, Action]]]]:
    """The actions of each edition, and those that the others have in that edition by their ids."""
    versions: dict[str, list[dict[str, Action]]] = {}
    for edition in (edition for content in others for edition in content.editions):
        by_id = {action.id: action for action in edition.actions}
        versions.setdefault(edition.id, []).append(by_id)
    for edition in whole.editions:
        yield edition.actions, versions.get(edition.id, [])


def without_updates(content: Content) -> Content:
    return replace(content, editions=tuple(replace(edition, updates=()) for edition in content.editions))
