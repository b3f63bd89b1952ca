"""What an audience may not know: everything that the content says and its briefing does not.

Both are walked alike, over every field of every value, so that a new kind of content is guarded before anyone thinks of
it. What is secret in one place and open in another is no secret.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace

from generator.briefing import anchors
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.moved import names_of
from generator.domain.saying import normal, people_in, said, said_beside, words_in
from generator.scanning.matching import found_anywhere
from generator.scanning.sayings import (
    Sayings,
    actions_in,
    mentions_in,
    updates_in,
    without_updates,
)
from generator.text.source import Span
from generator.values import dataclass

# Shorter sentences are said by chance: "It is done." is nobody's secret. A person's name is one from two words on that
# have letters in them.
FEWEST_WORDS = 4
FEWEST_WORDS_OF_A_NAME = 2
_PROGRAMME = Span("programme.yml", 0, 0)  # of whose parts most have no place of their own
# Not the rule of text/sentences.py: at every stop, whatever follows, since half of what a reader takes for one sentence
# may stand alone somewhere else, and would be no less of a leak there.
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+")

Placed = Iterator[tuple[str, Span]]


@dataclass(frozen=True, slots=True)
class Secret:
    """Words, or an address, that must not be in what an audience gets; `written_at` is where the content has them."""

    words: str
    is_address: bool
    written_at: Span


def secrets(whole: Content, known: Sequence[Content], sayings: Sayings, wording: Wording) -> tuple[Secret, ...]:
    """What is in the whole content and in none of the known ones, each once, in the order in which it stands there.

    Words that occur anywhere in the known ones are known, also where they are part of a longer sentence. Months are
    known to all, as the `wording` of the site says them: a draft may be called by those for which a promise is due.
    """
    hidden: dict[tuple[str, bool], Span] = {}
    beside = frozenset(line for words in _said_beside_actions(known, sayings) for line in words.split("\n"))
    for words, span in _sentences_unknown_to(known, whole, sayings, beside):
        if not wording.says_months(words):
            hidden.setdefault((words, False), span)
    if hidden:
        for words in found_anywhere([words for words, _ in hidden], (*beside, *_said_by_actions(known, sayings))):
            del hidden[words, False]
    open_actions = frozenset[str]().union(*(edition.action_ids for content in known for edition in content.editions))
    open_addresses = {name for content in known for name, _ in _addresses(content, open_actions)}
    for name, span in _addresses(whole, open_actions):
        if name not in open_addresses:
            hidden.setdefault((name, True), span)
    return tuple(Secret(words, is_address, span) for (words, is_address), span in hidden.items())


def _said_beside_actions(known: Sequence[Content], sayings: Sayings) -> Iterator[str]:
    for content in known:
        yield said(without_updates(content))
        yield from map(sayings.around, updates_in(content))


def _said_by_actions(known: Sequence[Content], sayings: Sayings) -> Iterable[str]:
    """All that the actions of the known contents say; what several of them say, once."""
    actions = [action for content in known for action in actions_in(content)]
    proses = {id(prose): prose for action in actions for prose in (action.text, action.plain) if prose}
    return {*map(sayings.prose, proses.values()), *map(said_beside, actions)}


def _sentences_unknown_to(
    known: Sequence[Content], whole: Content, sayings: Sayings, beside: Collection[str]
) -> Placed:
    """Sentences of what no known content has just as it is; some of them may be known from elsewhere.

    `beside` are the lines that the known ones say outside of their actions.
    """
    lines = ((normal(words), span) for words, span in _words_beside_actions(whole, sayings, beside))
    yield from _sentences((line, span) for line, span in lines if line not in beside)
    yield from _sentences_of_actions(known, whole, sayings)
    for person, span in people_in(without_updates(whole), _PROGRAMME):
        name = normal(person.name)
        if sum(any(map(str.isalpha, word)) for word in name.split(" ")) >= FEWEST_WORDS_OF_A_NAME:
            yield name, span
        if person.email:
            yield person.email, span


def _words_beside_actions(whole: Content, sayings: Sayings, known: Collection[str]) -> Placed:
    """All words but those of actions, with their places; an update whose lines are all `known` is left out."""
    yield from words_in(replace(whole, editions=(), accepted=()), _PROGRAMME)
    for edition in whole.editions:
        yield from words_in(replace(edition, updates=()))
        for update in edition.updates:
            if not all(line in known for line in sayings.around(update).split("\n")):
                yield from words_in(replace(update, actions=()))
    yield from words_in(whole.accepted)


def _sentences_of_actions(known: Sequence[Content], whole: Content, sayings: Sayings) -> Placed:
    """The sentences of each action in the lines that no known version of it has in the same edition."""
    for edition, versions in mentions_in(whole, known):
        for action in edition:
            as_known = [version[action.id] for version in versions if action.id in version]
            if _is_told(action, as_known):
                continue
            lines = dict.fromkeys(sayings.of(action).split("\n"))
            for line in (line for version in as_known for line in sayings.of(version).split("\n")):
                lines.pop(line, None)
            yield from _sentences((line, action.written_at) for line in lines)


def _is_told(action: Action, versions: Sequence[Action]) -> bool:
    """Whether it is surely known: it is one of these, or its text and plain wording are texts of some of these, and it
    says nothing else. A quick look at identity: what is not surely known is compared line by line.
    """
    if any(action is version for version in versions):
        return True
    proses = (action.text, action.plain or action.text)
    return all(any(it is version.text for version in versions) for it in proses) and not said_beside(action)


def _sentences(lines: Iterable[tuple[str, Span]]) -> Placed:
    """The sentences that are long enough to be secret; `lines` are normalised words, as `saying.normal` gives them."""
    for words, span in lines:
        for sentence in _BETWEEN_SENTENCES.split(words):
            if sentence.count(" ") + 1 >= FEWEST_WORDS:
                yield sentence, span


def _addresses(content: Content, but: Set[str]) -> Placed:
    """What an address or an attribute would have to name, to lead to a thing or to tell that there is one; those of
    actions with the ids `but` are left out, as an address of an action is none of another thing.
    """
    for workstream in content.workstreams:
        yield from ((address.of_workstream(name), workstream.written_at) for name in names_of(workstream))
        yield from ((anchors.of_project(project.id), project.written_at) for project in workstream.projects)
    for measure in content.measures:
        yield address.of_measure(measure.id), measure.written_at
        yield anchors.of_measure(measure.id), measure.written_at
    for document in content.documents:
        yield address.of_document(document.file), document.written_at
    yield from ((image.path, Span(image.path, 0, 0)) for image in content.images)
    yield from ((address.of_page(page.id), page.written_at) for page in content.pages)
    yield from ((f"{address.NEWSLETTERS}{it.id}/", _PROGRAMME) for it in content.programme.newsletters)
    for edition in content.editions:
        yield from ((address.of_edition(name), edition.written_at) for name in names_of(edition))
        for update in edition.updates:
            yield address.of_update(edition.id, update.workstream), update.written_at
            if not update.action_ids <= but:
                yield from _of_actions((it.id, it.written_at) for it in update.actions if it.id not in but)


def _of_actions(actions: Iterable[tuple[str, Span]]) -> Placed:
    for identity, span in actions:
        yield address.of_action(identity), span
        yield anchors.of_action(identity), span
