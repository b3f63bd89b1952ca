"""What is kept of earlier answers."""

from pathlib import Path

import pytest

from generator.outside.answer import Answer, VisitOutcome
from generator.outside.kept import read_kept, write_kept

FINE, MOVED = Answer(VisitOutcome.FINE), Answer(VisitOutcome.MOVED, "https://b.org/")


def test_what_is_well_or_has_moved_is_kept_and_what_is_wrong_is_asked_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "outside.json"
    write_kept(file, {"https://a.org/": FINE, "https://c.org/": Answer(VisitOutcome.GONE, said="404")}, 100)
    write_kept(file, {"https://b.net/": MOVED}, 200)
    assert read_kept(file, 0) == {"https://a.org/": (100, FINE), "https://b.net/": (200, MOVED)}
    assert read_kept(file, 150) == {"https://b.net/": (200, MOVED)}
    assert [path.name for path in file.parent.iterdir()] == ["outside.json"]


def test_what_was_well_and_is_not_any_more_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "outside.json"
    write_kept(file, {"https://a.org/": FINE}, 100)
    write_kept(file, {"https://a.org/": Answer(VisitOutcome.GONE, said="404")}, 200)
    assert read_kept(file, 0) == {}


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"form": "0"}',
        '{"form": "1"}',
        '{"form": "1", "answers": []}',
        '{"form": "1", "answers": {"a": 1}}',
        '{"form": "1", "answers": {"a": [1, "what", ""]}}',
    ],
    ids=range(10),
)
def test_a_damaged_file_counts_as_none_and_is_written_anew(damaged: str, tmp_path: Path) -> None:
    file = tmp_path / "outside.json"
    file.write_text(damaged, encoding="utf-8")
    assert read_kept(file, 0) == {}
    write_kept(file, {"https://a.org/": FINE}, 1)
    assert read_kept(file, 0) == {"https://a.org/": (1, FINE)}


def test_a_place_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    write_kept(tmp_path / "file" / "outside.json", {"https://a.org/": FINE}, 1)
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""
