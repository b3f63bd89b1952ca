"""Whoever works on Windows is told what to type there, and it is understood."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import pytest

from generator.cli import _COMMANDS, make_parser
from tests.archives import ROOT
from tests.docs.walking import steps_of

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*/*.md")))
OF_UNIX, OF_WINDOWS = {"sh"}, {"powershell", "bat"}


def languages(page: Path) -> set[str]:
    return {step.language for step in steps_of(page)}


def typed_on_windows() -> Iterator[str]:
    """Our own commands, with the paths of Windows as others read them."""
    for page in PAGES:
        for step in steps_of(page):
            lines = step.body.splitlines() if step.language in OF_WINDOWS else ()
            for line in lines:
                found = re.search(r"(?:^|\\)golden(?:\.exe)? ([a-z].*?)(?: >>.*)?$", line.strip())
                if found:
                    yield found[1].replace("\\", "/")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if languages(page) & OF_UNIX], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_what_only_other_systems_know_is_told_for_windows_too(page: Path) -> None:
    assert languages(page) & OF_WINDOWS


def test_every_command_for_windows_is_understood() -> None:
    commands = [shlex.split(command) for command in typed_on_windows()]
    assert len(commands) >= 2
    for words in commands:
        assert callable(make_parser(words[0]).parse_args(words).run)


def test_the_door_lets_those_in_who_may_run_no_scripts() -> None:
    """As Windows has it, PowerShell runs no `activate`; and neither shell there reads `~` for a program."""
    (block,) = (step.body for step in steps_of(ROOT / "README.md") if step.language == "powershell")
    assert "py -m venv" in block
    assert "activate" not in block
    assert "~" not in block


@pytest.mark.parametrize("name", _COMMANDS)
def test_each_example_of_a_command_is_one_line_because_shells_continue_lines_in_different_ways(name: str) -> None:
    examples = import_module(f"generator.commands.{name}{'_' * iskeyword(name)}").EXAMPLES
    assert not re.search(r"\\$", examples, re.MULTILINE)
