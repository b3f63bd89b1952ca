"""What earlier builds made of one site, as far as it still stands in its place."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.keeping.read_cache import Known
from generator.keeping.stamps import Identity, identity_of
from generator.keeping.store import Made, Store
from generator.values import dataclass

_SHORT = 8  # bytes of a digest: enough to tell some thousand sentences apart


@dataclass(frozen=True, slots=True)
class Built:
    """What the last build of a site was made from.

    `key` is that of all but the editions, `on` the date. `files` are the editions' files, each with what it is
    known by in the memory; `looked_for` tells the words that the site was searched for. `restricted` are the actions,
    by edition, that were kept from some other audience. `is_all_printed` says that the fonts of paper had all
    characters.
    """

    key: str
    on: date
    files: Mapping[str, Known]
    looked_for: tuple[bytes, ...]
    restricted: frozenset[tuple[str, str]]
    is_all_printed: bool


class SiteCache:
    """`folder` is where the site stands."""

    def __init__(self, store: Store, site: str, folder: Path) -> None:
        self._store = store
        self._site = site
        self._folder = folder
        self._made = store.made(site)
        self._stands: dict[str, Made | None] = {}
        self._now: Mapping[str, Made] = {}
        before = store.built(site)
        self.before = before if isinstance(before, Built) else None
        self._scanned = frozenset(self.before.looked_for if self.before else ())

    def stands(self, path: str) -> Made | None:
        """A file that we made, where nobody has touched it since."""
        if path not in self._stands:
            made = self._made.get(path)
            self._stands[path] = (
                made if made is not None and identity_of(f"{self._folder}/{path}") == made.identity else None
            )
        return self._stands[path]

    def key(self, path: str) -> str:
        """The key that a file was made with; empty for one that we did not make."""
        return self._made[path].key if path in self._made else ""

    def why(self, path: str, key: str) -> str:
        """Why a file with this key is made, in words."""
        made = self._made.get(path)
        if made is None:
            return "it is new"
        return "what it shows has changed" if made.key != key else "it is not there as we left it"

    def paths(self) -> Collection[str]:
        return self._made.keys()

    def made_from(self, key: str) -> list[str]:
        """The files that have this key."""
        return [path for path, made in self._made.items() if made.key == key]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of files that stand."""
        return ((path, (self._folder / path).read_bytes()) for path in paths)

    def bytes_of(self, path: str) -> bytes | None:
        """Of a file that stands, and that can be read."""
        with suppress(OSError):
            return (self._folder / path).read_bytes() if self.stands(path) else None
        return None

    def has_looked_for(self, words: str) -> bool:
        """Whether what stands was searched for these words when it was made."""
        return short(words) in self._scanned

    def identities(self) -> Mapping[str, Identity]:
        """Of the files that now stand, once they were put in place; others are not known."""
        return {path: made.identity for path, made in self._now.items()}

    def put(self, keys: Mapping[str, str], digests: Mapping[str, str], new: Mapping[str, int], built: Built) -> None:
        """Remembers what now stands, by `digests`; `new` are the files that were put in place, with their lengths."""
        made = {
            path: Made(keys[path], digests[path], length, identity)
            for path, length in new.items()
            if path in keys and (identity := identity_of(f"{self._folder}/{path}"))
        }
        stood = {path: self._made[path] for path in digests if path not in new and path in self._made}
        self._now = {**stood, **made}
        self._store.keep_made(self._site, made, self._made.keys() - digests.keys())
        self._store.keep_built(self._site, built)


def short(words: str) -> bytes:
    return sha256(words.encode("utf-8", "surrogatepass")).digest()[:_SHORT]
