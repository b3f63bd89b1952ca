"""Templates that were compiled before, so that a page is made without reading a template again.

What Jinja makes of a template is code that runs outside of its sandbox. So it is kept in the cache folder of the user,
and nowhere else: who can write into an output folder must not be able to run code through it.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2.bccache import Bucket, BytecodeCache

from generator.keeping.code import code_key

_ONLY_THE_OWNER = 0o700
_NAME_LENGTH = 16


Known = dict[tuple[str, str], bytes]  # code by the place and the source of its template


class Compiled(BytecodeCache):
    """Jinja asks for a template by its place and its source, so one that has changed is compiled anew.

    `known` are those that this process has met: sites whose themes stand on one base share most of theirs. `folder`
    keeps them for the next process.
    """

    def __init__(self, known: Known, folder: Path | None) -> None:
        self._known = known
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self._known.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)
        elif self._folder is not None:
            with suppress(OSError), (self._folder / bucket.key).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
        if self._folder is not None:
            with suppress(OSError):
                _write(self._folder / bucket.key, self._known[bucket.key, bucket.checksum])


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all, whoever else writes it at the same time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as part:
        part.write(data)
    Path(part.name).replace(file)


def folder_for_compiled(cache: Path) -> Path | None:
    """The folder in the user's cache in which this same code keeps its templates; those of other versions are removed.

    None where there can be none.
    """
    ours = cache / "templates" / code_key()[:_NAME_LENGTH]
    if not ours.is_dir():
        try:
            ours.mkdir(parents=True, mode=_ONLY_THE_OWNER)
        except OSError:
            return None
        for other in ours.parent.iterdir():
            if other != ours and len(other.name) == _NAME_LENGTH:
                shutil.rmtree(other, ignore_errors=True)
    try:
        owner = ours.stat().st_uid
    except OSError:
        return None  # a build by other code has just removed it
    return ours if not hasattr(os, "getuid") or owner == os.getuid() else None  # others may put anything into theirs
