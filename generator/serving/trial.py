"""A whole build beside the preview: what only shows when all is made, such as a leak, is told when it is done.

It is a process of its own, so that it never keeps a page waiting, and it is ended when the content changes again.
"""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from generator.values import dataclass

_PATIENT = 10  # how far it lets all else go first, on a scale to 19


@dataclass(frozen=True, slots=True)
class CommandOutcome:
    """The exit code of a command, and what it has said."""

    code: int
    words: str


async def attempt(command: Sequence[str], environment: Mapping[str, str]) -> CommandOutcome:
    """Runs a command of Python to its end. Where this is cancelled, the command is ended too."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**environment, "PYTHONIOENCODING": "utf-8"},  # else a pipe has the system's own encoding on Windows
    )
    if sys.platform != "win32":
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, _PATIENT)
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    words = said.decode("utf-8", "replace").replace("\r\n", "\n")
    return CommandOutcome(process.returncode or 0, words.strip())
