"""`golden check` makes use of what a build has left, says what it would say without, and writes nothing."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.making.workshop import Workshop
from generator.publications.artifact import Artifact
from tests.examples import files_in, smallest, write_files

ON = "2020-02-01"
LETTER = "editions/2020-01/edition.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code, and what was printed of findings."""
    capsys.readouterr()
    code = main([*words, "--on", ON, "--quiet", "--format", "concise"])
    return code, capsys.readouterr().out


def test_after_a_build_it_makes_what_has_changed_alone_and_says_all_there_is_to_say(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = folder / "content" / LETTER
    letter.write_text(f"{letter.read_text()}\nRing 01632 960 111 at once.\n")
    assert said(capsys, "build")[0] == 0
    before = files_in(folder)
    as_built = said(capsys, "check", "--no-cache")
    assert "personal-detail" in as_built[1]
    made: list[str] = []
    monkeypatch.setattr(Workshop, "make", lambda _, artifact, __: made.append(artifact.path))
    assert said(capsys, "check") == as_built
    assert made == []
    assert files_in(folder) == before


def test_with_drafts_it_makes_what_the_site_without_them_does_not_have(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = b"---\nstatus: draft\npublished: 2020-02-28\n---\n\nRing 01632 960 111.\n"
    write_files({"editions/2020-02/edition.md": draft}, folder / "content")
    assert said(capsys, "build")[0] == 0
    as_built = said(capsys, "check", "--drafts", "--no-cache")
    assert "personal-detail" in as_built[1]
    made: list[str] = []
    make = Workshop.make

    def noted(workshop: Workshop, artifact: Artifact, lengths: Mapping[str, int]) -> bytes | Mapping[str, bytes]:
        made.append(artifact.path)
        return make(workshop, artifact, lengths)

    monkeypatch.setattr(Workshop, "make", noted)
    assert said(capsys, "check", "--drafts") == as_built
    assert "updates/2020-02/index.html" in made
    assert "glossary/index.html" not in made


def test_without_a_build_before_it_writes_nothing_either(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "check")[0] == 0
    assert [it.name for it in folder.iterdir()] == ["content"]


def test_a_cache_that_is_damaged_is_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "build")[0] == 0
    kept = folder / "output/.golden/cache/kept.sqlite"
    for damaged in (b"no store", kept.read_bytes()[:5000]):
        kept.write_bytes(damaged)
        assert said(capsys, "check") == (0, "")
        assert kept.read_bytes() == damaged


@pytest.mark.parametrize("closed", ["output", "output/.golden/cache"])
def test_an_output_that_only_others_may_look_into_is_done_without(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """As where a server builds under an account of its own, and a writer checks in the same folder."""
    assert said(capsys, "build")[0] == 0
    look = Path.stat

    def as_another(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if folder / closed in path.absolute().parents:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", as_another)
    assert said(capsys, "check") == (0, "")
    assert main(["status", "--on", ON]) == 0


def test_the_output_of_another_programme_changes_nothing_that_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = folder / "other"
    write_files(smallest() | {LETTER: b"---\npublished: 2020-01-31\n---\n\nRing 01632 960 111.\n"}, other)
    assert said(capsys, "build", "other")[0] == 0
    assert said(capsys, "check") == (0, "")
    assert said(capsys, "check", "other") == said(capsys, "check", "other", "--no-cache")
