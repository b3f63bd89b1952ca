"""What docs/reference/stability.md promises to keep is kept, or broken in the open.

The `.txt` files here say what has been promised, a line each. What is new is recorded by `GOLDEN_UPDATE=1 pytest
tests/stability`. What goes is not, until broken.txt says so in a line for users: `fields | the line | what to do now`.
"""

import os
import re
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.stability.promises import PROMISES

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "stability.md"
RECORD = "GOLDEN_UPDATE=1 pytest tests/stability"


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that we broke in the open: where it was recorded, its line, and what people are to do instead."""

    promise: str
    line: str
    instead: str


def read_broken(text: str) -> tuple[Broken, ...]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Broken(*(part.strip() for part in line.split(" | "))) for line in lines)


def faults(promise: str, promised: Set[str], kept: Set[str], broken: Set[str]) -> list[str]:
    """In words, what is wrong between what was promised and what is there."""
    gone = [
        f"{promise} | {line} was promised and is gone. Keep it; or, if it has to go, write into"
        f" tests/stability/broken.txt `{promise} | {line} | what to do now`, and tell it in CHANGELOG.md"
        for line in sorted(promised - kept - broken)
    ]
    again = [f"{promise} | {line} is there: take it out of broken.txt" for line in sorted(broken & kept)]
    new = [f"{promise} | {line} is new: once it is as it shall stay, {RECORD}" for line in sorted(kept - promised)]
    left = [f"{promise} | {line} was broken in the open: {RECORD}" for line in sorted(broken & promised - kept)]
    return gone + again + new + left


def recorded(promised: Set[str], kept: Set[str], broken: Set[str]) -> Set[str]:
    """The record with all that is new, and without what was broken in the open; what merely went stays missed."""
    return (promised - broken) | kept


BROKEN = read_broken((HERE / "broken.txt").read_text("utf-8"))


@pytest.mark.parametrize("promise", PROMISES)
def test_what_was_promised_is_kept_and_what_is_new_is_recorded(promise: str) -> None:
    file = HERE / f"{promise}.txt"
    promised = set(file.read_text("utf-8").splitlines()) if file.exists() else set()
    kept = set(PROMISES[promise]())
    broken = {it.line for it in BROKEN if it.promise == promise}
    if os.environ.get("GOLDEN_UPDATE"):
        promised = set(recorded(promised, kept, broken))
        file.write_text("".join(f"{line}\n" for line in sorted(promised)), encoding="utf-8", newline="\n")
    found = faults(promise, promised, kept, broken)
    assert not found, "\n".join(["docs/reference/stability.md says what we keep:", *found])


def test_each_broken_promise_is_one_of_ours_and_says_what_to_do_now() -> None:
    assert {it.promise for it in BROKEN} <= PROMISES.keys()
    assert [it for it in BROKEN if not it.instead] == []


def test_the_page_about_stability_names_each_record() -> None:
    named = set(re.findall(r"`tests/stability/(\w+)\.txt`", PAGE.read_text("utf-8")))
    assert named == {*PROMISES, "broken"}


def test_what_goes_is_told_and_is_not_recorded_away() -> None:
    promised, kept = {"programme.title", "programme.motto"}, {"programme.title", "programme.aim"}
    gone, new = faults("fields", promised, kept, set())
    assert gone.startswith("fields | programme.motto was promised and is gone. Keep it; or")
    assert new.startswith("fields | programme.aim is new")
    after = recorded(promised, kept, set())
    assert faults("fields", after, kept, set()) == [gone]


def test_what_was_broken_in_the_open_is_left_out_and_may_not_come_back_unseen() -> None:
    promised, kept, broken = {"programme.title", "programme.motto"}, {"programme.title"}, {"programme.motto"}
    assert faults("fields", recorded(promised, kept, broken), kept, broken) == []
    (again,) = faults("fields", promised, promised, broken)
    assert again == "fields | programme.motto is there: take it out of broken.txt"
