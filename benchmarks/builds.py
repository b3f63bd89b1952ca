"""Whole builds beside other generators, as one table: `python -m benchmarks.builds --help`.

Every build is a process of its own. In each round the content is made anew; then each tool builds it in each situation,
one after another, in another order each round, so that what else the machine does weighs on all alike. Read the
ratios: they are medians over the rounds, each of two builds of one round.

Each round has a folder of its own, and all of them stay until the end: for minutes after thousands of files were
removed, ext4 looks past the place of each before it makes a new one, and whoever makes the most files next would pay
for that. A round of 600x8 takes some two gigabytes; TMPDIR names another disk to have them on.
"""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Protocol

from benchmarks.contents import Size, make_content
from benchmarks.edits import EDITS, accent, lay_theme
from benchmarks.measuring import Cost, EndedBadlyError, Row, measure
from benchmarks.pages import Page, as_many, pages_of
from benchmarks.peers import PEERS, Peer
from benchmarks.table import heading, tell

OURS = "golden"
COLD, AGAIN, FLOOR = "cold", "nothing changed", "floor"
AS_MANY = ", as many pages"
SITUATIONS = (COLD, AGAIN, *EDITS)
ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results.md"
_IMPORTS = "import generator.build, generator.commands.build"
_COPY = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"
_WARMING = Size(2, 2, 3)
UNTIL_OLD = 2.1  # seconds: what was changed just before a build is looked into each time, and nobody writes so fast


class Tool(Protocol):
    """What is built with: ours, or a peer with the same updates in its own form."""

    @property
    def name(self) -> str: ...
    def follow(self, content: Path) -> None: ...
    def build(self, *, is_first: bool) -> Cost: ...
    def pages(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Ours:
    """`golden build` of all audiences, by the Python that runs this."""

    content: Path
    output: Path
    today: date
    name: str = OURS

    def follow(self, content: Path) -> None:
        """It builds the content as it is."""

    def build(self, *, is_first: bool) -> Cost:
        command = ("build", self.content, "--output", self.output, "--on", self.today.isoformat(), "--quiet")
        return measure((sys.executable, "-m", "generator", *command), ROOT)

    def pages(self) -> int:
        return _count(self.output)


@dataclass(frozen=True, slots=True)
class Theirs:
    """A peer, in a folder of its own. `make` says which pages it gets of the content."""

    peer: Peer
    folder: Path
    make: Callable[[Path], Iterable[Page]] = pages_of
    note: str = ""

    @property
    def name(self) -> str:
        return f"{self.peer.name}{self.note}"

    def follow(self, content: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.peer.lay(self.folder, self.make(content), accent(content))

    def build(self, *, is_first: bool) -> Cost:
        if self.peer.command is None:
            raise EndedBadlyError(f"{self.name} is not here")
        return measure(self.peer.command if is_first else self.peer.command + self.peer.again, self.folder)

    def pages(self) -> int:
        return _count(self.folder / self.peer.output)


@dataclass(slots=True)
class Run:
    """The costs so far, by situation and tool, and how many pages each tool made."""

    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    pages: dict[tuple[str, str], int] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        for (situation, tool), costs in self.costs.items():
            yield Row(situation, tool, tuple(costs), self.pages.get((situation, tool), 0))


def run(
    size: Size, peers: Sequence[Peer], rounds: int, folder: Path, situations: Sequence[str] = SITUATIONS
) -> tuple[Row, ...]:
    """Build everything so often in that folder. Raises EndedBadlyError where a build fails."""
    found = Run()
    for turn in range(rounds):
        _say(f"{size}, round {turn + 1} of {rounds}:")
        _one_round(found, size, peers, folder / f"round-{turn + 1}", turn, situations)
        _say("\n")
    return tuple(found.rows())


def warm(peers: Sequence[Peer], folder: Path) -> None:
    """Builds that nobody counts: programs are in the disk's memory after them, and ours is compiled."""
    content = folder / "content"
    _make(content, _WARMING)
    tools: list[Tool] = [Ours(content, folder / "output", _WARMING.today)]
    for tool in (*tools, *(Theirs(peer, folder / peer.name) for peer in peers)):
        tool.follow(content)
        tool.build(is_first=True)


def _one_round(
    found: Run,
    size: Size,
    peers: Sequence[Peer],
    folder: Path,
    turn: int,
    situations: Sequence[str],
) -> None:
    content = folder / "content"
    ours = Ours(content, folder / "output", size.today)
    theirs = [Theirs(peer, folder / peer.name) for peer in peers]
    tools: list[Tool] = [ours, *theirs]
    _make(content, size)
    sleep(UNTIL_OLD)
    for situation in situations:
        if situation in EDITS:
            EDITS[situation](content, size, turn + 1)
        for tool in _in_turn(tools, turn):
            tool.follow(content)
            _take(found, situation, tool)
        if situation == COLD:
            _with_as_many_pages(found, ours, theirs, folder)
    _floors(found, ours, folder)


def _with_as_many_pages(found: Run, ours: Ours, theirs: Sequence[Theirs], folder: Path) -> None:
    """The peers once more, cold, with as many pages as ours has for all its audiences."""
    wanted = ours.pages()
    for it in theirs:
        tool = Theirs(it.peer, folder / f"{it.name}-as-many", lambda content: as_many(content, wanted), AS_MANY)
        tool.follow(ours.content)
        _take(found, COLD, tool)


def _take(found: Run, situation: str, tool: Tool) -> None:
    _say(f" {situation} ({tool.name})")
    found.costs[situation, tool.name].append(tool.build(is_first=situation == COLD))
    found.pages[situation, tool.name] = tool.pages()


def _floors(found: Run, ours: Ours, folder: Path) -> None:
    """What no build can be quicker than: Python, what it imports, and writing as much as ours has written."""
    copy = folder / "copy"
    for name, code in (("a bare Python", "pass"), ("its imports", _IMPORTS), ("a copy of the output", _COPY)):
        arguments = (ours.output, copy) if code == _COPY else ()
        found.costs[FLOOR, name].append(measure((sys.executable, "-c", code, *arguments), ROOT))


def _in_turn(tools: list[Tool], turn: int) -> list[Tool]:
    first = turn % len(tools)
    return [*tools[first:], *tools[:first]]


def _make(content: Path, size: Size) -> None:
    make_content(content, size.editions, size.workstreams, size.actions, size.audiences)
    lay_theme(content)


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))


