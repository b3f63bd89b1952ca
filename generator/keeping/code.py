"""Which code made a thing: our own, its libraries and the Python that runs them."""

import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def code_key() -> str:
    """Another one after any change of our code, of a library or of Python, so that nothing older is taken for ours.

    Code is known by the size and date of its files, libraries by the names of their folders, which tell their versions:
    to read all of it would take longer than most builds.
    """
    told = [sys.version, platform.machine(), *_code(_PACKAGE), *_libraries()]
    return sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _code(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda it: it.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "shipped"):  # what ships beside the code is looked at as themes
                    yield from _code(Path(entry.path))
            elif entry.name.endswith(".py"):
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        try:
            yield from sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208  a Path for each name would cost more than the look
        except OSError:
            continue
