"""The figures as one page of Markdown, without a word of whose machine it was."""

import os
import platform
from collections.abc import Iterator, Sequence

from benchmarks.contents import Size
from benchmarks.measuring import Row
from benchmarks.peers import Peer
from generator import __version__

_BASE = "Hugo"
_COLUMNS = (
    "situation",
    "tool",
    "seconds",
    "from – to",
    "CPU s",
    "peak MB",
    "pages",
    "ms a page",
    "to Hugo",
    "to Hugo cold",
    "to Hugo cold, equal pages",
    "to imports",
    "to a copy",
)
_WORDS = """\
Seconds are medians of whole processes, with the quickest and the slowest beside them. CPU is the processors' work, all
processes of a build together. The peak of memory is that of the largest single process of a build, as the system tells
it, and not their sum; none shows less than the program that measures takes itself. Cold is without output and without
anything kept from an earlier build; the files that are read are in the system's memory all the same.

Ratios are medians over the rounds; below 1 is quicker. They are to Hugo in the same situation; to Hugo's cold build of
the same updates; to Hugo's cold build of as many pages as golden makes for all its audiences, its pages of actions
among them; to importing what a build imports; and to a copy of golden's output. An edit is one to the last edition. A
peer has one page an update, with the lists of its edition's updates and of all workstreams below it, and pages of
lists, for one audience, and neither threads nor checks. Searching and newsletters are measured apart:
`benchmarks/search.md` and `python -m benchmarks.newsletters`.
"""


def heading(day: str, asked: Sequence[Peer]) -> str:
    tools = [f"golden {__version__}", f"Python {platform.python_version()}"]
    tools += [f"{peer.name} {peer.told_version()}" for peer in asked if peer.command]
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    missing = [f"{peer.name} was not here to compare with: {peer.remedy}.\n" for peer in asked if not peer.command]
    return "\n".join(("# Builds, measured\n", f"{day}; {machine}; {', '.join(tools)}.\n", *missing, _WORDS))


def tell(size: Size, rows: Sequence[Row], rounds: int) -> str:
    audiences = "2 audiences" if size.audiences == 2 else "1 audience"
    title = (
        f"## {size.editions} editions of {size.workstreams} workstreams: {size.editions * size.workstreams} updates "
        f"with {size.actions} actions each, {audiences}, {'1 round' if rounds == 1 else f'{rounds} rounds'}\n"
    )
    lines = [_line(_COLUMNS), _line(["---", "---", *["---:"] * (len(_COLUMNS) - 2)])]
    lines += [_line(list(_cells(row, rows))) for row in rows]
    return "\n".join((title, *lines, ""))


def _cells(row: Row, rows: Sequence[Row]) -> Iterator[str]:
    by_name = {(it.situation, it.tool): it for it in rows}
    seconds = [it.seconds for it in row.costs]
    yield from (row.situation, row.tool, _seconds(row.seconds), f"{_seconds(min(seconds))} – {_seconds(max(seconds))}")
    yield "–" if row.work is None else _seconds(row.work)
    yield "–" if row.peak is None else f"{row.peak / 1e6:.0f}"
    yield f"{row.pages:,}" if row.pages else "–"
    yield f"{row.seconds / row.pages * 1000:.2f}" if row.pages else "–"
    cold = (("cold", _BASE), ("cold", f"{_BASE}, as many pages"))
    for base in ((row.situation, _BASE), *cold, ("floor", "its imports"), ("floor", "a copy of the output")):
        ratio = row.ratio(by_name.get(base))
        yield "–" if ratio is None else f"{ratio:.2f}"


def _seconds(number: float) -> str:
    return f"{number:.3f}" if number < 1 else f"{number:.2f}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
