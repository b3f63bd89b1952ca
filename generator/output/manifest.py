"""What earlier builds made, so that a later one removes that and nothing else."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from generator.output.failures import OutputFailed, failing_in_words, refuse
from generator.output.names import MANIFEST, are_sound, fault_of_path, fault_of_site
from generator.values import dataclass

_VERSION = 1

Made = Mapping[str, str]  # the files of one site: path in its folder, to the sha256 of the bytes that we gave it


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that we made, by site. Where it `is_damaged`, our records could not be read: we may have made more."""

    sites: Mapping[str, Made] = field(default_factory=dict)
    is_damaged: bool = False

    def made(self, site: str) -> Made:
        return self.sites.get(site, {})

    def with_sites(self, sites: Mapping[str, Made]) -> "Manifest":
        """This manifest with other files for the sites given; one without files is forgotten."""
        return Manifest({site: made for site, made in {**self.sites, **sites}.items() if made})


def sha256_hex(data: bytes) -> str:
    return sha256(data).hexdigest()


def read_manifest(output: Path) -> Manifest:
    """The manifest of an output folder; an empty one where there is none."""
    path = output / MANIFEST
    with failing_in_words("read", path):
        try:
            written = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return Manifest()
    try:
        return _parsed(json.loads(written))
    except (ValueError, RecursionError):
        return Manifest(is_damaged=True)


def site_around(place: Path) -> Path | None:
    """The nearest folder of a site of ours in which the place is, or that it is itself. The place's path is whole."""
    for folder in (place, *place.parents):
        if folder.name and read_manifest(folder.parent).made(folder.name):
            return folder
    return None


def refuse_within_a_site(output: Path) -> None:
    """What stands in a site is shown to its readers: pages for staff may not, where residents look."""
    with suppress(OutputFailed):  # records further up that we may not read are somebody else's
        if folder := site_around(Path(os.path.realpath(output))):
            words = "is a site already, and whatever is in it is shown to its readers: name a folder outside of it"
            refuse(f"`{folder}` {words}")


def manifest_bytes(manifest: Manifest) -> bytes:
    """The same bytes for the same files, whatever the order in which they were made."""
    value = {"version": _VERSION, "sites": manifest.sites}
    return (json.dumps(value, sort_keys=True, separators=(",\n", ": ")) + "\n").encode()


def parsed_sites(value: object) -> Mapping[str, Made]:
    """Raises ValueError for all that we cannot have written, so that no strange path is ever removed."""
    if not isinstance(value, dict):
        raise ValueError("not sites")  # noqa: TRY004  a wrong type is a wrong value of the file
    return {site: _parsed_site(site, made) for site, made in value.items()}


def _parsed(value: object) -> Manifest:
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        raise ValueError("not a manifest")
    return Manifest(parsed_sites(value.get("sites")))


def _parsed_site(site: str, made: object) -> Made:
    if fault_of_site(site) or not isinstance(made, dict):
        raise ValueError("not a site")
    has_fault = not are_sound(made) and any(map(fault_of_path, made))
    if has_fault or not all(isinstance(digest, str) for digest in made.values()):
        raise ValueError("not the files of a site")
    return made
