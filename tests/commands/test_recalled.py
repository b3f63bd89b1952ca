"""Commands that only tell of the content read what has changed since the last build, and say what they would say."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.output.names import CACHE
from generator.reading.desk import Desk
from generator.reading.editions import read_update
from tests.examples import files_in, smallest, write_files

ON = "2020-02-01"
NEWSLETTERS = b"newsletters:\n  - {id: news, title: News, audience: staff, every: month}\n"
COMMANDS = (
    ("status",),
    ("status", "--format", "json"),
    ("thread", "--all"),
    ("changes",),
    ("newsletter", "--quiet"),
    ("report", "--from", "2020-01", "--to", "2020-02", "--dry-run"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = smallest()
    files["programme.yml"] = files["programme.yml"] + NEWSLETTERS
    write_files(files, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main([*words, "--on", ON])
    return code, capsys.readouterr().out


def read_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the updates that are read from now on."""
    read: list[str] = []

    def noted(desk: Desk) -> object:
        read.append(desk.source.path)
        return read_update(desk)

    monkeypatch.setattr("generator.reading.content.read_update", noted)
    return read


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_after_a_build_only_an_update_that_has_changed_is_read_and_the_same_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    update = folder / "content" / "editions/2020-01/customer-services.md"
    other = folder / "content" / "editions/2019-12/customer-services.md"
    write_files({"editions/2019-12/edition.md": b"---\npublished: 2019-12-20\n---\n\nA letter.\n"}, folder / "content")
    other.write_bytes(update.read_bytes())
    assert said(capsys, "build", "--quiet")[0] == 0
    update.write_text(update.read_text() + "- One more. {#one-more}\n")
    before = files_in(folder / "output" / CACHE)
    read = read_by(monkeypatch)
    with_what_is_kept = said(capsys, *words)
    assert read == ["editions/2020-01/customer-services.md"]
    assert files_in(folder / "output" / CACHE) == before
    (folder / "output" / CACHE).rename(folder / "elsewhere")
    assert said(capsys, *words) == with_what_is_kept
    assert sorted(read) == ["editions/2019-12/customer-services.md", *["editions/2020-01/customer-services.md"] * 2]


@pytest.mark.parametrize("harm", [b"", b"not ours", b"SQLite format 3\0"])
def test_a_cache_that_is_of_no_use_is_left_alone_and_all_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str], harm: bytes
) -> None:
    as_without = said(capsys, "status")
    assert said(capsys, "build", "--quiet")[0] == 0
    for file in (folder / "output" / CACHE).iterdir():
        file.write_bytes(harm)
    before = files_in(folder / "output" / CACHE)
    assert said(capsys, "status") == as_without
    assert files_in(folder / "output" / CACHE) == before


def test_what_was_kept_of_another_programme_is_not_taken_for_this_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(
        {**smallest(), "editions/2020-01/customer-services.md": b"## Completed\n\n- Other words. {#others}\n"},
        folder / "other",
    )
    assert said(capsys, "build", "--quiet")[0] == 0
    told = said(capsys, "thread", "--all", "--content", "other")
    assert "Other words" in told[1]
    (folder / "output" / CACHE).rename(folder / "elsewhere")
    assert said(capsys, "thread", "--all", "--content", "other") == told
