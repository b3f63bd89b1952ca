"""A published edition, or its record, that is no longer there. A whole file of it stands in tests/cases."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.checks.all import check_content
from generator.checks.weighing import weigh
from tests.authoring.record_examples import LETTER, RECORD, change, content_of, freeze_again, frozen, lay

MARCH = date(2020, 3, 2)
FEBRUARY = "editions/2020-02/edition.md"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """January and February, both frozen."""
    frozen(tmp_path, {FEBRUARY: "---\npublished: 2020-02-28\n---\nHello.\n"})
    freeze_again(tmp_path, MARCH, "2020-02")
    return tmp_path


def told(programme: Path) -> list[tuple[str, str]]:
    found = check_content(content_of(programme), MARCH)
    return [(it.span.path, it.message) for it in found if it.code == "published-edition-gone"]


def test_all_that_was_published_is_there(programme: Path) -> None:
    assert told(programme) == []


def test_an_edition_whose_folder_is_gone_is_told_by_the_one_after_it(programme: Path) -> None:
    """Nothing told it: its pages went from every site, and each promise seemed to begin a month later."""
    shutil.rmtree(programme / "editions/2020-01")
    assert told(programme) == [(FEBRUARY, "the edition 2020-01 was there when 2020-02 was frozen, and is gone")]


def test_one_that_was_renamed_and_says_so_is_not_gone(programme: Path) -> None:
    (programme / "editions/2020-01").rename(programme / "editions/2020-01-first")
    change(programme, LETTER.replace("2020-01", "2020-01-first"), "---\n", "---\nmoved-from: [2020-01]\n")
    assert told(programme) == []


def test_one_that_had_to_go_is_accepted_with_its_reason(programme: Path) -> None:
    shutil.rmtree(programme / "editions/2020-01")
    change(
        programme,
        FEBRUARY,
        "---\npublished",
        "---\naccept:\n  - {code: published-edition-gone, reason: It came out by mistake.}\npublished",
    )
    content = content_of(programme)
    codes = {it.code for it in weigh(check_content(content, MARCH), content)}
    assert codes.isdisjoint({"published-edition-gone", "frozen-edition-changed"})


def test_a_record_that_is_gone_is_told_where_it_was(programme: Path) -> None:
    """Whoever took it away could write what they liked into an old edition."""
    (programme / RECORD).unlink()
    assert told(programme) == [(LETTER, "this edition had a record when 2020-02 was frozen, and has none that counts")]


def test_one_that_had_no_record_may_still_have_none(tmp_path: Path) -> None:
    frozen(tmp_path, {FEBRUARY: "---\npublished: 2020-02-28\n---\nHello.\n"})
    (tmp_path / RECORD).unlink()
    freeze_again(tmp_path, MARCH, "2020-02")
    assert told(tmp_path) == []


def test_an_edition_that_cannot_be_read_is_not_called_gone(programme: Path) -> None:
    lay(programme, LETTER, "---\npublished: [\n---\nHello.\n")
    assert told(programme) == []


def test_a_draft_and_what_is_still_to_come_were_not_there(programme: Path) -> None:
    lay(
        programme,
        "editions/2020-02-extra/edition.md",
        "---\npublished: 2020-02-20\nstatus: draft\ntitle: Extra\n---\nA.\n",
    )
    (programme / "editions/2020-02/frozen.yml").unlink()
    freeze_again(programme, MARCH, "2020-02")
    shutil.rmtree(programme / "editions/2020-02-extra")
    assert told(programme) == []
