"""A small run of what is measured, so that it works on the day when somebody wants to know."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.builds import AS_MANY, COLD, FLOOR, main, read_size, run
from benchmarks.contents import Size, make_content
from benchmarks.measuring import Cost, EndedBadlyError, Row, measure
from benchmarks.pages import pages_of
from benchmarks.peers import Peer, hugo, mkdocs
from benchmarks.table import heading, tell

SIZE = Size(2, 2, 3)
_COPIES = """
from pathlib import Path
for file in Path("pages").rglob("*.md"):
    target = Path("made", file.relative_to("pages")).with_suffix(".html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())
"""
FAKE = Peer(
    name="Hugo",
    command=(sys.executable, "-S", "-c", _COPIES),
    remedy="",
    version=(sys.executable, "--version"),
    site={},
    pages_in="pages",
    output="made",
    style="site.css",
    front=lambda page: page.title,
)


def test_a_run_measures_ours_beside_a_peer_and_tells_it_as_a_table(tmp_path: Path) -> None:
    rows = run(SIZE, [FAKE], 1, tmp_path, (COLD, "one new edition"))
    pages = {(row.situation, row.tool): row.pages for row in rows if row.situation != FLOOR}
    assert pages[COLD, "Hugo"] == 1 + 1 + 2 + 4 + 1 + 2
    assert pages["one new edition", "Hugo"] == pages[COLD, "Hugo"] + 3
    assert pages[COLD, f"Hugo{AS_MANY}"] == pages[COLD, "golden"]
    assert pages["one new edition", "golden"] > pages[COLD, "golden"]
    page = heading("2026-11-22", [FAKE]) + tell(SIZE, rows, 1)
    assert str(tmp_path) not in page
    assert "4 updates with 3 actions each, 2 audiences, 1 round" in page
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(lines) == 2 + len(rows)
    assert len({line.count("|") for line in lines}) == 1


def test_no_round_removes_what_another_has_made(tmp_path: Path) -> None:
    """ext4 makes new files slowly for minutes after many were removed: cold builds were measured up to twice as slow as
    they are, ours and those of peers.
    """
    run(Size(1, 1, 1), [FAKE], 2, tmp_path, (COLD,))
    kept = [
        folder
        for turn in ("round-1", "round-2")
        for folder in ("output/staff", "Hugo/made", "copy/staff")
        if (tmp_path / turn / folder).is_dir()
    ]
    assert len(kept) == 6


def test_a_ratio_is_the_median_of_those_of_each_round() -> None:
    def row(*seconds: float) -> Row:
        return Row(COLD, "x", tuple(Cost(one, None, None) for one in seconds))

    assert row(2, 30, 9).ratio(row(1, 10, 9)) == 2
    assert row(2).ratio(None) is None


def test_what_a_peer_is_missing_stands_in_the_page() -> None:
    missing = Peer("Other", None, "pip install other", ("",), {}, "", "", "", lambda _: "")
    assert "Other was not here to compare with: pip install other." in heading("2026-11-22", [missing])


def test_a_build_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(EndedBadlyError, match="ended with code 3: dear me"):
        measure((sys.executable, "-S", "-c", "print('dear me'); raise SystemExit(3)"), tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such account")
def test_the_work_and_the_memory_of_children_count(tmp_path: Path) -> None:
    child = "held = bytearray(60_000_000); sum(range(3_000_000))"
    cost = measure(
        (sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"), tmp_path
    )
    assert cost.peak is not None
    assert cost.peak > 60_000_000
    assert cost.work is not None
    assert cost.work > 0.03


def test_a_misspelt_situation_is_told_and_nothing_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--situations", "one comma edited"])
    assert "`one comma edited` is none of cold, nothing changed," in capsys.readouterr().err


def test_a_size_is_read_with_or_without_its_actions() -> None:
    assert read_size("120x8") == Size(120, 8, 9)
    assert read_size("2x2x3") == Size(2, 2, 3)


@pytest.mark.parametrize("make", [hugo, mkdocs])
def test_a_peer_gets_each_page_once_and_leaves_alone_what_is_right(tmp_path: Path, make: Callable[[], Peer]) -> None:
    peer = make()
    make_content(tmp_path / "content", 2, 2, 3)
    peer.lay(tmp_path / "peer", pages_of(tmp_path / "content"), "#000")
    files = {file: file.stat().st_mtime_ns for file in (tmp_path / "peer").rglob("*") if file.is_file()}
    assert len([file for file in files if file.suffix == ".md"]) == 11
    (update,) = (file for file in files if file.parent.name == "2015-01" and file.stem == "workstream-1")
    words = update.read_text(encoding="utf-8")
    assert ('"beside"' if peer.lists_itself else "- [Workstream 2](../../../workstreams/workstream-2/)") in words
    assert not any("{#" in file.read_text(encoding="utf-8") for file in files if file.suffix == ".md")
    peer.lay(tmp_path / "peer", pages_of(tmp_path / "content"), "#000")
    assert {file: file.stat().st_mtime_ns for file in files} == files
