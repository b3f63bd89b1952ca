"""What is handed out is whole, small, the same each time, and says one version.

`make release` runs this on what it has just built; then the changelog has to have a date and a tag has to agree, too.
"""

import re
import shutil
import subprocess
import tarfile
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import __version__
from tests.archives import RELEASED, ROOT, build, sdist, unpacked_sdist, wheel

MOST = 15_000_000  # bytes of our own, unpacked
MOST_PACKED = 5_000_000
TOP = re.compile(r"^## (?P<version>\S+) \((?P<when>[^)]+)\)$", re.MULTILINE)
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
MADE_FOR_IT = {"PKG-INFO"}


def asked_of_git(*words: str) -> list[str]:
    if shutil.which("git") is None:
        return []
    run = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.split("\0") if run.returncode == 0 else []


def test_the_wheel_is_small() -> None:
    assert wheel().stat().st_size < MOST_PACKED
    assert sdist().stat().st_size < MOST_PACKED
    assert sum(it.file_size for it in ZipFile(wheel()).infolist()) < MOST


def test_the_archive_of_the_source_holds_all_that_is_kept_in_version_control() -> None:
    tracked = {it for it in asked_of_git("ls-files", "-z") if it}
    if not tracked:
        pytest.skip("this is no clone")
    with tarfile.open(sdist()) as archive:
        inside = {it.name.partition("/")[2] for it in archive.getmembers() if it.isfile()}
    assert tracked - inside == set(), "name it in pyproject.toml, under tool.hatch.build.targets.sdist"
    if RELEASED:
        assert inside - tracked == MADE_FOR_IT, "these files are not in version control"


def test_the_archive_of_the_source_builds_the_same_wheel_to_the_byte(tmp_path: Path) -> None:
    build(unpacked_sdist(), tmp_path, "wheel")
    (again,) = tmp_path.glob("*.whl")
    assert again.name == wheel().name
    assert sha256(again.read_bytes()).digest() == sha256(wheel().read_bytes()).digest()


def test_the_wheel_says_what_it_is_to_those_who_look_for_it() -> None:
    with ZipFile(wheel()) as archive:
        (about,) = (it for it in archive.namelist() if it.endswith(".dist-info/METADATA"))
        said = message_from_bytes(archive.read(about))
    assert said["Version"] == __version__
    assert said["Requires-Python"] == ">=3.11"
    assert said["Description-Content-Type"] == "text/markdown"
    assert "# Golden Thread" in str(said.get_payload())
    assert all(said[name] for name in ("Summary", "Keywords", "License-Expression"))


def test_the_newest_entry_of_the_changelog_is_about_this_version() -> None:
    entry = TOP.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert entry, "write `## 1.2.3 (not yet released)` or `## 1.2.3 (1 March 2027)` above the newest changes"
    assert entry["version"] == __version__
    assert entry["when"] == "not yet released" or DAY.fullmatch(entry["when"])


def test_the_version_stands_in_one_place() -> None:
    whole = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    packaging = ("pyproject.toml", "Makefile", "README.md", "CONTRIBUTING.md", "action.yml")
    assert [it for it in packaging if whole.search((ROOT / it).read_text("utf-8"))] == []


@pytest.mark.release
def test_a_release_has_its_day_in_the_changelog() -> None:
    entry = TOP.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert entry
    assert DAY.fullmatch(entry["when"]), "write the day of the release into its entry"


@pytest.mark.release
def test_a_tag_on_what_is_released_names_this_version() -> None:
    tags = "".join(asked_of_git("tag", "--points-at", "HEAD")).split()
    assert {it for it in tags if it.startswith("v")} <= {f"v{__version__}"}
