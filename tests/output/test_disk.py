"""What is asked of a disk is done, or told as not done."""

import errno
import os
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output import disk, look, plan
from generator.output.disk import discard_half_written, exchange, remove_tree, rename, sync, whole_disk, write_new
from generator.output.failures import OutputFailed, OutputRefused
from generator.output.journal import remove_journal
from generator.output.loose import put_loose_files
from generator.output.put import PutManner, put_in_place

NOBODY = 65534


class InUse(PermissionError):
    """As Windows says that another program has a file open."""

    winerror = 32


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files of these names are open in another program; each pause takes one off the list."""
    names: list[str] = []
    replace, unlink = os.replace, os.unlink

    def look(path: Path) -> None:
        if path.name in names:
            raise InUse(errno.EACCES, "The process cannot access the file")

    def refuse(source: Path, target: Path) -> None:
        look(target)
        replace(source, target)

    def refuse_to_remove(path: Path) -> None:
        look(path)
        unlink(path)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(os, "unlink", refuse_to_remove)
    monkeypatch.setattr(time, "sleep", lambda _: names.pop())
    return names


def test_a_file_that_another_program_has_open_for_a_moment_is_waited_for(tmp_path: Path, in_use: list[str]) -> None:
    put_in_place(tmp_path, {"staff": {"index.html": b"1"}})
    in_use += ["index.html"] * 3
    put_in_place(tmp_path, {"staff": {"index.html": b"2"}})
    assert (tmp_path / "staff/index.html").read_bytes() == b"2"


@pytest.mark.parametrize("name", ["old.html", "index.html"])
@pytest.mark.parametrize("is_atomic", [False, True])
def test_one_that_is_looked_through_just_when_it_goes_is_waited_for(
    name: str, is_atomic: bool, tmp_path: Path, in_use: list[str]
) -> None:
    """As virus scanners and OneDrive do with what was written just now."""
    put_in_place(tmp_path, {"staff": {"index.html": b"1", "old.html": b"1"}})
    in_use += [name] * 3
    put_in_place(tmp_path, {"staff": {"index.html": b"2"}}, PutManner(is_atomic))
    assert in_use == []
    assert [it.name for it in (tmp_path / "staff").iterdir()] == ["index.html"]


def test_our_own_records_are_waited_for_when_they_go(tmp_path: Path, in_use: list[str]) -> None:
    (tmp_path / ".golden").mkdir()
    for name in ("journal.json", "journal.json.part"):
        (tmp_path / ".golden" / name).touch()
    in_use += ["journal.json", "journal.json.part"] * 2
    remove_journal(tmp_path)
    discard_half_written(tmp_path / ".golden/journal.json")
    assert list((tmp_path / ".golden").iterdir()) == []


def test_what_a_command_writes_beside_a_site_waits_for_a_reader_that_has_it_open(
    tmp_path: Path, in_use: list[str]
) -> None:
    put_loose_files(tmp_path, {"news.pdf": b"1"})
    in_use += ["news.pdf"] * 3
    put_loose_files(tmp_path, {"news.pdf": b"2"})
    assert (tmp_path / "news.pdf").read_bytes() == b"2"


def test_one_that_stays_open_is_one_line_and_the_next_build_goes_on(tmp_path: Path, in_use: list[str]) -> None:
    put_in_place(tmp_path, {"staff": {"a.html": b"1", "index.html": b"1"}})
    in_use += ["index.html"] * 100
    with pytest.raises(OutputFailed) as failed:
        put_in_place(tmp_path, {"staff": {"a.html": b"2", "index.html": b"2"}})
    assert str(failed.value) == (
        f"could not write `{tmp_path}/staff/index.html`: the process cannot access the file (close the program "
        "that has it open, or allow us to write there, and build again); what is left to do, the next build does first"
    )
    assert (tmp_path / "staff/index.html").read_bytes() == b"1"
    in_use.clear()
    put_in_place(tmp_path, {"residents": {"index.html": b""}})
    assert (tmp_path / "staff/index.html").read_bytes() == b"2"


def test_another_want_of_rights_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", pytest.fail)
    with pytest.raises(PermissionError):
        rename(tmp_path / "a", tmp_path / "b")


def test_a_disk_that_takes_a_part_at_a_time_gets_all(tmp_path: Path) -> None:
    data = bytes(range(256)) * 50_000
    write_new(tmp_path / "a", data)
    assert (tmp_path / "a").read_bytes() == data


def test_the_bytes_of_files_and_the_names_in_folders_are_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new(tmp_path / "a.html", b"a")
    waited_for: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda file: waited_for.append(os.fstat(file).st_ino))
    sync([tmp_path / "a.html"], [tmp_path])
    assert waited_for == [(tmp_path / "a.html").stat().st_ino, tmp_path.stat().st_ino]


def test_many_files_are_waited_for_together_and_a_fault_of_one_is_told(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.html" for number in range(100)]
    for file in files:
        write_new(file, b"")
    sync(files, [tmp_path])
    with pytest.raises(OutputFailed, match=r"could not write `.*gone.html`: no such file"):
        sync([*files, tmp_path / "gone.html"], [])


def test_files_of_which_there_are_very_many_are_waited_for_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_VERY_MANY", 2)
    monkeypatch.setattr(os, "fsync", pytest.fail)
    really, waited_for = disk._sync_disk, list[int]()

    def noted(number: int) -> None:
        waited_for.append(number)
        really(number)

    monkeypatch.setattr(disk, "_sync_disk", noted)
    with whole_disk(tmp_path) as whole:
        write_new(tmp_path / "a.html", b"a")
        sync([tmp_path / "a.html"], [tmp_path], whole)
        sync([], [tmp_path, tmp_path.parent], whole)
        assert waited_for == [whole, whole]


def test_an_old_system_that_would_not_tell_of_a_fault_is_not_asked_for_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "release", lambda: "4.18.0-553.el8.x86_64")
    with whole_disk(tmp_path) as whole:
        assert whole is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets two folders take each other's names")
def test_two_folders_take_each_other_s_names_and_a_disk_that_cannot_do_it_is_told_from_a_fault(tmp_path: Path) -> None:
    (tmp_path / "one/inner").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "other/inner").is_dir()
    assert not exchange(tmp_path / "other", tmp_path / "other/inner")  # which no disk can: it gives the same answer
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "gone")
    assert sorted(it.name for it in tmp_path.rglob("*")) == ["inner", "one", "other"]


def test_a_folder_of_ours_goes_without_what_its_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/a").touch()
    (tmp_path / "ours/deep").mkdir(parents=True)
    (tmp_path / "ours/deep/link").symlink_to(tmp_path / "precious")
    remove_tree(tmp_path / "ours")
    remove_tree(tmp_path / "ours")
    assert [path.name for path in tmp_path.rglob("*")] == ["precious", "a"]


@pytest.fixture
def without_rights(quick_path: Path) -> Iterator[Path]:
    """A folder of somebody who is not root, to whom no folder would be closed."""
    if os.geteuid() != 0:
        yield quick_path
        return
    quick_path.chmod(0o777)
    os.seteuid(NOBODY)
    yield quick_path
    os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_folders_that_we_may_not_write_into_are_a_refusal_before_anything_is_written(without_rights: Path) -> None:
    output = without_rights / "output"
    old = {"index.html": b"1", "more/a.html": b"1", "other/b.html": b"1"}
    put_in_place(output, {"staff": old})
    for folder in ("more", "other"):
        (output / "staff" / folder).chmod(0o555)
    with pytest.raises(OutputRefused) as refused:
        put_in_place(output, {"staff": {"index.html": b"2", "more/a.html": b"2", "other/b.html": b"1"}})
    (output / "staff/more").chmod(0o755)
    (output / "staff/other").chmod(0o755)
    assert refused.value.reasons == (
        f"we may not write into `{output}/staff/more`: give us the right to, or build into another folder",
    )
    assert (output / "staff/index.html").read_bytes() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_an_output_that_cannot_be_made_is_one_line(without_rights: Path) -> None:
    without_rights.joinpath("closed").mkdir(mode=0o555)
    with pytest.raises(OutputFailed, match=r"could not make `.*closed/output/.golden`: permission denied \(close the"):
        put_in_place(without_rights / "closed/output", {"staff": {"a": b""}})


def test_a_site_on_another_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(tmp_path, {"staff": {"index.html": b"1"}})
    monkeypatch.setattr(plan, "disk_of", lambda path: 2 if path.name == "staff" else look.disk_of(path))
    with pytest.raises(OutputRefused, match=r"staff` is on another disk than .*: put the whole output folder on one"):
        put_in_place(tmp_path, {"staff": {"index.html": b"2"}})
    assert (tmp_path / "staff/index.html").read_bytes() == b"1"
