"""`--help` at the width of the reader's terminal."""

import re

import pytest

from docs.making.commands import commands_of
from generator.cli import make_parser

PARSERS = {"": make_parser(), **dict(commands_of(make_parser()))}
EIGHTY = 80


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("columns", [40, EIGHTY])
def test_no_line_is_wider_than_the_terminal_but_what_is_there_to_be_copied(
    name: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 80 columns, which is how many terminals open, words were broken anywhere and examples ran into each other."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = PARSERS[name].format_help().partition("\n\n")[2].splitlines()
    wide = [line for line in lines if len(line) > columns and not re.match(r"  (golden|-)", line)]
    assert wide == []


def test_an_example_is_kept_whole_and_what_it_does_stands_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(EIGHTY))
    said = PARSERS["import"].format_help()
    assert (
        '  golden import plan.csv --edition 2020-01 --map "What we promise=action" --map "Finish=due"\n'
        "      say which columns are meant, where their heads do not\n"
    ) in said
    assert said.endswith("What has no\nplace yet stands at the end of the letter.\n")


def test_where_there_is_room_lines_stay_as_they_were_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "130")
    told = PARSERS[""].epilog or ""
    assert told.count("\n") == 6
    assert PARSERS[""].format_help().endswith(told)


def test_every_command_stands_on_a_line_with_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two longest names had a line to themselves."""
    monkeypatch.setenv("COLUMNS", str(EIGHTY))
    assert "\n    newsletter  make an issue" in PARSERS[""].format_help()
    assert "\n    translate  give a translator" in PARSERS["theme"].format_help()
