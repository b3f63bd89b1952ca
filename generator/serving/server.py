"""The preview as a server on this machine. The only module that knows Tornado.

It gives files that were made for it, and opens none: no address can lead to anything else on the machine.
"""

import asyncio
import errno
import json
from collections.abc import AsyncIterator, Mapping
from mimetypes import guess_type
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server, has_dualstack_ipv6, socket
from typing import Any
from urllib.parse import quote

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from generator.briefing.hosting import POLICY, SEARCH_POLICY
from generator.domain import address as addresses
from generator.serving.asking import as_folder, is_called_rightly, is_from_here, wanted
from generator.serving.injected import SCRIPT, STYLES, bare_page, with_script
from generator.serving.session import PageConnection, PreviewSession
from generator.serving.work import File
from generator.values import dataclass

_OWN = Path(__file__).parent / "assets"
_HTML, _SCRIPT, _STYLES = "text/html; charset=utf-8", "text/javascript; charset=utf-8", "text/css; charset=utf-8"
_TYPES = {".html": _HTML, ".js": _SCRIPT, ".css": _STYLES, ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_TEXTS = ("text/", "application/xml", "application/json", "application/atom+xml")
_ALIVE_SECONDS = 20.0
_NOTHING_YET = "There is nothing to show yet"
_NOT_YET = "This page cannot be shown yet"
_WHY_NOT = "What is wrong stands below. If the site has this page, it is shown here as soon as that is mended."
_WHY_NOTHING = "The content cannot be read. What is wrong stands below; this page goes on as soon as it is mended."
_TAKEN = (errno.EADDRINUSE, errno.EACCES)  # Windows says the second of a port that another program keeps to itself
_FAULT_OF_OURS = 500
_FRAMED_BY = "; frame-ancestors 'none'"
_ANYWAY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{POLICY}{_FRAMED_BY}",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


class PortTaken(Exception):
    """Another program listens there."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and the names by which browsers may call it."""

    host: str
    port: int
    names: frozenset[str]
    by_any_number: bool


class _Asked(RequestHandler):
    """What holds for every answer: who may ask, and what a browser may do with it."""

    def initialize(self, session: PreviewSession, address: Address) -> None:
        self.session = session
        self.address = address

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _ANYWAY.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        headers = self.request.headers
        host = headers.get("Host", "")
        at = self.address
        if not is_called_rightly(host, at.port, at.names, by_any_number=at.by_any_number):
            self.refuse(403, "Not here", "This preview answers to its own address alone.")
        elif not is_from_here(
            headers.get("Origin"), headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode"), host
        ):
            self.refuse(403, "Not for other sites", "This preview answers to its own pages alone.")
        elif self.request.method not in ("GET", "HEAD"):
            self.set_header("Allow", "GET, HEAD")
            self.refuse(405, "Only to be looked at", "This preview takes nothing in.")

    def refuse(self, status: int, title: str, words: str) -> None:
        self.set_status(status)
        self.give(_HTML, bare_page(title, words))

    def give(self, kind: str, data: bytes) -> None:
        self.set_header("Content-Type", kind)
        self.finish(data)

    async def head(self, *path: str) -> None:
        await self.get(*path)

    async def get(self, *_: str) -> None:
        self.refuse(404, "Not found", "Nothing stands at this address.")

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Faults of ours alone: anybody can ask for what makes no sense, and so fill the terminal; and what is still
        asked for when the preview ends gets no answer.
        """
        if not isinstance(error, HTTPError | asyncio.CancelledError):
            super().log_exception(kind, error, trace)

    def write_error(self, status_code: int, **_: Any) -> None:
        """A fault of ours has been written to the terminal; a browser is not told of files and lines."""
        if status_code < _FAULT_OF_OURS:
            self.refuse(status_code, "Not understood", "What was asked for makes no sense to this preview.")
        else:
            self.refuse(status_code, "That did not work", "The terminal in which the preview was started says more.")


class _Page(_Asked):
    """A file of a site."""

    async def get(self, *_: str) -> None:
        await self.session.is_read.wait()
        first = self.session.frame.first
        asked_for = wanted(self.request.path)
        if not first:
            self.give(_HTML, with_script(bare_page(_NOTHING_YET, _WHY_NOTHING), self._told("", "", None)))
        elif self.request.path == "/":
            self.redirect(f"/{first}/")
        elif asked_for is None:
            self.refuse(404, "Not found", "Nothing stands at this address.")
        else:
            await self._file(*asked_for)

    async def _file(self, name: str, path: str) -> None:
        session = self.session
        if path.startswith((addresses.SEARCH, addresses.SEARCH_FILES)):
            self.set_header("Content-Security-Policy", f"{SEARCH_POLICY}{_FRAMED_BY}")
        file = session.pages.made(name, path) or await session.ask(session.pages.file, name, path)
        kind = _type_of(path)
        if file and kind != _HTML:
            self.give(kind, file.data)
        elif file:
            self.give(_HTML, with_script(file.data, self._told(name, path, file)))
        elif await session.ask(session.pages.has, name, as_folder(path)):
            self.redirect(f"{self.request.path}/")
        else:
            await self._missing(name, path)

    async def _missing(self, name: str, path: str) -> None:
        page = await self.session.ask(self.session.pages.missing, name, f"/{name}/")
        if page is None:
            await super().get()
            return
        notice = self.session.notice
        if notice and notice.holds_pages:  # while something stands against the pages, nobody knows that this is none
            page = bare_page(_NOT_YET, _WHY_NOT)
        self.set_status(404)
        self.give(_HTML, with_script(page, self._told(name, path, None)))

    def _told(self, name: str, path: str, file: File | None) -> Mapping[str, object]:
        """The state of a page, and what it is called when it asks how it stands."""
        return {**self.session.state_of(name, file), "site": name, "path": path}


class _Live(_Asked):
    """The connection to an open page, on which it is told how it stands; in the form of server-sent events."""

    connection: PageConnection | None = None

    async def get(self, *_: str) -> None:
        name, path = self.get_query_argument("site", ""), self.get_query_argument("path", "")
        self.set_header("Content-Type", "text/event-stream")
        connection = self.connection = PageConnection(name, path)
        connection.told = await self.session.ask(self.session.state, name, path)
        self.session.connections.add(connection)
        connection.news.put_nowait(connection.told)
        try:
            async for words in _events(connection):
                self.write(words)
                await self.flush()
        except StreamClosedError:
            pass
        finally:
            self.session.connections.discard(connection)

    def on_connection_close(self) -> None:
        if self.connection:
            self.connection.news.put_nowait(None)


async def _events(connection: PageConnection) -> AsyncIterator[str]:
    while True:
        try:
            state = await asyncio.wait_for(connection.news.get(), _ALIVE_SECONDS)
        except TimeoutError:
            yield ": still here\n\n"
            continue
        if state is None:
            return
        yield f"data: {json.dumps(state)}\n\n"


class _Go(_Asked):
    """To the same page of another site, or to its first page where it has none like it."""

    async def get(self, *_: str) -> None:
        to, path = self.get_query_argument("to", ""), self.get_query_argument("path", "")
        asked_for = wanted(f"/{to}/{path}")
        if asked_for is None or asked_for[0] != to or self.session.frame.switch(to) is None:
            await super().get()
        elif await self.session.ask(self.session.pages.has, *asked_for):
            self.redirect(quote(f"/{to}/{asked_for[1].removesuffix('index.html')}", safe="/@"))
        else:
            self.redirect(f"/{to}/")


class _Own(_Asked):
    """The preview's own script and styles."""

    async def get(self, *_: str) -> None:
        path = self.request.path
        kinds = {SCRIPT: _SCRIPT, STYLES: _STYLES}
        self.give(kinds[path], (_OWN / path.rpartition("/")[2]).read_bytes())


def bind(host: str, port: int) -> list[socket]:
    """From now on nobody else can listen there; who asks waits until we answer. `::` stands for every address of the
    machine, those of the older kind as well, by which alone many networks reach it.

    Raises PortTaken; OSError where the machine has no such address.
    """
    family = AF_INET6 if ":" in host else AF_INET
    is_of_both = host == "::" and has_dualstack_ipv6()
    try:
        listening = create_server((host, port), family=family, backlog=128, dualstack_ipv6=is_of_both)
    except OSError as error:
        if error.errno in _TAKEN:
            raise PortTaken from error
        raise
    listening.setblocking(False)
    return [listening]


def serve(session: PreviewSession, address: Address, sockets: list[socket]) -> HTTPServer:
    """Answers from now on. To be called while the loop runs."""
    given = {"session": session, "address": address}
    application = Application(
        [
            (SCRIPT, _Own, given),
            (STYLES, _Own, given),
            (r"/\.golden/live", _Live, given),
            (r"/\.golden/go", _Go, given),
            ("/.*", _Page, given),
        ],
        default_handler_class=_Asked,
        default_handler_args=given,
        log_function=lambda _: None,
    )
    server = HTTPServer(application, max_body_size=1024, idle_connection_timeout=3600)
    server.add_sockets(sockets)
    return server


def _type_of(path: str) -> str:
    suffix = Path(path).suffix
    kind = _TYPES.get(suffix) or guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) and "charset" not in kind else kind
