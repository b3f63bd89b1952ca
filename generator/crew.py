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
        """Read as it comes, so that no more of it is in mind than what it is in the end."""
        with open(self.answer, "rb") as pipe:  # noqa: PTH123  it has no path
            try:
                is_well, value = pickle.load(pipe)  # noqa: S301  it comes from ourselves
            except (EOFError, pickle.UnpicklingError) as error:
                lost = "a process that helped with the build was ended; build again with more memory"
                raise HelperLost(lost) from error
            finally:
                os.waitpid(self.process, 0)
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
        said: tuple[bool, object]
        try:
            said = True, job()
        except BaseException as error:
            said = False, error
        with open(writes, "wb") as pipe:
            pickle.dump(said, pipe, protocol=5)
    finally:
        os._exit(0)
