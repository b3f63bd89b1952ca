"""From a file saved to its new words served, beside `hugo server`: `python -m benchmarks.preview --help`.

A server is started on the same updates and asked for the page of the last edition until it answers. Then, edit after
edit, an action in that edition gets other words, and the page is asked for until it has them. The servers run one after
the other, since what one does would be time lost to the next; the figures are medians with the quickest and slowest.
"""

import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from shlex import split
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from time import monotonic, perf_counter, sleep
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from benchmarks.builds import ROOT, sizes
from benchmarks.contents import Size, edition_name, make_content
from benchmarks.edits import accent, counted_again, edit_action, lay_theme
from benchmarks.measuring import as_installed
from benchmarks.pages import pages_of
from benchmarks.peers import Peer, hugo

_OURS = f"{sys.executable} -m generator serve {{content}} --port {{port}} --on {{today}}"
_STEP = 0.002  # seconds between two questions
_PATIENCE = 120.0  # seconds for a server to answer, or to serve what was saved
_PROXIES: dict[str, str] = {}

_ask = build_opener(ProxyHandler(_PROXIES)).open


class NoAnswerError(Exception):
    """A server ended, or did not answer in time; the message ends with what it wrote."""


@dataclass(frozen=True, slots=True)
class Server:
    """A command that serves until it is stopped, the folder to run it in, and the address that shows the edit."""

    name: str
    command: Sequence[str]
    folder: Path
    address: str


def times(server: Server, edit: Callable[[int], str], turns: int) -> list[float]:
    """Seconds from the end of each edit to its words on the page. `edit` makes one and gives the words that it brings.

    Raises NoAnswerError where the server cannot be asked.
    """
    with TemporaryFile() as said:
        process = subprocess.Popen(
            server.command,
            cwd=server.folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=as_installed(),
        )
        try:
            _wait_for(server, process, "")
            return [_one(server, process, edit, turn + 1) for turn in range(turns)]
        except NoAnswerError as error:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
            raise NoAnswerError(f"{error}: {words[-500:]}") from None
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE)


def _one(server: Server, process: "subprocess.Popen[bytes]", edit: Callable[[int], str], turn: int) -> float:
    words = edit(turn)
    started = perf_counter()
    _wait_for(server, process, words)
    taken = perf_counter() - started
    sleep(0.2)  # so that what the server does after it has answered is no part of the next
    return taken


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", words: str) -> None:
    """Ask for the page until it is there and has the words."""
    until = monotonic() + _PATIENCE
    while words not in (page := _page(server.address)) or not page:
        if process.poll() is not None:
            raise NoAnswerError(f"{server.name} ended with code {process.returncode}")
        if monotonic() > until:
            raise NoAnswerError(f"{server.name} did not serve the page in {_PATIENCE:.0f} s")
        sleep(_STEP)


def _page(address: str) -> str:
    """Empty while there is none: before the server listens, and while it puts the page in place."""
    try:
        with _ask(address, timeout=_PATIENCE) as answer:
            return str(answer.read().decode())
    except (HTTPException, URLError, ConnectionError, TimeoutError):
        return ""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def our_server(command: str, page: str, content: Path, size: Size) -> Server:
    """What the words in braces stand for is said with the option."""
    port = free_port()
    month = edition_name(size.editions - 1)
    filled = [
        word.format(content=content, port=port, today=size.today.isoformat(), output=content.parent / "output")
        for word in split(command)
    ]
    return Server("golden", filled, ROOT, f"http://127.0.0.1:{port}/{page.format(edition=month)}")


def hugo_server(peer: Peer, folder: Path, size: Size) -> Server:
    """As its writers use it, with its partial rebuilds."""
    port = free_port()
    command = (*(peer.command or ()), "server", "--bind", "127.0.0.1", "--port", str(port))
    page = "/".join(_page_of(size))
    return Server(peer.name, command, folder, f"http://127.0.0.1:{port}/{page}/")


def _page_of(size: Size) -> tuple[str, ...]:
    return "updates", edition_name(size.editions - 1), "workstream-1"


def _edit_theirs(peer: Peer, folder: Path, content: Path, size: Size, turn: int) -> str:
    """The same edit in the peer's form; its file is written last, for the clock starts then."""
    edit_action(content, size, turn)
    peer.write(folder, next(page for page in pages_of(content) if page.path == _page_of(size)))
    return counted_again(turn)


def _edit_ours(content: Path, size: Size, turn: int) -> str:
    edit_action(content, size, turn)
    return counted_again(turn)


def _tell(server: Server, edit: Callable[[int], str], turns: int) -> float | None:
    """Measure and say the median; None, with the reason said, where it cannot be measured."""
    try:
        seconds = times(server, edit, turns)
    except NoAnswerError as error:
        _say(f"{server.name}: {error}")
        return None
    _say(f"{server.name}: {median(seconds):.3f} s, from {min(seconds):.3f} to {max(seconds):.3f}")
    return median(seconds)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser("python -m benchmarks.preview", description=__doc__)
    parser.add_argument("--sizes", type=sizes, default="120x8", help="EDITIONSxWORKSTREAMS[xACTIONS], more with commas")
    parser.add_argument("--rounds", type=int, default=9, help="how many edits")
    parser.add_argument(
        "--command", default=_OURS, help="what starts our server; {content}, {port}, {today} and {output} are filled in"
    )
    parser.add_argument(
        "--page", default="staff/updates/{edition}/index.html", help="the page to ask our server for (%(default)s)"
    )
    arguments = parser.parse_args(words)
    for size in arguments.sizes:
        with TemporaryDirectory() as folder:
            _measure(size, Path(folder), arguments.rounds, arguments.command, arguments.page)


def _measure(size: Size, folder: Path, rounds: int, command: str, page: str) -> None:
    content = folder / "content"
    make_content(content, size.editions, size.workstreams, size.actions, size.audiences)
    lay_theme(content)
    _say(f"{size}: from saved to served")
    peer = hugo()
    theirs = None
    if peer.command is None:
        _say(f"Hugo is not here to compare with: {peer.remedy}")
    else:
        place = folder / peer.name
        peer.lay(place, pages_of(content), accent(content))
        theirs = _tell(
            hugo_server(peer, place, size), lambda turn: _edit_theirs(peer, place, content, size, turn), rounds
        )
    ours = _tell(
        our_server(command, page, content, size), lambda turn: _edit_ours(content, size, rounds + turn), rounds
    )
    if ours and theirs:
        _say(f"golden takes {ours / theirs:.2f} of the time of Hugo's server")


if __name__ == "__main__":
    main()
