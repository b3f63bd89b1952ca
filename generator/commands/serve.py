"""`golden serve`: the sites in a browser while they are written, each page as new as the last save."""

import asyncio
import gc
import os
import signal
import socket
import sys
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from generator.commands.arguments import add_content, add_date, add_manners, clock, fixed_day
from generator.commands.terminal import OK, USAGE_OR_MACHINE, Refused, content_prefix, counted, wants_colour
from generator.keeping.stamps import Folders
from generator.serving.asking import is_loopback, names_for
from generator.serving.rounds import Round, Telling, Trial, keep_up
from generator.serving.server import Address, PortTaken, bind, serve
from generator.serving.session import PreviewSession
from generator.serving.trial import attempt
from generator.serving.watching import changes, look
from generator.serving.work import File, Notice, Switch
from generator.shipped import places_for
from generator.showing.choice import Choice
from generator.showing.preview import Preview
from generator.text.diagnostic import Diagnostic, has_errors
from generator.text.formats import listing
from generator.text.plural import plural

EXAMPLES = """\
examples:
  golden serve                         content/ in the browser, kept as it is on the disk
  golden serve --drafts                drafts and editions that are not out yet as well
  golden serve --on 2026-12-01         as the sites will look on 1 December
  golden serve --port 8080 --no-open   at http://127.0.0.1:8080/, without opening the browser
  golden serve --poll                  where saving is not noticed: a network drive, or Windows files seen from WSL
"""

_FIRST_PORT, _PORTS_TO_TRY = 8700, 30
_LOOPBACK = "127.0.0.1"
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  what somebody may ask for, not what we do
_ELSEWHERE = ("192.0.2.1", 9)  # nobody's; source: RFC 5737
_QUIET_SECONDS = 1.0  # after the last save, before a whole build is tried
_MOST_NAMED = 3
_PACKAGE = Path(__file__).resolve().parent.parent


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--port",
        metavar="N",
        type=_port,
        help=f"the port to listen on (default: the first free one from {_FIRST_PORT})",
    )
    parser.add_argument(
        "--host",
        metavar="ADDRESS",
        default=_LOOPBACK,
        help="the address to listen on; with any but this machine's own, everyone who can reach it reads the staff's "
        "pages too (default: %(default)s)",
    )
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    parser.add_argument(
        "--poll", action="store_true", help="look for changes again and again, where the system does not tell of them"
    )
    parser.add_argument("--drafts", action="store_true", help="begin with drafts, and editions that are not out yet")
    add_date(parser)
    add_manners(parser)


