"""The tutorial, done as it tells: what a reader sees at each step is what the page shows."""

import sys
from pathlib import Path

import pytest

from tests.docs.walking import Step, agree, run, steps_of, write
from tests.serving.running import served

PAGE = Path(__file__).parents[2] / "docs" / "tutorial" / "your-first-edition.md"
FAILS = 1  # the exit code where an error was made on purpose
TELLING_OF_THE_DESK = (("actions", "library-desk"), ("updates", "2026-10"))
NOT_PRINTED = ("--version", "explain ")  # the page does not show what these print


def test_each_step_of_the_tutorial_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for step in steps_of(PAGE):
        if step.path:
            write(step)
        for command in step.commands:
            if command.startswith("cd "):
                monkeypatch.chdir(command.removeprefix("cd "))
            elif "serve" in command:
                preview(step, tmp_path / "merebrook")
            elif not any(word in command for word in NOT_PRINTED):
                code = run(command)
                said = capsys.readouterr().out
                assert agree(said, step.told or ""), f"{command} prints\n{said}"
                assert code == (FAILS if "error[" in said else 0)
    ours = "".join(file.read_text(encoding="utf-8") for file in Path("residents").rglob("*.html"))
    assert "a new, simpler website" in ours
    assert "depot" not in ours
    thread, old = (Path("residents", *page, "index.html").read_text(encoding="utf-8") for page in TELLING_OF_THE_DESK)
    assert all(words in thread for words in ("Winter 2026/27", "Spring 2027", "floor must be mended first"))
    assert "moved to Spring 2027" in old


def preview(step: Step, folder: Path) -> None:
    if sys.platform == "win32":  # a process is interrupted in another way there
        return
    with served(folder, "--drafts", on=step.commands[0].rpartition(" ")[2]) as shown:
        assert "a new, simpler website" in shown.page("residents-drafts/updates/2026-10/")
        assert "depot" in shown.page("staff-drafts/updates/2026-10/")
        told = [line for line in shown.said().splitlines(keepends=True) if " is taken by another program" not in line]
        assert agree("".join(told), step.told or "")
    assert shown.said().endswith("the preview has ended\n")
