"""`golden withdraw` as its users meet it."""

from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from generator.authoring.proposal import new_errors
from generator.cli import main

LETTER = "content/editions/2020-01/edition.md"
UPDATE = "content/editions/2020-01/customer-services.md"
RECORD = "content/editions/2020-01/frozen.yml"
WHY = ["--why", "It should not have been published.", "--on", "2020-02-03"]


@pytest.fixture(autouse=True)
def with_a_frozen_edition(in_a_council_s_folder: None) -> None:
    assert main(["freeze", "2020-01", "--on", "2020-02-01", "--quiet"]) == 0


def texts() -> dict[str, str]:
    return {path.as_posix(): path.read_text() for path in Path("content").rglob("*") if path.is_file()}


def test_words_are_taken_out_and_all_that_is_done_and_not_done_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["withdraw", "2020-01", "--words", "the new website", *WHY]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == [f"changed {UPDATE}", f"changed {LETTER}", f"changed {RECORD}"]
    assert out[3] == (
        "January 2020: residents and staff are told that something was withdrawn, and why; its record is sealed anew"
    )
    assert (
        out[4]
        == "now build and publish: until then, the sites still show what was withdrawn, and so do those with drafts"
    )
    assert "Git's history, backups, caches" in out[5]
    assert "printed papers" in out[5]
    assert "agreed the money for [withdrawn]. {#website-funding}" in texts()[UPDATE]
    assert main(["check", "--on", "2020-02-03"]) == 0


def test_what_somebody_saves_meanwhile_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def checked_while_somebody_saves(*found: Any) -> Any:
        with Path(LETTER).open("a", encoding="utf-8") as letter:
            letter.write("Saved meanwhile.\n")
        return new_errors(*found)

    monkeypatch.setattr("generator.authoring.withdrawing.new_errors", checked_while_somebody_saves)
    before = texts()
    assert main(["withdraw", "2020-01", "--words", "the new website", *WHY]) == 2
    assert "was saved while we were at work, so nothing was changed; do it again" in capsys.readouterr().err
    assert texts() == {**before, LETTER: f"{before[LETTER]}Saved meanwhile.\n"}


def test_three_audiences_are_named_as_one_names_three(capsys: pytest.CaptureFixture[str]) -> None:
    Path(RECORD).unlink()
    programme = Path("content/programme.yml")
    words = programme.read_text().replace("[staff, residents]", "[staff, residents, councillors]")
    programme.write_text(words.replace("for:", "  councillors: {title: Councillors, theme: plain}\nfor:"))
    assert main(["withdraw", "2020-01", "--words", "the new website", *WHY]) == 0
    assert "January 2020: councillors, residents and staff are told" in capsys.readouterr().out


def test_a_dry_run_shows_every_change_and_makes_none(capsys: pytest.CaptureFixture[str]) -> None:
    before = texts()
    assert main(["withdraw", "2020-01", "--action", "site-visits", "--dry-run", *WHY]) == 0
    out = capsys.readouterr().out
    assert '-- Visit councils whose website works well. {#site-visits due="February 2020"}\n' in out
    assert '+    why: "It should not have been published."\n' in out
    assert f"would change {UPDATE}\n" in out
    assert "now build" not in out
    assert texts() == before


def test_other_words_may_stand_in_their_place() -> None:
    main(["withdraw", "2020-01", "--words", "Cabinet", "--notice", "The council", *WHY])
    assert "- The council has agreed" in texts()[UPDATE]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--words", "unicorns", *WHY], "`unicorns` is not in January 2020"),
        (["--action", "site-visit", *WHY], "did you mean `site-visits`"),
        (["--words", "Cabinet", "--why", "Cabinet asked."], "the reason holds what is withdrawn"),
        (["--words", "Cabinet", "--why", " "], "readers are shown both"),
        (["--words", "Cabinet", "--content", "nowhere", *WHY], "there is no folder `nowhere`"),
    ],
)
def test_a_refusal_is_one_line_and_exit_2(words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts()
    assert main(["withdraw", "2020-01", *words]) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1
    assert texts() == before


def test_one_thing_must_be_named_and_a_reason_given(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (WHY, ["--words", "Cabinet"], ["--words", "Cabinet", "--person", "Cabinet", *WHY]):
        with pytest.raises(SystemExit) as stop:
            main(["withdraw", "2020-01", *words])
        assert stop.value.code == 2
    assert capsys.readouterr().err


def test_what_would_leave_an_error_is_shown_and_not_done(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/documents").mkdir()
    Path("content/documents/cabinet-paper.pdf").write_text("%PDF")
    Path("content/documents.yml").write_text("- {id: paper, title: A paper, file: cabinet-paper.pdf}\n")
    before = texts()
    assert main(["withdraw", "2020-01", "--words", "cabinet paper", "--everywhere", *WHY]) == 1
    assert capsys.readouterr().out.endswith("1 error would come of it: nothing was withdrawn\n")
    assert texts() == before


def test_a_disk_that_fails_leaves_all_as_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, replace = texts(), Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "frozen.yml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert main(["withdraw", "2020-01", "--words", "Cabinet", *WHY]) == 2
    assert "no space left on device" in capsys.readouterr().err
    assert texts() == before


def test_a_promise_withdrawn_from_the_newest_edition_is_not_taken_to_be_forgotten_there() -> None:
    february = Path("content/editions/2020-02")
    february.mkdir()
    (february / "edition.md").write_text("---\npublished: 2020-02-03\nfor: [staff, residents]\n---\nFebruary.\n")
    told = "## Under way\n\n- We visit councils. {#site-visits}\n"
    (february / "customer-services.md").write_text(told)
    assert main(["freeze", "2020-02", "--on", "2020-02-03", "--quiet"]) == 0
    assert main(["withdraw", "2020-02", "--action", "site-visits", *WHY]) == 0
    assert "site-visits" not in (february / "edition.md").read_text() + (february / "customer-services.md").read_text()
    assert main(["check", "--strict", "--on", "2020-02-03"]) == 0


def test_words_are_taken_out_of_a_file_whose_name_a_mac_has_spelt(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path("content/images", normalize("NFD", "gŵyl"))
    folder.mkdir(parents=True)
    (folder / "images.yml").write_text("for: [staff]\n# Jane Smith at the door\n")
    assert main(["withdraw", "2020-01", "--words", "Jane Smith", "--everywhere", *WHY]) == 0, capsys.readouterr()
    assert [it.name for it in folder.parent.iterdir()] == [folder.name]
    assert "Jane Smith" not in (folder / "images.yml").read_text()
