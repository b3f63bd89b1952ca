"""One round after each change: read, show, judge, and, when it has been quiet for a while, try a whole build."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from generator.serving.session import PreviewSession
from generator.serving.watching import FileChanges
from generator.serving.work import Notice

_FIRST_SECONDS = 0.05  # for the browsers that were told to ask for their pages, before any judging


@dataclass(frozen=True, slots=True)
class Round:
    """The files that were changed, how many pages in view read differently, and after how long that could be seen."""

    changed: Sequence[str]
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a round, and of what was found; `attempt` makes a whole build and gives what it finds."""

    of_round: Callable[[Round], None]
    of_findings: Callable[[Notice | None], None]
    attempt: Callable[[], Awaitable[Notice | None]]


async def keep_up(
    session: PreviewSession, changes: AsyncIterator[FileChanges], telling: Telling, quiet_seconds: float
) -> None:
    """For as long as there are changes. The pages in view come first; a whole build waits until it has been quiet."""
    clock = asyncio.get_running_loop().time
    behind = asyncio.create_task(_try(session, telling, quiet_seconds))
    try:
        async for change in changes:
            started = clock()
            await _end(behind)
            await _sound(session.read(change.seen))
            telling.of_round(Round(change.paths, await session.tell(), clock() - started))
            behind = asyncio.create_task(_judge(session, telling, quiet_seconds))
    finally:
        await _end(behind)


async def _judge(session: PreviewSession, telling: Telling, quiet_seconds: float) -> None:
    await asyncio.sleep(_FIRST_SECONDS)
    await session.judge()
    await session.tell()
    telling.of_findings(session.notice)
    await _try(session, telling, quiet_seconds)


async def _try(session: PreviewSession, telling: Telling, quiet_seconds: float) -> None:
    """Not where the content is known to be wrong: a build would say no more than that."""
    await asyncio.sleep(quiet_seconds)
    if not (session.work.notice and session.work.notice.is_wrong):
        session.tried = await telling.attempt()
        await session.tell()
        telling.of_findings(session.notice)


async def _end(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await _sound(task)


async def _sound(work: Awaitable[None]) -> None:
    """A fault of ours is told with all that is known of it, and the preview goes on."""
    try:
        await work
    except Exception as error:  # whatever it is, the writer's next save may do without it
        asyncio.get_running_loop().call_exception_handler(
            {"message": "golden serve: a fault of ours", "exception": error}
        )
