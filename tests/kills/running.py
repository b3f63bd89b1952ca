"""The command at work, and what it leaves in the output folder."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build import build
from generator.request import BuildRequest
from tests.building import ON, files_of
from tests.examples import smallest, write_files

ROOT = Path(__file__).parents[2]

Tree = Mapping[str, bytes]  # the files of all sites, by path in the output folder

UPDATE = "editions/2020-01/customer-services.md"
EDITION = b"""---
title: February 2020
published: 2020-02-01
for: [staff, residents]
---
Another month has gone by.
"""
MORE = b"## Completed\n\n- We visited three councils. {#site-visits}\n"


def contents(folder: Path) -> tuple[Path, Path]:
    """Two programmes whose sites differ in what the pages say, and in which there are."""
    write_files(smallest(), folder / "one")
    more = {"editions/2020-02/edition.md": EDITION, "editions/2020-02/customer-services.md": MORE}
    write_files(smallest() | more, folder / "two")
    return folder / "one", folder / "two"


def wanted(content: Path) -> Tree:
    """What a clean build of a programme puts into an empty folder."""
    result = build(BuildRequest(content, lambda _: ON))
    assert result.sites, result.findings
    return {f"{site}/{path}": data for site in result.sites for path, data in files_of(result, site).items()}


def standing(output: Path) -> Tree:
    """All that a reader of the sites could find."""
    files = (path for path in output.rglob("*") if ".golden" not in path.parts and not path.is_dir())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def records(output: Path) -> set[str]:
    """The names in our own folder, but for the cache: of a finished build, just three."""
    return {path.name for path in (output / ".golden").iterdir()} - {"cache"}


FINISHED = {"manifest.json", "lock", "holder.json"}


def arguments(content: Path, output: Path, *more: str) -> list[str]:
    return ["build", str(content), "--output", str(output), "--on", ON.isoformat(), *more]


@dataclass(frozen=True, slots=True)
class Builder:
    """A process that runs the command, one run after another."""

    process: "subprocess.Popen[str]"
    log: Path

    def start(self, arguments: list[str]) -> int:
        """Gives the number of the process."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{json.dumps(arguments)}\n")
        self.process.stdin.flush()
        return self._answer()

    def end(self) -> int:
        """Waits for the run that was started; its exit code, or less than 0 where it was killed."""
        return os.waitstatus_to_exitcode(self._answer())

    def run(self, arguments: list[str]) -> int:
        self.start(arguments)
        return self.end()

    def said(self) -> str:
        return self.log.read_text()

    def _answer(self) -> int:
        assert self.process.stdout is not None
        return int(self.process.stdout.readline())


@contextmanager
def builder(log: Path) -> Iterator[Builder]:
    command = [sys.executable, "-m", "tests.kills.builder", str(log)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        yield Builder(process, log)
        assert process.stdin is not None
        process.stdin.close()
