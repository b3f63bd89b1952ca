"""A page of the docs done as it tells its readers: files written, commands run, and what they print compared."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.examples import write_files
from tests.told import run_as_told

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)(?: (?P<path>\S+))?\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL
)
_ELIDED = "..."
# What changes with every page that a site gets, and with what else runs on the machine.
_COUNTS = re.compile(r"\b\d+ files?\b|(?<=127\.0\.0\.1:)\d+")


@dataclass(frozen=True, slots=True)
class Step:
    """A block of the page: `told` is what stands in the block of text behind a command, if there is one."""

    language: str
    path: str
    body: str
    told: str | None = None

    @property
    def commands(self) -> list[str]:
        lines = re.sub(r" *\\\n *", " ", self.body).splitlines()
        return [line.partition(" #")[0].strip() for line in lines if self.language == "console" and line]


def steps_of(page: Path) -> tuple[Step, ...]:
    """The page's blocks in order, each text with the command before it."""
    return tuple(_steps(page.read_text(encoding="utf-8")))


def _steps(page: str) -> Iterator[Step]:
    last: Step | None = None
    for found in _BLOCK.finditer(page):
        body = re.sub(rf"^{found['indent']}", "", found["body"], flags=re.MULTILINE)
        if found["language"] == "text" and last and last.language == "console" and last.told is None:
            last = Step(last.language, last.path, last.body, body)
            continue
        if last:
            yield last
        last = Step(found["language"], found["path"] or "", body)
    if last:
        yield last


def write(step: Step) -> None:
    """The file of a block that names one."""
    write_files({step.path: step.body.encode()}, Path())


def run(command: str) -> int:
    """Runs one of our own commands in this folder; one that would go on until it is ended is only understood."""
    words = shlex.split(command.partition(" > ")[0])
    if words[0] != "golden":
        raise ValueError(f"not one of ours: {command}")
    return run_as_told(words[1:])


def agree(said: str, told: str) -> bool:
    """Whether it is what the page tells; a line `...` of the page stands for any number of lines."""
    parts = _plain(told).split(f"{_ELIDED}\n")
    pattern = "(?:.*\n)*".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, _plain(said)) is not None


def _plain(words: str) -> str:
    return _COUNTS.sub("N", words.replace("\\", "/"))  # as Windows writes a path
