"""Where words that were to be taken out still stand.

In the files that were changed this stops a withdrawal; elsewhere a person is told to look.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.authoring.occurrences import Sought
from generator.domain import address
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.prose import Prose, words_by_line
from generator.reading.standing import place_of
from generator.scanning.decoding import decode
from generator.text.source import Source


def places_in(sources: Iterable[Source], sought: Sought) -> Iterator[str]:
    """Each place as an editor opens it: its path, line and column."""
    for source in sources:
        for occurrence in sought.in_text(source.text):
            yield str(source.place(occurrence.start))


def paragraphs_in(content: Content, sought: Sought, editions: Iterable[Edition], everywhere: bool) -> Iterator[str]:
    """The files in which a reader would still read the words, however they are marked up there."""
    proses = [it for edition in editions for it in _of_edition(edition)]
    for path, prose in [*proses, *(_around_editions(content) if everywhere else ())]:
        if any(sought.in_text(words) for words in words_by_line(prose)):
            yield path


def _of_edition(edition: Edition) -> Iterator[tuple[str, Prose]]:
    yield edition.written_at.path, edition.letter
    for update in edition.updates:
        path = update.written_at.path
        yield path, update.introduction
        for action in update.actions:
            yield path, action.text
            yield path, action.plain or ()
    if edition.record is not None:
        path = edition.record.written_at.path
        for then in edition.record.workstreams:
            yield from ((path, prose) for prose in (then.summary, then.plain or ()))


def _around_editions(content: Content) -> Iterator[tuple[str, Prose]]:
    yield "programme.yml", content.programme.objective
    for workstream in content.workstreams:
        yield from (("workstreams.yml", prose) for prose in (workstream.summary, workstream.plain or ()))
        for project in workstream.projects:
            yield from (("workstreams.yml", prose) for prose in (project.summary, project.plain or ()))
    for page in content.pages:
        yield page.written_at.path, page.body


def names_that_hold(content: Content, sought: Sought) -> Iterator[str]:
    """Names of files and folders, which are part of addresses, and which only a person can change."""
    names = [
        *(f"editions/{edition.id}" for edition in content.editions),
        *(f"documents/{document.file}" for document in content.documents),
        *(image.path for image in content.images),
        *(f"pages/{page.id}.md" for page in content.pages),
    ]
    return (name for name in names if sought.in_text(name))


def documents_that_hold(content: Content, root: Path, sought: Sought) -> tuple[list[str], list[str]]:
    """The documents that say the words, also in what they hide and where only programs look; and those that cannot be
    looked into.
    """
    holding: list[str] = []
    closed: list[str] = []
    for path in dict.fromkeys(address.of_document(document.file) for document in content.documents):
        file = place_of(root, path)
        if not file.is_file():
            continue
        decoded = decode(path, file.read_bytes())
        if any(map(sought.in_text, (decoded.words, decoded.names.partition("\n")[2], "\n".join(decoded.tags)))):
            holding.append(path)
        elif decoded.unopened:
            closed.append(path)
    return holding, closed
