"""Jobs done side by side, in processes of their own."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from generator.crew import HelperLost, with_new_processes

ROOT = Path(__file__).parents[1]

BEGINNING = """
import os, signal, sys
from generator import build, crew, shares
crew.cores = build.cores = lambda: 4
"""


def run(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own, since one with threads is not divided."""
    command = [sys.executable, "-c", BEGINNING + script, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


IS_DIVIDED = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is divided")


@IS_DIVIDED
def test_what_each_job_gives_comes_in_their_order_and_what_one_raises_is_raised() -> None:
    done = run(
        """
def stop():
    raise LookupError("not here")
print(crew.side_by_side([os.getppid, lambda: b"." * 3_000_000, os.getpid])[1:2] == [b"." * 3_000_000])
print(len({os.getpid(), *crew.side_by_side([os.getpid, os.getpid, os.getpid])}))
try:
    crew.side_by_side([int, stop])
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
print(crew.side_by_side([os.getpid, os.getpid, lambda: 3]) == [os.getpid(), os.getpid(), 3])
print(os.listdir("/proc/self/fd") == before)
"""
    )
    assert done.stdout == "True\nTrue\n", done.stderr


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
        os.write(writes, b"\\x80\\x05\\x95")
    os.kill(os.getpid(), signal.SIGKILL)
build.LARGE, crew._answer = 0, ended
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
    assert with_new_processes(int, [partial(bytes, 3_000_000), partial(print, "not a part of the answer")]) == [
        0,
        b"\0" * 3_000_000,
        None,
    ]
    with pytest.raises(ValueError, match="invalid literal"):
        with_new_processes(int, [partial(int, "ten")])


def test_a_new_process_that_is_ended_is_told_in_words_and_one_that_nobody_waits_for_is_ended() -> None:
    with pytest.raises(HelperLost, match="build again with more memory"):
        with_new_processes(int, [partial(os._exit, 9)])
    started = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        with_new_processes(partial(divmod, 1, 0), [partial(time.sleep, 60)])
    assert time.monotonic() - started < 50
