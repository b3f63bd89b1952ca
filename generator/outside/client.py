"""One request to one server, and what it says. The only module that knows urllib3.

Nothing is sent but the request itself: no cookie, no name, no password. Redirects are told, not followed.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from string import punctuation
from threading import Timer
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import proxy_bypass
from weakref import WeakSet

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
)
from urllib3.exceptions import (
    TimeoutError as SlowError,
)

from generator import __version__
from generator.outside.answer import Manners, VisitOutcome
from generator.outside.rings import Ring, ring_of_address, ring_of_name
from generator.values import dataclass

NAME = "golden-thread"
_HEADERS = {"User-Agent": f"{NAME}/{__version__} (looks whether links still lead somewhere)", "Accept": "*/*"}
_LONGEST_TEXT = 500_000  # bytes of a robots.txt. Source: RFC 9309, section 2.5

# What the reader's browser will say of it, in fewer words. Source: OpenSSL, X509_STORE_CTX_get_error.
_CERTIFICATE_FAULTS = {
    9: "its certificate is not valid yet",
    10: "its certificate has run out",
    18: "it has signed its certificate itself",
    19: "its certificate is signed by nobody whom this machine knows",
    20: "its certificate is signed by nobody whom this machine knows",
    21: "its certificate is signed by nobody whom this machine knows",
    23: "its certificate has been withdrawn",
    62: "its certificate is for another name",
    64: "its certificate is for another name",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """`location`, `retry_after` and `date` are headers, as they came; `text` is read only where it is asked for."""

    status: int
    location: str = ""
    retry_after: str = ""
    date: str = ""
    text: str = ""


class NoReply(Exception):
    """Nothing that could be understood came back; `said` says more where the outcome alone does not."""

    def __init__(self, outcome: VisitOutcome, said: str = "") -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.said = said


class Client:
    """Asks one request after the other, for one thread; it keeps connections for the next request to the same server.

    `proxies` are those that this machine is told to use, by scheme.
    """

    def __init__(self, manners: Manners, proxies: Mapping[str, str]) -> None:
        self._manners = manners
        self._proxies = proxies
        self._managers: dict[tuple[str, Ring], PoolManager] = {}
        self._rings: dict[str, Ring] = {}
        self._connections: WeakSet[HTTPConnection] = WeakSet()

    def close(self) -> None:
        for manager in self._managers.values():
            manager.clear()

    def ring(self, host: str) -> Ring:
        """How near a host is, asked of the network where its name does not tell; the nearest that it might be."""
        if host not in self._rings:
            self._rings[host] = _ring(host)
        return self._rings[host]

    def ask(self, method: str, address: str, nearest: Ring, *, with_text: bool = False) -> Reply:
        """Raises NoReply; so too where the server stands nearer to us than `nearest`."""
        plain = _to_send(address)
        if ring_of_name(urlsplit(plain).hostname or "") < nearest:
            raise NoReply(VisitOutcome.INWARD)
        with _failures_told(), self._ended_in_time():
            response = self._manager(plain, nearest).request(
                method, plain, headers=_HEADERS, redirect=False, retries=False, preload_content=False
            )
            try:
                text = response.read(_LONGEST_TEXT).decode("utf-8", "replace") if with_text else ""
                return _reply(response, text)
            finally:
                response.release_conn() if method == "HEAD" else response.close()

    def _manager(self, address: str, nearest: Ring) -> PoolManager:
        scheme = urlsplit(address).scheme
        host = urlsplit(address).netloc
        proxy = "" if proxy_bypass(host) else self._proxies.get(scheme, "")
        if (proxy, nearest) not in self._managers:
            self._managers[proxy, nearest] = self._made(proxy, nearest)
        return self._managers[proxy, nearest]

    def _made(self, proxy: str, nearest: Ring) -> PoolManager:
        timeout = Timeout(connect=self._manners.connect, read=self._manners.quiet)
        if proxy:  # which sees to it itself where its users may go
            try:
                return ProxyManager(proxy if "//" in proxy else f"http://{proxy}", timeout=timeout)
            except LocationValueError as error:  # one of a kind that we do not speak, such as SOCKS
                raise NoReply(VisitOutcome.UNREACHABLE) from error
        manager = PoolManager(num_pools=4, maxsize=1, timeout=timeout)
        manager.pool_classes_by_scheme = _watched(nearest, self._connections.add)
        return manager

    @contextmanager
    def _ended_in_time(self) -> Iterator[None]:
        """A server that sends a byte now and then would never be silent for too long."""
        watch = Timer(self._manners.whole, self._end)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _end(self) -> None:
        for connection in tuple(self._connections):
            if isinstance(connection.sock, socket.socket):
                with suppress(OSError):  # below TLS, which is another thread's
                    socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


def _ring(host: str) -> Ring:
    named = ring_of_name(host)
    if named is not Ring.WORLD:
        return named
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return named
    return min((ring_of_address(str(address[0])) for *_, address in found), default=named)


def _watched(
    nearest: Ring, heed: Callable[[HTTPConnection], None]
) -> dict[str, type[HTTPConnectionPool] | type[HTTPSConnectionPool]]:
    """Pools of connections that look whom they have reached before they say anything.

    A name may stand for any address, and for another one the next time: so the connection is asked, not the name.
    """

    def look(connection: HTTPConnection) -> None:
        heed(connection)
        if connection.sock is not None and ring_of_address(str(connection.sock.getpeername()[0])) < nearest:
            connection.close()
            raise NoReply(VisitOutcome.INWARD)

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            look(self)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            look(self)

    class Pool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": Pool, "https": SecurePool}


def _to_send(address: str) -> str:
    """The address as a server expects it: no part of the page, no name or password, the host in plain letters."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise NoReply(VisitOutcome.UNKNOWN_HOST) from error
    host = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme.lower(), f"{host}{port}", parts.path or "/", parts.query, ""))


def _reply(response: BaseHTTPResponse, text: str) -> Reply:
    location, retry_after, date = (response.headers.get(name, "") for name in ("Location", "Retry-After", "Date"))
    return Reply(response.status, _as_browsers_read(location), retry_after, date, text)


def _as_browsers_read(location: str) -> str:
    """Many servers write the name of a file as it stands, mostly in UTF-8; urllib3 reads each byte as a letter."""
    sent = location.strip().encode("latin-1", "replace")
    try:
        return sent.decode("utf-8").replace(" ", "%20")
    except UnicodeDecodeError:
        return quote(sent, safe=punctuation)


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except NameResolutionError as error:
        is_lost = getattr(error.__cause__, "errno", None) == socket.EAI_AGAIN
        raise NoReply(VisitOutcome.LOST if is_lost else VisitOutcome.UNKNOWN_HOST) from error
    except (NewConnectionError, ConnectTimeoutError) as error:  # refused, or let fall by a firewall
        raise NoReply(VisitOutcome.UNREACHABLE) from error
    except SlowError as error:
        raise NoReply(VisitOutcome.SILENT, "it did not answer in time") from error
    except SSLError as error:
        raise NoReply(VisitOutcome.UNSAFE, _of_certificate(error)) from error
    except (LocationValueError, UnicodeError) as error:
        raise NoReply(VisitOutcome.UNKNOWN_HOST) from error
    except (HTTPError, OSError) as error:
        raise NoReply(VisitOutcome.SILENT, "it broke the connection off") from error


def _of_certificate(error: SSLError) -> str:
    fault = error.args[0] if error.args else None
    code = fault.verify_code if isinstance(fault, ssl.SSLCertVerificationError) else None
    return _CERTIFICATE_FAULTS.get(code or 0, "no safe connection could be made with it")
