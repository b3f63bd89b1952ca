"""Whole builds of small programmes, for the tests that look at what comes out."""

import os
import pickle
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from filelock import FileLock

from generator.build import Result, build
from generator.request import BuildRequest
from generator.text.diagnostic import Diagnostic
from tests.examples import findings_in, smallest, write_files

ON = date(2020, 2, 1)  # the smallest programme's own time
SAMPLE_ON = date(2026, 11, 2)
SHARED = "GOLDEN_TESTS_SHARED"  # names the folder of this run, for what is made once for all its processes
SAMPLE = Path(__file__).parent.parent / "content"


def built(folder: Path, files: Mapping[str, str] | None = None, on: date = ON, with_drafts: bool = False) -> Result:
    """The smallest programme with the given files laid over it, built in memory."""
    laid = smallest() | {path: text.encode() for path, text in (files or {}).items()}
    write_files(laid, folder / "content")
    return build(BuildRequest(folder / "content", lambda _: on, with_drafts=with_drafts))


def checked(folder: Path, files: Mapping[str, str] | None = None, on: date = ON) -> tuple[Diagnostic, ...]:
    """The findings of the same programme, without making its pages."""
    write_files(smallest() | {path: text.encode() for path, text in (files or {}).items()}, folder)
    return findings_in(folder, on=on)[0]


@cache
def sample() -> Mapping[str, Mapping[str, bytes]]:
    """The sample's sites, built once for all tests that only look at them, in whichever process they run."""
    kept = Path(os.environ[SHARED]) / "sample"
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            result = build(BuildRequest(SAMPLE, lambda _: SAMPLE_ON))
            assert result.sites, "the sample does not build: golden check content"
            kept.write_bytes(pickle.dumps({site: files_of(result, site) for site in result.sites}))
    made: Mapping[str, Mapping[str, bytes]] = pickle.loads(kept.read_bytes())  # noqa: S301  what this run has written
    return made


def files_of(result: Result, site: str) -> dict[str, bytes]:
    """A site's files by path, of a build that keeps nothing and so makes all of them.

    Where there are errors there is no site, and a test that asks for its files fails.
    """
    assert site in result.sites, result.findings
    return dict(result.made[site].bytes_by_path)


def pages(result: Result, site: str) -> dict[str, str]:
    """A site's pages by path, of a build as for `files_of`."""
    return {path: data.decode() for path, data in files_of(result, site).items() if path.endswith(".html")}


def codes(result: Result) -> list[str]:
    return [found.code for found in result.findings]
