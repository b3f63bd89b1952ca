"""What a whole programme costs beside a lean one, as a table: `python -m benchmarks.extras 120x8 --rounds 3`.

`benchmarks.builds` measures content that other generators can have as well. A council's has more: addresses, so feeds,
calendars and a list of pages; a newsletter for staff each month and one for residents each quarter, in all forms; an
index to search in. Each is added by itself and all together; the ratios are to the same situation without any, medians
over the rounds. No file is removed between two builds, for the reason that `benchmarks.builds` tells.
"""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from benchmarks.builds import AGAIN, COLD, UNTIL_OLD, Ours, read_size
from benchmarks.contents import Size, make_content
from benchmarks.edits import EDITS, lay_theme

NONE = "none of these"
NEXT_DAY = "the next day"
SITUATIONS = (COLD, AGAIN, "one action edited", "one letter edited", "one new edition", NEXT_DAY)
_ADDRESS = 'site: "https://{}.merebrook.example/one-council/"'
_NEWSLETTERS = """\
newsletters:
  - {id: news, title: One Council news, audience: staff, every: month}
  - {id: promises, title: Our promises to you, audience: residents, every: quarter}
contacts:
  - {purpose: another format, telephone: 01632 960200, email: formats@merebrook.example}
"""


def add_addresses(content: Path) -> None:
    programme = content / "programme.yml"
    text = programme.read_text(encoding="utf-8")
    for audience, where in (("staff", "intranet"), ("residents", "www")):
        begin = f"  {audience}: {{"
        text = text.replace(begin, f"{begin}{_ADDRESS.format(where)}, ")
    programme.write_text(text, encoding="utf-8", newline="\n")


def add_newsletters(content: Path) -> None:
    with (content / "programme.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(_NEWSLETTERS)


def add_search(content: Path) -> None:
    """The theme that is laid beside the content for all benchmarks has the index left out."""
    theme = content.parent / "themes" / "ours" / "theme.yml"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace('options: {search: ""}\n', ""), encoding="utf-8", newline="\n")


EXTRAS: Mapping[str, Sequence[Callable[[Path], None]]] = {
    NONE: (),
    "addresses": (add_addresses,),
    "newsletters": (add_newsletters,),
    "search": (add_search,),
    "all of these": (add_addresses, add_newsletters, add_search),
}


def run(size: Size, rounds: int, folder: Path, situations: Sequence[str] = SITUATIONS) -> Mapping[str, list[float]]:
    """The seconds of each round, by the extras and the situation, as `_key` joins them."""
    found: dict[str, list[float]] = defaultdict(list)
    for turn in range(rounds):
        for number, (name, extras) in enumerate(EXTRAS.items()):
            place = folder / f"round-{turn}" / str(number)
            for situation, seconds in _one(size, extras, place, turn, situations):
                found[_key(name, situation)].append(seconds)
    return found


def _one(
    size: Size, extras: Sequence[Callable[[Path], None]], folder: Path, turn: int, situations: Sequence[str]
) -> Iterator[tuple[str, float]]:
    ours = Ours(folder / "content", folder / "output", size.today)
    make_content(ours.content, size.editions, size.workstreams, size.actions, size.audiences)
    lay_theme(ours.content)
    for add in extras:
        add(ours.content)
    sleep(UNTIL_OLD)
    for situation in situations:
        if situation in EDITS:
            EDITS[situation](ours.content, size, turn + 1)
        elif situation == NEXT_DAY:
            ours = replace(ours, today=ours.today + timedelta(days=1))
        yield situation, ours.build(is_first=situation == COLD).seconds


def tell(size: Size, found: Mapping[str, list[float]], situations: Sequence[str] = SITUATIONS) -> str:
    """A row for each situation: its seconds without extras, then with each, and how much more that is."""
    lines = [f"{size}, with", "", f"| | {' | '.join(EXTRAS)} |", f"| --- |{' ---: |' * len(EXTRAS)}"]
    for situation in situations:
        cells = [_cell(found[_key(name, situation)], found[_key(NONE, situation)]) for name in EXTRAS]
        lines.append(f"| {situation} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(seconds: Sequence[float], without: Sequence[float]) -> str:
    times = median(it / base for it, base in zip(seconds, without, strict=True))
    return f"{median(seconds):.2f} s" if seconds is without else f"{median(seconds):.2f} s ({times:.2f})"


def _key(extras: str, situation: str) -> str:
    return f"{extras}: {situation}"


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.extras")
    parser.add_argument("size", nargs="?", default="120x8", help="editions x workstreams (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often (default: %(default)s)")
    arguments = parser.parse_args(words)
    size = read_size(arguments.size)
    with TemporaryDirectory() as folder:
        print(tell(size, run(size, arguments.rounds, Path(folder))))


if __name__ == "__main__":
    main()
