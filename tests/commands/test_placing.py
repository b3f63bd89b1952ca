"""Whoever names the wrong folder, or stands in one, is told which is the right one."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.terminal import USAGE_OR_MACHINE
from tests.building import smallest, write_files


@pytest.mark.parametrize(
    ("stands_in", "words", "said"),
    [
        ("", "check contents", "there is no folder `contents`; programme.yml is in `content`, so name that one"),
        ("", "check .", "`.` has no programme.yml in it, but `content` has; name that one"),
        ("", "status --content content/editions",
         "`content/editions` has no programme.yml in it, but `content` has; name that one"),
        ("", "build content/programme.yml",
         "`content/programme.yml` is a file, and all of a folder is read; name `content`"),
        ("content", "new",
         "there is no folder `content`; you stand in the one with programme.yml in it, so name it as `.`"),
        ("content/editions", "check", "there is no folder `content`; programme.yml is in `..`, so name that one"),
        ("elsewhere", "thread", "there is no folder `content`; programme.yml is in `../content`, so name that one"),
    ],
)  # fmt: skip
def test_a_wrong_folder_is_answered_with_the_right_one(
    stands_in: str, words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    write_files(smallest(), tmp_path / "content")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / stands_in)
    assert main(words.split()) == USAGE_OR_MACHINE
    assert capsys.readouterr() == ("", f"golden: {said}\n")
