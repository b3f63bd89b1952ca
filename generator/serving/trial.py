"""A whole build beside the preview: what only shows when all is made, such as a leak, is told when it is done.

It is a process of its own, so that it never keeps a page waiting, and it is ended when the content changes again.
"""

import asyncio
import os
import signal
import subprocess
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
    """Runs a command of Python to its end. Where this is cancelled, the command is ended too.

    Not as a process of asyncio: that tells the terminal of an `unknown child` where one ends as it is being ended.
    """
    process = subprocess.Popen(  # noqa: S603  our own build, with the paths that we were given
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, "PYTHONIOENCODING": "utf-8"},  # else a pipe has the system's own encoding on Windows
        process_group=0 if sys.platform != "win32" else None,  # with those among which it divides its work
    )
    ending = asyncio.get_running_loop().run_in_executor(None, process.communicate)
    if sys.platform != "win32":
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, _PATIENT)
    try:
        said, _ = await asyncio.shield(ending)
    finally:
        _end(process)
        await asyncio.wait((ending,))
    words = said.decode("utf-8", "replace").replace("\r\n", "\n")
    return CommandOutcome(process.returncode, words.strip())


def _end(process: "subprocess.Popen[bytes]") -> None:
    """With all that it has begun, which would hold its words until that is done. One that has ended is left alone."""
    if sys.platform == "win32":
        process.kill()
    elif process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
