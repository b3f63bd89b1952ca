"""What is about to be done is written down, and nothing is done that we cannot have written."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from generator.output.journal import Journal, JournalDamaged, read_journal, write_journal
from generator.output.names import JOURNAL

JOURNEY = Journal(("staff/a",), frozenset({"staff/b"}), ("staff/c",), {"residents": 7}, {"staff": {"b": "0"}})


def test_a_journal_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    (tmp_path / ".golden").mkdir()
    write_journal(tmp_path, JOURNEY)
    assert read_journal(tmp_path) == JOURNEY
    assert [path.name for path in (tmp_path / ".golden").iterdir()] == ["journal.json"]


def test_where_nothing_was_begun_there_is_none(tmp_path: Path) -> None:
    assert read_journal(tmp_path / "nowhere") is None
    (tmp_path / "file").write_bytes(b"")
    assert read_journal(tmp_path / "file") is None


WHOLE = {"version": 1, **asdict(JOURNEY), "new": ["staff/b"]}


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2},
        {"clear": ["../precious"]},
        {"clear": "staff/a"},
        {"new": ["staff"]},
        {"new": [1]},
        {"remove": ["staff/../../precious"]},
        {"remove": [".golden/manifest.json"]},
        {"swap": {"..": 1}},
        {"swap": {"staff": "1"}},
        {"swap": []},
        {"after": {"staff": {"/precious": "0"}}},
        {"after": None},
    ],
)
def test_one_that_we_cannot_have_written_is_damaged(tmp_path: Path, changed: dict[str, object]) -> None:
    (tmp_path / ".golden").mkdir()
    (tmp_path / JOURNAL).write_text(json.dumps(WHOLE | changed))
    with pytest.raises(JournalDamaged):
        read_journal(tmp_path)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000], ids=["empty", "cut", "a list", "not UTF-8", "deep"]
)
def test_one_that_is_no_json_of_ours_is_damaged_too(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".golden").mkdir()
    (tmp_path / JOURNAL).write_bytes(data)
    with pytest.raises(JournalDamaged):
        read_journal(tmp_path)
