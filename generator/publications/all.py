"""Every publication, in one tuple, and the rule that no two of their files may stand at one address."""

from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from generator.briefing.describe import Describer
from generator.domain import address
from generator.domain.prose import NOWHERE
from generator.publications import (
    calendar,
    feeds,
    hosting,
    moved,
    newsletter,
    open_data,
    search,
    sitemap,
    website,
)
from generator.publications.artifact import Artifact, AsBefore, PageOf
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

PUBLICATIONS: tuple[Callable[[Describer], Iterator[Artifact | PageOf]], ...] = (
    website.publish,
    newsletter.publish,
    feeds.publish,
    calendar.publish,
    open_data.publish,
    search.publish,
    hosting.publish,
)


def plan(describe: Describer, stands: Callable[[PageOf], bool] = lambda _: False) -> tuple[Artifact, ...]:
    """Everything that is to be made for one audience; a page that `stands` as it would be made is not planned."""
    return tuple(_planned(found, stands) for _, found in announced(describe))


def announced(describe: Describer) -> Iterator[tuple[str, Artifact | PageOf]]:
    """The path of each file that is to be made, and what will be made of it; most pages are not planned by that."""
    paths = []
    for publish in PUBLICATIONS:
        for found in publish(describe):
            paths.append(found.path if isinstance(found, Artifact) else address.file_at(found.address))
            yield paths[-1], found
    for found in sitemap.publish(describe, paths):
        yield address.SITEMAP, found
    for artifact in moved.publish(describe):  # after the list of pages, in which they do not stand
        yield artifact.path, artifact


def _planned(found: Artifact | PageOf, stands: Callable[[PageOf], bool]) -> Artifact:
    if isinstance(found, Artifact):
        return found
    return Artifact(address.file_at(found.address), AsBefore()) if stands(found) else found.plan()


def clashes(artifacts: Iterable[Artifact]) -> Iterator[Diagnostic]:
    """Two files at one address, also where disks see no difference: in capitals, or in how an accent is encoded."""
    first: dict[str, Artifact] = {}
    for artifact in artifacts:
        other = first.setdefault(normalize("NFC", artifact.path.casefold()), artifact)
        if other is not artifact:
            span, related = _places(artifact, other)
            address = artifact.path.removesuffix("index.html") or "the home page"
            yield Diagnostic(
                "two-pages-one-address",
                f"two files would stand at `{address}`",
                span,
                "give one of them another name; capitals alone do not tell two addresses apart",
                "" if related else "every site has a page of its own there",
                related,
            )


def _places(artifact: Artifact, other: Artifact) -> tuple[Span, tuple[tuple[Span, str], ...]]:
    """The writer's place first; our own pages have none."""
    if artifact.origin == NOWHERE:
        artifact, other = other, artifact
    return artifact.origin, () if other.origin == NOWHERE else ((other.origin, "the other"),)
