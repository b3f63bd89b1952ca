"""What the page for whoever keeps the machines tells them to type, and what it says becomes of it."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from generator.cli import main, make_parser
from generator.commands.judging import CACHE_OF_USER
from tests.archives import ROOT
from tests.docs.walking import steps_of
from tests.examples import smallest, write_files

PAGE = ROOT / "docs" / "how-to" / "look-after-it.md"
STEPS = steps_of(PAGE)
NIGHTLY = next(step.body for step in STEPS if step.body.startswith("#!"))
SERVED = "/srv/one-council/"


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A programme in the folder that commands are run in, and beside it the one that stands for what a server reads."""
    write_files(smallest(), tmp_path / "content")
    (tmp_path / "served").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1580515200")  # 1 February 2020
    return tmp_path / "served"


def run(command: str, served: Path) -> int:
    words = [word.replace(SERVED, f"{served.as_posix()}/") for word in shlex.split(command)[1:]]
    return main([*words, "--lenient"] if words[0] == "publish" else words)


def commands_of(language: str) -> list[str]:
    lines = [line.strip() for step in STEPS if step.language == language for line in step.body.splitlines()]
    return [line for line in lines if re.match(r"(?:/opt/golden/\S*)?golden ", line)]


def test_every_command_is_understood() -> None:
    commands = [*commands_of("console"), *commands_of("sh")]
    assert len(commands) > 8
    for words in (shlex.split(command)[1:] for command in commands):
        if words != ["--version"]:
            assert callable(make_parser(words[0]).parse_args(words).run)


def test_what_the_clock_runs_publishes_each_site_and_is_silent_where_all_is_well(
    served: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["sh", "-n"], input=NIGHTLY, text=True, check=True)
    nightly = [line for line in NIGHTLY.splitlines() if line.startswith("golden ")]
    for command, audience in zip(nightly, ("residents", "staff"), strict=True):
        assert run(f"{command} --audience {audience}", served) == 0
    capfd.readouterr()
    assert [run(command, served) for command in nightly] == [0, 0]
    assert capfd.readouterr() == ("", "")
    assert sorted(path.name for path in served.iterdir()) == [".golden", "residents", "staff"]


def test_an_edition_that_went_out_too_early_goes_again_as_the_page_says(served: Path) -> None:
    publish, again = (command for command in commands_of("console") if command.startswith("golden publish"))
    assert run(f"{again} --audience residents", served) == 0
    later = {"editions/2020-02/edition.md": b"---\npublished: 2020-02-01\nfor: [staff, residents]\n---\nHello.\n"}
    write_files(later, Path("content"))
    assert run(again, served) == 0
    assert (served / "residents/updates/2020-02/index.html").exists()
    edition = Path("content/editions/2020-02")
    (edition / "frozen.yml").unlink()
    (edition / "edition.md").write_bytes(later["editions/2020-02/edition.md"].replace(b"for:", b"status: draft\nfor:"))
    assert [run(command, served) for command in (publish, again)] == [0, 0]
    assert not (served / "residents/updates/2020-02/index.html").exists()


def test_what_is_made_twice_as_the_page_says_has_the_same_bytes(served: Path) -> None:
    for command in commands_of("console"):
        if command.startswith("golden build"):
            assert run(command, served) == 0
    (compare,) = (line.strip() for step in STEPS for line in step.body.splitlines() if line.strip().endswith("one two"))
    assert subprocess.run(shlex.split(compare), check=True, capture_output=True).stdout == b""


def test_what_pip_is_told_to_read_is_there() -> None:
    told = re.findall(r"--requirement (\S+)", PAGE.read_text(encoding="utf-8"))
    assert set(told) == {"requirements/site.txt"}
    assert "hatchling==" in (ROOT / told[0]).read_text(encoding="utf-8")  # by which pip builds us without a network


def test_what_is_left_behind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    name = CACHE_OF_USER.parts[-1]
    page, home = PAGE.read_text(encoding="utf-8"), Path("~").expanduser().as_posix()
    assert f"`{MacOS(name).user_cache_dir.replace(home, '~')}`" in page
    assert f"`{Unix(name).user_cache_dir.replace(home, '~')}`" in page


def test_each_exit_code_of_the_reference_is_told() -> None:
    rows = re.findall(r"^\| ([\d, ]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    reference = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    table = reference.partition("## Exit codes")[2].partition("## ")[0]
    listed = re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE)
    assert {code for row in rows for code in row.split(", ")} == {code for row in listed for code in row.split(", ")}
