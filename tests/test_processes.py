"""Jobs done side by side, in processes of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.processes import HelperLost, with_new_processes

ROOT = Path(__file__).parents[1]

BEGINNING = """
import os, signal, sys
from generator import build, processes, shares
processes.cores = build.cores = lambda: 4
"""


def run(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own, since one with threads is not divided."""
    command = [sys.executable, "-c", BEGINNING + script, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=20)


IS_DIVIDED = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is divided")


@IS_DIVIDED
def test_what_each_job_gives_comes_in_their_order_and_what_one_raises_is_raised() -> None:
    done = run(
        """
def stop():
    raise LookupError("not here")
print(processes.side_by_side([os.getppid, lambda: b"." * 3_000_000, os.getpid])[1:2] == [b"." * 3_000_000])
print(len({os.getpid(), *processes.side_by_side([os.getpid, os.getpid, os.getpid])}))
try:
    processes.side_by_side([int, stop])
except LookupError as error:
    print(error)
"""
    )
    assert done.stdout == "True\n3\nnot here\n", done.stderr


@IS_DIVIDED
def test_what_no_other_process_can_be_had_for_is_done_by_our_own_and_leaves_no_file_open() -> None:
    done = run(
        """
def refuse():
    raise BlockingIOError(11, "Resource temporarily unavailable")
os.fork = refuse
before = os.listdir("/proc/self/fd")
print(processes.side_by_side([os.getpid, os.getpid, lambda: 3]) == [os.getpid(), os.getpid(), 3])
print(os.listdir("/proc/self/fd") == before)
"""
    )
    assert done.stdout == "True\nTrue\n", done.stderr


@IS_DIVIDED
def test_helpers_that_nobody_waits_for_are_ended_whatever_they_have_to_say() -> None:
    done = run(
        """
import time
reads, begun = os.pipe()
def stop():
    os.read(reads, 1)
    raise LookupError("not here")
def much():
    return b"." * 3_000_000
def slow():
    try:
        os.write(begun, b".")
        time.sleep(60)
    finally:
        print("cleared away", flush=True)
for jobs in ([stop, much, much, slow], [int, stop, much, slow], [int, much, stop, slow]):
    try:
        processes.side_by_side(jobs)
    except LookupError as error:
        print(error, flush=True)
    try:
        print("left:", os.waitpid(-1, os.WNOHANG))
    except ChildProcessError:
        print("none is left", flush=True)
"""
    )
    assert done.stdout == "cleared away\nnot here\nnone is left\n" * 3, done.stderr


@IS_DIVIDED
def test_an_interrupt_while_the_process_is_divided_is_heard() -> None:
    done = run(
        """
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    processes.side_by_side([int, int])
except KeyboardInterrupt:
    print("interrupted")
"""
    )
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


FAULTS = """
from pathlib import Path
from generator.output.failures import OutputFailed
class TwoThings(Exception):
    def __init__(self, what, why):
        super().__init__(f"{what}: {why}")
        self.why = why
def fail_with(error):
    raise error
def raised_by(job):
    try:
        processes.side_by_side([int, job])
    except BaseException as error:
        return error
class Local(TwoThings):
    def __reduce__(self):
        raise TypeError("it cannot be packed")
"""


@IS_DIVIDED
def test_an_error_in_a_helper_comes_out_as_itself_with_its_traceback() -> None:
    done = run(
        FAULTS
        + """
error = raised_by(lambda: fail_with(OutputFailed("could not write bins")))
print(type(error).__name__, error)
print(error.__notes__[0].startswith("In a helper process:\\nTraceback (most recent"))
print("in fail_with" in error.__notes__[0])
error = raised_by(lambda: bytes([255]).decode())
print(error)
try:
    Path("no-such-file").read_bytes()
except OSError as mine:
    error = raised_by(lambda: fail_with(mine))
    print(error.filename, error.strerror)
error = raised_by(lambda: raised_by(lambda: fail_with(OutputFailed("bins"))) and sys.exit("enough"))
print(type(error).__name__, error)
"""
    )
    assert done.stdout.splitlines() == [
        "OutputFailed could not write bins",
        "True",
        "True",
        "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
        "no-such-file No such file or directory",
        "SystemExit enough",
    ], done.stderr


@IS_DIVIDED
def test_an_error_that_pickle_cannot_make_again_is_named_with_its_traceback() -> None:
    done = run(
        FAULTS
        + """
for error in (TwoThings("bins", "late"), Local("bins", "late"), TwoThings("bins", lambda: 1)):
    found = raised_by(lambda: fail_with(error))
    print(type(found).__name__, str(found).partition(" <")[0], "in fail_with" in found.__notes__[0])
"""
    )
    assert done.stdout.splitlines() == [
        "RuntimeError TwoThings: bins: late True",
        "RuntimeError Local: bins: late True",
        "RuntimeError TwoThings: bins: True",
    ], done.stderr


@IS_DIVIDED
def test_what_cannot_be_handed_over_is_a_fault_of_ours_and_no_want_of_memory() -> None:
    done = run(
        FAULTS
        + """
error = raised_by(lambda: [b"." * 3_000_000, lambda: 1])
print(type(error).__name__, error)
"""
    )
    assert done.stdout.splitlines() == [
        "RuntimeError a helper could not hand over what it made; its own traceback stands above",
    ], done.stderr
    assert "Can't pickle" in done.stderr or "Can't get local object" in done.stderr  # from Python 3.13 on


def test_a_new_process_that_cannot_be_begun_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(ROOT / "no-such-python"))
    assert with_new_processes(os.getpid, [os.getpid]) == [os.getpid(), os.getpid()]


@IS_DIVIDED
@pytest.mark.parametrize("answers", ["nothing", "a part of its answer"])
def test_a_helper_that_the_system_ends_stops_the_build_in_words(tmp_path: Path, answers: str) -> None:
    done = run(
        """
from generator.cli import main
words, answers = sys.argv[1:-1], sys.argv[-1]
def ended(job, writes):
    if answers != "nothing":
        os.write(writes.fileno(), b"\\x80\\x05\\x95")
    os.kill(os.getpid(), signal.SIGKILL)
build.LARGE, processes._answer = 0, ended
sys.exit(main(words))
""",
        *("build", "tests/programmes/smallest", "--output", str(tmp_path / "output"), "--on", "2020-02-01"),
        answers,
    )
    assert (done.returncode, done.stderr) == (
        2,
        "golden: a process that helped with the build was ended; build again with more memory\n",
    )
    assert not (tmp_path / "output" / "staff").exists()


def test_jobs_can_be_sent_to_new_processes_which_may_print_and_raise() -> None:
    ours, told = with_new_processes(os.getpid, [os.getpid])
    assert ours == os.getpid() != told
    jobs: list[Callable[[], object]] = [partial(bytes, 3_000_000), partial(print, "not a part of the answer")]
    assert with_new_processes(int, jobs) == [0, b"\0" * 3_000_000, None]
    with pytest.raises(ValueError, match="twelve"):
        with_new_processes(int, [partial(int, "twelve")])
    with pytest.raises(ValueError, match="invalid literal"):
        with_new_processes(int, [partial(int, "ten")])


def test_a_new_process_that_is_ended_is_told_in_words_and_one_that_nobody_waits_for_is_ended() -> None:
    with pytest.raises(HelperLost, match="build again with more memory"):
        with_new_processes(int, [partial(os._exit, 9)])
    started = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        with_new_processes(partial(divmod, 1, 0), [partial(time.sleep, 60)])
    assert time.monotonic() - started < 50
