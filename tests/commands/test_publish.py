"""`golden publish` as its users meet it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.authoring import putting
from generator.authoring.freezing import Freezing, freeze
from generator.cli import main
from generator.commands.publish import forgotten_in_what_is_out
from generator.domain.edition import Edition, State
from generator.domain.programme import Programme
from generator.output import put
from generator.output.failures import OutputFailed
from generator.reading.content import read_content
from tests.editions import action, edition
from tests.examples import files_in, smallest, write_files

pytestmark = pytest.mark.usefixtures("in_a_council_s_folder")

DAY = "2020-02-03"
JANUARY, FEBRUARY = Path("content/editions/2020-01"), Path("content/editions/2020-02")
RECORD = JANUARY / "frozen.yml"
LETTER = "---\npublished: 2020-02-28\nfor: [staff, residents]\n---\nAnother month has gone by.\n"
UPDATE = "## Completed\n\n- We visited three councils. {#site-visits}\n"


def publish(*words: str, on: str = DAY) -> int:
    return main(["publish", "--on", on, *words])


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def add_february(letter: str = LETTER) -> None:
    FEBRUARY.mkdir()
    (FEBRUARY / "edition.md").write_text(letter)
    (FEBRUARY / "customer-services.md").write_text(UPDATE)


def add_a_warning() -> None:
    """A date that passes: not a mistake, but nothing to publish unseen."""
    update = JANUARY / "customer-services.md"
    update.write_text(update.read_text() + "\n## Stopped\n\n- Kiosks in reception. {#kiosks}\n")


def found(*editions: Edition) -> list[str]:
    """The codes of what is forgotten on 1 March, when the first two are out."""
    content, _, _ = read_content(Path("content"))
    assert content
    whole = replace(content, editions=editions)
    found = forgotten_in_what_is_out(whole, date(2020, 3, 1))
    return [it.code for it in found if it.code != "missing-update"]


def test_a_warning_in_what_is_still_to_come_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    add_february()
    (FEBRUARY / "customer-services.md").write_text(f"{UPDATE}\n## Stopped\n\n- Kiosks in reception. {{#kiosks}}\n")
    assert publish("--audience", "residents", "--to", "site.zip", "--dry-run") == 0
    assert "stopped-without-reason" in told(capsys)


def test_what_stops_nothing_is_counted_apart(capsys: pytest.CaptureFixture[str]) -> None:
    add_a_warning()
    add_february()
    (FEBRUARY / "customer-services.md").write_text(
        f"{UPDATE}\n## Stopped\n\n- Lifts. {{#lifts}}\n- Ramps. {{#ramps}}\n"
    )
    assert publish("--audience", "residents", "--to", "site.zip") == 1
    assert "1 warning, and 2 warnings set aside: nothing was published" in told(capsys)


def test_a_promise_is_looked_for_in_the_newest_edition_that_is_out() -> None:
    promise, other = action("lift", State.FUTURE), action("tip", State.FUTURE)
    first, silent, draft = (edition(month, it) for month, it in ((1, [promise]), (2, [other]), (3, [promise, other])))
    assert found(first, silent, draft) == ["unmentioned"]
    assert found(first, draft) == []
    assert found(first, silent) == []  # a build looks for it there itself


def everything() -> dict[str, bytes]:
    return files_in(Path())


@pytest.mark.parametrize("target", ["site", "site.zip"])
def test_it_makes_the_site_freezes_the_edition_and_says_so(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish("--audience", "residents", "--to", target) == 0
    said = told(capsys).splitlines()
    assert said[0] == "frozen: January 2020, in content/editions/2020-01/frozen.yml; keep that file"
    assert said[1] == "it is the first time here: all of it is new"
    assert said[2].startswith("published for Residents: ")
    assert said[2].endswith(f" files in {target}")
    assert RECORD.exists()


def test_a_folder_and_a_zip_hold_what_a_build_makes() -> None:
    main(["build", "--on", DAY, "-q"])
    publish("--audience", "residents", "--to", "site")
    publish("--audience", "residents", "--to", "site.zip")
    with ZipFile("site.zip") as opened:
        zipped = {it: opened.read(it) for it in opened.namelist()}
    assert files_in(Path("output/residents")) == files_in(Path("site")) == zipped


@pytest.mark.parametrize("target", ["site", "site.zip"])
def test_the_next_time_it_knows_for_whom_and_says_what_changed(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    publish("--audience", "residents", "--to", target, "-q")
    add_february()
    assert publish("--to", target, "--lenient", on="2020-02-28") == 0
    said = told(capsys)
    assert "new edition: February 2020\n1 page added:\n  updates/2020-02/  February 2020\n" in said
    assert "pages changed:\n  (home) " in said
    assert publish("--to", target, "--lenient", on="2020-02-28") == 0
    assert told(capsys).startswith("nothing has changed since the last time\n")
    shutil.rmtree(FEBRUARY)
    assert publish("--to", target) == 0
    assert "1 page removed:\n  updates/2020-02/\n" in told(capsys)


def test_the_bytes_of_a_zip_are_the_same_each_time() -> None:
    publish("--audience", "staff", "--to", "a.zip")
    publish("--audience", "staff", "--to", "b.zip")
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()


def test_warnings_stop_it_until_they_are_let_through_and_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    add_a_warning()
    before = everything()
    assert publish("--audience", "staff", "--to", "site") == 1
    said = told(capsys)
    assert "warning[stopped-without-reason]" in said
    assert "nothing was published" in said
    assert "`accept:`" in said
    assert "--lenient" in said
    assert everything() == before
    assert publish("--audience", "staff", "--to", "site", "--lenient") == 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere no such rights are kept")
@pytest.mark.parametrize(("left", "is_told"), [(0o077, True), (0o027, False), (0o022, False)])
def test_a_folder_that_nobody_else_may_read_is_said_to_be_one(
    left: int, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    before = os.umask(left)
    try:
        publish("--audience", "residents", "--to", "served")
    finally:
        os.umask(before)
    assert ("only you may read it: if a web server is to, run `chmod -R a+rX served`" in told(capsys)) is is_told


def test_errors_stop_it_whatever_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    (JANUARY / "customer-services.md").write_text("## Completed\n\n- Words {#bad id}\n")
    assert publish("--audience", "staff", "--to", "site", "--lenient") == 1
    assert "error[" in told(capsys)
    assert not Path("site").exists()
    for programme in ("title: [", "{}"):
        (Path("content") / "programme.yml").write_text(programme)
        assert publish("--to", "site") == 1
        assert "nothing was published" in told(capsys)


@pytest.mark.parametrize("target", ["site", "site.zip"])
def test_a_dry_run_says_all_of_it_and_writes_nothing(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything()
    assert publish("--audience", "staff", "--to", target, "--dry-run") == 0
    said = told(capsys)
    assert said.startswith("to be frozen: January 2020")
    assert "would be published for Staff" in said
    assert everything() == before


def test_drafts_and_editions_to_come_are_never_published(capsys: pytest.CaptureFixture[str]) -> None:
    add_february(LETTER.replace("for:", "status: draft\nfor:"))
    assert publish("--audience", "staff", "--to", "site", on="2020-03-01") == 0
    assert not (FEBRUARY / "frozen.yml").exists()
    assert not Path("site/updates/2020-02").exists()
    assert publish("--edition", "2020-02", "--to", "site", on="2020-03-01") == 2
    assert "is a draft" in capsys.readouterr().err
    (FEBRUARY / "edition.md").write_text(LETTER)
    assert publish("--edition", "2020-02", "--to", "site") == 2
    assert "which is still to come" in capsys.readouterr().err
    assert publish("--to", "site") == 0
    assert not Path("site/updates/2020-02").exists()


def test_an_older_edition_that_is_not_frozen_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    add_february()
    publish("--audience", "staff", "--to", "site", "--lenient", on="2020-02-28")
    assert "not frozen, so that they may still change unseen: 2020-01; " in told(capsys)
    assert publish("--edition", "2020-01", "--to", "site", "--lenient", on="2020-02-28") == 0
    assert "not frozen" not in told(capsys)
    assert RECORD.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--to", "site"], "say whose site it is to be, such as `--audience residents`; there is staff, residents"),
        (["--to", "site", "--audience", "resident"], "did you mean `residents`?"),
        (["--to", "site", "--audience", "staff", "--edition", "2020-02"], "there is no edition `2020-02`"),
        (["--to", "site", "--audience", "staff", "--on", "2020-01-01"], "there is nothing to publish"),
        (["--to", "theirs", "--audience", "staff"], "name a new or an empty folder"),
        (["--to", "theirs/notes.zip", "--audience", "staff"], "move it away, or name another file"),
        (["--to", "mine", "--audience", "staff"], "`mine` holds the site for residents: name another place for staff"),
        (["--to", "mine.zip", "--audience", "staff"], "holds the site for residents: name another place for staff"),
        (["--to", "mine/inside", "--audience", "staff"], "which is a site already"),
        (["--to", "output/staff", "--audience", "staff"], "was made by `golden build`"),
        (["--to", "content/site", "--audience", "staff"], "`content/site` stands in the content"),
        (["--to", "site.RAR", "--audience", "staff"], "name a folder, or a file that ends in .zip"),
        (["--to", "nowhere/site", "--audience", "staff"], "see whether the share is connected"),
        (["--to", "site", "--audience", "staff", "--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_what_cannot_be_published_is_one_line_and_exit_2_and_nothing_changes(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files({"notes.zip": b"theirs"}, Path("theirs"))
    main(["build", "-q", "--on", DAY])
    publish("--audience", "residents", "--to", "mine", "-q")
    publish("--audience", "residents", "--to", "mine.zip", "-q")
    before = everything()
    capsys.readouterr()
    assert publish(*words) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1
    assert everything() == before


def test_an_edition_that_is_not_for_these_readers_is_not_published_to_them(capsys: pytest.CaptureFixture[str]) -> None:
    add_february(LETTER.replace("[staff, residents]", "[staff]"))
    before = everything()
    assert publish("--audience", "residents", "--to", "site", "--edition", "2020-02", on="2020-03-01") == 2
    assert "February 2020 is not for residents" in capsys.readouterr().err
    assert everything() == before


def test_what_stands_in_the_way_is_refused_before_the_edition_is_frozen(capsys: pytest.CaptureFixture[str]) -> None:
    publish("--audience", "staff", "--to", "site", "-q")
    add_february()
    write_files({"updates/2020-02": b"in the way"}, Path("site"))
    before = everything()
    assert publish("--to", "site", "--lenient", on="2020-02-28") == 2
    assert "move the file away" in capsys.readouterr().err
    assert everything() == before


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (JANUARY / "customer-services.md", "Other words."),
        (JANUARY / "customer-services.md", None),
        (Path("content/programme.yml"), smallest()["programme.yml"].decode().replace("Amina", "Anna")),
    ],
    ids=["an update", "an update that is gone", "another director"],
)
def test_what_somebody_writes_between_the_making_and_the_freezing_is_not_frozen_unseen(
    path: Path, words: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def after_somebody(root: Path, edition_id: str, today: Callable[[Programme], date]) -> Freezing:
        path.unlink()
        if words is not None:
            path.write_text(words)
        return freeze(root, edition_id, today)

    monkeypatch.setattr("generator.commands.publish.freeze", after_somebody)
    assert publish("--audience", "staff", "--to", "site") == 2
    assert "somebody has changed the content while we were at work: publish again" in capsys.readouterr().err
    assert not Path("site").exists()
    assert not RECORD.exists()


def test_a_record_that_cannot_be_written_publishes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise putting.WritingFailed("could not write it")

    monkeypatch.setattr("generator.commands.publish.seal", fail)
    assert publish("--audience", "staff", "--to", "site") == 2
    assert "could not write it" in capsys.readouterr().err
    assert not Path("site").exists()


def test_a_disk_that_fails_after_the_freezing_says_how_things_stand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OutputFailed("could not write it")

    with monkeypatch.context() as patched:
        patched.setattr(put, "stage", fail)
        assert publish("--audience", "staff", "--to", "site") == 2
    assert "January 2020 is frozen already, so publish it before you change it" in capsys.readouterr().err
    assert publish("--to", "site") == 0


def test_the_command_helps_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("publish", "changes"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert "examples:" in told(capsys)


@pytest.mark.parametrize("place", ["staff", "residents"])
def test_no_build_changes_what_was_published(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever called the place of the residents' site `staff` has it served to residents all the same."""
    Path("served").mkdir()
    publish("--audience", "residents", "--to", f"served/{place}", "-q")
    before = Path(f"served/{place}/index.html").read_bytes()
    capsys.readouterr()
    assert main(["build", "-q", "--output", "served", "--on", DAY]) == 2
    words = f"`served/{place}` holds the site for residents, which `golden publish` put there: name another folder"
    assert words in capsys.readouterr().err
    assert Path(f"served/{place}/index.html").read_bytes() == before
    assert sorted(path.name for path in Path("served").iterdir() if not path.name.startswith(".")) == [place]


def test_whoever_publishes_in_an_embargo_is_told_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    programme = Path("content/programme.yml")
    silence = f"embargoes: [{{title: Pre-election period, from: {DAY}, to: 2027-05-06, for: [residents]}}]\n"
    programme.write_text(programme.read_text(encoding="utf-8") + silence, encoding="utf-8")
    publish("--audience", "staff", "--to", "intranet")
    assert "Pre-election" not in told(capsys)
    publish("--audience", "residents", "--to", "residents.zip", "--dry-run")
    assert "`Pre-election period` lasts until 6 May 2027: hold what is for residents until then" in told(capsys)
