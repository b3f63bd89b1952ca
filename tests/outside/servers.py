"""Servers on this machine that stand for other people's: each path with what it answers, one time after the other."""

import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from time import sleep

from generator.outside.answer import Manners
from generator.outside.rings import Ring

BRISK = Manners(between=0.0, again_after=(0.25, 0.5), longest_wait=30.0, connect=10.0, quiet=10.0, whole=20.0)


@dataclass(frozen=True, slots=True)
class Says:
    """One answer. `head` is the status for HEAD where that differs; a status of 0 breaks the connection off."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    head: int | None = None
    body: str = ""
    after: float = 0.0  # seconds
    is_dribbling: bool = False


@dataclass(slots=True)
class Heard:
    """Every request, as `METHOD path`, its headers, and how many connections were made."""

    requests: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    connections: int = 0


@contextmanager
def server(
    paths: Mapping[str, Says | Sequence[Says]], heard: Heard, context: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Gives its address, without a `/` at its end. A path that is not there is 404; the last answer holds for ever."""
    left = {path: [said] if isinstance(said, Says) else list(said) for path, said in paths.items()}
    lock = Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def setup(self) -> None:
            super().setup()
            with lock:
                heard.connections += 1

        def do_GET(self) -> None:
            with lock:
                heard.requests.append(f"{self.command} {self.path}")
                heard.headers.append(dict(self.headers))
                answers = left.get(self.path, [Says(404)])
                said = answers.pop(0) if len(answers) > 1 else answers[0]
            self._say(said)

        do_HEAD = do_GET  # noqa: N815  so the standard library calls it

        def _say(self, said: Says) -> None:
            sleep(said.after)
            if said.is_dribbling:
                self._dribble()
            status = said.status if self.command == "GET" or said.head is None else said.head
            if not status or said.is_dribbling:
                self.close_connection = True
                return
            self.send_response_only(status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(said.body.encode())

        def _dribble(self) -> None:
            for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 100:
                sleep(0.05)
                try:
                    self.wfile.write(bytes([letter]))
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            """Not into the report of the tests."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client may go when it likes."""

    it = Server(("", 0), Handler)
    if context:
        it.socket = context.wrap_socket(it.socket, server_side=True)
    thread = Thread(target=it.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{it.server_address[1]}"
    finally:
        it.shutdown()
        it.server_close()
        thread.join()


def pretended_ring(number: str) -> Ring:
    """127.0.0.1 is the world here, 127.0.0.2 a network of our own, and 127.0.0.3 the machine itself."""
    return {"127.0.0.2": Ring.NEAR, "127.0.0.3": Ring.OURSELVES}.get(number, Ring.WORLD)
