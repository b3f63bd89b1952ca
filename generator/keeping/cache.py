"""The cache of one output folder, opened for one build."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Self

from generator.keeping.read_cache import ReadCache
from generator.keeping.site_cache import Built, SiteCache
from generator.keeping.stamps import Identity
from generator.keeping.store import Store

_FILE = "kept.sqlite"


class Cache:
    """What a build knows of earlier ones, to be used in a `with` statement, which lets go of its file."""

    def __init__(
        self,
        folder: Path,
        output: Path,
        content: Path,
        at_ns: int,
        *,
        is_blank: bool = False,
        is_for_reading: bool = False,
        stand_in: Callable[[str], str] = str,
    ) -> None:
        """`folder` is its own; `output` is where the sites stand, `at_ns` when the build began.

        A blank one knows of no earlier build, and in the end only of this one. One for reading keeps nothing,
        and knows of a site that no build has made what it knows of the `stand_in` for its name.
        """
        self._stand_in = stand_in
        self.open_again: Callable[[], Cache] = partial(
            Cache,
            folder,
            output,
            content,
            at_ns,
            is_blank=is_blank,
            is_for_reading=is_for_reading,
            stand_in=stand_in,
        )
        self._store = Store(folder / _FILE, is_blank=is_blank, is_for_reading=is_for_reading)
        self._output = output
        self._site_caches: dict[str, SiteCache] = {}
        self.memory = ReadCache(self._store, content, at_ns)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def knows_nothing_of(self, sites: Iterable[str]) -> bool:
        """Whether no earlier build has made one of them."""
        return all(self.site_cache(site).before is None for site in sites)

    def site_cache(self, site: str) -> SiteCache:
        if site not in self._site_caches:
            known = self._known_as(site)
            self._site_caches[site] = SiteCache(self._store, known, self._output / known)
        return self._site_caches[site]

    def _known_as(self, site: str) -> str:
        other = self._stand_in(site)
        return site if other == site or self._store.built(site) else other

    def open_site_caches(self, sites: Iterable[str]) -> None:
        """Reads what the store has of these sites; to be called before processes are divided, which all use it then."""
        for site in sites:
            self.site_cache(site)

    def identities(self, site: str) -> Mapping[str, Identity]:
        """Of the files of a site that were seen to stand, or were put in place, by their paths."""
        return self.site_cache(site).identities()

    def put(
        self, site: str, keys: Mapping[str, str], digests: Mapping[str, str], new: Mapping[str, int], built: Built
    ) -> None:
        """As a site_cache's."""
        self.site_cache(site).put(keys, digests, new, built)

    def close(self, *, is_complete: bool) -> None:
        """Saves what was learned. What a build that `is_complete` had no use for is dropped."""
        self.memory.hand_over(forgets=is_complete)
        self._store.save()
        self._store.close()
