"""Every publication, in one tuple, and the rule that no two of their files may stand at one address."""

from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from generator.briefing.describe import Describer
from generator.domain.prose import NOWHERE
from generator.publications import feeds, hosting, newsletter, website
from generator.publications.artifact import Artifact
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

PUBLICATIONS: tuple[Callable[[Describer], Iterator[Artifact]], ...] = (
    website.publish,
    newsletter.publish,
    feeds.publish,
    hosting.publish,
)


def plan(describe: Describer) -> tuple[Artifact, ...]:
    """Everything that is to be made for one audience."""
    return tuple(artifact for publish in PUBLICATIONS for artifact in publish(describe))


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
