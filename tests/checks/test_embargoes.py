"""Times in which nothing is published. More stands in tests/cases."""

from datetime import date
from pathlib import Path

import pytest

from tests.authoring.record_examples import RECORD, codes_in, frozen, lay
from tests.building import checked
from tests.examples import smallest

LETTER = "editions/2020-01/edition.md"
PROGRAMME = smallest()["programme.yml"].decode()


def codes(folder: Path, front: str, embargo: str) -> list[str]:
    files = {
        "programme.yml": f"{PROGRAMME}embargoes:\n  - {{title: Pre-election period, {embargo}}}\n",
        LETTER: f"---\n{front}\n---\nHello.\n",
    }
    return [it.code for it in checked(folder, files, date(2020, 4, 1)) if it.code == "embargo"]


@pytest.mark.parametrize(
    ("published", "is_told"),
    [("2020-03-19", False), ("2020-03-20", True), ("2020-05-07", True), ("2020-05-08", False)],
)
def test_both_its_days_are_in_an_embargo(tmp_path: Path, published: str, is_told: bool) -> None:
    found = codes(tmp_path, f"published: {published}", "from: 2020-03-20, to: 2020-05-07")
    assert found == ["embargo"] * is_told


@pytest.mark.parametrize(
    ("front", "embargo", "is_told"),
    [
        ("published: 2020-04-01\nfor: [staff]", "from: 2020-03-20, to: 2020-05-07", False),
        ("published: 2020-04-01\nstatus: draft", "from: 2020-03-20, to: 2020-05-07", False),
        ("published: 2020-04-01\nfor: [staff]", "from: 2020-03-20, to: 2020-05-07, for: [staff]", True),
        ("published: 2020-04-01", "from: 2020-03-20, to: 2020-05-07, for: [staff]", True),
        ("published: 2020-04-01\nfor: [residents]", "from: 2020-03-20, to: 2020-05-07, for: [staff]", False),
    ],
)
def test_it_holds_for_the_public_or_for_those_that_it_names(
    tmp_path: Path, front: str, embargo: str, is_told: bool
) -> None:
    assert codes(tmp_path, front, embargo) == ["embargo"] * is_told


def test_what_is_frozen_was_published_before_anybody_knew_of_an_embargo(tmp_path: Path) -> None:
    frozen(tmp_path)
    embargo = "embargoes:\n  - {title: Pre-election period, from: 2020-01-20, to: 2020-02-20}\n"
    lay(tmp_path, "programme.yml", PROGRAMME + embargo)
    assert codes_in(tmp_path) == set()
    (tmp_path / RECORD).unlink()
    assert "embargo" in codes_in(tmp_path)
