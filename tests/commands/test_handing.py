"""What a command tells can be taken over as a file, whatever the shell and the system make of letters."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.archives import ROOT
from tests.examples import write_files

WORDS = "Llŷn pays £5 – “for now”"
UPDATE = f'## Future actions\n\n- {WORDS}. {{#llyn due="February 2020"}}\n'
ON = ("--on", "2020-02-01")
CONSOLE = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}  # as a pipe of Windows has it


@pytest.fixture(autouse=True)
def with_a_letter_of_wales(in_a_council_s_folder: None) -> None:
    write_files({"editions/2020-01/customer-services.md": UPDATE.encode()}, Path("content"))


def piped(*words: str) -> bytes:
    command = [sys.executable, "-m", "generator", *words, *ON]
    return subprocess.run(command, env=CONSOLE, capture_output=True, check=True).stdout


@pytest.mark.parametrize("command", [("thread",), ("thread", "llyn"), ("status",)])
def test_what_other_programs_read_is_utf_8_on_every_system(command: tuple[str, ...]) -> None:
    assert WORDS in json.dumps(json.loads(piped(*command, "--format", "json")), ensure_ascii=False)


def test_a_table_says_that_it_is_utf_8_as_those_of_the_sites_do_for_spreadsheets_take_it_for_another_otherwise() -> (
    None
):
    table = piped("thread", "--format", "csv")
    assert table.startswith(b"\xef\xbb\xbfid,")
    assert WORDS.encode() in table


def test_a_sign_below_zero_is_a_hyphen_where_it_cannot_be_shown_and_no_number_of_its_own() -> None:
    """It was `\\u22124`."""
    update = '## Future actions\n\n- It is −4 in Llŷn, −− and ŷ−4. {#llyn due="February 2020"}\n'
    write_files({"editions/2020-01/customer-services.md": update.encode()}, Path("content"))
    assert b"It is -4 in Ll\\u0177n, -- and \\u0177-4" in piped("thread", "llyn")


@pytest.mark.parametrize(
    "command",
    [
        *(("thread", "--format", form) for form in ("text", "json", "csv")),
        *(("status", "--format", form) for form in ("text", "json", "csv")),
        *(("changes", "--format", form) for form in ("text", "markdown", "html")),
    ],
)
def test_each_form_goes_into_a_file_of_ours_because_powershell_would_write_it_anew(
    command: tuple[str, ...], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([*command, *ON]) == 0
    shown = capfdbinary.readouterr().out.replace(os.linesep.encode(), b"\n")
    assert main([*command, *ON, "--output", "told/it.txt"]) == 0
    assert capfdbinary.readouterr().out == b""
    assert Path("told/it.txt").read_bytes() == shown
    assert [it.name for it in Path("told").iterdir()] == ["it.txt"]


def test_such_a_file_stands_neither_in_the_content_nor_in_a_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["thread", *ON, "--output", "content/promises.txt"]) == 2
    assert "stands in the content" in capsys.readouterr().err
    assert main(["build", *ON]) == 0
    assert main(["thread", *ON, "--output", "output/staff/promises.txt"]) == 2
    assert "output/staff" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("told").write_bytes(b"")
    assert main(["thread", *ON, "--output", "told/it.txt"]) == 2
    assert capsys.readouterr().err.startswith("golden: could not make `told`: ")


@pytest.mark.parametrize("place", [".", "..", "told", ""])
def test_a_folder_in_place_of_a_file_is_asked_for_the_file(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("told").mkdir()
    assert main(["thread", *ON, "--output", place]) == 2
    told = f"golden: `{place or '.'}` is a folder: name a file, such as `{Path(place, 'it.txt')}`\n"
    assert capsys.readouterr().err == told
