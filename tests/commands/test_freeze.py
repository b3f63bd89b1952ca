"""`golden freeze` as its users meet it."""

from pathlib import Path
from typing import Any

import pytest

from generator.authoring.freezing import freeze
from generator.cli import main

pytestmark = pytest.mark.usefixtures("in_a_council_s_folder")

LETTER = Path("content/editions/2020-01/edition.md")
RECORD = Path("content/editions/2020-01/frozen.yml")
FREEZE = ["freeze", "2020-01", "--on", "2020-02-01"]


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_an_edition_is_frozen_in_one_line_and_a_second_time_there_is_nothing_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(FREEZE) == 0
    assert told(capsys) == (
        "January 2020 is frozen: 2 files, recorded in content/editions/2020-01/frozen.yml; keep it with them\n"
    )
    before = RECORD.read_bytes()
    assert main(["freeze", "2020-01", "--on", "2020-05-01"]) == 0
    assert told(capsys) == "January 2020 was frozen on 1 February 2020 and is as it was: nothing to do\n"
    assert RECORD.read_bytes() == before


def test_a_change_stops_the_build_until_it_is_told_and_freeze_seals_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(FREEZE)
    LETTER.write_text(LETTER.read_text().replace("decisions", "indecision"))
    assert main(["build"]) == 1
    assert "error[frozen-edition-changed]" in told(capsys)
    assert main(FREEZE) == 1
    assert told(capsys).endswith("1 error: nothing was frozen\n")
    LETTER.write_text(
        LETTER.read_text().replace(
            "---\nJanuary",
            "corrections:\n  - {date: 2020-02-03, what: It was indecision., why: We erred.}\n---\nJanuary",
        )
    )
    assert main(["check", "--on", "2020-02-03"]) == 0
    assert "warning[correction-not-sealed]" in told(capsys)
    assert main(["freeze", "2020-01", "--on", "2020-02-03"]) == 0
    assert told(capsys) == "January 2020, frozen on 1 February 2020, is sealed with what was corrected since\n"
    assert main(["check", "--on", "2020-02-03"]) == 0
    assert told(capsys) == "1 edition checked; nothing to mend\n"


@pytest.mark.parametrize("saved", [b"Other words.\n", None])
def test_what_is_saved_while_it_is_read_is_not_sealed_as_something_else(
    saved: bytes | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record would hold the digest of words that nobody has any more."""

    def frozen_while_its_writer_saves(*asked: Any) -> Any:
        freezing = freeze(*asked)
        LETTER.unlink() if saved is None else LETTER.write_bytes(saved)
        return freezing

    monkeypatch.setattr("generator.commands.freeze.freeze", frozen_while_its_writer_saves)
    assert main(FREEZE) == 2
    assert "edition.md` was saved while we were at work, so nothing was changed; do it again" in capsys.readouterr().err
    assert not RECORD.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["freeze", "2020-02"], "there is no edition `2020-02`"),
        (["freeze", "2020-01", "--on", "2020-01-01"], "which is still to come"),
        (["freeze", "2020-01", "--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_mistake_of_usage_is_one_line_and_exit_2(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1
    assert not RECORD.exists()


def test_what_has_no_day_that_can_be_read_is_not_said_to_come_out_on_one(capsys: pytest.CaptureFixture[str]) -> None:
    letter = Path("content/editions/2020-01/edition.md")
    letter.write_bytes(letter.read_bytes().replace(b"published", b"publish"))
    assert main(["freeze", "2020-01"]) != 0
    said = capsys.readouterr()
    assert "9999" not in said.out + said.err


@pytest.mark.parametrize("command", ["freeze", "withdraw"])
def test_the_commands_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert "examples:" in told(capsys)
