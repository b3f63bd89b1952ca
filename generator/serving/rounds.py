"""One round after each change: read, show, judge, and, when it has been quiet for a while, try a whole build."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from generator.serving.session import PreviewSession
from generator.serving.watching import FileChanges
from generator.serving.work import Notice
from generator.values import dataclass

T = TypeVar("T")

_FIRST_SECONDS = 0.05  # for the browsers that were told to ask for their pages, before any judging


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one change: the paths of the changed files, how many open pages read differently, and the seconds
    from when the change was noticed until they were told of it.
    """

    changed: Sequence[str]
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """A whole build, begun when nothing has changed for `quiet_seconds`; gives its notice, None for nothing to say."""

    begin: Callable[[], Awaitable[Notice | None]]
    quiet_seconds: float


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom `keep_up` tells what came of each round, and what is to be said of the content after it was judged."""

    of_round: Callable[[Round], None]
    of_findings: Callable[[Notice | None], None]


async def keep_up(session: PreviewSession, changes: AsyncIterator[FileChanges], telling: Telling, trial: Trial) -> None:
    """Does a round for each change, until there are no more changes: the open pages come first, then the judging, and
    the whole build last.
    """
    clock = asyncio.get_running_loop().time
    behind = asyncio.create_task(_sound(_try(session, telling, trial)))
    try:
        async for change in changes:
            started = clock()
            await _end(behind)
            await _sound(session.read(change.seen))
            pages = await _sound(session.tell())
            telling.of_round(Round(change.paths, pages or 0, clock() - started))
            behind = asyncio.create_task(_sound(_judge(session, telling, trial)))
    finally:
        await _end(behind)


async def _judge(session: PreviewSession, telling: Telling, trial: Trial) -> None:
    await asyncio.sleep(_FIRST_SECONDS)
    await session.judge()
    await session.tell()
    telling.of_findings(session.notice)
    await _try(session, telling, trial)


async def _try(session: PreviewSession, telling: Telling, trial: Trial) -> None:
    """Makes a whole build when it has been quiet, unless the content is known to be wrong: that stops a build."""
    await asyncio.sleep(trial.quiet_seconds)
    if not (session.frame.notice and session.frame.notice.is_wrong):
        session.keep_tried(await trial.begin())
        await session.tell()
        telling.of_findings(session.notice)


async def _end(task: "asyncio.Task[object]") -> None:
    """Waited for, not awaited: its end must not be taken for ours, which may be asked for at the same time."""
    if not task.cancelling():  # a second time, it would break off its own clearing up
        task.cancel()
    await asyncio.wait((task,))


async def _sound(work: Awaitable[T]) -> T | None:
    """What comes of it; None where it failed, which is a fault of ours, told at once with all that is known of it. The
    preview goes on, since the writer's next save may do without whatever failed.
    """
    try:
        return await work
    except Exception as error:
        told = {"message": "golden serve: a fault of ours", "exception": error}
        asyncio.get_running_loop().call_exception_handler(told)
        return None
