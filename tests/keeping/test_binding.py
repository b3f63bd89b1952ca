"""Files that are bound together, whoever else writes them at the same time."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.keeping import binding
from generator.keeping.binding import bind, read_bound, write_bound


def names_in(folder: Path) -> set[str]:
    return {it.name for it in folder.iterdir()}


def test_two_that_write_one_file_at_once_do_not_write_into_each_other_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "receipt")

    def bind_while_another_writes(parts: Sequence[str | bytes]) -> bytes:
        monkeypatch.undo()
        write_bound(file, ["of another build, and longer"])
        return bind(parts)

    monkeypatch.setattr(binding, "bind", bind_while_another_writes)
    write_bound(file, ["ours"])
    assert read_bound(file) == [b"ours"]
    assert names_in(tmp_path) == {"receipt"}


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "receipt").mkdir()
    write_bound(str(tmp_path / "receipt"), ["ours"])
    assert names_in(tmp_path) == {"receipt"}


def test_what_a_build_that_was_killed_has_left_is_removed_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    write_bound(str(tmp_path / "receipt"), ["ours"])
    for name, seconds in (("receipt.0a.part", 0), ("receipt.0b.part", 2**31), ("other.0c.part", 0)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (seconds, seconds))
    write_bound(str(tmp_path / "receipt"), ["ours"])
    assert names_in(tmp_path) == {"receipt", "receipt.0b.part", "other.0c.part"}
