"""Whoever names the wrong folder, or stands in one, is told which is the right one."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.placing import refuse_within
from generator.commands.terminal import USAGE_OR_MACHINE
from generator.output.failures import OutputRefused
from tests.examples import smallest, write_files


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


PERIOD = "--from 2020-01 --to 2020-03"


@pytest.mark.parametrize(
    ("words", "why", "beside"),
    [
        ("build --output content", "`content` is the content itself", ""),
        ("build --output content/editions", "`content/editions` stands in the content", "editions"),
        ("build --output content/editions/../new/site", "`content/editions/../new/site` stands in the content", "site"),
        ("build --output linked/site", "`linked/site` stands in the content", "site"),
        ("build --output alias", "`alias` is the content itself", ""),
        ("build alias --output content/site", "`content/site` stands in the content", "site"),
        ("newsletter --output content/post", "`content/post` stands in the content", "post"),
        (f"report {PERIOD} --output content/report", "`content/report` stands in the content", "report"),
        (f"report {PERIOD} --output .", "the content stands in `.`", ""),
        ("theme gallery plain --output content/gallery", "`content/gallery` stands in the content", "gallery"),
        ("publish --to linked/residents.zip", "`linked/residents.zip` stands in the content", "residents.zip"),
        ("build staff --output .", "`staff` is the content itself", ""),
        ("build --output behind", "`behind/staff` is the content itself", ""),
        ("theme gallery plain --content plain --output .", "`plain` is the content itself", ""),
    ],
)
def test_what_is_made_and_the_content_never_stand_one_in_the_other(
    words: str, why: str, beside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    content = next((it for it in ("staff", "plain") if it in words.split()), "content")
    write_files(smallest(), Path(content))
    if content == "content":
        Path("alias").symlink_to("content")
        Path("linked").symlink_to("content/editions")
        Path("behind").mkdir()
        Path("behind/staff").symlink_to("../content")
    before = set(tmp_path.rglob("*"))
    code = main([*words.split(), *(() if words.startswith("theme") else ("--on", "2020-02-01"))])
    said = f"{why}: name a place beside it{f', such as `{beside}`' if beside else ''}"
    assert (code, capsys.readouterr().err) == (USAGE_OR_MACHINE, f"golden: nothing was written: {said}\n")
    assert {it for it in tmp_path.rglob("*") if ".golden" not in it.parts} == before


def test_from_within_the_content_the_sites_are_built_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path / "content")
    assert main(["build", ".", "--on", "2020-02-01"]) == USAGE_OR_MACHINE
    assert capsys.readouterr().err.endswith("name a place beside it, such as `../output`\n")
    assert main(["build", ".", "--output", "..", "--on", "2020-02-01"]) == 0


@pytest.mark.parametrize("place", ["con.zip", "NUL", "sites/aux/residents"])
def test_a_name_that_windows_keeps_for_itself_is_refused_there_alone(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_within(tmp_path, Path(place))
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(OutputRefused, match="is a name that Windows keeps for itself"):
        refuse_within(tmp_path, Path(place))
    refuse_within(tmp_path, Path("sites/residents.zip"))
