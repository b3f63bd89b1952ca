"""What a whole process costs, by the clock and by the system's own account of it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter

_KILOBYTE_UNITS = 1 if sys.platform == "darwin" else 1024  # in which a system counts the peak of memory


class EndedBadlyError(Exception):
    """A command that we measure said that it failed; the message ends with what it wrote."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock; of the processors' work, children included; bytes of the largest single process of them.

    The system says nothing of the last two on Windows.
    """

    seconds: float
    work: float | None
    peak: int | None


def measure(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run it in that folder to its end, as it runs where it is installed. Raises EndedBadlyError if it fails."""
    _settle()
    with TemporaryFile() as stream:
        started = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, env=as_installed()
        )
        if sys.platform == "win32":
            code, work, peak = process.wait(), None, None
        else:
            _, status, used = os.wait4(process.pid, 0)
            code = process.returncode = os.waitstatus_to_exitcode(status)
            work, peak = used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE_UNITS
        seconds = perf_counter() - started
        if code:
            stream.seek(0)
            words = stream.read().decode(errors="replace")[-2000:]
            raise EndedBadlyError(f"{Path(command[0]).name} ended with code {code}: {words}")
    return Cost(seconds, work, peak)


def as_installed() -> Mapping[str, str]:
    """The environment, but that Python may keep what it compiles. pip compiles what it installs; where a shell forbids
    that, every run of a program in its own source would compile it anew, and be measured by that.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _settle() -> None:
    """Let nobody pay for writing to the disk what the one before has made."""
    if sys.platform != "win32":
        os.sync()


@dataclass(frozen=True, slots=True)
class Row:
    """What a tool cost in one situation: a cost for each round, in order; `pages` are what it made."""

    situation: str
    tool: str
    costs: tuple[Cost, ...]
    pages: int = 0

    @property
    def seconds(self) -> float:
        return median(it.seconds for it in self.costs)

    @property
    def work(self) -> float | None:
        return _median([it.work for it in self.costs if it.work is not None])

    @property
    def peak(self) -> float | None:
        return _median([float(it.peak) for it in self.costs if it.peak is not None])

    def ratio(self, other: "Row | None") -> float | None:
        """The median over the rounds of how many times as long this took as the other in the same round."""
        if other is None:
            return None
        return _median([one.seconds / two.seconds for one, two in zip(self.costs, other.costs, strict=False)])


def _median(numbers: list[float]) -> float | None:
    return median(numbers) if numbers else None
