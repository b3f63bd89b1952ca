"""`golden publish`, killed at random moments: what readers find is whole, and the next run ends as one unharmed."""

import os
import random
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build import build
from generator.output.publication import Publication
from generator.output.zipped import zip_bytes
from generator.request import BuildRequest
from tests.building import ON
from tests.examples import files_in
from tests.kills.running import builder, contents

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals"), pytest.mark.timeout(300)]

TRIES = 15  # a few of which are over before the kill


@pytest.mark.parametrize("target", ["site", "site.zip"])
def test_after_a_kill_the_place_is_whole_and_the_next_run_publishes(quick_path: Path, target: str) -> None:
    chance = random.Random(20200203)
    stood, coming = contents(quick_path)
    place = quick_path / target
    wanted = {content: _wanted(content, target) for content in (stood, coming)}
    killed = 0
    with builder(quick_path / "log") as golden:
        words = ["--audience", "residents", "--to", str(place), "--lenient", "--on", ON.isoformat()]

        def publish(content: Path) -> float:
            started = time.monotonic()
            assert golden.run(["publish", "--content", str(content), *words]) == 0, golden.said()
            return time.monotonic() - started

        publish(coming)
        takes = publish(stood)
        for _ in range(TRIES):
            process = golden.start(["publish", "--content", str(coming), *words])
            time.sleep(chance.uniform(takes / 2, takes))
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            killed += golden.end() == -signal.SIGKILL
            for path, data in _standing(place).items():
                assert data in (wanted[stood].get(path), wanted[coming].get(path)), path
            takes = min(takes, publish(coming))  # another's work may have slowed the first
            assert _standing(place) == wanted[coming]
            stood, coming = coming, stood
    assert killed > 0


def _wanted(content: Path, target: str) -> dict[str, bytes]:
    site = build(BuildRequest(content, lambda _: ON, ("residents",))).sites["residents"]
    files = {path: data for path, data in site.items() if isinstance(data, bytes)}
    if target == "site":
        return files
    editions = tuple(sorted(it.name for it in (content / "editions").iterdir()))
    return {target: zip_bytes(files, Publication("residents", editions))}


def _standing(place: Path) -> dict[str, bytes]:
    return {place.name: place.read_bytes()} if place.is_file() else files_in(place)
