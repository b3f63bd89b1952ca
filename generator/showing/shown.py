"""One site of one moment, of which each file is made when it is asked for first."""

from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from pathlib import Path

from generator.briefing.describe import Describer
from generator.domain import address
from generator.making.make import make_all
from generator.making.render import Renderer
from generator.making.workshop import Workshop
from generator.publications.all import plan
from generator.publications.artifact import Artifact, PageOf
from generator.showing.fittings import Fittings
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import cached_property

Lengths = MutableMapping[str, int]


class Shown:
    """`lengths` are those of files that were made before, in bytes, and learns more of them.

    The forms of newsletters take their time, and one page names those of all years. So no page waits for them: it tells
    the size of one once that has been opened.
    """

    def __init__(
        self, describe: Describer, fittings: Fittings, sources: MutableMapping[str, Source], content: Path,
        lengths: Lengths,
    ) -> None:  # fmt: skip
        self._describe = describe
        self._fittings = fittings
        self._sources = sources
        self._content = content
        self._lengths = lengths
        self._made: dict[str, bytes] = dict(fittings.assets)
        self._announced: dict[str, Artifact | PageOf] = {}
        self._to_come = plan(describe)
        self.faults: list[Diagnostic] = list(fittings.faults)

    @property
    def looks(self) -> tuple[str, str]:
        """Digests of the stylesheets, and of all other assets."""
        return self._fittings.styles, self._fittings.rest

    def made(self, path: str) -> bytes | None:
        """What has been made already."""
        return self._made.get(path)

    def has(self, path: str) -> bool:
        if path.startswith(address.SEARCH_FILES):
            return self.file(path) is not None
        return path in self._made or self._find(path) is not None

    def file(self, path: str) -> bytes | None:
        """None where the site has no such file, or its template has failed; then the fault is among `faults`.

        The files of a search index are made together, when the first of them is asked for.
        """
        maker = address.SEARCH_INDEX if path.startswith(address.SEARCH_FILES) else path
        if maker not in self._made and (found := self._find(maker)):
            if isinstance(found, PageOf):
                found = self._announced[maker] = found.plan()
            self._make(found)
        return self._made.get(path)

    def missing(self, root: str) -> bytes | None:
        """The page for addresses that are not there, of a site that stands below `root`: only there do its links lead
        to the site, as they name whole addresses.
        """
        found = self._find(address.MISSING)
        if not isinstance(found, Artifact):
            return None
        view = replace(self._fittings.view, canonical=root)
        renderer = Renderer(self._fittings.theme, view, self._fittings.renderer.translations)
        made, faults = make_all([found], self._workshop(renderer), self._sources, lambda: None)
        self.faults.extend(faults)
        return made.get(found.path)

    def paths(self) -> Iterator[str]:
        """Every file of the site."""
        yield from self._fittings.assets
        self._find("")
        yield from self._announced

    def _find(self, path: str) -> Artifact | PageOf | None:
        """The plan is followed only as far as this path."""
        while path not in self._announced:
            to_come = next(self._to_come, None)
            if to_come is None:
                return None
            self._announced[to_come.path] = to_come
        return self._announced[path]

    def _make(self, artifact: Artifact) -> None:
        for needed in artifact.needs:
            if not needed.startswith(address.NEWSLETTERS):
                self.file(needed)
        alone = replace(artifact, needs=())
        made, faults = make_all([alone], self._tools, self._sources, lambda: None, self._lengths)
        self.faults.extend(fault for fault in faults if fault not in self.faults)
        self._made.update(made)
        self._lengths.update((path, len(data)) for path, data in made.items() if not path.endswith(".html"))

    @cached_property
    def _tools(self) -> Workshop:
        return self._workshop(self._fittings.renderer)

    def _workshop(self, renderer: Renderer) -> Workshop:
        fittings = self._fittings
        return Workshop(renderer, fittings.theme, fittings.view, self._describe.wording, self._content)
