"""`golden serve`: the sites in a browser while they are written, each page as new as the last save."""

import asyncio
import os
import signal
import socket
import sys
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from generator.commands.arguments import add_content, add_date, add_manners, clock, fixed_day
from generator.commands.preview_frame import PreviewFrame
from generator.commands.terminal import OK, USAGE_OR_MACHINE, Refused, wants_colour
from generator.fast_path import width_of
from generator.serving.asking import is_loopback, names_for
from generator.serving.rounds import Round, Telling, Trial, keep_up
from generator.serving.server import Address, PortTaken, bind, serve
from generator.serving.session import PreviewSession
from generator.serving.trial import attempt
from generator.serving.watching import changes, look
from generator.serving.work import Notice
from generator.shipped import places_for
from generator.showing.preview import Preview
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
        with TemporaryDirectory(prefix="golden-preview-", ignore_cleanup_errors=True) as trials:
            asyncio.run(_serve(arguments, Path(trials)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        _say("the preview has ended", arguments)
    return OK


async def _serve(arguments: Namespace, trials: Path) -> None:
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
        await _show(arguments, trials, sockets, port)


async def _show(arguments: Namespace, trials: Path, sockets: list[socket.socket], port: int) -> None:
    content, places = arguments.content, places_for(arguments.content)
    preview = Preview(content, places, clock(arguments), time_ns)
    frame = PreviewFrame(preview, content, places, with_drafts=arguments.drafts)
    session = PreviewSession(preview, frame)
    folders = [content.resolve(), *places]
    seen = look(folders)  # before all is read and judged and a browser opens: what is saved meanwhile has changed since
    await session.begin(seen)
    address = Address(
        arguments.host, port, names_for(arguments.host, socket.gethostname()), arguments.host in _EVERYWHERE
    )
    server = serve(session, address, sockets)
    teller = _Teller(arguments, preview, frame)
    where = _where(address)
    _greet(arguments, where, port)
    teller.findings(session.notice)
    if _can_open(arguments):
        await asyncio.to_thread(webbrowser.open, where)

    async def try_build() -> Notice | None:
        found = await _try_build(arguments, frame, trials)
        return None if found and frame.notice and found.words == frame.notice.words else found

    def tell(words: str) -> None:
        _say(words, arguments)

    telling = Telling(teller.round, teller.findings)
    noticed = changes(folders, seen, arguments.poll, tell, lambda: preview.is_of_another_day)
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

    def __init__(self, arguments: Namespace, preview: Preview, frame: PreviewFrame) -> None:
        self._arguments = arguments
        self._preview = preview
        self._frame = frame
        self._told = ""
        self._on = preview.on

    def round(self, it: Round) -> None:
        before, self._on = self._on, self._preview.on
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
        own = self._frame.notice
        if own is not None and own.words == words:
            words = self._frame.for_terminal(
                colour=wants_colour(sys.stdout, self._arguments.colour), width=width_of(sys.stdout)
            )
        sys.stdout.write(f"{words}\n\n")
        _say(f"{notice.heading}{': the last good pages are shown' if notice.holds_pages else ''}", self._arguments)


async def _try_build(arguments: Namespace, frame: PreviewFrame, folder: Path) -> Notice | None:
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
    return Notice(heading, frame.for_browser(outcome.words), bool(outcome.code))


def _port(words: str) -> int:
    """Raises ArgumentTypeError."""
    if not words.isdecimal() or not 0 < int(words) < 65536:
        raise ArgumentTypeError(f"{words} is no port: write a number from 1 to 65535")
    return int(words)


def _say(words: str, arguments: Namespace) -> None:
    if not arguments.quiet:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
