"""The pages of the reference that are made from the code say what the code does. `make reference` mends them."""

import os
import shlex
from datetime import date

import pytest

from docs.making.commands import commands_of, examples_of
from docs.making.pages import PAGES, REFERENCE
from generator.checks.all import check_content
from generator.cli import make_parser
from generator.reading.content import read_content
from generator.text.codes import Severity
from tests.examples import TESTS

EXAMPLE = TESTS / "programmes" / "every-field"
COMMANDS = dict(commands_of(make_parser()))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_would_be_made_now(path: str) -> None:
    file, text = REFERENCE / path, PAGES[path]()
    if os.environ.get("GOLDEN_UPDATE"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text, "the code has changed: `make reference`, and look at it"


def test_the_programme_that_uses_every_field_has_no_error() -> None:
    content, _, findings = read_content(EXAMPLE)
    assert content
    found = [*findings, *check_content(content, date(2026, 4, 10))]
    assert [it.message for it in found if it.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_are_understood(name: str) -> None:
    examples = examples_of(COMMANDS[name])
    assert examples
    parser = make_parser()
    for example in examples:
        words = shlex.split(example.partition(" > ")[0].partition(" | ")[0])[1:]
        assert callable(parser.parse_args(words).run)
