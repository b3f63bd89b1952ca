"""Where the time of one build goes, by our layers: `python -m benchmarks.profile 120 8 cold` (or `edit`).

The time of a library belongs to the layer that asked for it. The profiler lengthens what is made of many small calls;
read the shares. It sees this process alone: what a build gives to others shows as waiting. `edit` is an action edited
after a build that was not looked at.
"""

import cProfile
import subprocess
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from pstats import Stats
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.builds import ROOT
from benchmarks.contents import Size, make_content
from benchmarks.edits import edit_action, lay_theme

Function = tuple[str, int, str]  # file, line, name; as the profiler has it
Figures = Mapping[Function, tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]]

_OURS = str(ROOT / "generator")
_IMPORTS, _REST = "imports", "the rest"
_CLIMBS = 60  # how far up the callers of a library's function we go
_LARGEST = 5


def shares(figures: Figures) -> dict[str, dict[Function, float]]:
    """Seconds by part, and within it by the function of ours that they were spent for.

    A function's own time goes to the part that it belongs to. Where it is a library's, it goes on to its callers, as
    much to each as the profiler saw spent for it, until it comes to one of ours.
    """
    parts: dict[str, dict[Function, float]] = defaultdict(lambda: defaultdict(float))
    homeless = {function: own for function, (_, _, own, _, _) in figures.items() if own > 0}
    for climb in range(_CLIMBS):
        onwards: dict[Function, float] = defaultdict(float)
        for function, seconds in homeless.items():
            part, callers = _part(function), figures[function][4]
            if part or not callers or climb == _CLIMBS - 1:
                parts[part or _REST][function] += seconds
                continue
            whole = sum(it[3] for it in callers.values()) or len(callers)
            for caller, (_, _, _, spent) in callers.items():
                onwards[caller] += seconds * (spent or (whole == len(callers))) / whole
        homeless = onwards
    return {part: dict(functions) for part, functions in parts.items()}


def _part(function: Function) -> str:
    """The layer of a function of ours; empty for a library's. What is run while importing belongs to the imports."""
    file, _, name = function
    if name == "<module>" or "importlib" in file:
        return _IMPORTS
    if not file.startswith(_OURS):
        return ""
    return Path(file).relative_to(_OURS).with_suffix("").parts[0]


def _figures(command: Sequence[str]) -> Figures:
    """What the profiler saw of one run of the command in this process, its imports among it."""
    profiler = cProfile.Profile()
    profiler.enable()
    from generator.cli import main  # noqa: PLC0415  what it costs to import is part of the figures

    code = main(command)
    profiler.disable()
    if code:
        raise SystemExit(f"the build ended with code {code}")
    stats: Any = Stats(profiler)
    figures: Figures = stats.stats
    return figures


def _told(parts: Mapping[str, Mapping[Function, float]]) -> Iterator[str]:
    sums = {part: sum(functions.values()) for part, functions in parts.items()}
    whole = sum(sums.values())
    ranked = sorted(sums, key=lambda part: -sums[part])
    yield f"{whole:.1f} s under the profiler"
    for place, part in enumerate(ranked):
        yield f"{part:14}{sums[part]:8.2f} s {sums[part] / whole:7.1%}"
        if place < _LARGEST:
            for function in sorted(parts[part], key=lambda it: -parts[part][it])[:3]:
                seconds = parts[part][function]
                yield f"    {seconds:12.2f} s {seconds / whole:7.1%}  {Path(function[0]).stem}.{function[2]}"


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser("python -m benchmarks.profile", description=__doc__)
    parser.add_argument("editions", type=int)
    parser.add_argument("workstreams", type=int)
    parser.add_argument("kind", choices=("cold", "edit"))
    parser.add_argument("--actions", type=int, default=9)
    arguments = parser.parse_args(words)
    size = Size(arguments.editions, arguments.workstreams, arguments.actions)
    with TemporaryDirectory() as folder:
        content, output = Path(folder) / "content", Path(folder) / "output"
        make_content(content, size.editions, size.workstreams, size.actions, size.audiences)
        lay_theme(content)
        command = ["build", str(content), "--output", str(output), "--on", size.today.isoformat(), "--quiet"]
        if arguments.kind == "edit":
            subprocess.run((sys.executable, "-m", "generator", *command), cwd=ROOT, check=True)
            edit_action(content, size, 1)
        for line in _told(shares(_figures(command))):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
