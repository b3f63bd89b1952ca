"""Which code made a thing: our own, its libraries and the Python that runs them."""

import os
import sys
from collections.abc import Iterator
from functools import cache

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


@cache
def code_key() -> str:
    """The SHA-256 of `code()`."""
    from hashlib import sha256  # noqa: PLC0415  a build with nothing to do can do without

    return sha256(code().encode("utf-8", "surrogateescape")).hexdigest()


@cache
def code() -> str:
    """Words that change with our code, the libraries and Python, so that nothing is used that other code has kept.

    Our code is told by the sizes and dates of its files, libraries by the names of their folders, which hold their
    versions: to read all of it would take longer than most builds.
    """
    machine = os.uname().machine if sys.platform != "win32" else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    return "\n".join((sys.version, machine, *_code(_PACKAGE), *_libraries()))


def _code(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda it: it.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "shipped"):  # what ships beside the code is looked at as themes
                    yield from _code(entry.path)
            elif entry.name.endswith(".py"):
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        try:
            yield from sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
