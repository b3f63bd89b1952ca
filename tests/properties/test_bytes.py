"""Laws of whole builds."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copyfile, copytree
from typing import Self

import pytest

from generator.build import build
from generator.cli import main
from generator.output.put import put_in_place
from generator.request import BuildRequest
from tests.building import ON, SAMPLE, SAMPLE_ON, built, files_of, sample

ROOT = Path(__file__).parents[2]


# It has every field, and is built in a third of the time of the sample.
SMALL, SMALL_ON = Path(__file__).parents[1] / "programmes/every-field", date(2026, 4, 1)


def made_of(content: Path, on: date) -> dict[str, dict[str, bytes]]:
    result = build(BuildRequest(content, lambda _: on))
    assert not result.findings
    return {site: files_of(result, site) for site in result.sites}


def found_in(output: Path) -> dict[str, dict[str, bytes]]:
    return {
        site: {path.relative_to(output / site).as_posix(): path.read_bytes()
               for path in (output / site).rglob("*") if path.is_file()}
        for site in ("staff", "residents")
    }  # fmt: skip


@cache
def small() -> Mapping[str, Mapping[str, bytes]]:
    """What every build of the small programme is held against."""
    return made_of(SMALL, SMALL_ON)


def test_the_sample_builds_without_a_finding_and_twice_to_the_same_bytes() -> None:
    assert made_of(SAMPLE, SAMPLE_ON) == sample()


class Shuffled(list["os.DirEntry[str]"]):
    """What os.scandir gives, in another order."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return


def test_the_order_in_which_files_are_found_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    first = small()
    scandir, looked = os.scandir, list[str]()

    def shuffled(folder: str) -> Shuffled:
        looked.append(folder)
        with scandir(folder) as entries:
            return Shuffled(sorted(entries, key=lambda entry: entry.name[::-1]))

    monkeypatch.setattr(os, "scandir", shuffled)
    assert made_of(SMALL, SMALL_ON) == first
    assert str(SMALL / "editions") in looked


DIVIDED = """
import os, sys
from generator import build, processes, shares
from generator.cli import main
from generator.reading import content
content.FEWEST_TO_SHARE_OUT = build.LARGE = 0
shares.FEWEST_TO_DIVIDE, fork, helpers = 1, os.fork, []
processes.cores = build.cores = lambda: 6
os.fork = lambda: (helpers.append(1), fork())[1]
code = main(sys.argv[1:])
sys.exit(code or len(helpers) != 5 + 1 + 5)  # five help to read, one makes the other site, five help with this one
"""


SENT = """
import sys
from generator import build, processes
from generator.cli import main
build.LARGER, send, sent = 0, build.with_new_processes, []
processes.cores = lambda: 2
build.can_divide = lambda: False
build.with_new_processes = lambda first, others: (sent.extend(others), send(first, others))[1]
code = main(sys.argv[1:])
sys.exit(code or len(sent) != 1)
"""


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            DIVIDED, marks=pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is divided")
        ),
        SENT,
    ],
    ids=["divided", "sent to a new one"],
)
def test_one_process_and_many_make_the_same(tmp_path: Path, script: str) -> None:
    """In a process of its own, since one with threads is not divided."""
    words = ["build", str(SMALL), "--output", str(tmp_path / "output"), "--on", str(SMALL_ON)]
    run = subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert found_in(tmp_path / "output") == small()
    again = subprocess.run(
        [sys.executable, "-m", "generator", *words, "--explain"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "nothing was made again" in again.stdout + again.stderr


def receipts_in(cache: Path) -> list[Path]:
    found = list(cache.glob("receipt-*"))
    assert found
    return found


DAMAGES: dict[str, Callable[[Path], object]] = {
    "none": lambda _: None,
    "no cache": shutil.rmtree,
    "an empty store": lambda cache: (cache / "kept.sqlite").write_bytes(b""),
    "half a store": lambda cache: (cache / "kept.sqlite").write_bytes((cache / "kept.sqlite").read_bytes()[:20_000]),
    "noise": lambda cache: (cache / "kept.sqlite").write_bytes(bytes(range(256)) * 200),
    "receipts cut": lambda cache: [it.write_bytes(it.read_bytes()[:99]) for it in receipts_in(cache)],
    "a page gone": lambda cache: (cache.parents[1] / "staff/index.html").unlink(),
    "a page changed": lambda cache: (cache.parents[1] / "residents/actions/index.html").write_text("Ours now."),
}


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """An output folder with the small programme and its cache, and how to build it; each build mends both."""
    output = tmp_path_factory.mktemp("warm") / "output"
    words = ["build", str(SMALL), "--output", str(output), "--on", str(SMALL_ON), "--quiet"]
    assert main([*words, "--strict"]) == 0
    return output, words


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_warm_build_gives_what_a_cold_one_gives_whatever_became_of_the_cache(
    damage: str, warm: tuple[Path, list[str]]
) -> None:
    output, words = warm
    DAMAGES[damage](output / ".golden/cache")
    assert main([*words, "--format", "json"]) == 0
    assert found_in(output) == small()


EAST = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "cy_GB.UTF-8", "LANGUAGE": "cy"}
# A machine that knows no letter but ours, and a clock that others have set: the one that is asked in every run.
WEST = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "SOURCE_DATE_EPOCH": "0",
}
MACHINES = [pytest.param(EAST, id="far east", marks=pytest.mark.long), pytest.param(WEST, id="far west")]


@pytest.mark.parametrize("changes", MACHINES)
def test_hash_seed_time_zone_locale_and_folder_change_nothing(changes: dict[str, str], tmp_path: Path) -> None:
    """Each in a process of its own, on a copy with other dates, in a folder with another name, from within it."""
    here = tmp_path / "Zwölf Ordner" / changes["PYTHONHASHSEED"]
    copytree(SAMPLE, here / "words", copy_function=copyfile)
    words = [sys.executable, "-m", "generator", "build", "words", "--output", "made", "--on", str(SAMPLE_ON)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    subprocess.run(words, cwd=here, env=environment, check=True, capture_output=True)
    assert found_in(here / "made") == sample()


def test_a_second_build_changes_no_file_and_a_removed_edition_leaves_none(tmp_path: Path) -> None:
    first = built(tmp_path)
    put_in_place(tmp_path / "output", first.sites)
    assert put_in_place(tmp_path / "output", built(tmp_path).sites).changed == 0
    for file in (tmp_path / "content/editions/2020-01").iterdir():
        file.unlink()
    (tmp_path / "content/editions/2020-01").rmdir()
    again = build(BuildRequest(tmp_path / "content", lambda _: ON))
    assert not again.findings
    put_in_place(tmp_path / "output", again.sites)
    assert not (tmp_path / "output/staff/updates/2020-01").exists()
    assert (tmp_path / "output/staff/updates/index.html").exists()


def test_no_staff_only_word_of_the_sample_is_in_the_residents_site() -> None:
    """Whole staff-only sentences; the scan of every form of output is a matter of its own."""
    staff_only = set()
    for file in SAMPLE.glob("editions/*/*.md"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("- ") and "for=staff" in line:
                staff_only.add(line[2:].split("{")[0].strip()[:60])
    assert len(staff_only) > 20
    residents = b"\n".join(sample()["residents"].values()).decode("utf-8", errors="replace")
    assert not [words for words in staff_only if words in residents]
