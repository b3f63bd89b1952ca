"""What the last build has kept, for commands that write no site: nothing is changed in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time_ns

from generator.commands.arguments import DEFAULT_OUTPUT
from generator.keeping.cache import Cache
from generator.output.names import CACHE
from generator.reading.memory import InMind, Memory


def recalled(content: Path) -> Memory:
    """What it has read, if it put its sites into the usual folder: of ten years, a command would else spend most of its
    time on updates that have not changed.

    Without such a build it is a memory for this command alone, which may read the content more than once.
    """
    if cache := kept_cache(DEFAULT_OUTPUT, content):
        with cache:
            return cache.memory
    in_mind = InMind()
    in_mind.begin(time_ns())
    return in_mind


def kept_cache(output: Path, content: Path, stand_in: Callable[[str], str] = str) -> Cache | None:
    """The cache of that output folder. None where there is none, or for one who may not look into it."""
    kept = output / CACHE
    with suppress(OSError):
        if kept.is_dir():
            return Cache(kept, output, content, time_ns(), is_for_reading=True, stand_in=stand_in)
    return None
