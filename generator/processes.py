"""Runs jobs in parallel, one process per available core.

On Linux, this process is forked: that takes a few milliseconds, and the helper knows all that this process knows. It is
safe only while there is one thread, since another one might hold a lock. Elsewhere a new Python is started and sent its
job; to load our modules again takes it about a second.
"""

import os
import pickle
import signal
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import IO, Generic, NoReturn, TypeVar, cast

from generator.text import UserError

S = TypeVar("S")
T = TypeVar("T")


class HelperLost(UserError):
    """The system ended a helper process, most likely for want of memory."""


_LOST = "a process that helped with the build was ended; build again with more memory"
_NOT_HANDED_OVER = "a helper could not hand over what it made; its own traceback stands above"
_AT_FAULT = 70  # the exit code of a helper that could not send its answer; the system ends no process with it


class _Abandoned(BaseException):
    """Raised in a helper whose answer is no longer wanted, so that it clears up and ends."""


def can_divide() -> bool:
    """Whether this process can be forked, and there is a core for another one."""
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def cores() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def can_send() -> bool:
    """Whether a new Python can be started, and there is a core for it."""
    return bool(sys.executable) and cores() > 1


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """The result of each job, in the order of the jobs. A result must be picklable.

    This process runs the first job, and any job for which no other process can be had. If a job fails, the others are
    stopped, and its error is raised here: as itself or, if pickle cannot rebuild it, as a RuntimeError, with the
    helper's traceback as a note. Raises HelperLost as well.
    """
    if len(jobs) < 2 or not can_divide():
        return [job() for job in jobs]
    return _with_helpers(jobs[0], [partial(_divided, job) for job in jobs[1:]])


def share_out(items: Sequence[S], work: Callable[[Sequence[S]], T]) -> list[T]:
    """Splits the items into one share per core; gives the result of `work` for each share."""
    hands = cores()
    return side_by_side([partial(work, items[hand::hands]) for hand in range(hands)])


def with_new_processes(first: Callable[[], T], others: Sequence[Callable[[], T]]) -> list[T]:
    """As side_by_side, but each of `others` runs in a new Python; so these jobs must be picklable, too."""
    return _with_helpers(first, [partial(_sent, job) for job in others])


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


def _with_helpers(job: Callable[[], T], begin: Sequence[Callable[[], "_Helper[T]"]]) -> list[T]:
    helpers: list[_Helper[T]] = []
    try:
        helpers.extend(it() for it in begin)
        return [job(), *(helper.result() for helper in helpers)]
    except BaseException:
        for helper in helpers:
            helper.abandon()
        raise


class _Helper(ABC, Generic[T]):
    """Does one job."""

    @abstractmethod
    def result(self) -> T:
        """Waits for the job to end. Raises the job's error."""

    def abandon(self) -> None:
        """Stops the job, if its result has not been fetched."""


