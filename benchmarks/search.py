"""What searching costs: the records, the index beside nothing else, its files, and a first search over the wire.

    python -m benchmarks.search 120x8 --rounds 3

It prints a table in Markdown, for benchmarks/search.md.
"""

import gzip
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.builds import read_size
from benchmarks.contents import make_content
from generator.briefing import search
from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.making.indexing import begin_index
from generator.publications.artifact import SearchIndex
from generator.reading.content import read_content

_FIRST = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", ".pf_meta", ".pagefind", ".pf_filter")


def measure(content_folder: Path, rounds: int) -> dict[str, str]:
    content = read_content(content_folder).content
    if content is None:
        raise SystemExit("the content that was made for this cannot be read")
    audience = content.programme.audiences[0]
    on = max(edition.published for edition in content.editions)
    gathering, indexing = [], []
    for _ in range(rounds):
        describe = Describer(brief(content, audience, on), str, is_searched=True)
        len(describe.threads)
        began = perf_counter()
        index = SearchIndex(search.records(describe), "en")
        gathering.append(perf_counter() - began)
        began = perf_counter()
        files = begin_index(index)()
        indexing.append(perf_counter() - began)
    first = sum(len(_packed(path, data)) for path, data in files.items() if path.endswith(_FIRST))
    words = [len(data) for path, data in files.items() if path.endswith(".pf_index")]
    shown = [len(data) for path, data in files.items() if path.endswith(".pf_fragment")]
    return {
        "records": f"{len(index.records):,}",
        "records gathered, s": f"{median(gathering):.2f}",
        "index made, s": f"{median(indexing):.2f}",
        "files": f"{len(files):,}",
        "size, KB": f"{sum(map(len, files.values())) / 1000:,.0f}",
        "fetched before the first word, KB": f"{first / 1000:,.0f}",
        "for a word, KB at most": f"{max(words) / 1000:,.0f}",
        "for 20 results, KB": f"{20 * sum(shown) / len(shown) / 1000:,.0f}",
    }


def _packed(path: str, data: bytes) -> bytes:
    """As a server sends it."""
    return gzip.compress(data) if path.endswith((".js", ".json")) else data


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("size", nargs="?", default="120x8", help="editions x workstreams (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often (default: %(default)s)")
    arguments = parser.parse_args(words)
    size = read_size(arguments.size)
    with TemporaryDirectory() as folder:
        make_content(Path(folder), size.editions, size.workstreams, size.actions)
        told = measure(Path(folder), arguments.rounds)
    print(f"| {' | '.join(told)} |\n|{' ---: |' * len(told)}\n| {' | '.join(told.values())} |")


if __name__ == "__main__":
    main()
