"""What is known of the content before a command reads it."""

from pathlib import Path
from time import time_ns

from generator.commands.arguments import DEFAULT_OUTPUT
from generator.keeping.cache import Cache
from generator.output.names import CACHE
from generator.reading.memory import InMind, Memory


def recalled(content: Path) -> Memory:
    """What the last build has read, if it put its sites into the usual folder: of ten years, a command would else spend
    most of its time on updates that have not changed. Nothing is written there.

    Without such a build it is a memory for this command alone, which may read the content more than once.
    """
    at_ns, kept = time_ns(), DEFAULT_OUTPUT / CACHE
    if kept.is_dir():
        with Cache(kept, DEFAULT_OUTPUT, content, at_ns, is_for_reading=True) as cache:
            return cache.memory
    in_mind = InMind()
    in_mind.begin(at_ns)
    return in_mind