class _Ourselves(_Helper[T]):
    """Does the job in this process, when the result is wanted."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job

    def result(self) -> T:
        return self._job()


class _Process(_Helper[T]):
    @abstractmethod
    def _pipe(self) -> IO[bytes]:
        """Its answer comes out of this; closed once the answer has been read or is no longer wanted."""

    @abstractmethod
    def _wait(self) -> int:
        """Waits for the process to end; gives its exit code."""

    @abstractmethod
    def _stop(self) -> None:
        """Ends the process early."""

    def result(self) -> T:
        """Unpickled while it arrives, so that its bytes and the result are not in memory together."""
        try:
            is_well, value = pickle.load(self._pipe())  # noqa: S301  it comes from ourselves
        except (EOFError, pickle.UnpicklingError) as error:
            raise (RuntimeError(_NOT_HANDED_OVER) if self._end() == _AT_FAULT else HelperLost(_LOST)) from error
        self._end()
        if not is_well:
            raise value
        result: T = value
        return result

    def _end(self) -> int:
        self._pipe().close()  # first: otherwise it might wait for us to read the rest
        return self._wait()

    def abandon(self) -> None:
        if not self._pipe().closed:
            self._stop()
            self._end()


class _Pipes:
    """The pipes out of which this process reads its helpers' answers.

    A new helper gets a copy of each, and must close it: a process that writes into a pipe is only told that nobody
    reads it when every copy is closed.
    """

    def __init__(self) -> None:
        self._open: set[IO[bytes]] = set()

    def open(self, descriptor: int) -> IO[bytes]:
        pipe = open(descriptor, "rb")  # noqa: SIM115  it is closed when it has answered
        self._open.add(pipe)
        return pipe

    def forget(self, pipe: IO[bytes]) -> None:
        self._open.discard(pipe)

    def close_all(self) -> None:
        for pipe in self._open:
            pipe.close()
        self._open.clear()


_ANSWERS = _Pipes()


class _Forked(_Process[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        reads, writes = os.pipe()
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))  # they wait
        try:
            self._process = os.fork()
            if self._process == 0:
                os.close(reads)
                _ANSWERS.close_all()
                _answer_and_end(job, writes)
        except OSError:
            os.close(reads)
            raise
        finally:
            os.close(writes)
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        self._reads = _ANSWERS.open(reads)

    def _pipe(self) -> IO[bytes]:
        return self._reads

    def _wait(self) -> int:
        _ANSWERS.forget(self._reads)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def _stop(self) -> None:
        os.kill(self._process, signal.SIGTERM)


class _Sent(_Process[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        import subprocess  # noqa: PLC0415  where a process can be forked, nothing is sent

        ours = f"from {__name__} import {do_what_is_sent.__name__}"
        begin = f"import sys; sys.path[:] = {sys.path!r}; {ours}; {do_what_is_sent.__name__}()"
        command = [sys.executable, "-c", begin]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  it is ourselves
        self._process = process
        self._answers = cast("IO[bytes]", process.stdout)
        with suppress(OSError), cast("IO[bytes]", process.stdin) as told:  # one that has ended will not answer
            pickle.dump(job, told, protocol=5)

    def _pipe(self) -> IO[bytes]:
        return self._answers

    def _wait(self) -> int:
        return self._process.wait()

    def _stop(self) -> None:
        self._process.terminate()


def do_what_is_sent() -> None:
    """Runs in the new Python: reads the job from standard input, and writes the answer to what was standard output.

    Whatever the job prints goes to standard error, so that it is not taken for a part of the answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that sent the job ends this one
    writes = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _answer_and_end(_do_what_comes, writes)


def _do_what_comes() -> object:
    return pickle.load(sys.stdin.buffer)()  # noqa: S301  it comes from ourselves


def _answer_and_end(job: Callable[[], object], writes: int) -> NoReturn:
    """Runs in the helper, which then ends at once: what is to happen at the end of this program is not its business."""
    code = 0
    try:
        _let_itself_be_stopped()
        with open(writes, "wb") as pipe:
            _answer(job, pipe)
    except (_Abandoned, BrokenPipeError, KeyboardInterrupt):
        pass
    except BaseException:
        import traceback  # noqa: PLC0415  nothing is told of where all is well

        traceback.print_exc()
        sys.stderr.flush()
        code = _AT_FAULT
    finally:
        os._exit(code)


def _let_itself_be_stopped() -> None:
    def stop(number: int, _: object) -> NoReturn:
        signal.signal(number, signal.SIG_IGN)  # a second one must not disturb the clearing up
        raise _Abandoned

    signal.signal(signal.SIGTERM, stop)
    if sys.platform != "win32":
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, stop)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))


def _answer(job: Callable[[], object], pipe: IO[bytes]) -> None:
    """Writes whether the job went well, and its result or its error."""
    said: tuple[bool, object]
    try:
        said = True, job()
    except _Abandoned:
        raise
    except BaseException as error:
        said = False, _told(error)
    pickle.dump(said, pipe, protocol=5)


def _told(error: BaseException) -> BaseException:
    """The error with its traceback as a note; a RuntimeError in its place, if pickle would not rebuild it as it is."""
    from traceback import format_exception  # noqa: PLC0415  a helper seldom fails

    told = f"In a helper process:\n{''.join(format_exception(error))}"
    if not _comes_out_the_same(error):
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.__notes__ = [told]  # the traceback has those that it had
    return error


def _comes_out_the_same(error: BaseException) -> bool:
    try:
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  it comes from ourselves
    except Exception:  # pickle calls the error's own class, which may raise anything
        return False
    return type(again) is type(error) and str(again) == str(error)
