"""The edits that are measured: each one file, and each seen by the build."""

import shutil
from pathlib import Path

import pytest

from benchmarks.contents import Size, edition_name, make_content
from benchmarks.edits import EDITS, THEME, add_edition, counted_again, edit_action, lay_theme
from generator.checks.all import check_content
from generator.making.theme import load_theme
from generator.reading.content import read_content
from generator.shipped import places_for
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span
from tests.examples import files_in

SIZE = Size(3, 2, 9)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("edits") / "content"
    make_content(content, SIZE.editions, SIZE.workstreams, SIZE.actions)
    lay_theme(content)
    return content


@pytest.fixture
def content(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made.parent, tmp_path / "copy")
    return tmp_path / "copy" / "content"


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


@pytest.mark.parametrize("name", [name for name in EDITS if name != "one new edition"])
@pytest.mark.parametrize("turn", [1, 2, 3, 4, 5, 8])
def test_an_edit_changes_one_file_and_does_so_every_time(content: Path, name: str, turn: int) -> None:
    root = content.parent
    for one in (turn, turn + 1):
        before = files_in(root)
        file = EDITS[name](content, SIZE, one)
        assert changed(before, files_in(root)) == [file.relative_to(root).as_posix()]


def test_a_second_edit_takes_the_place_of_the_first(content: Path) -> None:
    edit_action(content, SIZE, 1)
    words = edit_action(content, SIZE, 2).read_text(encoding="utf-8")
    assert counted_again(2) in words
    assert counted_again(1) not in words


def test_a_new_edition_is_one_folder_and_carries_on_what_is_open(content: Path) -> None:
    before = files_in(content)
    folder = add_edition(content, SIZE, 1)
    assert folder.name == edition_name(SIZE.editions)
    names = changed(before, files_in(content))
    assert names == [f"editions/{folder.name}/{name}.md" for name in ("edition", "workstream-1", "workstream-2")]


def test_the_content_is_right_after_all_of_them(content: Path) -> None:
    for edit in EDITS.values():
        edit(content, SIZE, 1)
    read, _, findings = read_content(content)
    assert read is not None
    findings.extend(check_content(read, SIZE.today))
    assert [found.code for found in findings] == ["missing-statement"]


@pytest.mark.parametrize("turn", range(4))
def test_every_accent_can_be_read(content: Path, turn: int) -> None:
    lay_theme(content, turn)
    findings: list[Diagnostic] = []
    assert load_theme(THEME, places_for(content), {}, findings, Span("programme.yml", 0, 0)) is not None
    assert findings == []
