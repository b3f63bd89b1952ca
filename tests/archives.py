"""The wheel and the archive of the source of this checkout, and a Python into which such a wheel is installed.

They are built once a process, by what is locked and without a network. `make release` builds them first, and names
their folder in GOLDEN_DIST, so that what is looked at is what is handed out.
"""

import os
import subprocess
import sys
import sysconfig
import tarfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from venv import EnvBuilder

ROOT = Path(__file__).parents[1]
RELEASED = os.environ.get("GOLDEN_DIST", "")
_SCRIPTS, _ENDING = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
_PIP = ("-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment with `golden` in it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / _SCRIPTS / f"python{_ENDING}"

    @property
    def golden(self) -> Path:
        return self.folder / _SCRIPTS / f"golden{_ENDING}"

    @property
    def packages(self) -> Path:
        paths = sysconfig.get_paths("venv", {"base": str(self.folder), "platbase": str(self.folder)})
        return Path(paths["purelib"])

    def environment(self) -> dict[str, str]:
        """The world without this checkout, and without a place for caches that an earlier run has filled."""
        kept = {name: word for name, word in os.environ.items() if not name.startswith(("PYTHON", "GOLDEN_"))}
        return {**kept, "PYTHONUNBUFFERED": "1", "XDG_CACHE_HOME": str(self.folder / "cache")}

    def run(self, folder: Path, *words: str) -> str:
        """Run `golden` in a folder; gives what it says, and fails where it does not end well."""
        run = subprocess.run(
            [str(self.golden), *words],
            cwd=folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout


@cache
def wheel() -> Path:
    return _one("*.whl")


@cache
def sdist() -> Path:
    return _one("*.tar.gz")


@cache
def unpacked_sdist() -> Path:
    """The folder that the archive of the source becomes."""
    into = Path(mkdtemp(prefix="golden-sdist-"))
    with tarfile.open(sdist()) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # what the newer patch releases ask for
        archive.extractall(into)  # noqa: S202  it is our own
    (folder,) = into.iterdir()
    return folder


def build(source: Path, into: Path, *kinds: str) -> None:
    words = [word for kind in kinds for word in ("-t", kind)]
    run = [sys.executable, "-m", "hatchling", "build", *words, "-d", str(into)]
    subprocess.run(run, cwd=source, check=True, capture_output=True)


def install(folder: Path) -> Installed:
    """The wheel alone, in an environment that finds our dependencies where these tests run: no network, one second."""
    EnvBuilder(symlinks=os.name != "nt").create(folder)
    installed = Installed(folder)
    _pip(installed, "install", "--no-deps", "--no-index", "--no-compile", str(wheel()))
    # A line of a .pth file adds a folder and does not read that folder's own, which would lead back to the checkout.
    (installed.packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return installed


def install_with_all(folder: Path) -> Installed:
    """As a user does it: every locked dependency by its hash, from the network, and then the wheel."""
    EnvBuilder(symlinks=os.name != "nt").create(folder)
    installed = Installed(folder)
    _pip(installed, "install", "--require-hashes", "-r", str(ROOT / "requirements" / "site.txt"))
    _pip(installed, "install", "--no-deps", "--no-index", str(wheel()))
    return installed


def _pip(installed: Installed, *words: str) -> None:
    run = [sys.executable, *_PIP, "--python", str(installed.python), *words]
    subprocess.run(run, check=True)


def _one(pattern: str) -> Path:
    (found,) = (_built() if not RELEASED else ROOT / RELEASED).glob(pattern)
    return found


@cache
def _built() -> Path:
    into = Path(mkdtemp(prefix="golden-dist-"))
    build(ROOT, into, "sdist", "wheel")
    return into
