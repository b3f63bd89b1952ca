"""Jobs that are done side by side, in processes of their own, on as many cores as there are.

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
from typing import IO, ClassVar, Generic, NoReturn, TypeVar, cast

from generator.text.diagnostic import UserError

S = TypeVar("S")
T = TypeVar("T")


class HelperLost(UserError):
    """A process that did a part of the work was ended by the system, most likely for want of memory."""


_LOST = "a process that helped with the build was ended; build again with more memory"
_NOT_HANDED_OVER = "a helper could not hand over what it made; its own traceback stands above"
_AT_FAULT = 70  # the exit code of a helper that failed in answering; the system ends nobody with it


class _Abandoned(BaseException):
    """Nobody waits for this process any more: it clears up and ends."""


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
    after which none is at work any more, and HelperLost.
    """
    if len(jobs) < 2 or not can_divide():
        return [job() for job in jobs]
    return _with_helpers(jobs[0], [partial(_divided, job) for job in jobs[1:]])


def share_out(items: Sequence[S], work: Callable[[Sequence[S]], T]) -> list[T]:
    """What the work gives for each of as many shares of the items as there are cores."""
    hands = cores()
    return side_by_side([partial(work, items[hand::hands]) for hand in range(hands)])


def with_new_processes(first: Callable[[], T], others: Sequence[Callable[[], T]]) -> list[T]:
    """The same, each of the others in a new process: pickle has to be able to pack these jobs as well."""
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
    """Whoever does one job and answers with what came of it."""

    @abstractmethod
    def result(self) -> T:
        """When it is done."""

    def abandon(self) -> None:
        """Nobody waits for the answer any more, if it has not come."""


class _Ourselves(_Helper[T]):
    """This very process, when it is asked."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job

    def result(self) -> T:
        return self._job()


class _Process(_Helper[T]):
    @abstractmethod
    def _pipe(self) -> IO[bytes]:
        """By which it answers; closed when nobody listens any more."""

    @abstractmethod
    def _wait(self) -> int:
        """Until it has ended: its exit code."""

    @abstractmethod
    def _stop(self) -> None:
        """Has it end before it is done."""

    def result(self) -> T:
        """Read as it comes, so that no more of it is in mind than what it is in the end."""
        try:
            is_well, value = pickle.load(self._pipe())  # noqa: S301  it comes from ourselves
        except (EOFError, pickle.UnpicklingError) as error:
            raise (RuntimeError(_NOT_HANDED_OVER) if self._end() == _AT_FAULT else HelperLost(_LOST)) from error
        self._end()
        if not is_well:
            raise _unpacked(*value)
        result: T = value
        return result

    def _end(self) -> int:
        self._pipe().close()  # first: else it would wait for us to hear the rest
        return self._wait()

    def abandon(self) -> None:
        if not self._pipe().closed:
            self._stop()
            self._end()


class _Forked(_Process[T]):
    _heard: ClassVar[set[IO[bytes]]] = set()  # all pipes by which helpers of this process answer

    def __init__(self, job: Callable[[], T]) -> None:
        import signal  # noqa: PLC0415  a build with nothing to do seldom divides

        reads, writes = os.pipe()
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))  # heard just afterwards
        try:
            self._process = os.fork()
            if self._process == 0:
                os.close(reads)
                for pipe in self._heard:  # while it is open here as well, whoever writes to it is not told of its end
                    pipe.close()
                _answer_and_end(job, writes)
        except OSError:
            os.close(reads)
            raise
        finally:
            os.close(writes)
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        self._reads = open(reads, "rb")  # noqa: PTH123, SIM115  it has no path, and is closed when it has answered
        self._heard.add(self._reads)

    def _pipe(self) -> IO[bytes]:
        return self._reads

    def _wait(self) -> int:
        self._heard.discard(self._reads)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def _stop(self) -> None:
        import signal  # noqa: PLC0415  nothing is abandoned where all is well

        os.kill(self._process, signal.SIGTERM)


class _Sent(_Process[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        import subprocess  # noqa: PLC0415  where a process can be divided, nothing is sent

        ours = f"from {__name__} import {do_what_is_sent.__name__}"
        begin = f"import sys; sys.path[:] = {sys.path!r}; {ours}; {do_what_is_sent.__name__}()"
        command = [sys.executable, "-c", begin]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  it is ourselves
        self._process = process
        self._answers = cast("IO[bytes]", process.stdout)
        with suppress(OSError), cast("IO[bytes]", process.stdin) as told:  # one that has ended does not answer either
            pickle.dump(job, told, protocol=5)

    def _pipe(self) -> IO[bytes]:
        return self._answers

    def _wait(self) -> int:
        return self._process.wait()

    def _stop(self) -> None:
        self._process.terminate()


def do_what_is_sent() -> None:
    """In the new process: the job comes by the standard input. What else is printed must not come into the answer."""
    import signal  # noqa: PLC0415  nothing else here needs it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever has sent the job ends this process as well
    writes = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _answer_and_end(_do_what_comes, writes)


def _do_what_comes() -> object:
    return pickle.load(sys.stdin.buffer)()  # noqa: S301  it comes from ourselves


def _answer_and_end(job: Callable[[], object], writes: int) -> NoReturn:
    """In the helper, without any of what this process would do at its end."""
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
    import signal  # noqa: PLC0415  what has no helpers needs none

    def stop(*_: object) -> NoReturn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # nothing disturbs the clearing up
        raise _Abandoned

    signal.signal(signal.SIGTERM, stop)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))


def _answer(job: Callable[[], object], pipe: IO[bytes]) -> None:
    said: tuple[bool, object]
    try:
        said = True, job()
    except _Abandoned:
        raise
    except BaseException as error:
        said = False, _packed(error)
    pickle.dump(said, pipe, protocol=5)


def _packed(error: BaseException) -> tuple[bytes, str]:
    """As itself if that can be, which not every class of errors is made for; and its traceback."""
    from traceback import format_exception  # noqa: PLC0415  nothing is told of where all is well

    told = f"In a helper process:\n{''.join(format_exception(error))}"
    for it in (error, _Anew(error)):
        try:
            packed = pickle.dumps(it, protocol=5)
            again = pickle.loads(packed)  # noqa: S301  it comes from ourselves
        except Exception:  # noqa: S112  whatever keeps it from it, there is another way
            continue
        if type(again) is type(error) and str(again) == str(error):
            return packed, told
    return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}")), told


def _unpacked(packed: bytes, told: str) -> BaseException:
    error: BaseException = pickle.loads(packed)  # noqa: S301  it comes from ourselves
    error.__notes__ = []  # those that it has stand in the traceback as well
    error.add_note(told)
    return error


class _Anew:
    """What is packed in place of an error, and becomes it without a call of what usually makes one."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __reduce__(self) -> tuple[object, ...]:
        return _made_anew, (type(self._error), self._error.args, vars(self._error))


def _made_anew(kind: type[BaseException], words: tuple[object, ...], state: dict[str, object]) -> BaseException:
    error = kind.__new__(kind, *words)
    vars(error).update(state)
    return error
