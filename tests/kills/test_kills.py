"""The command, killed at random moments: each file is whole, and the next build ends equal to a clean one."""

import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from tests.kills.running import FINISHED, Builder, Tree, arguments, builder, contents, records, standing, wanted

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals"), pytest.mark.timeout(300)]

IN_WRITING = 0.85  # the share of kills that fall into the writing, which is a small part of a build


@pytest.mark.parametrize("options", [(), ("--atomic",)], ids=["file by file", "atomic"])
@pytest.mark.parametrize(
    "kills", [50, pytest.param(500, marks=[pytest.mark.long, pytest.mark.timeout(1800)])], ids=["50", "500"]
)
def test_after_a_kill_every_file_is_whole_and_the_next_build_equals_a_clean_one(
    quick_path: Path, kills: int, options: tuple[str, ...]
) -> None:
    chance = random.Random(20200201 + kills)  # noqa: S311 - repeatable, not secret
    programmes = contents(quick_path)
    sites = {content: wanted(content) for content in programmes}
    output = quick_path / "output"
    left: Counter[str] = Counter()
    with builder(quick_path / "log") as golden:
        stood = programmes[0]
        whole, writing = _measured(golden, programmes, output, options)
        assert golden.run(arguments(stood, output, *options)) == 0
        while left.total() < kills:
            coming = programmes[stood == programmes[0]]
            if _kill(golden, arguments(coming, output, *options), output, chance, (whole, writing)):
                left[_state(output)] += 1
            _assert_whole(standing(output), sites[stood], sites[coming], is_atomic=bool(options))
            stood = chance.choice(programmes)
            assert golden.run(arguments(stood, output, *options)) == 0, golden.said()
            assert standing(output) == sites[stood]
            assert records(output) == FINISHED
    assert left["journal"], left  # some were killed after the change was certain,
    assert left["staged"], left  # and some before


def _measured(
    golden: Builder, programmes: tuple[Path, ...], output: Path, options: tuple[str, ...]
) -> tuple[float, float]:
    """How long a build takes that changes all, and how long it writes; the first one, which is slower, is left out."""
    times = []
    for content in programmes * 2:
        signed, started = _signed(output), time.monotonic()
        golden.start(arguments(content, output, *options))
        _wait_for_writing(output, signed)
        writes = time.monotonic()
        assert golden.end() == 0, golden.said()
        times.append((time.monotonic() - started, time.monotonic() - writes))
    return min(times[1:])


def _kill(golden: Builder, run: list[str], output: Path, chance: random.Random, times: tuple[float, float]) -> bool:
    """Whether the kill came before the end."""
    whole, writing = times
    signed = _signed(output)
    process = golden.start(run)
    if chance.random() < IN_WRITING:
        _wait_for_writing(output, signed)
        time.sleep(chance.uniform(0, writing))
    else:
        time.sleep(chance.uniform(0, whole))
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return golden.end() == -signal.SIGKILL


def _wait_for_writing(output: Path, signed: int) -> None:
    while _signed(output) == signed:
        time.sleep(0.0003)


def _signed(output: Path) -> int:
    """When a build last said that it has the folder for itself."""
    try:
        return (output / ".golden/holder.json").stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _assert_whole(stands: Tree, old: Tree, new: Tree, is_atomic: bool) -> None:
    for path, data in stands.items():
        assert data in (old.get(path), new.get(path)), path
    assert stands.keys() >= old.keys() & new.keys()
    if is_atomic and sys.platform == "linux":
        for site in ("staff/", "residents/"):
            assert _part(stands, site) in (_part(old, site), _part(new, site))


def _part(tree: Tree, site: str) -> Tree:
    return {path: data for path, data in tree.items() if path.startswith(site)}


def _state(output: Path) -> str:
    names = records(output)
    return "journal" if "journal.json" in names else "staged" if "staged" in names else "none"
