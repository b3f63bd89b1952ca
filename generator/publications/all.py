"""Every publication, in one tuple, and the rule that no two of their files may stand at one address."""

from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from generator.briefing.describe import Describer
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
from generator.publications.artifact import Artifact, PageOf, planned
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


def plan(describe: Describer) -> Iterator[Artifact | PageOf]:
    """Everything that is to be made for one audience; most pages are not planned by that."""
    paths = []
    for publish in PUBLICATIONS:
        for file in publish(describe):
            paths.append(file.path)
            yield file
    yield from sitemap.publish(describe, paths)
    yield from moved.publish(describe)  # after the list of pages, in which they do not stand


def clashes(every: Iterable[Artifact | PageOf]) -> Iterator[Diagnostic]:
    """Two files at one address, also where disks see no difference: in capitals, or in how an accent is encoded."""
    first: dict[str, Artifact | PageOf] = {}
    for file in every:
        path = file.path
        other = first.setdefault(normalize("NFC", path.casefold()), file)
        if other is not file:
            span, related = _places(planned(file), planned(other))
            address = path.removesuffix("index.html") or "the home page"
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
