"""Jobs done side by side, in processes of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the work is not divided")

BEGINNING = """
import os, signal, sys
from generator import build, crew, shares
crew.cores = build.cores = lambda: 4
"""


def run(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own, since one with threads is not divided."""
    command = [sys.executable, "-c", BEGINNING + script, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


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
