"""Loose files into a folder of the user's own: each is put there whole, and nothing else is touched."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.output.disk import remove, rename
from generator.output.failures import failing_in_words
from generator.output.manifest import refuse_within_a_site


def put_loose_files(folder: Path, files: Mapping[str, bytes]) -> frozenset[str]:
    """Makes the folder hold the files, by name; gives the names of those that were not there with the same bytes.

    Raises OutputFailed where the folder cannot be written, OutputRefused where it is a site's.
    """
    refuse_within_a_site(folder)
    with failing_in_words("make", folder):
        folder.mkdir(parents=True, exist_ok=True)
    return frozenset(name for name, data in files.items() if _put(folder / name, data))


def _put(target: Path, data: bytes) -> bool:
    with failing_in_words("write", target):
        if target.is_file() and target.read_bytes() == data:
            return False
        temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            temporary.write_bytes(data)
            rename(temporary, target)
        finally:
            remove(temporary)
    return True
