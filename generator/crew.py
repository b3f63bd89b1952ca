"""Many hands: what can be done side by side is, in processes of their own, on as many cores as there are.

A process is divided in two (forked), which costs a few milliseconds and hands everything over, where that is safe: on
Linux, and while no thread runs that might hold a lock. Elsewhere a job can be sent to a new process, which has to be
told all that it needs and to load what we have loaded; that costs about a second.
"""

import os
import pickle
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import IO, Generic, TypeVar, cast

S = TypeVar("S")
T = TypeVar("T")


class HelperLost(Exception):
    """A process that did a part of the work was ended by the system, most likely for want of memory."""


def can_divide() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def cores() -> int:
    """How many we may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def can_send() -> bool:
    return bool(sys.executable) and cores() > 1


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What each job gives, in their order; what it gives has to be such that pickle can pack it.

    The first is done by this process, and so is each for which the system gives us no other. Raises what a job raises,
    and HelperLost.
    """
    if len(jobs) < 2 or not can_divide():
        return [job() for job in jobs]
    return _with_helpers(jobs[0], [_divided(job) for job in jobs[1:]])


def share_out(items: Sequence[S], work: Callable[[Sequence[S]], T]) -> list[T]:
    """What the work gives for each of as many shares of the items as there are cores."""
    hands = cores()
    return side_by_side([partial(work, items[hand::hands]) for hand in range(hands)])


def with_new_processes(first: Callable[[], T], others: Sequence[Callable[[], T]]) -> list[T]:
    """The same, each of the others in a new process: pickle has to be able to pack these jobs as well."""
    return _with_helpers(first, [_sent(job) for job in others])


def _divided(job: Callable[[], T]) -> "_Helper[T]":
    try:
        return _Forked(job)
    except OSError:  # too many processes or files are open, or there is too little memory
        return _Ourselves(job)


def _sent(job: Callable[[], T]) -> "_Helper[T]":
    try:
        return _Sent(job)
    except OSError:
        return _Ourselves(job)


def _with_helpers(job: Callable[[], T], helpers: Sequence["_Helper[T]"]) -> list[T]:
    try:
        first = job()
    except BaseException:
        for helper in helpers:
            helper.abandon()
        raise
    return [first, *(helper.result() for helper in helpers)]


class _Helper(ABC, Generic[T]):
    """Whoever does one job and answers with what came of it."""

    @abstractmethod
    def result(self) -> T:
        """When it is done."""

    def abandon(self) -> None:
        """Nobody waits for the answer any more."""


class _Ourselves(_Helper[T]):
    """This very process, when it is asked."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job

    def result(self) -> T:
        return self._job()


class _Process(_Helper[T]):
    @abstractmethod
    def _pipe(self) -> IO[bytes]:
        """By which it answers."""

    @abstractmethod
    def _wait(self) -> None:
        """Until it has ended."""

    def result(self) -> T:
        """Read as it comes, so that no more of it is in mind than what it is in the end."""
        with self._pipe() as pipe:
            try:
                is_well, value = pickle.load(pipe)  # noqa: S301  it comes from ourselves
            except (EOFError, pickle.UnpicklingError) as error:
                lost = "a process that helped with the build was ended; build again with more memory"
                raise HelperLost(lost) from error
            finally:
                self._wait()
        if not is_well:
            raise value
        result: T = value
        return result

    def abandon(self) -> None:
        """It ends by itself, as nobody reads what it writes."""
        self._pipe().close()
        self._wait()


class _Forked(_Process[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        reads, writes = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(reads)
            os.close(writes)
            raise
        if self._process == 0:
            os.close(reads)
            _answer_and_end(job, writes)
        os.close(writes)
        self._reads = open(reads, "rb")  # noqa: PTH123, SIM115  it has no path, and is closed when it has answered

    def _pipe(self) -> IO[bytes]:
        return self._reads

    def _wait(self) -> None:
        os.waitpid(self._process, 0)


class _Sent(_Process[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        import subprocess  # noqa: PLC0415  where a process can be divided, nothing is sent

        begin = f"import sys; sys.path[:] = {sys.path!r}; from generator.crew import do_what_is_sent; do_what_is_sent()"
        command = [sys.executable, "-c", begin]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  it is ourselves
        self._process = process
        self._answers = cast("IO[bytes]", process.stdout)
        with suppress(OSError), cast("IO[bytes]", process.stdin) as told:  # one that has ended does not answer either
            pickle.dump(job, told, protocol=5)

    def _pipe(self) -> IO[bytes]:
        return self._answers

    def _wait(self) -> None:
        self._process.wait()

    def abandon(self) -> None:
        self._process.kill()
        super().abandon()


def do_what_is_sent() -> None:
    """In the new process: the job comes by the standard input. What else is printed must not come into the answer."""
    import signal  # noqa: PLC0415  nothing else here needs it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever has sent the job ends this process as well
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _answer(pickle.load(sys.stdin.buffer), answers)  # noqa: S301  it comes from ourselves


def _answer_and_end(job: Callable[[], object], writes: int) -> None:
    """In the helper, without any of what this process would do at its end."""
    try:
        with open(writes, "wb") as pipe:
            _answer(job, pipe)
    finally:
        os._exit(0)


def _answer(job: Callable[[], object], pipe: IO[bytes]) -> None:
    said: tuple[bool, object]
    try:
        said = True, job()
    except BaseException as error:
        said = False, error
    pickle.dump(said, pipe, protocol=5)
