"""The server over a real socket: what it gives, what it refuses, and what it tells."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from http.client import HTTPConnection, HTTPResponse
from threading import Event

import pytest

from generator.serving.asking import names_for
from generator.serving.server import Address, PortTaken, bind, serve
from generator.serving.session import PreviewSession
from generator.serving.work import Notice
from tests.serving.addresses import OUTSIDE
from tests.serving.running import run_apart
from tests.serving.sites import PAGE, Sites

Ask = Callable[..., tuple[HTTPResponse, bytes]]


def asked(work: Sites, questions: Callable[[Ask, int], None], host: str = "127.0.0.1") -> None:
    """Ask a server questions from another thread, while it runs."""

    async def run() -> None:
        sockets = bind(host, 0)
        port = sockets[0].getsockname()[1]
        session = PreviewSession(work, work)
        await session.read()
        server = serve(session, Address(host, port, names_for(host, "desk-17"), by_any_number=False), sockets)

        def ask(path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
            connection = HTTPConnection("127.0.0.1", port, timeout=20)
            connection.putrequest(method, path, skip_host=True)
            for name, value in {"Host": f"127.0.0.1:{port}", **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            try:
                return answer, answer.read()
            finally:
                connection.close()

        try:
            await asyncio.to_thread(questions, ask, port)
        finally:
            server.stop()
            session.close()
            await server.close_all_connections()

    run_apart(run())


def test_a_page_is_given_with_the_previews_script_and_nothing_else_added() -> None:
    def look(ask: Ask, port: int) -> None:
        answer, page = ask("/staff/")
        assert answer.status == 200
        assert page.count(b"<script") == 1
        assert b"preview.js" in page
        assert ask("/staff/assets/site.css")[1] == b"p{}"
        assert ask("/staff/feed.xml")[1] == b"<feed/>"

    asked(Sites(), look)


def test_every_answer_is_strict_and_says_nothing_of_the_machine() -> None:
    def look(ask: Ask, port: int) -> None:
        for path in ("/staff/", "/nowhere/", "/.golden/preview.js", "/staff/assets/site.css"):
            answer, body = ask(path)
            told = answer.headers
            assert "default-src 'none'" in told["Content-Security-Policy"]
            assert "unsafe" not in told["Content-Security-Policy"]
            assert told["X-Content-Type-Options"] == "nosniff"
            assert told["Cross-Origin-Resource-Policy"] == "same-origin"
            assert told["Cache-Control"] == "no-store"
            assert told["Server"] is None
            assert b"/home/" not in body

    asked(Sites(), look)


def test_a_foreign_name_or_page_gets_nothing() -> None:
    def look(ask: Ask, port: int) -> None:
        foreign: list[dict[str, str]] = [
            {"Host": f"evil.example:{port}"},
            {"Host": "127.0.0.1:1"},
            {"Host": ""},
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
        ]
        paths = (
            "/",
            "/staff/",
            "/.golden/live?site=staff&path=index.html",
            "/.golden/preview.js",
            "/.golden/go?to=staff",
        )
        for path in paths:
            for headers in foreign:
                answer, body = ask(path, **headers)
                assert answer.status in (400, 403), (path, headers)
                assert b"words" not in body

    asked(Sites(), look)


def test_what_makes_no_sense_is_refused_and_leaves_the_terminal_alone(caplog: pytest.LogCaptureFixture) -> None:
    def look(ask: Ask, port: int) -> None:
        for headers in ({"Origin": "http://["}, {"Origin": "http://[zz]:1"}, {"Origin": "//]"}):
            assert ask("/staff/", **headers)[0].status == 403
        form = {"Content_Type": "multipart/form-data", "Content_Length": "0"}
        for path, given in (("/.golden/live?site=%ff", {}), ("/.golden/go?to=%ed%a0%80", {}), ("/staff/", form)):
            answer, body = ask(path, "POST" if given else "GET", **given)
            assert answer.status in (400, 405)
            assert b"terminal" not in body
            assert answer.headers["Content-Security-Policy"]

    asked(Sites(), look)
    assert [it.getMessage() for it in caplog.records] == []


def test_it_takes_nothing_in() -> None:
    def look(ask: Ask, port: int) -> None:
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert ask("/staff/", method)[0].status == 405
        answer, body = ask("/staff/", "HEAD")
        assert (answer.status, body) == (200, b"")

    asked(Sites(), look)


def test_no_address_leads_out_of_a_site() -> None:
    def look(ask: Ask, port: int) -> None:
        for path in OUTSIDE:
            if path.startswith("/") and path != "/" and path.isascii():
                answer, body = ask(path)
                assert answer.status == 404, path
                assert b"root:" not in body

    asked(Sites(), look)


def test_a_folder_is_not_listed_and_gets_its_last_slash() -> None:
    def look(ask: Ask, port: int) -> None:
        for path, to in (("/", "/staff/"), ("/staff", "/staff/"), ("/staff/updates", "/staff/updates/")):
            answer, _ = ask(path)
            assert (answer.status, answer.headers["Location"]) == (302, to)
        assert ask("/staff/assets/")[0].status == 404

    asked(Sites(), look)


def test_what_is_not_there_gets_the_sites_own_page() -> None:
    def look(ask: Ask, port: int) -> None:
        answer, page = ask("/staff/nowhere/")
        assert answer.status == 404
        assert b"missing in /staff/" in page
        assert ask("/elsewhere/")[0].status == 404

    asked(Sites(), look)


def test_another_site_is_entered_at_the_same_page_or_at_its_first() -> None:
    def look(ask: Ask, port: int) -> None:
        for query, to in (
            ("to=residents&path=updates/index.html", "/residents/updates/"),
            ("to=residents&path=nowhere/index.html", "/residents/"),
        ):
            answer, _ = ask(f"/.golden/go?{query}")
            assert (answer.status, answer.headers["Location"]) == (302, to)
        for query in ("to=//evil.example&path=x", "to=nobody&path=x", "to=..&path=x", "path=x", "to=staff/x&path=y"):
            assert ask(f"/.golden/go?{query}")[0].status == 404

    asked(Sites(), look)


def test_a_page_that_was_never_made_is_not_said_to_be_missing_while_something_is_wrong() -> None:
    work = Sites()
    work.notice = Notice("1 error", "error[template-error]", is_wrong=True, holds_pages=True)

    def look(ask: Ask, port: int) -> None:
        answer, page = ask("/staff/new/")
        assert answer.status == 404
        assert b"<h1>This page cannot be shown yet</h1>" in page
        assert b"template-error" in page
        work.notice = None
        assert b"missing in /staff/" in ask("/staff/new/")[1]

    asked(work, look)


def test_a_fault_of_ours_is_told_in_the_terminal_alone() -> None:
    work = Sites()
    work.fails = True

    def look(ask: Ask, port: int) -> None:
        answer, body = ask("/staff/")
        assert answer.status == 500
        assert b"secret" not in body
        assert b"Traceback" not in body

    asked(work, look)


def test_who_ends_the_preview_while_pages_are_asked_for_is_told_of_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    work, is_asked, goes_on = Sites(), Event(), Event()

    def file(name: str, path: str) -> None:
        is_asked.set()
        goes_on.wait(20)

    async def run() -> None:
        sockets = bind("127.0.0.1", 0)
        port = sockets[0].getsockname()[1]
        session = PreviewSession(work, work)
        await session.read()
        work.file = file  # type: ignore[method-assign]  # of this one alone
        server = serve(
            session, Address("127.0.0.1", port, names_for("127.0.0.1", "desk-17"), by_any_number=False), sockets
        )
        writers = [(await asyncio.open_connection("127.0.0.1", port))[1] for _ in range(3)]
        for writer in writers:
            writer.write(f"GET /staff/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        await asyncio.to_thread(is_asked.wait, 20)
        await asyncio.sleep(0.1)  # for the other two to wait for their turn
        server.stop()
        session.close()
        goes_on.set()
        await asyncio.sleep(0.1)
        await server.close_all_connections()
        for writer in writers:
            writer.close()
            await writer.wait_closed()

    run_apart(run())
    assert [it.getMessage() for it in caplog.records] == []


def test_an_open_page_is_told_when_it_reads_differently() -> None:
    work = Sites()

    async def run() -> tuple[list[dict[str, object]], int]:
        sockets = bind("127.0.0.1", 0)
        port = sockets[0].getsockname()[1]
        session = PreviewSession(work, work)
        await session.read()
        server = serve(session, Address("127.0.0.1", port, names_for("127.0.0.1", ""), by_any_number=False), sockets)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            f"GET /.golden/live?site=staff&path=index.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
        )
        told = [await _next(reader)]
        work.files["index.html"] = PAGE.replace(b"words", b"other words")
        work.notice = Notice("1 error", "error: x", is_wrong=True)
        changed = await session.tell()
        told.append(await _next(reader))
        assert await session.tell() == 0
        writer.close()
        server.stop()
        session.close()
        await server.close_all_connections()
        return told, changed

    (before, after), changed = run_apart(run())
    assert changed == 1
    assert before["page"] != after["page"]
    assert after["notice"] == {
        "heading": "1 error",
        "words": "error: x",
        "is_wrong": True,
        "holds_pages": False,
    }


async def _next(reader: asyncio.StreamReader) -> dict[str, object]:
    while True:
        line: bytes = await _in_time(reader.readline())
        if line.startswith(b"data: "):
            return dict(json.loads(line.removeprefix(b"data: ")))


async def _in_time(coming: Awaitable[bytes]) -> bytes:
    return await asyncio.wait_for(coming, 20)


def test_a_port_that_is_taken_is_said_to_be() -> None:
    (one,) = bind("127.0.0.1", 0)
    with one, pytest.raises(PortTaken):
        bind("127.0.0.1", one.getsockname()[1])
