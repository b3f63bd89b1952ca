"""Each system call that changes the disk fails in turn, or is the last: files are whole, and the next build recovers.

strace does it to a real process. It cannot be told in a container that forbids it: then this test says so by failing.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.output.put import PutManner, put_in_place
from tests.kills.putting import NEW, OLD
from tests.kills.running import FINISHED, ROOT, records, standing

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
    pytest.mark.timeout(300),
]

CALLS = ("write", "fsync", "syncfs", "rename", "renameat2", "mkdir", "unlink", "rmdir", "link", "flock")
KILL = "signal=KILL"
ENDINGS = ("error=ENOSPC", "error=EIO", KILL)
IN_EVERY_RUN = {("file by file", "error=ENOSPC"), ("atomic", "error=EIO")}
# One ending of either way of writing is tried in every run: each takes ten seconds, and they differ little. Kills take
# up to a minute, and those at random moments are tried in every run.
WAYS = [
    pytest.param(
        options, ending, id=f"{name}-{ending}", marks=[] if (name, ending) in IN_EVERY_RUN else pytest.mark.long
    )
    for name, options in (("file by file", ()), ("atomic", ("--atomic",)))
    for ending in ENDINGS
]
KILLED = (-signal.SIGKILL, 128 + signal.SIGKILL)
_CALL = re.compile(rf"^(?:\d+ +)?({'|'.join(CALLS)})\(", re.MULTILINE)


def put_under_strace(output: Path, options: tuple[str, ...], *how: str) -> "subprocess.CompletedProcess[str]":
    python = [sys.executable, "-S", "-m", "tests.kills.putting", str(output), *options]
    fast = [] if any(KILL in word for word in how) else ["--seccomp-bpf"]  # with it, strace sends no signal
    command = ["strace", "-f", *fast, "-qq", "-o", str(output.with_name("calls")), *how, *python]
    paths = os.pathsep.join([str(ROOT), *(path for path in sys.path if path.endswith("-packages"))])
    changes = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": paths}
    return subprocess.run(command, cwd=ROOT, env=os.environ | changes, capture_output=True, text=True, check=False)


def calls_made(output: Path, options: tuple[str, ...]) -> Mapping[str, int]:
    """How often each call is made where none fails."""
    done = put_under_strace(output, options, "-e", f"trace={','.join(CALLS)}")
    assert done.returncode == 0, done.stderr
    return Counter(_CALL.findall(output.with_name("calls").read_text()))


def flat(sites: Mapping[str, Mapping[str, bytes]]) -> Mapping[str, bytes]:
    return {f"{site}/{path}": data for site, files in sites.items() for path, data in files.items()}


@pytest.fixture
def old(quick_path: Path) -> Path:
    put_in_place(quick_path / "old", OLD)
    return quick_path / "old"


def copies(old: Path) -> Iterator[Path]:
    """The same output folder as often as one is asked for, each time in its first state."""
    output = old.with_name("output")
    while True:
        shutil.copytree(old, output)
        yield output
        shutil.rmtree(output)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_disk_that_does_not_take_very_many_files_down_leaves_the_sites_as_they_were(old: Path, ending: str) -> None:
    outputs = copies(old)
    assert calls_made(next(outputs), ("--as-very-many",))["syncfs"] == 1
    output = next(outputs)
    done = put_under_strace(output, ("--as-very-many",), "-e", "trace=syncfs", "-e", f"inject=syncfs:{ending}:when=1")
    assert (done.returncode in KILLED) is (ending == KILL)
    assert standing(output) == flat(OLD)
    _assert_sound(output, done, done.stderr, is_atomic=False)
    put_in_place(output, NEW)
    assert standing(output) == flat(NEW)
    assert records(output) == FINISHED


@pytest.mark.parametrize(("options", "ending"), WAYS)
def test_whichever_call_fails_the_sites_stay_whole_and_the_next_build_recovers(
    old: Path, options: tuple[str, ...], ending: str
) -> None:
    outputs = copies(old)
    made = calls_made(next(outputs), options)
    assert made["fsync"] >= 5, made
    assert made["renameat2" if options else "rename"] >= 2, made
    for call, times in made.items():
        for number in range(1, times + 1):
            output = next(outputs)
            done = put_under_strace(
                output, options, "-e", f"trace={call}", "-e", f"inject={call}:{ending}:when={number}"
            )
            assert (done.returncode in KILLED) is (ending == KILL), f"{call} {number} of {times}: {done.stderr}"
            _assert_sound(output, done, f"{call} {number} of {times}: {done.stderr}", is_atomic=bool(options))
            put_in_place(output, NEW, PutManner(is_atomic=bool(options)))
            assert standing(output) == flat(NEW)
            assert records(output) == FINISHED


def _assert_sound(output: Path, done: "subprocess.CompletedProcess[str]", what: str, is_atomic: bool) -> None:
    stands, old, new = standing(output), flat(OLD), flat(NEW)
    assert all(data in (old.get(path), new.get(path)) for path, data in stands.items()), what
    if is_atomic:
        for site in ("staff/", "residents/"):
            assert _part(stands, site) in (_part(old, site), _part(new, site)), what
    if done.returncode == 0:
        assert stands == new, what
    elif done.returncode == 2:
        assert re.fullmatch(r"golden: could not .+ \(.+\)(; .+)?\n", done.stderr), what
        assert "the sites are as they were" not in done.stderr or stands == old, what
    else:
        assert done.returncode in KILLED, what


def _part(tree: Mapping[str, bytes], site: str) -> Mapping[str, bytes]:
    return {path: data for path, data in tree.items() if path.startswith(site)}
