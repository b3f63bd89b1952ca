"""Each example of a command is run on the sample, as whoever copies it from the page would run it."""

import shlex
import shutil
from pathlib import Path

import pytest

from docs.making.commands import commands_of, examples_of
from generator.cli import main, make_parser
from tests.building import SAMPLE

pytestmark = pytest.mark.long

# Tried elsewhere: one that goes on until it is ended, and one that asks other sites.
APART = {"serve": "tests/docs/test_tutorial.py", "--external": "tests/outside"}
# What an example is answered with where it names what the sample does not have.
ANSWERS = {
    "golden init merebrook": "nobody can be asked here: give --organisation and --title",
    "golden init merebrook --ci github": "nobody can be asked here: give --organisation and --title",
    "golden new 2026-11 --workstream it": "there is no edition `2026-11` yet",
    "golden thread site-visits": "there is no action `site-visits`; did you mean",
    "golden publish --audience staff --to //intranet/sites/one-council": "there is no folder `//intranet/sites`",
    "golden publish --to residents.zip": "say whose site it is to be, such as `--audience residents`",
    "golden publish --to residents.zip --dry-run": "say whose site it is to be, such as `--audience residents`",
}
BY_BEGINNING = {
    "golden import": "is not there",
    "golden withdraw 2026-10 --words": "look at how it is written there",
    "golden withdraw 2026-10 --person": "look at how it is written there",
    "golden withdraw 2026-10 --action": "has no action `town-hall-sale`; did you mean",
    "golden theme check merebrook": "there is no theme `merebrook`; choose from",
    "golden theme gallery merebrook": "there is no theme `merebrook`; choose from",
}
COMMANDS = dict(commands_of(make_parser()))
EXAMPLES = sorted(
    {
        (name, example)
        for name, command in COMMANDS.items()
        for example in examples_of(command)
        if not any(f" {apart}" in example for apart in APART)
    }
)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_it_does_what_it_says_or_says_what_is_not_there(
    name: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    words = shlex.split(example.partition(" > ")[0].partition(" | ")[0])[1:]
    takes_a_day = any("--on" in action.option_strings for action in COMMANDS[name]._actions)
    on = [] if "--on" in words or not takes_a_day or words[0] == "explain" else ["--on", "2026-11-02"]
    answer = ANSWERS.get(example) or next((it for begin, it in BY_BEGINNING.items() if example.startswith(begin)), "")
    try:
        code = main([*words, *on])
    except SystemExit as ended:
        code = int(ended.code or 0)
    said = capfd.readouterr()
    assert (code, answer in said.err) == (2 if answer else 0, True), said.err
