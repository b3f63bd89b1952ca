"""Rounds end when they are told to, whatever they are about to end themselves."""

import asyncio
from collections.abc import AsyncIterator
from typing import NoReturn

import pytest

from generator.serving.rounds import Telling, Trial, keep_up
from generator.serving.session import PageConnection, PreviewSession
from generator.serving.watching import FileChanges
from tests.serving.running import run_apart
from tests.serving.sites import Sites

EDIT = FileChanges(("content/programme.yml",), {})
SOON = 10.0  # seconds, on a busy machine
UNHEARD = Telling(lambda _: None, lambda _: None)


async def one_edit(when: asyncio.Event) -> AsyncIterator[FileChanges]:
    await when.wait()
    yield EDIT
    await asyncio.Event().wait()  # no other ever comes


def test_an_interrupt_while_a_build_is_being_ended_is_heard_the_first_time() -> None:
    async def run() -> bool:
        sites = Sites()
        session, edited, begun, ending = PreviewSession(sites, sites), asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def never_done() -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                ending.set()
                await asyncio.sleep(0.2)

        rounds = asyncio.create_task(keep_up(session, one_edit(edited), UNHEARD, Trial(never_done, 0.0)))
        await begun.wait()
        edited.set()
        await ending.wait()
        rounds.cancel()
        await asyncio.wait((rounds,), timeout=1.0)
        has_ended = rounds.cancelled()
        rounds.cancel()
        await asyncio.wait((rounds,), timeout=SOON)
        session.close()
        return has_ended

    assert run_apart(run())


class Failing(Sites):
    """Sites whose pages cannot be told of."""

    def file(self, name: str, path: str) -> NoReturn:
        raise ValueError(f"{name}/{path}")


def test_a_fault_of_ours_is_told_at_once_and_the_rounds_go_on() -> None:
    faults: list[str] = []
    rounds_told: list[int] = []

    async def fail() -> NoReturn:
        raise ValueError("a whole build")

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, told: faults.append(str(told["exception"])))
        failing = Failing()
        session, edited = PreviewSession(failing, failing), asyncio.Event()
        telling = Telling(lambda it: rounds_told.append(it.pages), lambda _: None)
        rounds = asyncio.create_task(keep_up(session, one_edit(edited), telling, Trial(fail, 0.0)))
        await asyncio.sleep(0.1)
        assert faults == ["a whole build"]
        session.connections.add(PageConnection("staff", "index.html"))
        edited.set()
        while not rounds_told:
            await asyncio.sleep(0)
            assert not rounds.done()
        rounds.cancel()
        with pytest.raises(asyncio.CancelledError):
            await rounds
        session.close()

    run_apart(run())
    assert faults == ["a whole build", "staff/index.html"]
    assert rounds_told == [0]
