"""One build at a time puts sites into an output folder. The only module that knows filelock."""

import json
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from generator.output.failures import OutputRefused, failing_in_words
from generator.output.names import OUR_FOLDER

LOCK = f"{OUR_FOLDER}/lock"
HOLDER = f"{OUR_FOLDER}/holder.json"  # who holds the lock, or was the last to do so

_PATIENCE_SECONDS = 1.0  # most builds are done with their writing sooner, and nobody needs to hear of them


@contextmanager
def locked(output: Path, waits: bool, tell: Callable[[str], None]) -> Iterator[None]:
    """Holds the folder for us. Where another build has it, we wait, and tell who it is; or refuse at once.

    The system itself gives the lock back when a process ends, however it ends: one that was killed holds nobody up.
    """
    with failing_in_words("make", output / OUR_FOLDER):
        (output / OUR_FOLDER).mkdir(parents=True, exist_ok=True)
    lock = FileLock(output / LOCK)
    with failing_in_words("lock", output / LOCK):
        _acquire(lock, output, waits, tell)
    try:
        _sign(output)
        yield
    finally:
        with failing_in_words("unlock", output / LOCK):
            lock.release()


def _acquire(lock: FileLock, output: Path, waits: bool, tell: Callable[[str], None]) -> None:
    try:
        lock.acquire(timeout=_PATIENCE_SECONDS if waits else 0)
    except Timeout:
        if not waits:
            reason = f"{_holder(output)} is writing into `{output}`: build again when it is done, or without --no-wait"
            raise OutputRefused((reason,)) from None
        tell(f"waiting for {_holder(output)}, which is writing into `{output}`")
        lock.acquire()


def _sign(output: Path) -> None:
    """Says who we are, for those who wait. No build fails for want of this courtesy."""
    words = json.dumps({"process": os.getpid(), "computer": platform.node()})
    with suppress(OSError):
        (output / HOLDER).write_text(f"{words}\n", encoding="utf-8")


def _holder(output: Path) -> str:
    """`another build (process 4711 on pc-14, since 14:03:22)`, or less where it has not said so."""
    try:
        signed = json.loads((output / HOLDER).read_text(encoding="utf-8"))
        # The clock of whoever waits: the hour as it stands on their wall.
        since = datetime.fromtimestamp((output / HOLDER).stat().st_mtime).astimezone()
        return f"another build (process {signed['process']} on {signed['computer']}, since {since:%H:%M:%S})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another build"
