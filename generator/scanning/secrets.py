"""What an audience may not know: everything that the content says and its briefing does not.

Both are walked alike, over every field of every value, so that a new kind of content is guarded before anyone thinks of
it. What is secret in one place and open in another is no secret.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.briefing import anchors
from generator.domain import address
from generator.domain.content import Content
from generator.domain.prose import NOWHERE
from generator.domain.saying import normal, people_in, said, words_in
from generator.scanning.matching import found_anywhere
from generator.scanning.sayings import (
    Sayings,
    actions_in,
    mentions_in,
    shared_by,
    without_actions,
    without_updates,
)
from generator.text.source import Span

# Shorter sentences are said by chance: "It is done." is nobody's secret. A person's name is one from two words on.
FEWEST_WORDS = 4
FEWEST_WORDS_OF_A_NAME = 2
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+")

Found = Iterator[tuple[str, Span]]


@dataclass(frozen=True, slots=True)
class Secret:
    """Words, or an address, that must not be in what an audience gets; `written_at` is where the content has them."""

    words: str
    is_address: bool
    written_at: Span


def secrets(whole: Content, known: Sequence[Content], sayings: Sayings) -> tuple[Secret, ...]:
    """What is in the whole content and in none of the known ones, each once, in the order in which it stands there.

    Words that occur anywhere in the known ones are known, also where they are part of a longer sentence.
    """
    hidden: dict[tuple[str, bool], Span] = {}
    for words, span in _sentences_unknown_to(known, whole, sayings):
        hidden.setdefault((words, False), span)
    if hidden:
        for words in found_anywhere([words for words, _ in hidden], _said(known, sayings)):
            del hidden[words, False]
    open_addresses = {found for content in known for found, _ in _addresses(content)}
    for found, span in _addresses(whole):
        if found not in open_addresses:
            hidden.setdefault((found, True), span)
    return tuple(Secret(words, is_address, span) for (words, is_address), span in hidden.items())


def _said(known: Sequence[Content], sayings: Sayings) -> Iterator[str]:
    """All that the known contents say, an action that they share once."""
    told: set[int] = set()
    for content in known:
        yield said(without_actions(content))
        for action in actions_in(content):
            if id(action) not in told:
                told.add(id(action))
                yield sayings.of(action)


def _sentences_unknown_to(known: Sequence[Content], whole: Content, sayings: Sayings) -> Found:
    """Sentences of what no known content has just as it is; some of them may be known from elsewhere."""
    yield from _sentences(words_in(without_actions(whole)))
    yield from _sentences_of_actions(known, whole, sayings)
    for person, span in people_in(without_updates(whole), NOWHERE):
        name = normal(person.name)
        if name.count(" ") + 1 >= FEWEST_WORDS_OF_A_NAME:
            yield name, span
        if person.email:
            yield person.email, span


def _sentences_of_actions(known: Sequence[Content], whole: Content, sayings: Sayings) -> Found:
    """Line by line against the same action as the known contents have it; most have all of its lines."""
    shared = shared_by(known)
    narrowed = [mentions_in(content) for content in known]
    for (edition, identity), action in mentions_in(whole).items():
        if id(action) in shared:
            continue
        lines = dict.fromkeys(sayings.of(action).split("\n"))
        for mentions in narrowed:
            if as_known := mentions.get((edition, identity)):
                for line in sayings.of(as_known).split("\n"):
                    lines.pop(line, None)
        yield from _sentences((line, action.written_at) for line in lines)


def _sentences(lines: Iterable[tuple[str, Span]]) -> Found:
    for words, span in lines:
        for sentence in _BETWEEN_SENTENCES.split(normal(words)):
            if sentence.count(" ") + 1 >= FEWEST_WORDS:
                yield sentence, span


def _addresses(content: Content) -> Found:
    """What an address or an attribute would have to name, to lead to a thing or to tell that there is one."""
    for workstream in content.workstreams:
        yield address.of_workstream(workstream.id), workstream.written_at
        yield from ((anchors.of_project(project.id), project.written_at) for project in workstream.projects)
    for measure in content.measures:
        yield address.of_measure(measure.id), measure.written_at
        yield anchors.of_measure(measure.id), measure.written_at
    for document in content.documents:
        yield address.of_document(document.file), document.written_at
    yield from ((image.path, NOWHERE) for image in content.images)
    yield from ((address.of_page(page.id), page.written_at) for page in content.pages)
    for edition in content.editions:
        yield address.of_edition(edition.id), edition.written_at
        for update in edition.updates:
            yield address.of_update(edition.id, update.workstream), update.written_at
            yield from _of_actions((action.id, action.written_at) for action in update.actions)


def _of_actions(actions: Iterable[tuple[str, Span]]) -> Found:
    for identity, span in actions:
        yield address.of_action(identity), span
        yield anchors.of_action(identity), span
