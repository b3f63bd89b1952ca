"""What is in mind of a folder stands in for it until anything in it changes, or anything that it is read by."""

from collections.abc import Iterator
from pathlib import Path
from time import time_ns

import pytest

from generator.domain.edition import Edition
from generator.reading.content import read_content
from generator.reading.memory import InMind
from generator.text.diagnostic import Diagnostic, in_order
from tests.examples import smallest, write_files

A_WHILE_NS = 10**10  # after which the dates of files can be relied on
UPDATE = "editions/2020-01/customer-services.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(smallest() | {UPDATE: b"## Completed\n\n- We opened the desk. {#desk}\n"}, tmp_path)
    return tmp_path


def readings(root: Path) -> Iterator[tuple[Edition, tuple[Diagnostic, ...]]]:
    """The edition as it is read, again and again with one memory; always as it is read with none."""
    memory = InMind()
    while True:
        memory.begin(time_ns() + A_WHILE_NS)
        content, _, findings = read_content(root, memory=memory)
        clean, _, found = read_content(root)
        assert content == clean
        assert in_order(findings) == in_order(found)
        assert content
        yield content.editions[0], in_order(findings)


def test_an_edition_of_which_nothing_has_changed_is_the_very_one_that_it_was(root: Path) -> None:
    again = readings(root)
    assert next(again)[0] is next(again)[0]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (UPDATE, "## Completed\n\n- We shut the desk. {#desk}\n"),
        ("editions/2020-01/notes.txt", "Call Priya.\n"),
        ("editions/2020-01/customer-services.yml", "completed: [We shut the desk.]\n"),
        ("workstreams.yml", "- {id: other, title: Other, lead: {name: A, role: B}, summary: C., for: [staff]}\n"),
    ],
)
def test_an_edition_is_read_again_with_whatever_it_is_read_by(root: Path, path: str, words: str) -> None:
    again = readings(root)
    before = (next(again), next(again))[1]
    was = (root / path).read_bytes() if (root / path).exists() else None
    (root / path).write_text(words, encoding="utf-8")
    assert next(again) != before
    if was is None:
        (root / path).unlink()
    else:
        (root / path).write_bytes(was)
    assert next(again) == before


def test_what_was_found_in_a_folder_is_found_again(root: Path) -> None:
    (root / UPDATE).write_text("## Completed\n\n- We opened the desk. {#desk due=soon}\n", encoding="utf-8")
    again = readings(root)
    assert [[found.code for found in next(again)[1]] for _ in range(3)] == [["bad-due"]] * 3
