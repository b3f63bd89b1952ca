"""Artifacts to bytes, all of them before anything is written."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generator.domain.prose import NOWHERE
from generator.making.colour import read_colour
from generator.making.icons import icons
from generator.making.images import UnreadableImageError, publishable
from generator.making.render import Renderer, TemplateFailedError
from generator.making.theme import Theme, is_template, published_name
from generator.making.theme_file import shown, span_in
from generator.making.workshop import Finish, Workshop
from generator.publications.artifact import Artifact
from generator.text.diagnostic import Diagnostic
from generator.text.excerpt import HERE
from generator.text.source import Source, Span
from generator.values import dataclass

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
    batch = _Batch(workshop, sources, dict(standing))
    with workshop:
        every = list(artifacts)
        begun = batch.begin(every)
        every.sort(key=lambda it: (bool(it.needs), it.path in begun))
        for artifact in chain(pages, every):
            if all(needed in batch.lengths for needed in artifact.needs):
                batch.make(artifact, begun.get(artifact.path))
            advance()
    return batch.made, list(batch.faults.values())


@dataclass(slots=True)
class _Batch:
    """What has been made so far, by path; the lengths of that and of what stood already, in bytes; and the faults."""

    workshop: Workshop
    sources: MutableMapping[str, Source]
    lengths: dict[str, int]
    made: dict[str, bytes] = field(default_factory=dict)
    faults: dict[tuple[Path, int, str], Diagnostic] = field(default_factory=dict)

    def begin(self, artifacts: Iterable[Artifact]) -> dict[str, Finish]:
        """Begins what is made beside all else: what gives each of them, by its path."""
        begun = {it.path: self._attempt(it, partial(self.workshop.begin, it)) for it in artifacts}
        return {path: finish for path, finish in begun.items() if finish is not None}

    def make(self, artifact: Artifact, finish: Finish | None) -> None:
        """`finish` gives what was begun of it; without one it is made now."""
        data = self._attempt(artifact, finish or partial(self.workshop.make, artifact, self.lengths))
        if isinstance(data, bytes):
            self.made[artifact.path] = data
            self.lengths[artifact.path] = len(data)
        elif data is not None:
            self.made.update(data)

    def _attempt(self, artifact: Artifact, work: Callable[[], _Made]) -> _Made | None:
        """None where it failed, which is then among the faults."""
        try:
            return work()
        except TemplateFailedError as error:
            fault = failing_template(error, self.sources, artifact)
            self.faults.setdefault((error.file, error.line, error.why), fault)
        except UnreadableImageError as error:
            self.faults.setdefault((Path(error.path), 0, error.why), unreadable(error))
        return None


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
            data = renderer.asset(asset) if is_template(asset) else publishable(file.read_bytes(), shown(file))
        except TemplateFailedError as error:
            faults.append(failing_template(error, sources))
        except UnreadableImageError as error:
            faults.append(unreadable(error))
        else:
            if data.strip():
                made[published_name(asset)] = data
    wanted = [name for name in theme.icons if name not in made]
    drawn = icons(read_colour(theme.tokens["colour"]["accent"]) or "black") if wanted else {}
    made |= {name: drawn[name] for name in wanted}
    return made, faults


def unreadable(error: UnreadableImageError) -> Diagnostic:
    """Of the content or of a theme, as its path says."""
    return Diagnostic(
        "unreadable-image",
        f"`{error.path.removeprefix(HERE)}` is not shown: {error.why}",
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
