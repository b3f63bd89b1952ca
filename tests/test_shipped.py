"""What is installed from a wheel has all that the command needs beside its code."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
MOST = 4_000_000  # bytes of the wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a wheel of this checkout installs; built without a network, by what is locked."""
    made = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    assert wheel.stat().st_size < MOST
    ZipFile(wheel).extractall(made / "site")
    return made / "site"


def golden(installed: Path, folder: Path, *words: str) -> str:
    """Run the installed command; gives what it says."""
    program = "import sys\nimport generator.cli as cli\nprint(cli.__file__)\nsys.exit(cli.main())"
    run = subprocess.run(
        [sys.executable, "-P", "-c", program, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    where, _, said = run.stdout.partition("\n")
    assert Path(where).is_relative_to(installed)
    return said


def test_a_programme_is_begun_and_built_from_a_wheel(installed: Path, tmp_path: Path) -> None:
    golden(installed, tmp_path, "init", "ours", "--yes", "--accent", "navy", "--on", "2026-11-22")
    golden(installed, tmp_path / "ours", "build", "--drafts", "--strict", "--on", "2026-11-22")
    assert (tmp_path / "ours/output/staff-drafts/index.html").is_file()
    assert "overdue" in golden(installed, tmp_path, "explain", "overdue")


def test_the_sample_is_in_the_wheel_whole(installed: Path, tmp_path: Path) -> None:
    golden(installed, tmp_path, "init", "sample", "--example")
    files = {it.relative_to(tmp_path / "sample"): it.read_bytes() for it in (tmp_path / "sample/content").rglob("*.*")}
    here = {it.relative_to(ROOT): it.read_bytes() for it in (ROOT / "content").rglob("*.*") if it.is_file()}
    assert files == {path: data for path, data in here.items() if ".vscode" not in path.parts}
    assert "all 8 workstreams have handed in" in golden(installed, tmp_path / "sample", "status", "--on", "2026-11-02")
