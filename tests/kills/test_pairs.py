"""Two builds of one output folder at once."""

import sys
from pathlib import Path
from time import sleep

import pytest

from generator.output.locking import locked
from tests.kills.running import FINISHED, arguments, builder, contents, records, standing, wanted

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork"), pytest.mark.timeout(300)]


@pytest.mark.parametrize("options", [(), ("--atomic",)], ids=["file by file", "atomic"])
@pytest.mark.parametrize("pairs", [5, pytest.param(25, marks=pytest.mark.long)])
def test_of_two_builds_at_once_the_second_waits_and_the_site_is_one_of_the_two(
    quick_path: Path, pairs: int, options: tuple[str, ...]
) -> None:
    one, two = contents(quick_path)
    sites = [wanted(one), wanted(two)]
    with builder(quick_path / "log-1") as first, builder(quick_path / "log-2") as second:
        for number in range(pairs):
            output = quick_path / f"output-{number // 2}"  # each second pair finds a site there
            first.start(arguments(one, output, *options))
            second.start(arguments(two, output, *options))
            assert (first.end(), second.end()) == (0, 0), first.said() + second.said()
            assert standing(output) in sites
            assert records(output) == FINISHED


def test_a_build_says_who_has_the_folder_or_ends_at_once_where_it_shall_not_wait(quick_path: Path) -> None:
    content, _ = contents(quick_path)
    output = quick_path / "output"
    with builder(quick_path / "log") as golden:
        with locked(output, waits=False, tell=lambda _: None):
            assert golden.run(arguments(content, output, "--no-wait")) == 2
            assert golden.said().startswith("golden: nothing was written: another build (process ")
            assert golden.said().count("\n") == 1
            golden.start(arguments(content, output))
            while "golden: waiting for another build (process " not in golden.said():
                sleep(0.01)
        assert golden.end() == 0
    assert standing(output) == wanted(content)
