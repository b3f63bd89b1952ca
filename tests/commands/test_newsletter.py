"""`golden newsletter` as its users meet it."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import Result, build
from generator.cli import main
from generator.commands import judging
from generator.request import BuildRequest
from tests.examples import smallest, write_files

NEWSLETTERS = """newsletters:
  - {id: news, title: One Council news, audience: staff, every: month, formats: [html, text]}
  - {id: promises, title: Our promises, audience: residents, every: quarter, formats: [text]}
"""
FEBRUARY = "editions/2020-02/edition.md"
UPDATE = "editions/2020-01/customer-services.md"


@pytest.fixture(autouse=True)
def with_newsletters(in_a_council_s_folder: None) -> None:
    lay("programme.yml", smallest()["programme.yml"].decode() + NEWSLETTERS)
    lay(FEBRUARY, "---\npublished: 2020-02-28\n---\nFebruary was short.\n")


def lay(path: str, words: str) -> None:
    laid = {it: data for it, data in smallest().items() if not Path("content", it).exists()}
    write_files(laid | {path: words.encode()}, Path("content"))


def send(*words: str, on: str = "2020-05-01") -> int:
    return main(["newsletter", "--output", "post", "--on", on, *words])


def posted() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in Path("post").glob("*")}


def test_the_newest_issue_of_every_newsletter_is_put_into_the_folder_in_all_its_forms(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert send() == 0
    assert posted().keys() == {"news-2020-02.html", "news-2020-02.txt", "promises-2020-q1.txt"}
    assert "February was short." in posted()["news-2020-02.txt"]
    assert capsys.readouterr().out.endswith("wrote post/promises-2020-q1.txt\n3 files, 3 of them changed\n")
    assert send("promises") == 0
    assert capsys.readouterr().out.endswith("as before: post/promises-2020-q1.txt\n1 file, 0 of them changed\n")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("news", ["news-2020-02.html", "news-2020-02.txt"]),
        ("news --format text", ["news-2020-02.txt"]),
        ("news 2020-01 --format html", ["news-2020-01.html"]),
        ("promises 2020-02", ["promises-2020-q1.txt"]),
        ("promises 2020-q1", ["promises-2020-q1.txt"]),
    ],
)
def test_an_issue_is_chosen_by_its_name_or_by_an_edition_that_it_draws_on(words: str, made: list[str]) -> None:
    assert send(*words.split()) == 0
    assert sorted(posted()) == made


SILENCE = "embargoes: [{title: Pre-election period, from: 2020-03-20, to: 2020-05-07}]\n"


@pytest.mark.parametrize(
    ("asked", "on", "is_told"),
    [
        ("promises", "2020-05-01", True),
        ("promises", "2020-05-07", True),
        ("promises", "2020-05-08", False),
        ("news", "2020-05-01", False),  # for the council's own people
    ],
)
def test_whoever_would_send_in_an_embargo_is_told_to_hold_it(
    asked: str, on: str, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    lay("programme.yml", smallest()["programme.yml"].decode() + NEWSLETTERS + SILENCE)
    assert send(asked, on=on) == 0
    told = (
        "`Pre-election period` lasts until 7 May 2020: hold what is for residents until then,"
        " or ask your monitoring officer first\n"
    )
    assert capsys.readouterr().out.endswith(told) is is_told


def as_in_processes_of_their_own(request: BuildRequest) -> Result:
    """Whatever is learnt while one audience's files are planned is lost, as where another process plans them."""
    return build(replace(request, plan=deepcopy(request.plan)))


def test_each_newsletter_is_found_wherever_its_files_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "build", as_in_processes_of_their_own)
    assert send("promises") == 0
    assert posted().keys() == {"promises-2020-q1.txt"}


def test_drafts_and_editions_to_come_are_sent_to_nobody_unless_they_are_asked_for() -> None:
    lay(FEBRUARY, "---\npublished: 2020-02-28\nstatus: draft\n---\nNobody has agreed to this yet.\n")
    lay("editions/2020-03/edition.md", "---\npublished: 2020-06-30\n---\nMuch later.\n")
    assert send("--format", "text") == 0
    assert posted().keys() == {"news-2020-01.txt", "promises-2020-q1.txt"}
    assert not [words for words in posted().values() if "Nobody" in words or "Much later" in words]
    assert send("news", "2020-02", "--format", "text", "--drafts") == 0
    assert "Nobody has agreed to this yet." in posted()["news-2020-02.txt"]


@pytest.mark.parametrize(
    ("braces", "words", "found"),
    [("{#kiosks}", ["--strict"], "warning[stopped-without-reason]"), ("{#kiosks", [], "error[malformed-braces]")],
    ids=["a warning", "an error"],
)
def test_what_stands_against_it_is_told_and_nothing_is_written(
    braces: str, words: list[str], found: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(UPDATE, f"{smallest()[UPDATE].decode()}\n## Stopped\n\n- Kiosks. {braces}\n")
    assert send("news", "--format", "text", *words) == 1
    told = capsys.readouterr().out
    assert found in told
    assert told.endswith(": nothing was written\n")
    assert posted() == {}


@pytest.mark.parametrize(
    ("words", "on", "complaint"),
    [
        ([], "2020-01-01", "no newsletter has come out yet; `newsletters:` in programme.yml says which will"),
        (["promise"], "2020-05-01", "no newsletter `promise` has come out; did you mean `promises`?"),
        (["promises"], "2020-02-01", "no newsletter `promises` has come out; the only one is `news`"),
        (["news", "2020-03"], "2020-05-01", "no issue draws on `2020-03`; did you mean `2020-02`?"),
        (["promises", "--format", "html"], "2020-05-01", "it has none of these forms; `formats:` in programme.yml"),
    ],
)
def test_what_cannot_be_sent_is_one_line_and_writes_nothing(
    words: list[str], on: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert send(*words, on=on) == 2
    assert capsys.readouterr().err.startswith(f"golden: {complaint}")
    assert not Path("post").exists()


def test_a_form_that_there_is_not_is_named_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        send("--format", "text,word")
    assert "`word` is not one of html, pdf, large-print, email, text" in capsys.readouterr().err


def test_no_newsletter_is_put_into_a_site_where_other_readers_would_find_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-q", "--on", "2020-05-01"]) == 0
    capsys.readouterr()
    assert send("--output", "output/residents") == 2
    assert "residents` is a site already, and whatever is in it is shown to its readers" in capsys.readouterr().err
    assert not list(Path("output/residents").glob("news-*"))
