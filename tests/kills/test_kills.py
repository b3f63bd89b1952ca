"""The command, killed at random moments: each file is whole, and the next build ends equal to a clean one."""

import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest

from tests.kills.running import FINISHED, Builder, Tree, arguments, builder, contents, records, standing, wanted

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals"), pytest.mark.timeout(300)]

# What a kill is aimed at, and how often: most at what a build does to the folder, which is a small part of it.
AIMS = {"whole": 3, "staging": 8, "settling": 5}

# Some kills must come before the change is certain, and some after; on a busy machine that may take more of them.
MOMENTS = {"staged", "journal"}


@pytest.mark.parametrize("options", [(), ("--atomic",)], ids=["file by file", "atomic"])
@pytest.mark.parametrize(
    "kills", [8, pytest.param(500, marks=[pytest.mark.long, pytest.mark.timeout(1800)])], ids=["8", "500"]
)
def test_after_a_kill_every_file_is_whole_and_the_next_build_equals_a_clean_one(
    quick_path: Path, kills: int, options: tuple[str, ...]
) -> None:
    chance = random.Random(20200201 + kills)
    programmes = contents(quick_path)
    sites = {content: wanted(content) for content in programmes}
    output = quick_path / "output"
    left: Counter[str] = Counter()
    with builder(quick_path / "log") as golden:
        stood = programmes[0]
        pace = _measured(golden, programmes, output, options)
        assert golden.run(arguments(stood, output, *options)) == 0
        while left.total() < kills or not left.keys() >= MOMENTS:
            coming = programmes[stood == programmes[0]]
            if _kill(golden, arguments(coming, output, *options), output, chance, pace):
                left[_state(output)] += 1
            _assert_whole(standing(output), sites[stood], sites[coming], is_atomic=bool(options))
            stood = chance.choice(programmes)
            assert golden.run(arguments(stood, output, *options)) == 0, golden.said()
            assert standing(output) == sites[stood]
            assert records(output) == FINISHED


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a build takes that changes all, how long it stages, and how long it settles then; in seconds."""

    whole: float
    staging: float
    settling: float


def _measured(golden: Builder, programmes: tuple[Path, ...], output: Path, options: tuple[str, ...]) -> Pace:
    """The quickest of a few; the first one, which is slower, is left out."""
    paces = []
    for content in programmes * 2:
        signed, started = _signed(output), time.monotonic()
        process = golden.start(arguments(content, output, *options))
        _wait_for_staging(output, signed)
        stages = time.monotonic()
        _wait_for_settling(output, process)
        settles = time.monotonic()
        assert golden.end() == 0, golden.said()
        ends = time.monotonic()
        paces.append(Pace(ends - started, settles - stages, ends - settles))
    return Pace(*map(min, *(astuple(pace) for pace in paces[1:])))


def _kill(golden: Builder, run: list[str], output: Path, chance: random.Random, pace: Pace) -> bool:
    """Whether the kill came before the end."""
    (aim,) = chance.choices([*AIMS], [*AIMS.values()])
    signed = _signed(output)
    process = golden.start(run)
    if aim == "staging":
        _wait_for_staging(output, signed)
    elif aim == "settling":
        _wait_for_settling(output, process)
    time.sleep(chance.uniform(0, getattr(pace, aim)))
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return golden.end() == -signal.SIGKILL


def _wait_for_staging(output: Path, signed: int) -> None:
    while _signed(output) == signed:
        time.sleep(0.0003)


def _wait_for_settling(output: Path, process: int) -> None:
    """Until the change is certain, which a busy machine may make long after the folder was taken."""
    journal = output / ".golden/journal.json"
    while not journal.exists():
        try:
            os.kill(process, 0)
        except ProcessLookupError:  # it was quicker than we looked
            return
        time.sleep(0.0001)


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
