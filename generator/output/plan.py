"""What has to be written and removed, decided by looking alone; every reason to write nothing is found here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from generator.output.manifest import Manifest, made_of
from generator.output.names import OUR_FOLDER

TEMPORARY = f"{OUR_FOLDER}/tmp"

SiteFiles = Mapping[str, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were new, had other bytes before, were taken away, and were left as they stood."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Put:
    """One file to be written; its path is relative to the output folder."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """All paths are relative to the output folder and sorted.

    `clear` are files of ours that stand where a folder has to be, or in a folder where a file has to be: they go first.
    `during` knows what `before` and `after` know together, so that a kill never leaves a file that we forgot we made.
    """

    clear: tuple[str, ...]
    write: tuple[Put, ...]
    remove: tuple[str, ...]
    before: Manifest
    during: Manifest
    after: Manifest
    written: Written


class _Standing(Enum):
    """What stands at the path of a file that we want to put."""

    NOTHING = auto()
    THE_SAME = auto()
    SOMETHING_ELSE = auto()
    A_FOLDER = auto()


def make_plan(output: Path, site_files: SiteFiles, manifest: Manifest) -> Plan:
    """Raises OutputRefused with every reason there is, OutputFailed where the folder cannot be looked at."""
    _refuse_for(_name_faults(site_files))
    sites = [_SiteLook(output, site, site_files[site], manifest) for site in sorted(site_files)]
    _refuse_for([*_record_faults(output), *(reason for look in sites for reason in look.reasons)])
    clear = {path for look in sites for path in look.clear}
    gone = {path for look in sites for path in look.gone}
    made = {site: made_of(files) for site, files in site_files.items()}
    return Plan(
        clear=tuple(sorted(clear)),
        write=tuple(put for look in sites for put in (*look.added, *look.changed)),
        remove=tuple(sorted(gone - clear)),
        before=manifest,
        during=manifest.with_sites({site: {**manifest.made(site), **files} for site, files in made.items()}),
        after=manifest.with_sites(made),
        written=Written(
            added=sum(len(look.added) for look in sites),
            changed=sum(len(look.changed) for look in sites),
            removed=len(gone),
            unchanged=sum(look.unchanged for look in sites),
        ),
    )
