"""Laws of whole builds."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from generator.build import build
from generator.output.put import put_in_place
from generator.request import Request
from tests.building import ON, SAMPLE, SAMPLE_ON, built

ROOT = Path(__file__).parents[2]


def sample() -> dict[str, dict[str, bytes]]:
    result = build(Request(SAMPLE, lambda _: SAMPLE_ON))
    assert not result.findings
    return {site: dict(files) for site, files in result.sites.items()}


@cache
def expected() -> dict[str, dict[str, bytes]]:
    """What every build of the sample is held against."""
    return sample()


def test_the_sample_builds_without_a_finding_and_twice_to_the_same_bytes() -> None:
    assert sample() == expected()


def test_the_order_in_which_files_are_found_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    first = expected()
    walk = os.walk

    def shuffled(top: Path):  # type: ignore[no-untyped-def]  # os.walk's own
        for folder, folders, files in walk(top):
            folders.reverse()
            files.sort(key=lambda name: name[::-1])
            yield folder, folders, files

    monkeypatch.setattr(os, "walk", shuffled)
    assert sample() == first


# The second is a machine that knows no letter but ours, and a clock that others have set.
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "cy_GB.UTF-8", "LANGUAGE": "cy"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
     "SOURCE_DATE_EPOCH": "0"},
)  # fmt: skip


@pytest.mark.parametrize("changes", MACHINES, ids=["far east", "far west"])
def test_hash_seed_time_zone_locale_and_folder_change_nothing(changes: dict[str, str], tmp_path: Path) -> None:
    """Each in a process of its own, on a copy with other dates, in a folder with another name, from within it."""
    here = tmp_path / "Zwölf Ordner" / changes["PYTHONHASHSEED"]
    copytree(SAMPLE, here / "words", copy_function=copyfile)
    words = [sys.executable, "-m", "generator", "build", "words", "--output", "made", "--on", str(SAMPLE_ON)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    subprocess.run(words, cwd=here, env=environment, check=True, capture_output=True)
    found = {
        site: {path.relative_to(here / "made" / site).as_posix(): path.read_bytes()
               for path in (here / "made" / site).rglob("*") if path.is_file()}
        for site in ("staff", "residents")
    }  # fmt: skip
    assert found == expected()


def test_a_second_build_changes_no_file_and_a_removed_edition_leaves_none(tmp_path: Path) -> None:
    first = built(tmp_path)
    put_in_place(tmp_path / "output", first.sites)
    assert put_in_place(tmp_path / "output", built(tmp_path).sites).changed == 0
    for file in (tmp_path / "content/editions/2020-01").iterdir():
        file.unlink()
    (tmp_path / "content/editions/2020-01").rmdir()
    again = build(Request(tmp_path / "content", lambda _: ON))
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
    residents = b"\n".join(expected()["residents"].values()).decode("utf-8", errors="replace")
    assert not [words for words in staff_only if words in residents]
