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
