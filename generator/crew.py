"""Many hands: what can be done side by side is, in processes of their own, on as many cores as there are.

A process is divided in two (forked), which costs a few milliseconds and hands everything over, where that is safe: on
Linux, and while no thread runs that might hold a lock. Elsewhere the jobs are done one after the other.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class HelperLost(Exception):
    """A process that did a part of the work was ended by the system, most likely for want of memory."""


def can_divide() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def cores() -> int:
    """How many we may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What each job gives, in their order; what it gives has to be such that pickle can pack it.

    The first is done by this process. Raises what a job raises, and HelperLost.
    """
    if len(jobs) < 2 or not can_divide():
        return [job() for job in jobs]
    helpers = [_Helper.started(job) for job in jobs[1:]]
    try:
        first = jobs[0]()
    except BaseException:
        for helper in helpers:
            helper.abandon()
        raise
    return [first, *(helper.result() for helper in helpers)]


@dataclass(frozen=True, slots=True)
class _Helper(Generic[T]):
    """A process and the end of the pipe by which it answers."""

    process: int
    answer: int

    @classmethod
    def started(cls, job: Callable[[], T]) -> "_Helper[T]":
        reads, writes = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(reads)
            _answer(job, writes)
        os.close(writes)
        return cls(process, reads)

    def result(self) -> T:
        with open(self.answer, "rb") as pipe:  # noqa: PTH123  it has no path
            said = pipe.read()
        os.waitpid(self.process, 0)
        if not said:
            raise HelperLost("a process that helped with the build was ended; build again with more memory")
        is_well, value = pickle.loads(said)  # noqa: S301  it comes from ourselves
        if not is_well:
            raise value
        result: T = value
        return result

    def abandon(self) -> None:
        """It ends by itself, as nobody reads what it writes."""
        os.close(self.answer)
        os.waitpid(self.process, 0)


def _answer(job: Callable[[], object], writes: int) -> None:
    """In the helper: do the job, say what came of it, and end without any of what this process would do at its end."""
    try:
        try:
            said = pickle.dumps((True, job()), protocol=5)
        except BaseException as error:
            said = pickle.dumps((False, error), protocol=5)
        with open(writes, "wb") as pipe:
            pipe.write(said)
    finally:
        os._exit(0)
