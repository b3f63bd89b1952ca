"""What was last published to one place, as our record of it says, and how it differs from what is published now."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.output.disk import write_record
from generator.output.failures import OutputRefused, failing_in_words
from generator.output.names import PUBLISHED
from generator.values import dataclass

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Publication:
    """The audience whose site stands in a place, and the ids of the editions that it shows in whole, oldest first."""

    audience: str
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """The paths of files that are new, have other bytes than before, and are gone, each in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def site_changes(before: Mapping[str, str], after: Mapping[str, str]) -> SiteChanges:
    """Between two sets of files, each by its path and whatever its bytes are known by."""
    return SiteChanges(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(path for path in after.keys() & before.keys() if after[path] != before[path])),
        tuple(sorted(before.keys() - after.keys())),
    )


def publication_at(folder: Path, name: str) -> Publication | None:
    """What was published as the site `name` in a folder; None where nothing was. Raises OutputRefused, OutputFailed."""
    return _read(folder).get(name)


def record_publication(folder: Path, name: str, publication: Publication) -> None:
    """Only for whoever holds the lock of the folder."""
    before = _read(folder)
    if before.get(name) != publication:
        after = {site: json.loads(as_json(it)) for site, it in {**before, name: publication}.items()}
        value = {"version": _VERSION, "sites": after}
        write_record(folder / PUBLISHED, (json.dumps(value, sort_keys=True, indent=1) + "\n").encode())


def as_json(publication: Publication) -> str:
    return json.dumps({"audience": publication.audience, "editions": publication.editions}, sort_keys=True)


def from_json(value: object) -> Publication:
    """Raises ValueError for all that we cannot have written."""
    match value:
        case {"audience": str(audience), "editions": [*editions]} if all(isinstance(it, str) for it in editions):
            return Publication(audience, tuple(editions))
    raise ValueError("not a publication")


def _read(folder: Path) -> dict[str, Publication]:
    path = folder / PUBLISHED
    with failing_in_words("read", path):
        try:
            written = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return {}
    try:
        return _parsed(json.loads(written))
    except (ValueError, RecursionError):
        words = f"our record `{path}` is damaged, so that we cannot tell for whom the sites beside it are: "
        raise OutputRefused((f"{words}if you know, delete it with these sites, and publish again",)) from None


def _parsed(value: object) -> dict[str, Publication]:
    match value:
        case {"version": version, "sites": dict(sites)} if version == _VERSION:
            return {name: from_json(it) for name, it in sites.items()}
    raise ValueError("not our record")