def _say(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()


def read_size(words: str) -> Size:
    """120x8, or 120x8x9 with the number of actions. Raises ValueError for what is neither."""
    numbers = [int(word) for word in words.split("x")]
    if len(numbers) not in (2, 3):
        raise ValueError(words)
    return Size(*numbers)


def sizes(words: str) -> tuple[Size, ...]:
    return tuple(read_size(one) for one in words.split(","))


def _named(known: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    def names(words: str) -> tuple[str, ...]:
        found = tuple(name for name in words.split(",") if name)
        if unknown := [name for name in found if name not in known]:
            raise ArgumentTypeError(f"`{unknown[0]}` is none of {', '.join(known)}")
        return found

    return names


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(
        "python -m benchmarks.builds", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", type=sizes, default="5x8,120x8,600x8", help="EDITIONSxWORKSTREAMS[xACTIONS] (default: %(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    parser.add_argument(
        "--situations",
        type=_named(SITUATIONS),
        default=SITUATIONS,
        help=f"of {', '.join(SITUATIONS)}; the first is always measured (default: all)",
    )
    parser.add_argument("--audiences", type=int, choices=(1, 2), default=2)
    parser.add_argument(
        "--peers", type=_named(PEERS), default="hugo,mkdocs", help=f"of {', '.join(PEERS)} (default: %(default)s)"
    )
    today = datetime.now().astimezone().date()  # of whoever measures
    parser.add_argument("--date", default=today.isoformat(), help="the day that the results bear")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file to write")
    _measure_all(parser.parse_args(words))


def _measure_all(arguments: Namespace) -> None:
    """The page is written after each size, and before the files of all rounds are removed, which takes a while."""
    situations = [name for name in SITUATIONS if name == COLD or name in arguments.situations]
    asked = [PEERS[name]() for name in arguments.peers]
    peers = [peer for peer in asked if peer.command]
    parts = [heading(arguments.date, asked)]
    with TemporaryDirectory() as folder:
        warm(peers, Path(folder, "warming"))
        for one in arguments.sizes:
            size = replace(one, audiences=arguments.audiences)
            rows = run(size, peers, arguments.rounds, Path(folder, str(size)), situations)
            parts.append(tell(size, rows, arguments.rounds))
            arguments.results.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    sys.stdout.write("\n".join(parts))


if __name__ == "__main__":
    main()
