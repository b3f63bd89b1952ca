"""What need not be made again: which pages an edit has left as they were, and why the others were made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from generator.briefing.describe import Describer
from generator.briefing.moved import moved_pages
from generator.briefing.touched import Edit, Everything, LetterEdit, Touched, UpdateEdit, find_touched
from generator.domain import address
from generator.domain.content import Content
from generator.domain.edition import Edition, Update
from generator.keeping.cache import Cache
from generator.keeping.packing import fingerprint
from generator.keeping.read_cache import Known, ReadCache
from generator.keeping.site_cache import Built, SiteCache, short
from generator.making.keys import Keyring
from generator.making.tables import lines_of
from generator.output.plan import AsItStands
from generator.publications.artifact import Artifact, PageOf, Subject
from generator.scanning.secrets import Secret
from generator.text.plural import plural
from generator.values import dataclass

_EDITIONS = "editions/"


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """All that a site was made from: `key` is that of what every page may depend on, `files` are the editions'.

    `restricted` are the actions, by edition, that some other audience does not see.
    """

    key: str
    on: date
    files: Mapping[str, Known]
    restricted: frozenset[tuple[str, str]]

    def built(self, looked_for: tuple[bytes, ...], *, is_all_printed: bool) -> Built:
        return Built(self.key, self.on, self.files, looked_for, self.restricted, is_all_printed)


def inputs_of(describe: Describer, common: str, memory: ReadCache) -> SiteInputs:
    """`common` is the key of what every template may show.

    What programme.yml says is part of what each file is known by, so that no page outlives it.
    """
    briefing = describe.briefing
    rest = replace(briefing.content, editions=(), accepted=(), unread=frozenset())
    marks = tuple((it.id, it.title, it.published, it.is_out(briefing.on)) for it in briefing.content.editions)
    key = fingerprint((common, briefing.audience.id, rest, marks))
    files = {path: known for path, known in memory.read.items() if path.startswith(_EDITIONS)}
    return SiteInputs(key, briefing.on, files, frozenset(briefing.restricted))


def what_is_touched(
    inputs: SiteInputs, site_cache: SiteCache, memory: ReadCache, whole: Content, describe: Describer
) -> Touched | Everything:
    """Judged against the last build of the site."""
    before = site_cache.before
    if before is None:
        return Everything("nothing is known of an earlier build")
    if before.on != inputs.on:
        return Everything("the date is another one")
    if before.key != inputs.key:
        return Everything("the programme, the theme or what every page shows has changed")
    if before.files.keys() != inputs.files.keys():
        return Everything("an update or an edition has come or gone")
    edits: list[Edit] = []
    for path, known in inputs.files.items():
        if known != before.files[path]:
            edit = _edit(path, memory.value(before.files[path]), memory.value(known))
            if edit is None:
                return Everything(f"{path} has changed, and what it said before is not known")
            edits.append(edit)
    moved = {address.file_at(page.address) for page in moved_pages(describe)}
    if _pages_of_years(describe) != {path for path in site_cache.paths() if address.is_of_year(path)} - moved:
        return Everything("the years of a list of actions have changed")
    otherwise_restricted = {action for _, action in before.restricted ^ inputs.restricted}
    return find_touched(edits, whole, describe.threads, _seen(site_cache), otherwise_restricted)


def _pages_of_years(describe: Describer) -> set[str]:
    """The files of the years that have a page now. Where they are not those of the last build, links to them change."""
    lists = describe.registers
    own = {address.of_workstream_year(of, year) for of, it in lists.workstreams.items() for year in it.years}
    return {address.file_at(it) for it in own | {address.of_year(year) for year in lists.actions.years}}


def _edit(path: str, before: Any, after: Any) -> Edit | None:
    edition = path.split("/")[1]
    match (before and before.value, after and after.value):
        case (Update() as was, _), (Update() as now, _):
            return UpdateEdit(edition, was, now)
        case (Edition() as was, _), (Edition() as now, _):
            return LetterEdit(edition, was, now)
        case _:
            return None


def _seen(site_cache: SiteCache) -> frozenset[str]:
    """The actions that have a page."""
    steps = (path.split("/") for path in site_cache.paths() if path.startswith(address.ACTIONS))
    return frozenset(found[1] for found in steps if len(found) == 3 and not found[1].isdecimal())


def _touches(touched: Touched, page: PageOf) -> bool:
    match page.subject:
        case Subject.ACTION:
            return page.id in touched.threads
        case Subject.EDITION:
            return page.id in touched.editions
        case Subject.WORKSTREAM:
            return page.id in touched.workstreams
        case Subject.YEAR:
            return int(page.id) in touched.years
        case Subject.WORKSTREAM_YEAR:
            workstream, year = page.id.split("/")
            return workstream in touched.workstreams and int(year) in touched.years
        case Subject.ISSUE:
            return page.id in touched.since
        case Subject.PROMISES:
            return bool(touched.threads)
        case Subject.WORDS:
            return bool(touched.threads or touched.editions or touched.workstreams)
        case Subject.REGISTER:
            return True


def _why(touched: Touched | Everything) -> str:
    if isinstance(touched, Everything):
        return f"every page was planned, because {touched.because}"
    kinds = (("action", touched.threads), ("edition", touched.editions), ("workstream", touched.workstreams))
    counts = [plural(len(ids), kind) for kind, ids in kinds if ids]
    return f"the edit touches {', '.join(counts) or 'nothing that pages tell of'}"


def recall(
    cache: Cache | None, name: str, whole: Content, describe: Describer, keyring: Callable[[], Keyring]
) -> "PreviousBuild":
    """What the cache, where there is one, knows of the site of that name, and what the edits since then touch."""
    if cache is None:
        return PreviousBuild()
    site_cache, memory, ring = cache.site_cache(name), cache.memory, keyring()
    inputs = inputs_of(describe, ring.common, memory)
    return CachedBuild(site_cache, ring, inputs, what_is_touched(inputs, site_cache, memory, whole, describe))


class PreviousBuild:
    """One site as it was before this build: what of it can stay, and what is to be kept of it for the next.

    This class is for a site without a cache: nothing stays and nothing is kept. CachedBuild is for one with a cache.
    """

    def untouched(self, _found: Iterable[Artifact | PageOf]) -> dict[str, AsItStands]:
        """The files of pages that stand as they would be made, since no edit was about them."""
        return {}

    @property
    def is_anew(self) -> bool:
        """Whether the whole site may be another one, as with another theme."""
        return True

    def standing(self, _artifact: Artifact) -> dict[str, AsItStands]:
        """The files of an artifact that stand as they would be made; none where one of them does not.

        Those that it needs come first.
        """
        return {}

    def lines(self, _path: str) -> Mapping[str, str]:
        """The lines of a table that stands, by the action that each tells of, where no edit was about that."""
        return {}

    def keys_of(self, _paths: Iterable[str]) -> dict[str, str]:
        """With what these files are made."""
        return {}

    def learn(self, _keys: Mapping[str, str]) -> None:
        """What another process has found out with what files are made."""

    def assets(self) -> dict[str, AsItStands]:
        """The theme's assets, where all of them stand; they are made again together, or not at all."""
        return {}

    def not_looked_for(self, _hidden: Iterable[Secret]) -> list[Secret]:
        """The secrets for which what stands was not searched when it was made."""
        return []

    def searched(self, _hidden: Iterable[Secret]) -> Callable[[str], bytes | None]:
        """Gives the bytes that stand at a path, so that only what differs from them has to be searched; None for every
        path where these secrets are not those that all of it was searched for.
        """
        return lambda _: None

    def read(self, _paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of files that stand."""
        return iter(())

    def as_they_stood(self, _made: Mapping[str, bytes]) -> dict[str, AsItStands]:
        """Of the files just made, those that have the same bytes as the file that stands in their place.

        Files for which an artifact is named are not among them: their keys have been compared. This is for the other
        files of a folder that is made again: most are as they were, and need neither be searched nor put in place.
        """
        return {}

    def after(
        self, _assets: Iterable[str], _made: Iterable[str], _hidden: Iterable[Secret], *, is_all_printed: bool
    ) -> tuple[Mapping[str, str], Built | None]:
        """The keys of all files, and what the site was built from, for the cache.

        A file of a folder that is known by another file of it has an empty key. `is_all_printed` says that the fonts of
        paper have all characters of the issues, also of those that stand.
        """
        return {}, None

    def why(self, _made: Iterable[str], _keys: Mapping[str, str]) -> tuple[str, ...]:
        """Why each file was made, in lines for the user."""
        return ()


class CachedBuild(PreviousBuild):
    """One of which the cache knows, or may come to know."""

    def __init__(
        self, site_cache: SiteCache, keyring: Keyring, inputs: SiteInputs, touched: Touched | Everything
    ) -> None:
        self._site_cache = site_cache
        self._keyring = keyring
        self._inputs = inputs
        self._touched = touched
        self._keys: dict[str, str] = {}

    def untouched(self, found: Iterable[Artifact | PageOf]) -> dict[str, AsItStands]:
        if isinstance(self._touched, Everything):
            return {}
        stood: dict[str, AsItStands] = {}
        for page in (it for it in found if isinstance(it, PageOf) and not self._is_touched(it, self._touched)):
            if files := self._files_of(page):
                stood.update(files)
                self._keys[page.path] = self._site_cache.key(page.path)
        return stood

    def _is_touched(self, page: PageOf, touched: Touched) -> bool:
        """All issues, as long as a character is told of that one of them cannot print: else it would be told once."""
        before = self._site_cache.before
        is_told_again = page.subject is Subject.ISSUE and before is not None and not before.is_all_printed
        return is_told_again or _touches(touched, page)

    @property
    def is_anew(self) -> bool:
        return isinstance(self._touched, Everything)

    def standing(self, artifact: Artifact) -> dict[str, AsItStands]:
        key = self._keys[artifact.path] = self._keyring.key(artifact, self._keys)
        return self._files_of(artifact) if key == self._site_cache.key(artifact.path) else {}

    def _files_of(self, made: Artifact | PageOf) -> dict[str, AsItStands]:
        """The file that we made of it, and all files of its folder if it has one; none where one does not stand.

        The key of a folder is that of the artifact's own file: which files there were, the cache knows.
        """
        if not made.folder:
            return self._together([made.path])
        return self._together([made.path, *(path for path in self._site_cache.paths() if path.startswith(made.folder))])

    def _together(self, paths: Iterable[str]) -> dict[str, AsItStands]:
        """Files that were made together: none where one of them is not there as we left it."""
        found = {path: self._site_cache.stands(path) for path in paths}
        whole = {path: AsItStands(it.digest, it.length) for path, it in found.items() if it}
        return whole if len(whole) == len(found) else {}

    def lines(self, path: str) -> Mapping[str, str]:
        if isinstance(self._touched, Everything) or (data := self._site_cache.bytes_of(path)) is None:
            return {}
        touched = self._touched.threads
        return {action: line for action, line in lines_of(path, data).items() if action not in touched}

    def keys_of(self, paths: Iterable[str]) -> dict[str, str]:
        return {path: self._keys[path] for path in paths if path in self._keys}

    def learn(self, keys: Mapping[str, str]) -> None:
        self._keys |= keys

    def assets(self) -> dict[str, AsItStands]:
        paths = self._site_cache.made_from(self._keyring.common)
        self._keys |= dict.fromkeys(paths, self._keyring.common)
        return self._together(paths)

    def not_looked_for(self, hidden: Iterable[Secret]) -> list[Secret]:
        return [secret for secret in hidden if not self._site_cache.has_looked_for(secret.words)]

    def searched(self, hidden: Iterable[Secret]) -> Callable[[str], bytes | None]:
        is_known = isinstance(self._touched, Touched) and not self.not_looked_for(hidden)
        return self._site_cache.bytes_of if is_known else lambda _: None

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        return self._site_cache.read(paths)

    def as_they_stood(self, made: Mapping[str, bytes]) -> dict[str, AsItStands]:
        stood = {path: self._site_cache.stands(path) for path in made if path not in self._keys}
        return {
            path: AsItStands(it.digest, it.length)
            for path, it in stood.items()
            if it and it.length == len(made[path]) and it.digest == sha256(made[path]).hexdigest()
        }

    def after(
        self, assets: Iterable[str], made: Iterable[str], hidden: Iterable[Secret], *, is_all_printed: bool
    ) -> tuple[Mapping[str, str], Built | None]:
        keys = {**dict.fromkeys(assets, self._keyring.common), **dict.fromkeys(made, ""), **self._keys}
        looked_for = tuple(sorted({short(secret.words) for secret in hidden}))
        return keys, self._inputs.built(looked_for, is_all_printed=is_all_printed)

    def why(self, made: Iterable[str], keys: Mapping[str, str]) -> tuple[str, ...]:
        return (
            _why(self._touched),
            *(f"{path}: {self._site_cache.why(path, keys.get(path, ''))}" for path in sorted(made)),
        )
