"""One build at a time writes into an output folder, and those who wait are told for whom."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.output.failures import OutputFailed, OutputRefused
from generator.output.locking import HOLDER, locked
from generator.output.put import PutManner, put_in_place

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from generator.output.locking import locked
with locked(Path(sys.argv[1]), waits=True, tell=print):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_who_shall_not_wait_is_refused_and_told_who_has_the_folder(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {"index.html": b"1"}})
    with locked(tmp_path, waits=True, tell=print), pytest.raises(OutputRefused) as refused:
        put_in_place(tmp_path, {"staff": {"index.html": b"2"}}, PutManner(waits=False))
    (reason,) = refused.value.reasons
    assert re.match(rf"another build \(process {os.getpid()} on .+, since \d\d:\d\d:\d\d\) is writing into", reason)
    assert (tmp_path / "staff/index.html").read_bytes() == b"1"


def test_one_who_waits_is_told_after_a_second_and_goes_on_when_the_folder_is_free(tmp_path: Path) -> None:
    told: list[str] = []
    heard = threading.Event()

    def tell(words: str) -> None:
        told.append(words)
        heard.set()

    with locked(tmp_path, waits=True, tell=print):
        other = threading.Thread(
            target=put_in_place, args=(tmp_path, {"staff": {"a": b"1"}}, PutManner(tell=tell)), daemon=True
        )
        other.start()
        assert heard.wait(30)
        assert not (tmp_path / "staff").exists()
    other.join(30)
    assert (tmp_path / "staff/a").read_bytes() == b"1"
    assert len(told) == 1
    assert told[0].startswith(f"waiting for another build (process {os.getpid()} on ")


def test_a_process_that_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(OutputRefused, match=rf"process {holder.pid} on "), locked(tmp_path, False, print):
            pass
        holder.kill()
        holder.wait()
        with locked(tmp_path, waits=False, tell=print):
            pass


@pytest.mark.parametrize("signed", ["", "[]", '{"process": 1}'])
def test_a_holder_who_cannot_be_read_is_another_build(tmp_path: Path, signed: str) -> None:
    with locked(tmp_path, waits=True, tell=print):
        (tmp_path / HOLDER).write_text(signed)
        with pytest.raises(OutputRefused, match="another build is writing into"), locked(tmp_path, False, print):
            pass


def test_a_lock_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".golden/lock").mkdir(parents=True)
    with pytest.raises(OutputFailed, match=r"could not lock `.*lock`: ") as failed:
        put_in_place(tmp_path, {"staff": {"a": b"1"}})
    assert "\n" not in str(failed.value)
