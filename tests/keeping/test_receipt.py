"""Receipts: a build with nothing to do says so, and only then."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import time_ns
from typing import ParamSpec

import pytest

from generator.cli import main
from generator.commands import full_build
from generator.commands.judging import judge
from generator.keeping import receipt
from generator.keeping.stamps import files_below
from tests.examples import smallest, write_files

Given = ParamSpec("Given")
UPDATE = Path("content/editions/2020-01/customer-services.md")


@pytest.fixture(autouse=True)
def programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert build() == 0
    assert build() == 0


def build(*more: str) -> int:
    return main(["build", "--on", "2020-02-01", *more])


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tells of each build that does more than to look."""
    told: list[str] = []
    monkeypatch.setattr(full_build, "judge", telling(judge, told))
    return told


def telling(judge: Callable[Given, int], told: list[str]) -> Callable[Given, int]:
    def judged(*arguments: Given.args, **more: Given.kwargs) -> int:
        told.append("built")
        return judge(*arguments, **more)

    return judged


def test_a_build_with_nothing_to_do_only_looks(builds: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert build() == 0
    assert builds == []
    assert ", 0 of them changed, " in capsys.readouterr().out


def test_it_says_again_what_was_found(builds: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    UPDATE.write_text("## Completed\n\n- We met last year. {#met}\n")
    assert build() == 0
    first = capsys.readouterr().out
    assert build() == 0
    again = capsys.readouterr().out
    assert builds == ["built"]
    assert "relative-time" in again
    assert again.splitlines()[:-1] == first.splitlines()[:-1]


def edit() -> None:
    UPDATE.write_text(f"{UPDATE.read_text()}\nMore words.\n")


def edit_to_the_same_size_and_date() -> None:
    before, text = UPDATE.stat(), UPDATE.read_text()
    UPDATE.write_text(text.replace("Visit", "Leave", 1))
    os.utime(UPDATE, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert UPDATE.read_text() != text
    assert UPDATE.stat().st_size == before.st_size


def add() -> None:
    Path("content/pages").mkdir(exist_ok=True)
    Path("content/pages/more.md").write_text("---\ntitle: More\nfor: [staff]\n---\n\nMore.\n")


@pytest.mark.parametrize(
    "change",
    [
        edit,
        edit_to_the_same_size_and_date,
        add,
        UPDATE.unlink,
        lambda: Path("output/staff/index.html").write_text("<p>Ours now.</p>"),
        lambda: Path("output/residents/index.html").unlink(),
        lambda: Path("output/.golden/manifest.json").unlink(),
        lambda: Path("output/.golden/journal.json").write_text("{}"),
        lambda: write_files({"theme.yml": b"name: ours\n"}, Path("themes/ours")),
    ],
    ids=["an edit", "a sly edit", "a new file", "a file gone", "a page changed", "a page gone", "no manifest",
         "a build broken off", "a theme"],
)  # fmt: skip
def test_whatever_has_changed_is_seen(change: Callable[[], object], builds: list[str]) -> None:
    change()
    build()
    assert builds


@pytest.mark.skipif(sys.platform == "win32", reason="there a link needs rights that few have")
def test_a_theme_that_stands_elsewhere_by_a_link_is_looked_into_each_time(builds: list[str]) -> None:
    Path("shared").mkdir()
    Path("shared/theme.yml").write_text("name: ours\ntitle: Ours\nextends: council\n")
    Path("themes").mkdir()
    Path("themes/ours").symlink_to("../shared", target_is_directory=True)
    build()
    builds.clear()
    build()
    assert builds


@pytest.mark.parametrize("page", ["staff/index.html", "residents/index.html"])
def test_one_page_among_very_many_that_was_changed_is_seen(
    page: str, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt, "_MANY", 1)
    build()
    assert not builds
    Path("output", page).write_text("<p>Ours now.</p>")
    build()
    assert builds


@pytest.mark.parametrize("asked", [["--on", "2020-02-02"], ["--audience", "staff"], ["--drafts"], ["--strict"],
                                   ["--format", "json"], ["--no-cache"]])  # fmt: skip
def test_what_else_is_asked_for_is_another_build(asked: list[str], builds: list[str]) -> None:
    main(["build", "--on", "2020-02-01", *asked])
    assert builds


def test_a_damaged_receipt_is_no_receipt(builds: list[str]) -> None:
    for file in Path("output/.golden/cache").glob("receipt-*"):
        file.write_bytes(file.read_bytes()[:-3])
    assert build() == 0
    assert builds


def test_a_file_that_was_changed_just_before_has_to_have_the_same_bytes_however_it_looks() -> None:
    young = receipt.digests_of([str(UPDATE)])
    edit_to_the_same_size_and_date()
    now = time_ns()
    assert not receipt.still_holds(seen_with(young))
    assert not receipt.has_grown_old(seen_with(young), now)
    young = receipt.digests_of(young)
    assert receipt.still_holds(seen_with(young))
    assert receipt.has_grown_old(seen_with(young), now + 10**11)
    assert not receipt.has_grown_old(seen_with(young).without_young(), now + 10**11)


def seen_with(young: Mapping[str, str]) -> receipt.Receipt:
    """A receipt for all as it looks now, but for these files, which were young."""
    inputs = {"content": receipt.listing(files_below("content"))}
    return receipt.Receipt(
        asked="", on="", timezone="", inputs=inputs, young=young, outputs=(), hashes=b"", printed="", said="", found=""
    )
