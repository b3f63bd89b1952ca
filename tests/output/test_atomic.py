"""A whole new folder in the place of a site's old one."""

from pathlib import Path

import pytest

from generator.output import settle
from generator.output.disk import exchange
from generator.output.failures import OutputFailed, OutputRefused
from generator.output.plan import FileCounts
from generator.output.put import PutManner, put_in_place
from tests.output.standing import standing

ATOMIC = PutManner(is_atomic=True)
OLD = {"index.html": b"old", "same.html": b"same", "gone/old.html": b"gone"}
NEW = {"index.html": b"new", "same.html": b"same", "more/new.html": b"new"}


def test_a_site_that_changes_gets_a_new_folder_and_what_stays_in_it_keeps_its_date(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    (tmp_path / "staff").chmod(0o750)
    old = (tmp_path / "staff").stat()
    same = (tmp_path / "staff/same.html").stat().st_mtime_ns
    written = put_in_place(tmp_path, {"staff": NEW}, ATOMIC)
    assert written == FileCounts(added=1, changed=1, removed=1, unchanged=1)
    assert standing(tmp_path / "staff") == NEW
    assert (tmp_path / "staff").stat().st_ino != old.st_ino
    assert (tmp_path / "staff").stat().st_mode == old.st_mode
    assert (tmp_path / "staff/same.html").stat().st_mtime_ns == same


def test_one_from_which_files_only_go_is_swapped_too(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    assert put_in_place(tmp_path, {"staff": {"index.html": b"old"}}, ATOMIC) == FileCounts(removed=2, unchanged=1)
    assert standing(tmp_path / "staff") == {"index.html": b"old"}


def test_a_site_that_does_not_change_keeps_its_folder(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": OLD, "residents": OLD})
    number = (tmp_path / "residents").stat().st_ino
    put_in_place(tmp_path, {"staff": NEW, "residents": OLD}, ATOMIC)
    assert (tmp_path / "residents").stat().st_ino == number


def test_a_first_build_and_a_last_one_need_no_swap(tmp_path: Path) -> None:
    assert put_in_place(tmp_path, {"staff": OLD}, ATOMIC) == FileCounts(added=3)
    assert put_in_place(tmp_path, {"staff": {}}, ATOMIC) == FileCounts(removed=3)
    assert not (tmp_path / "staff").exists()


def test_a_file_that_stood_there_before_us_with_the_same_bytes_becomes_ours(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    (tmp_path / "staff/more").mkdir()
    (tmp_path / "staff/more/new.html").write_bytes(b"new")
    assert put_in_place(tmp_path, {"staff": NEW}, ATOMIC) == FileCounts(changed=1, removed=1, unchanged=2)
    assert standing(tmp_path / "staff") == NEW
    assert not (tmp_path / ".golden/kept").exists()


def test_names_that_were_files_become_folders_and_the_other_way_round(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {"plan": b"1", "more/a": b"a"}})
    put_in_place(tmp_path, {"staff": {"plan/b": b"2", "more": b"b"}}, ATOMIC)
    assert standing(tmp_path / "staff") == {"plan/b": b"2", "more": b"b"}


def test_a_folder_with_files_of_somebody_else_is_refused(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    (tmp_path / "staff/notes.txt").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match=r"staff/notes.txt` is not ours, and --atomic would take its folder away"):
        put_in_place(tmp_path, {"staff": NEW}, ATOMIC)
    assert standing(tmp_path / "staff") == {**OLD, "notes.txt": b"mine"}
    put_in_place(tmp_path, {"staff": NEW})
    assert standing(tmp_path / "staff") == {**NEW, "notes.txt": b"mine"}


@pytest.mark.parametrize("has_exchange", [True, False], ids=["exchange", "two renames"])
def test_what_somebody_adds_in_the_instant_of_the_swap_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_exchange: bool
) -> None:
    put_in_place(tmp_path, {"staff": OLD})

    def after_somebody(one: Path, other: Path) -> bool:
        (other / "notes.txt").write_bytes(b"mine")
        return has_exchange and exchange(one, other)

    monkeypatch.setattr(settle, "exchange", after_somebody)
    put_in_place(tmp_path, {"staff": NEW}, ATOMIC)
    assert standing(tmp_path / "staff") == NEW
    assert standing(tmp_path / ".golden/kept") == {"staff-1/notes.txt": b"mine"}


def test_a_folder_that_cannot_be_swapped_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(tmp_path, {"staff": OLD})

    def refuse(_one: Path, _other: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(settle, "exchange", refuse)
        with pytest.raises(OutputFailed, match=r"could not swap `.*staff`: permission denied \(close the program"):
            put_in_place(tmp_path, {"staff": NEW}, ATOMIC)
    assert standing(tmp_path / "staff") == OLD
    put_in_place(tmp_path, {"staff": NEW})
    assert standing(tmp_path / "staff") == NEW
