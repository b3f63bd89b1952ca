"""What share of a cold build the threads and their checks take: `python -m benchmarks.threads`.

120 editions of 8 workstreams with 9 actions each, unless told otherwise. The fold and the checks are timed alone, the
build as a whole without writing; medians of five and three, in one run.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.contents import make_content
from generator.build import build
from generator.checks import dependencies, promises
from generator.domain.content import Content
from generator.domain.progress import changes, tally
from generator.domain.thread import Threads
from generator.domain.weaving import weave
from generator.reading.content import read_content
from generator.request import BuildRequest

_ON = date(2024, 12, 31)


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser("python -m benchmarks.threads", description=__doc__)
    parser.add_argument("editions", type=int, nargs="?", default=120, help="default: 120")
    editions = parser.parse_args(words).editions
    with TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        make_content(root, editions, 8, 9)
        content = read_content(root).content
        if content is None:
            raise SystemExit("the made content cannot be read")
        threads = weave(content.editions)
        fold = _median(5, lambda: weave(content.editions))
        figures = _median(5, lambda: (tally(threads.values(), _ON), changes(threads, content.editions)))
        checks = _median(5, lambda: _check(content, threads))
        whole = _median(3, lambda: build(BuildRequest(root, lambda _: _ON)))
    print(f"{editions} editions, {len(threads)} threads")
    for name, seconds in (("fold", fold), ("figures", figures), ("checks", checks), ("cold build", whole)):
        print(f"{name:12} {seconds * 1000:8.0f} ms  {seconds / whole:7.1%} of the build")
    # A build folds once for the checks of promises, once for those of what waits, and once for each audience.
    share = (2 * fold + 2 * figures + checks) / whole
    print(f"all of it in a build for two audiences: {share:.1%}")


def _check(content: Content, threads: Threads) -> None:
    list(promises.check(content, threads, _ON))
    list(dependencies.check(threads))


def _median(times: int, work: Callable[[], object]) -> float:
    taken = []
    for _ in range(times):
        started = perf_counter()
        work()
        taken.append(perf_counter() - started)
    return median(taken)


if __name__ == "__main__":
    main()
