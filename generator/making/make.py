"""Artifacts to bytes, all of them before anything is written."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generator.domain.prose import NOWHERE
from generator.making.colour import read_colour
from generator.making.icons import icons
from generator.making.images import UnreadableImageError
from generator.making.render import Renderer, TemplateFailedError
from generator.making.theme import Theme, is_template, published_name
from generator.making.theme_file import shown
from generator.making.workshop import Workshop
from generator.publications.artifact import Artifact
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

_Made = TypeVar("_Made")


def make_all(
    artifacts: Iterable[Artifact],
    workshop: Workshop,
    sources: MutableMapping[str, Source],
    advance: Callable[[], None],
    standing: Mapping[str, int] = MappingProxyType({}),
    pages: Iterable[Artifact] = (),
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of each artifact by its path, and what is wrong with the templates: each fault once.

    `standing` are the lengths of those that need not be made again; they may be needed all the same. `pages` are
    artifacts whose needs stand; each is asked for when the one before it is made.

    Those that tell the sizes of others are made after them, unless one of the others failed. What is printed is begun
    before all else and waited for last, so that the other pages are made beside it.
    """
    made: dict[str, bytes] = {}
    lengths = dict(standing)
    faults: dict[tuple[Path, int, str], Diagnostic] = {}

    def attempt(artifact: Artifact, work: Callable[[], _Made]) -> _Made | None:
        try:
            return work()
        except TemplateFailedError as error:
            faults.setdefault((error.file, error.line, error.why), failing_template(error, sources, artifact))
        except UnreadableImageError as error:
            faults.setdefault((Path(error.path), 0, error.why), _unreadable(error))
        return None

    def make(artifact: Artifact) -> bytes | Mapping[str, bytes] | None:
        return attempt(artifact, begun.get(artifact.path) or partial(workshop.make, artifact, lengths))

    with workshop:
        every = list(artifacts)
        found = {it.path: attempt(it, partial(workshop.begin, it)) for it in every}
        begun = {path: finish for path, finish in found.items() if finish is not None}
        every.sort(key=lambda it: (bool(it.needs), it.path in begun))
        for artifact in chain(pages, every):
            if all(needed in lengths for needed in artifact.needs):
                data = make(artifact)
                if isinstance(data, bytes):
                    made[artifact.path] = data
                    lengths[artifact.path] = len(data)
                elif data is not None:
                    made.update(data)
            advance()
    return made, list(faults.values())


def make_assets(
    theme: Theme, renderer: Renderer, sources: MutableMapping[str, Source]
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The theme's assets by their path on the site; those that are templates are rendered.

    One of which nothing is left is not published: so an option of the theme can take a file away.
    """
    made: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for asset, file in theme.assets():
        try:
            data = renderer.asset(asset) if is_template(asset) else file.read_bytes()
        except TemplateFailedError as error:
            faults.append(failing_template(error, sources))
        else:
            if data.strip():
                made[published_name(asset)] = data
    wanted = [name for name in theme.icons if name not in made]
    drawn = icons(read_colour(theme.tokens["colour"]["accent"]) or "black") if wanted else {}
    made |= {name: drawn[name] for name in wanted}
    return made, faults


def _unreadable(error: UnreadableImageError) -> Diagnostic:
    return Diagnostic(
        "unreadable-image",
        f"`{error.path}` is not shown: {error.why}",
        Span(error.path, 0, 0),
        error.remedy,
    )


def failing_template(
    error: TemplateFailedError, sources: MutableMapping[str, Source], artifact: Artifact | None = None
) -> Diagnostic:
    """The fault at the template's line, with the content that it was found with."""
    span = span_in(error.file, error.line, sources)
    related: tuple[tuple[Span, str], ...] = ()
    note = ""
    if artifact is not None:
        note = f"found while making {artifact.path}"
        if artifact.origin != NOWHERE:
            related = ((artifact.origin, "this content was being shown"),)
    why = error.why.rstrip(".")
    return Diagnostic("template-error", f"a template cannot be shown: {why}", span, "mend the theme, not the content",
                      note, related)  # fmt: skip


def span_in(file: Path, line: int, sources: MutableMapping[str, Source]) -> Span:
    """A line of a theme's file, the whole of it where the line is 0; `sources` learns its text."""
    path = shown(file)
    if path not in sources and file.is_file():
        sources[path] = Source(path, file.read_text(encoding="utf-8", errors="replace"))
    source = sources.get(path)
    return source.line_span(line) if source and line else Span(path, 0, 0)
