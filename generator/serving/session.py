"""A preview as it runs: its pages, made one after the other, and those in browsers, which hear what comes of it."""

import asyncio
import gc
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generator.keeping.stamps import Folders
from generator.serving.notices import Notices
from generator.serving.work import File, Frame, Notice, Pages
from generator.values import dataclass

T = TypeVar("T")

_MANY = 32
_NOTHING: Mapping[Path, Folders] = MappingProxyType({})


@dataclass(eq=False, slots=True)
class PageConnection:
    """The connection to a page that is open in a browser.

    `told` is the state that the page knows last; `news` holds the states that are still to be sent, and None to end it.
    """

    name: str
    path: str
    told: dict[str, object] | None = None
    news: "asyncio.Queue[dict[str, object] | None]" = field(default_factory=asyncio.Queue)


class PreviewSession:
    """One preview: the pages, made in one thread, what stands around them, and those that are open in browsers.

    `is_read` is set while nothing is being read.
    """

    def __init__(self, pages: Pages, frame: Frame) -> None:
        self.pages = pages
        self.frame = frame
        self.connections: set[PageConnection] = set()
        self.is_read = asyncio.Event()
        self._notices = Notices()
        self._round = 0
        self._one = ThreadPoolExecutor(1, "preview")
        self._is_closed = False

    async def ask(self, question: Callable[..., T], *about: object) -> T:
        """Raises CancelledError where the preview has ended."""
        if self._is_closed:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._one, question, *about)

    async def begin(self, seen: Mapping[Path, Folders]) -> None:
        """The first reading and judging. All that was read then stays as long as the preview does: no collector of
        garbage needs to walk through it while somebody waits for a page.
        """
        await self.read(seen)
        await self.judge()
        gc.freeze()
        gc.disable()

    async def read(self, seen: Mapping[Path, Folders] = _NOTHING) -> None:
        """Whatever is being judged is out of date, and is left off. Who asks for a page meanwhile gets the new one."""
        self._round += 1
        self._notices = self._notices.after_reading()
        self.is_read.clear()
        try:
            await self.ask(self.pages.read, seen)
        finally:
            self.is_read.set()

    async def judge(self) -> None:
        number = self._round
        await self.ask(lambda: self.pages.judge(lambda: self._round == number))
        if self._round == number:
            self._notices = self._notices.after_judging(self.frame.notice)
            await self.ask(gc.collect)  # what the edit left behind, when nobody waits for a page

    def close(self) -> None:
        self._is_closed = True
        for connection in self.connections:
            connection.news.put_nowait(None)
        self._one.shutdown(wait=False, cancel_futures=True)

    def keep_tried(self, notice: Notice | None) -> None:
        """What a whole build has said of the content as it was judged last; None where it found nothing more."""
        self._notices = self._notices.after_building(notice)

    @property
    def notice(self) -> Notice | None:
        """What is to be said of the content."""
        return self._notices.standing(self.frame.notice)

    def state(self, name: str, path: str) -> dict[str, object]:
        """The state of a page as it is now, by which an open page sees whether it is out of date; for use in `ask`."""
        return self.state_of(name, self.pages.file(name, path))

    def state_of(self, name: str, file: File | None) -> dict[str, object]:
        """The same of a page that is known already."""
        page = _digest(file.data) if file else ""
        styles, rest = (file.styles, file.rest) if file else ("", "")
        notice, switch = self.notice, self.frame.switch(name)
        return {
            "page": page,
            "styles": styles,
            "rest": rest,
            "notice": asdict(notice) if notice else None,
            "switch": asdict(switch) if switch else None,
        }

    async def tell(self) -> int:
        """Lets every open page know how it stands now; gives how many read differently."""
        changed = 0
        for connection in tuple(self.connections):
            told, connection.told = connection.told, await self.ask(self.state, connection.name, connection.path)
            if connection.told != told:
                connection.news.put_nowait(connection.told)
            changed += told is not None and told["page"] != connection.told["page"]
        return changed


@lru_cache(_MANY)
def _digest(page: bytes) -> str:
    """A page is asked for many times before it changes."""
    return sha256(page).hexdigest()[:16]
