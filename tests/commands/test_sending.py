"""`golden newsletter` as its users meet it."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import Result, build
from generator.cli import main
from generator.commands import sending
from generator.request import Request
from tests.examples import smallest, write_files

NEWSLETTERS = b"""newsletters:
  - {id: desk-news, title: Desk news, audience: staff, every: month, formats: [text]}
  - {id: promises, title: Promises, audience: residents, every: month, formats: [text]}
"""


@pytest.fixture(autouse=True)
def in_a_council_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = smallest()["programme.yml"] + NEWSLETTERS
    write_files(smallest() | {"programme.yml": programme}, tmp_path / "content")
    monkeypatch.chdir(tmp_path)


def newsletter(*words: str) -> int:
    return main(["newsletter", *words, "--on", "2020-02-01"])


def as_in_processes_of_their_own(request: Request) -> Result:
    """Whatever is learnt while one audience's files are planned is lost, as where another process plans them."""
    return build(replace(request, plan=deepcopy(request.plan)))


def test_each_newsletter_is_found_wherever_its_files_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "build", as_in_processes_of_their_own)
    assert newsletter("promises") == 0
    assert [path.name for path in Path("output/newsletters").iterdir()] == ["promises-2020-01.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["promise"], "no newsletter `promise` has come out; did you mean `promises`?"),
        (["promises", "2020-02"], "no issue draws on `2020-02`; did you mean `2020-01`?"),
        (["--format", "pdf"], "it has none of these forms; `formats:` in programme.yml says which it has"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is_there(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsletter(*words) == 2
    assert capsys.readouterr().err == f"golden: {said}\n"
    assert not Path("output").exists()


def test_before_any_newsletter_has_come_out_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    write_files({"programme.yml": smallest()["programme.yml"]}, Path("content"))
    assert newsletter() == 2
    said = "no newsletter has come out yet; `newsletters:` in programme.yml says which will"
    assert capsys.readouterr().err == f"golden: {said}\n"
