"""The command line, before a command takes over."""

import pytest

from generator.cli import main
from generator.commands.terminal import USAGE_OR_MACHINE


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", "there is no command `chek`; did you mean `check`?"),
        ("Publish", "there is no command `Publish`; did you mean `publish`?"),
        ("xyzzy", "there is no command `xyzzy`; `golden --help` lists them all"),
    ],
)
def test_a_word_that_is_no_command_is_answered_in_one_line(
    word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word, "content"]) == USAGE_OR_MACHINE
    assert capsys.readouterr() == ("", f"golden: {said}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("build --drafs", "golden build: there is no option `--drafs`; did you mean `--drafts`?"),
        ("fix --on 2026", "golden fix: there is no option `--on`; `golden fix --help` lists them all"),
        ("build --xyzzy=3", "golden build: there is no option `--xyzzy`; `golden build --help` lists them all"),
        ("check --content there",
         "golden check: there is no option `--content`; the folder is named without it: golden check FOLDER"),
        ("theme new ours --extend",
         "golden theme new: --extends: expected one argument; `golden theme new --help` says more"),
        ("theme new ours --paper",
         "golden theme new: there is no option `--paper`; `golden theme new --help` lists them all"),
        ("new 2026-11 flood",
         'golden new: `flood` is one word too many; words that belong together stand in quotes ("..."), '
         "and `golden new --help` shows the order"),
        ("--drafts build", "golden: the command comes first, then what belongs to it; `golden --help` lists them all"),
        ("", "golden: which command? `golden --help` lists them all"),
    ],
)  # fmt: skip
def test_what_a_command_cannot_take_is_answered_in_one_line_that_names_it(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(words.split())
    except SystemExit as end:
        code = end.code
    assert (code, *capsys.readouterr()) == (USAGE_OR_MACHINE, "", f"{said}\n")
