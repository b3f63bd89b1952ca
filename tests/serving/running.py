"""`golden serve` as a process of its own, for the tests that look at it from outside."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds, on a busy machine
_ask = build_opener(ProxyHandler({})).open


T = TypeVar("T")


def run_apart(work: Coroutine[Any, Any, T]) -> T:
    """Runs to its end in a thread of its own: where browsers are tested, this one may have a loop already."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()


@dataclass(frozen=True, slots=True)
class Served:
    address: str
    process: "subprocess.Popen[str]"
    log: Path

    def page(self, path: str) -> str:
        with _ask(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "generator", "serve", "--no-open", *words]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


@contextmanager
def served(folder: Path, *options: str, on: str = "2020-02-01") -> Iterator[Served]:
    """The preview of `content` in the folder, ended by an interrupt at the end."""
    with listening(command("--on", on, *options), folder, environment()) as preview:
        yield preview


@contextmanager
def listening(words: list[str], folder: Path, world: dict[str, str]) -> Iterator[Served]:
    """A command that shows the preview, run in a folder until the end of the block."""
    log = folder / "serve.log"
    with log.open("w") as into:
        process = subprocess.Popen(
            words, cwd=folder, env=world, stdin=subprocess.DEVNULL, stdout=into, stderr=into, text=True
        )
    try:
        until(lambda: "the preview is at" in log.read_text() or process.poll() is not None)
        found = re.search(r"http://\S+/", log.read_text())
        assert found, log.read_text()
        yield Served(found.group(), process, log)
    finally:
        if process.poll() is None:
            process.send_signal(_end())
        try:
            process.wait(timeout=PATIENCE)
        finally:
            process.kill()  # one that has ended is left as it is


def _end() -> signal.Signals:
    """As Ctrl+C does, where that is heard: of what a shell runs in the background, all ignores it."""
    hears_interrupts = os.name == "posix" and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    return signal.SIGINT if hears_interrupts else signal.SIGTERM


def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that will be so soon."""
    end = monotonic() + PATIENCE
    while True:
        try:
            if is_so():
                return
        except URLError:
            pass
        assert monotonic() < end, "it did not come to be so"
        sleep(0.02)
