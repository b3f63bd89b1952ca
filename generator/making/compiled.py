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


class Compiled(BytecodeCache):
    """Jinja asks for a template by its place and its source, so one that has changed is compiled anew.

    Sites whose themes stand on one base share most of theirs within a process; `folder` keeps them for the next.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], bytes] = {}
        self.folder: Path | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self._found.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)
        elif self.folder is not None:
            with suppress(OSError), (self.folder / bucket.key).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._found[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
        if self.folder is not None:
            with suppress(OSError):
                _write(self.folder / bucket.key, self._found[bucket.key, bucket.checksum])


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
