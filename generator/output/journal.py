"""What is about to be done to the output folder, written down before it begins, so that a later build can finish it."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from generator.output.disk import remove, write_record
from generator.output.failures import failing_in_words
from generator.output.manifest import Made, parsed_sites
from generator.output.names import JOURNAL, fault_of_path, fault_of_site
from generator.values import dataclass

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Journal:
    """Together with the staged files, all that has to be done. Paths are relative to the output folder.

    What is staged goes to its place after `clear` and before `remove`. `new` are those of the staged files that had
    nothing of ours in their place: where something stands there now, someone else has put it.
    `swap` are the sites whose whole folder is exchanged, with the number that the disk knows the new folder by.
    `after` is what we shall have made of the sites concerned.
    """

    clear: tuple[str, ...]
    new: frozenset[str]
    remove: tuple[str, ...]
    swap: Mapping[str, int]
    after: Mapping[str, Made]


class JournalDamaged(Exception):
    """A journal stands there, and someone has changed it: what was begun cannot be finished."""


def write_journal(output: Path, journal: Journal) -> None:
    """From here on the change is certain: it is finished by us or by a later build."""
    written = {it.name: getattr(journal, it.name) for it in fields(journal)}
    value = {"version": _VERSION, **written, "new": sorted(journal.new)}
    write_record(output / JOURNAL, (json.dumps(value, separators=(",\n", ": ")) + "\n").encode())


def read_journal(output: Path) -> Journal | None:
    """None where nothing has been begun. Raises JournalDamaged."""
    path = output / JOURNAL
    with failing_in_words("read", path):
        try:
            written = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
    try:
        return _parsed(json.loads(written))
    except (ValueError, RecursionError) as error:
        raise JournalDamaged from error


def remove_journal(output: Path) -> None:
    with failing_in_words("remove", output / JOURNAL):
        remove(output / JOURNAL)


def _parsed(value: object) -> Journal:
    """Raises ValueError for all that we cannot have written, so that nothing is done anywhere else."""
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        raise ValueError("not a journal")
    swap = value.get("swap")
    if not isinstance(swap, dict) or any(fault_of_site(site) for site in swap):
        raise ValueError("not sites to be swapped")
    if any(type(number) is not int for number in swap.values()):
        raise ValueError("not numbers of folders")
    return Journal(
        clear=_paths(value.get("clear")),
        new=frozenset(_paths(value.get("new"))),
        remove=_paths(value.get("remove")),
        swap=swap,
        after=parsed_sites(value.get("after")),
    )


def _paths(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(path, str) and _is_in_a_site(path) for path in value):
        raise ValueError("not paths of sites")
    return tuple(value)


def _is_in_a_site(path: str) -> bool:
    site, _, inside = path.partition("/")
    return not fault_of_site(site) and not fault_of_path(inside)
