"""`golden fix` as a writer meets it."""

from pathlib import Path
from typing import Any

import pytest

from generator.authoring.fixing import mend
from generator.cli import main

pytestmark = pytest.mark.usefixtures("in_a_council_s_folder")

UPDATE = "editions/2020-01/customer-services.md"
PATH = Path("content") / UPDATE
BOM = b"\xef\xbb\xbf"


def test_it_writes_the_ids_that_the_build_made_so_that_addresses_last(capsys: pytest.CaptureFixture[str]) -> None:
    PATH.write_bytes(BOM + b"## Completed\r\n\r\n- We agreed  it.  \r\n- Two {due=2020}\r\n")
    main(["build", "--quiet"])
    before = set(Path("output").rglob("*.html"))
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == f"content/{UPDATE}: 2 ids\nwrote 2 ids, in 1 file\n"
    assert PATH.read_bytes() == (
        BOM + b"## Completed\r\n\r\n- We agreed  it. {#we-agreed-it}  \r\n- Two {#two due=2020}\r\n"
    )
    main(["build", "--quiet"])
    assert set(Path("output").rglob("*.html")) == before
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == "there is nothing to fix\n"


def test_what_its_writer_saves_meanwhile_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mended_while_its_writer_saves(*found: Any) -> Any:
        mended = mend(*found)
        PATH.write_bytes(b"## Completed\n\n- Done, and more than that.\n")
        return mended

    PATH.write_bytes(b"## Completed\n\n- Done.\n")
    monkeypatch.setattr("generator.commands.fix.mend", mended_while_its_writer_saves)
    assert main(["fix"]) == 2
    assert "was saved while we were at work, so nothing was changed; do it again" in capsys.readouterr().err
    assert PATH.read_bytes() == b"## Completed\n\n- Done, and more than that.\n"


def test_a_dry_run_shows_the_change_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    PATH.write_bytes(b"## Completed\n\n\xe2\x80\xa2\tDone.")
    assert main(["fix", "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        f"--- content/{UPDATE}\n+++ content/{UPDATE}\n@@ -1,3 +1,3 @@\n ## Completed\n \n"
        "-•\tDone.\n\\ No newline at end of file\n+- Done. {#done}\n\\ No newline at end of file\n"
        f"content/{UPDATE}: 1 id and 1 bullet\nwould write 1 id and 1 bullet, in 1 file\n"
    )
    assert PATH.read_bytes() == b"## Completed\n\n\xe2\x80\xa2\tDone."


def test_ids_that_clash_are_asked_of_the_writer(capsys: pytest.CaptureFixture[str]) -> None:
    PATH.write_bytes(b"## Completed\n\n- Done.\n- Done.\n- Else.\n")
    assert main(["fix"]) == 1
    out = capsys.readouterr().out
    assert "error[duplicate-id]: two actions in the edition 2020-01 have the id `done`" in out
    assert out.endswith("wrote 1 id, in 1 file\n")
    assert PATH.read_bytes() == b"## Completed\n\n- Done.\n- Done.\n- Else. {#else}\n"


def test_a_file_with_errors_is_left_alone_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    PATH.write_bytes(b"## Completed\n\n- Done. {due=Febuary}\n- Else.\n")
    assert main(["fix"]) == 1
    assert capsys.readouterr().out == (
        f"left alone: content/{UPDATE}, which has 1 error; `golden check` shows what to mend\nnothing was written\n"
    )


def test_without_a_programme_it_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/programme.yml").unlink()
    assert main(["fix"]) == 1
    assert "error[missing-file]" in capsys.readouterr().out
    assert main(["fix", "--content", "nowhere"]) == 2


def test_its_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["fix", "--help"])
    assert "examples:" in capsys.readouterr().out