def run(arguments: Namespace) -> int:
    try:
        work = _Writing(arguments)
        with TemporaryDirectory(prefix="golden-preview-", ignore_cleanup_errors=True) as trials:
            asyncio.run(_serve(arguments, work, Path(trials)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        _say("the preview has ended", arguments)
    return OK


class _Writing:
    """The content as it is being written, with what is said of it in words."""

    def __init__(self, arguments: Namespace) -> None:
        content: Path = arguments.content
        self._content = content
        self._places = places_for(content)
        self._preview = Preview(content, self._places, clock(arguments), time_ns)
        self._drafts: bool = arguments.drafts
        self._notice: Notice | None = None
        self._found: tuple[Diagnostic, ...] = ()

    def read(self, seen: Mapping[Path, Folders]) -> None:
        self._preview.read(seen)

    def made(self, name: str, path: str) -> File | None:
        return self._preview.made(name, path)

    def file(self, name: str, path: str) -> File | None:
        return self._preview.file(name, path)

    def has(self, name: str, path: str) -> bool:
        return self._preview.has(name, path)

    def missing(self, name: str, root: str) -> bytes | None:
        return self._preview.missing(name, root)

    def judge(self, goes_on: Callable[[], bool]) -> None:
        self._preview.judge(goes_on)
        if goes_on():
            gc.collect()  # here, where nobody waits for a page

    @property
    def is_of_another_day(self) -> bool:
        return self._preview.is_of_another_day

    @property
    def on(self) -> date | None:
        return self._preview.on

    @property
    def first(self) -> str:
        audiences = self._preview.audiences
        return Choice(audiences[0][0], self._drafts).name if audiences else ""

    @property
    def notice(self) -> Notice | None:
        found = self._preview.findings
        if found != self._found:
            is_wrong = has_errors(found)
            self._notice = Notice(counted(found), self._words(found), is_wrong, holds_pages=is_wrong) if found else None
            self._found = found
        return self._notice

    def _words(self, found: Sequence[Diagnostic]) -> str:
        return self.for_browser(listing("text", found, self._preview.sources, content_prefix(self._content)))

    def in_terminal(self, colour: bool) -> str:
        """What is wrong, with paths that can be opened from where the user is."""
        return listing("text", self._preview.findings, self._preview.sources, content_prefix(self._content), colour)

    def for_browser(self, words: str) -> str:
        """The same without what tells where on the machine the folders stand."""
        content = self._content.resolve()
        words = words.replace(content_prefix(self._content) or "\0", f"{content.name}/")
        for folder in (content, *(place.resolve() for place in self._places)):
            words = words.replace(f"{folder.parent.as_posix()}/", "")
        return words

    def switch(self, name: str) -> Switch | None:
        choice, on = self._preview.choice(name), self._preview.on
        if choice is None or on is None:
            return None
        return Switch(
            audiences={title: replace(choice, audience=audience).name for audience, title in self._preview.audiences},
            current=choice.name,
            with_drafts=choice.with_drafts,
            drafts=replace(choice, with_drafts=not choice.with_drafts).name,
            on=(choice.on or on).isoformat(),
            undated=replace(choice, on=None).name,
        )


async def _serve(arguments: Namespace, work: _Writing, trials: Path) -> None:
    """Until it is cancelled. Raises Refused where it cannot listen."""
    if task := asyncio.current_task():
        with suppress(NotImplementedError):  # Windows has no such signals
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
            if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup has it passed over
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, task.cancel)
    with ExitStack() as bound:
        sockets, port = _sockets(arguments)
        for each in sockets:
            bound.enter_context(each)
        await _show(arguments, work, trials, sockets, port)


async def _show(arguments: Namespace, work: _Writing, trials: Path, sockets: list[socket.socket], port: int) -> None:
    session = PreviewSession(work)
    folders = [arguments.content.resolve(), *places_for(arguments.content)]
    seen = look(folders)  # before all is read and judged and a browser opens: what is saved meanwhile has changed since
    await session.read(seen)
    await session.judge()
    gc.freeze()
    gc.disable()  # all that was read stays; what an edit leaves behind is collected after it
    address = Address(
        arguments.host, port, names_for(arguments.host, socket.gethostname()), arguments.host in _EVERYWHERE
    )
    server = serve(session, address, sockets)
    teller = _Teller(arguments, work)
    where = _where(address)
    _greet(arguments, where, port)
    teller.findings(session.notice)
    if _can_open(arguments):
        await asyncio.to_thread(webbrowser.open, where)

    async def try_build() -> Notice | None:
        found = await _try_build(arguments, work, trials)
        return None if found and work.notice and found.words == work.notice.words else found

    def tell(words: str) -> None:
        _say(words, arguments)

    telling = Telling(teller.round, teller.findings)
    noticed = changes(folders, seen, arguments.poll, tell, lambda: work.is_of_another_day)
    try:
        await keep_up(session, noticed, telling, Trial(try_build, _QUIET_SECONDS))
    finally:
        server.stop()
        session.close()
        await server.close_all_connections()


def _sockets(arguments: Namespace) -> tuple[list[socket.socket], int]:
    """Those that we listen on, and their port. Raises Refused."""
    last = _FIRST_PORT + _PORTS_TO_TRY - 1
    ports = range(_FIRST_PORT, last + 1) if arguments.port is None else (arguments.port,)
    for port in ports:
        try:
            return bind(arguments.host, port), port
        except PortTaken:
            continue
        except OSError as error:
            is_of_name = isinstance(error, socket.gaierror)  # its numbers are of another kind
            why = os.strerror(error.errno) if error.errno and not is_of_name else error.strerror
            raise Refused(f"we cannot listen on `{arguments.host}`: {why}") from error
    if arguments.port is None:
        raise Refused(f"the ports from {_FIRST_PORT} to {last} are all taken; name another with --port")
    raise Refused(f"another program listens on port {arguments.port}; name another, or none to have one chosen")


def _where(address: Address) -> str:
    host = _LOOPBACK if address.host in _EVERYWHERE else address.host
    return f"http://{f'[{host}]' if ':' in host else host}:{address.port}/"


def _greet(arguments: Namespace, where: str, port: int) -> None:
    if arguments.port is None and port != _FIRST_PORT:
        _say(f"port {_FIRST_PORT} is taken by another program, so this is port {port}", arguments)
    _say(f"the preview is at {where} (Ctrl+C ends it)", arguments)
    if arguments.host in _EVERYWHERE:
        elsewhere = " or ".join(f"http://{name}:{port}/" for name in _names_elsewhere())
        _say(f"from other machines it is at {elsewhere}", arguments)
    if not is_loopback(arguments.host):
        _say("everyone who can reach this machine can read all of it: the staff's pages, and drafts", arguments)


def _names_elsewhere() -> tuple[str, ...]:
    """What others call this machine: its name, and the number that it has on the network by which it reaches others."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as towards, suppress(OSError):  # without a network, no number
        towards.connect(_ELSEWHERE)  # sends nothing
        return socket.gethostname(), str(towards.getsockname()[0])
    return (socket.gethostname(),)


def _can_open(arguments: Namespace) -> bool:
    has_display = sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return bool(not arguments.no_open and sys.stdout.isatty() and has_display)


class _Teller:
    """What the terminal shows: a line for each round, and what is found, where it is not what was found before."""

    def __init__(self, arguments: Namespace, work: _Writing) -> None:
        self._arguments = arguments
        self._work = work
        self._told = ""
        self._on = work.on

    def round(self, it: Round) -> None:
        before, self._on = self._on, self._work.on
        is_new_day = None not in (before, self._on) and before != self._on
        if not it.changed and not it.pages and not is_new_day:
            return
        named = ", ".join(it.changed[:_MOST_NAMED]) or "something"
        more = f" and {len(it.changed) - _MOST_NAMED} more" if len(it.changed) > _MOST_NAMED else ""
        shown = f"{plural(it.pages, 'open page')} changed" if it.pages else "no open page changed"
        what = f"it is {self._on} now" if is_new_day and not it.changed else f"edited {named}{more}"
        _say(f"{datetime.now().astimezone():%H:%M:%S} {what}: {shown}, in {it.seconds:.2f} s", self._arguments)

    def findings(self, notice: Notice | None) -> None:
        words = notice.words if notice else ""
        if words == self._told:
            return
        self._told = words
        if notice is None:
            _say("nothing to mend", self._arguments)
            return
        own = self._work.notice
        if own is not None and own.words == words:
            words = self._work.in_terminal(wants_colour(sys.stdout, self._arguments.colour))
        sys.stdout.write(f"{words}\n\n")
        _say(f"{notice.heading}{': the last good pages are shown' if notice.holds_pages else ''}", self._arguments)


async def _try_build(arguments: Namespace, work: _Writing, folder: Path) -> Notice | None:
    """What `golden build` finds, where it finds anything; also what only shows when all is made, such as a leak."""
    day = fixed_day(arguments)
    options = ["--quiet", "--colour", "never", *(["--drafts"] if arguments.drafts else [])]
    command = [
        *(sys.executable, "-P", "-m", "generator", "build", str(arguments.content), "--output", str(folder / "sites")),
        *options,
        *(["--on", day.isoformat()] if day else []),
    ]
    paths = [str(_PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    outcome = await attempt(command, {**os.environ, "PYTHONPATH": os.pathsep.join(paths)})
    if outcome.code >= USAGE_OR_MACHINE or not outcome.words:
        return None
    heading = "A build would stop here" if outcome.code else "A build has something to say"
    return Notice(heading, work.for_browser(outcome.words), bool(outcome.code))


def _port(words: str) -> int:
    """Raises ArgumentTypeError."""
    if not words.isdecimal() or not 0 < int(words) < 65536:
        raise ArgumentTypeError(f"{words} is no port: write a number from 1 to 65535")
    return int(words)


def _say(words: str, arguments: Namespace) -> None:
    if not arguments.quiet:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
