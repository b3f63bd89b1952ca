"""The making of one site, in shares that processes can do side by side."""

import gc
from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence
from functools import partial

from generator.domain.content import Content
from generator.incremental import PreviousBuild
from generator.making.make import make_all
from generator.making.workshop import Workshop
from generator.output.plan import AsItStands
from generator.processes import side_by_side
from generator.publications.artifact import Artifact, PageOf
from generator.scanning.scan import Hits, search
from generator.scanning.secrets import Secret
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass

FEWEST_TO_DIVIDE = 300  # files: to divide the process costs as much as to make some of them
MANY = 500  # pages, which leave behind some ten megabytes


@dataclass(frozen=True, slots=True)
class Task:
    """What all shares of a site have in common. `advance` is told of each file that need be thought of no more."""

    workshop: Workshop
    sources: MutableMapping[str, Source]
    before: PreviousBuild
    hidden: Sequence[Secret]
    known: Sequence[Content]
    advance: Callable[[], None]


@dataclass(frozen=True, slots=True)
class MadeShare:
    """What came of one share: files by their paths, what is wrong with templates, with their texts, and the secrets
    found.

    `kept` are files that stand as they would be made, or came out so; `keys` are those of its pages. `waiting` are
    pages that tell the size of a file that was not made yet.
    """

    made: Mapping[str, bytes]
    kept: Mapping[str, AsItStands]
    keys: Mapping[str, str]
    waiting: tuple[str, ...]
    faults: Sequence[Diagnostic]
    texts: Mapping[str, Source]
    found: Hits


def make_in_shares(
    task: Task, pages: Sequence[PageOf], others: Sequence[Artifact], lengths: Mapping[str, int], hands: int
) -> list[MadeShare]:
    """Up to `hands` processes make shares of about the same work: every so many pages, and all else with the first.

    `lengths` are those of the files that stand, in bytes. A page is planned when its turn comes, and its view let go
    when it is made: those of all pages together would need more room than all else.
    """
    hands = hands if len(pages) + len(others) >= FEWEST_TO_DIVIDE else 1
    parts = [(pages[hand::hands], () if hand else others) for hand in range(hands)]
    shares = side_by_side([partial(_make, task, *part, lengths) for part in parts])
    for share in shares:
        task.before.learn(share.keys)
    if waiting := {path for share in shares for path in share.waiting}:
        made = {path: len(data) for share in shares for path, data in share.made.items()}
        last = [page for page in pages if page.path in waiting]
        shares.append(_make(task, last, (), {**lengths, **made}))
    return shares


def search_in_shares(task: Task, standing: Collection[str], new: Sequence[Secret], hands: int) -> list[Hits]:
    """Up to `hands` processes look into the files that stand, by their paths, for what has become secret since."""
    paths = tuple(standing)
    hands = hands if len(paths) >= FEWEST_TO_DIVIDE else 1

    def look(share: Sequence[str]) -> Hits:
        return search(task.before.read(share), new, task.known)

    return side_by_side([partial(look, paths[hand::hands]) for hand in range(hands)])


def _make(task: Task, pages: Sequence[PageOf], others: Sequence[Artifact], lengths: Mapping[str, int]) -> MadeShare:
    texts: dict[str, Source] = {}
    kept: dict[str, AsItStands] = {}
    waiting: list[str] = []

    def in_turn() -> Iterator[Artifact]:
        for page in letting_go(pages):
            artifact = page.plan()
            if stands := task.before.standing(artifact):
                kept.update(stands)
                task.advance()
            elif all(needed in lengths for needed in artifact.needs):
                yield artifact
            else:
                waiting.append(page.path)

    made, faults = make_all(others, task.workshop, ChainMap(texts, task.sources), task.advance, lengths, in_turn())
    as_they_stood = task.before.as_they_stood(made)
    made = {path: data for path, data in made.items() if path not in as_they_stood}
    found = search(made.items(), task.hidden, task.known, task.before.searched(task.hidden))
    keys = task.before.keys_of(page.path for page in pages)
    return MadeShare(made, {**kept, **as_they_stood}, keys, tuple(waiting), faults, texts, found)


def letting_go(pages: Sequence[PageOf]) -> Iterator[PageOf]:
    """Every so often, what the pages before have left behind is collected, where Python's collector is off: what was
    shown to a template stays in reference cycles.
    """
    if len(pages) < MANY or gc.isenabled():
        yield from pages
        return
    gc.freeze()  # what was read stays, and need not be looked through
    try:
        for number, page in enumerate(pages, 1):
            yield page
            if number % MANY == 0:
                gc.collect(0)
    finally:
        gc.unfreeze()
