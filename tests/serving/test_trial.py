"""What a command says beside the preview, whatever the system's own encoding and ends of lines are."""

import asyncio
import os
import sys
from contextlib import suppress
from time import monotonic

import pytest

from generator.serving.trial import CommandOutcome, attempt
from tests.serving.running import run_apart

ABROAD = {**os.environ, "PYTHONIOENCODING": "cp1252"}  # as a pipe is on Windows
WORDS = "Llŷn pays £5 – “for now”"


def test_letters_of_a_system_that_does_not_speak_utf_8_are_heard_as_they_were_said() -> None:
    said = run_apart(attempt([sys.executable, "-c", f"print({WORDS!r})"], ABROAD))
    assert said == CommandOutcome(0, WORDS)


def test_ends_of_lines_are_ours_so_that_the_same_findings_are_not_told_twice() -> None:
    program = "import sys; sys.stdout.reconfigure(newline='\\r\\n'); print('one'); print('two')"
    assert run_apart(attempt([sys.executable, "-c", program], ABROAD)).words == "one\ntwo"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such command there")
def test_a_command_that_ends_just_as_it_is_being_ended_leaves_no_word_in_the_terminal(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def run() -> None:
        begun = monotonic()
        await attempt(["true"], ABROAD)
        takes = monotonic() - begun
        for number in range(60):
            task = asyncio.create_task(attempt(["true"], ABROAD))
            await asyncio.sleep(takes * (number % 20) / 12)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    run_apart(run())
    assert [it.getMessage() for it in caplog.records] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a build is divided in another way there")
def test_who_saves_while_a_build_is_divided_among_processes_does_not_wait_for_them() -> None:
    """They hold what the build says, and would go on without it."""
    child = "import time; time.sleep(50)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    async def run() -> float:
        task = asyncio.create_task(attempt([sys.executable, "-c", program], ABROAD))
        await asyncio.sleep(1.0)
        begun = monotonic()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return monotonic() - begun

    assert run_apart(run()) < 10
