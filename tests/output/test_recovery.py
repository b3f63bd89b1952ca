"""What becomes of a build that ended in its midst: everything it began is finished or dropped by the next one."""

import errno
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from generator.output import disk, journal, put, settle, stage
from generator.output.failures import OutputFailed, OutputRefused
from generator.output.journal import Journal, read_journal
from generator.output.manifest import Manifest, read_manifest
from generator.output.names import JOURNAL, MANIFEST
from generator.output.plan import FileCounts
from generator.output.put import PutManner, put_in_place
from tests.output.breaking_off import Killed, break_off
from tests.output.standing import standing

OLD = {"index.html": b"old", "same.html": b"same", "gone/old.html": b"gone", "plan": b"file", "Docs/a.pdf": b"a"}
NEW = {"index.html": b"new", "same.html": b"same", "more/new.html": b"new", "plan/index.html": b"folder", "b": b"b"}
FINISHED = {"manifest.json", "lock", "holder.json"}

ATOMIC = pytest.mark.parametrize("is_atomic", [False, True], ids=["file by file", "atomic"])


def records(output: Path) -> set[str]:
    return {path.name for path in (output / ".golden").iterdir()}


def broken_off_at_each_step(
    quick_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: type[BaseException],
    raised: BaseException,
    is_atomic: bool,
    *,
    once: bool = False,
) -> Iterator[tuple[Path, BaseException]]:
    for steps in range(1000):
        output = quick_path / str(steps)
        put_in_place(output, {"staff": OLD})
        ended: BaseException | None = None
        with monkeypatch.context() as patched:
            failed = break_off(patched, steps, raised, once=once)
            try:
                put_in_place(output, {"staff": NEW}, PutManner(is_atomic=is_atomic))
            except how as error:
                ended = error
        if ended is not None:
            yield output, ended
        else:  # of what may fail without harm, such as the removal of a folder, nobody hears
            assert standing(output / "staff") == NEW
        if not failed:
            assert steps > 20
            return


@ATOMIC
@pytest.mark.parametrize("has_exchange", [True, False], ids=["exchange", "two renames"])
def test_a_kill_at_any_step_leaves_whole_files_and_the_next_build_recovers(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch, is_atomic: bool, has_exchange: bool
) -> None:
    if not has_exchange:
        monkeypatch.setattr(settle, "exchange", lambda _one, _other: False)
    for output, _ in broken_off_at_each_step(quick_path, monkeypatch, Killed, Killed(), is_atomic):
        stands = standing(output / "staff")
        assert all(data in (OLD.get(path), NEW.get(path)) for path, data in stands.items())
        assert stands.keys() <= known(output)
        assert not is_atomic or stands in (OLD, NEW, {} if not has_exchange else OLD)
        put_in_place(output, {})  # one that has nothing to do itself
        assert standing(output / "staff") in (OLD, NEW)
        assert records(output) == FINISHED
        put_in_place(output, {"staff": NEW})
        assert standing(output / "staff") == NEW
        assert read_manifest(output).made("staff").keys() == NEW.keys()
        assert records(output) == FINISHED


def known(output: Path) -> set[str]:
    """All that our records call ours."""
    journal = read_journal(output)
    return {*read_manifest(output).made("staff"), *(journal.after["staff"] if journal else ())}


AS_THEY_WERE = "; the sites are as they were"
GOES_ON = "; what is left to do, the next build does first"
CLEARS_AWAY = "; what is left to do or to clear away, the next build does first"


@ATOMIC
@pytest.mark.parametrize(
    ("number", "once", "states"),
    [(errno.ENOSPC, False, {GOES_ON, CLEARS_AWAY}), (errno.EIO, True, {GOES_ON, AS_THEY_WERE})],
    ids=["a full disk", "a passing fault"],
)
def test_a_fault_at_any_step_is_one_line_that_says_how_the_sites_are(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch, is_atomic: bool, number: int, once: bool, states: set[str]
) -> None:
    fault = OSError(number, os.strerror(number))
    told: set[str] = set()
    for output, ended in broken_off_at_each_step(quick_path, monkeypatch, OutputFailed, fault, is_atomic, once=once):
        assert "\n" not in str(ended)
        told.update(it for it in (AS_THEY_WERE, GOES_ON, CLEARS_AWAY) if str(ended).endswith(it))
        if str(ended).endswith(AS_THEY_WERE):
            assert standing(output / "staff") == OLD
            assert records(output) == FINISHED
        put_in_place(output, {"staff": NEW})
        assert standing(output / "staff") == NEW
        assert records(output) == FINISHED
    assert told == states


@pytest.mark.parametrize(
    ("is_atomic", "has_links", "files", "folders", "touched"),
    [
        (False, True, {"changed/a"}, {"changed"}, {"staff", "staff/fewer", "staff/changed"}),
        (True, True, {"changed/a"}, {"changed", "fewer"}, {"", ".golden/aside"}),
        (True, False, {"changed/a", "fewer/a"}, {"changed", "fewer"}, {"", ".golden/aside"}),
    ],
    ids=["file by file", "atomic", "atomic on a disk where no file has two names"],
)
def test_the_disk_has_all_before_the_journal_stands_and_every_name_before_our_record_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_atomic: bool,
    has_links: bool,
    files: set[str],
    folders: set[str],
    touched: set[str],
) -> None:
    put_in_place(tmp_path, {"staff": {"changed/a": b"old", "fewer/a": b"a", "fewer/b": b"b", "gone/a": b"a"}})
    told: list[object] = []

    def within(paths: Collection[Path], *above: str) -> set[Path]:
        return {path.relative_to(Path(tmp_path, *above)) for path in paths}

    def staged(files: Collection[Path], folders: Collection[Path], _: int | None) -> None:
        told.append((within(files, ".golden/staged"), within(folders, ".golden/staged")))

    def record(path: Path, data: bytes) -> None:
        told.append(path.name)
        disk.write_record(path, data)

    monkeypatch.setattr(stage, "sync", staged)
    monkeypatch.setattr(journal, "write_record", record)
    monkeypatch.setattr(settle, "sync", lambda _, folders: told.append(within(folders)))
    monkeypatch.setattr(put, "write_record", record)
    if not has_links:
        monkeypatch.setattr(os, "link", _no_link)
    put_in_place(tmp_path, {"staff": {"changed/a": b"new", "fewer/a": b"a"}}, PutManner(is_atomic=is_atomic))
    assert told == [
        ({Path("staff", it) for it in files}, {Path(), Path("staff"), *(Path("staff", it) for it in folders)}),
        "journal.json",
        {Path(it) for it in touched},
        "manifest.json",
    ]
    assert standing(tmp_path / "staff") == {"changed/a": b"new", "fewer/a": b"a"}


def _no_link(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def kill_after_the_journal(output: Path, files: Mapping[str, bytes], is_atomic: bool = False) -> Journal:
    """A build that is certain, and of which nothing is done."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(put, "settle", _kill)
        with pytest.raises(Killed):
            put_in_place(output, {"staff": files}, PutManner(is_atomic=is_atomic))
    journal = read_journal(output)
    assert journal is not None
    return journal


def _kill(*_: object) -> tuple[str, ...]:
    raise Killed


@ATOMIC
def test_what_was_certain_is_finished_even_by_a_build_of_another_site(tmp_path: Path, is_atomic: bool) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    kill_after_the_journal(tmp_path, NEW, is_atomic)
    assert standing(tmp_path / "staff") == OLD
    put_in_place(tmp_path, {"residents": {"index.html": b"plain"}})
    assert standing(tmp_path / "staff") == NEW
    assert put_in_place(tmp_path, {"staff": NEW}) == FileCounts(unchanged=5)


@ATOMIC
def test_a_file_that_somebody_put_in_the_way_meanwhile_is_left_and_then_refused(
    tmp_path: Path, is_atomic: bool
) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    kill_after_the_journal(tmp_path, NEW, is_atomic)
    (tmp_path / "staff/b").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match=r"staff/b` stands in the way, and we did not make it"):
        put_in_place(tmp_path, {"staff": NEW})
    assert (tmp_path / "staff/b").read_bytes() == b"mine"
    (tmp_path / "staff/b").unlink()
    put_in_place(tmp_path, {"staff": NEW})
    assert standing(tmp_path / "staff") == NEW
    assert records(tmp_path) == FINISHED


@ATOMIC
def test_nothing_goes_through_a_link_that_somebody_put_there_meanwhile(tmp_path: Path, is_atomic: bool) -> None:
    output = tmp_path / "output"
    put_in_place(output, {"staff": OLD})
    kill_after_the_journal(output, NEW, is_atomic)
    (output / "staff").rename(tmp_path / "moved")
    (output / "staff").symlink_to(tmp_path / "moved")
    with pytest.raises(OutputRefused, match="is a link to another place"):
        put_in_place(output, {"staff": NEW})
    moved = {path.relative_to(tmp_path / "moved").as_posix() for path in (tmp_path / "moved").rglob("*.*")}
    assert moved == {"index.html", "same.html", "gone/old.html", "Docs/a.pdf"}


@ATOMIC
def test_a_file_that_somebody_put_where_a_site_stood_is_left_and_never_called_ours(
    tmp_path: Path, is_atomic: bool
) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    kill_after_the_journal(tmp_path, NEW, is_atomic)
    shutil.rmtree(tmp_path / "staff")
    (tmp_path / "staff").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match=r"staff` is a file, and a folder has to stand there: move the file away"):
        put_in_place(tmp_path, {"staff": NEW})
    assert (tmp_path / "staff").read_bytes() == b"mine"
    assert not read_manifest(tmp_path).made("staff").keys() & {"b", "more/new.html", "plan/index.html"}


def test_a_swap_whose_folders_the_disk_knows_by_other_numbers_now_is_dropped(tmp_path: Path) -> None:
    put_in_place(tmp_path / "one", {"staff": OLD})
    kill_after_the_journal(tmp_path / "one", NEW, is_atomic=True)
    shutil.copytree(tmp_path / "one", tmp_path / "two")  # as from a backup
    put_in_place(tmp_path / "two", {"residents": {"index.html": b""}})
    assert standing(tmp_path / "two/staff") == OLD
    put_in_place(tmp_path / "two", {"staff": NEW}, PutManner(is_atomic=True))
    assert standing(tmp_path / "two/staff") == NEW


def test_a_damaged_journal_is_said_until_it_no_longer_matters(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {}})
    kill_after_the_journal(tmp_path, NEW)
    (tmp_path / JOURNAL).write_bytes(b"{")
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff/b").write_bytes(b"half done")
    for _ in range(2):
        with pytest.raises(OutputRefused, match=r"as our record in `.*\.golden` is damaged: .* delete it and build"):
            put_in_place(tmp_path, {"staff": NEW})
    shutil.rmtree(tmp_path / "staff")
    put_in_place(tmp_path, {"staff": NEW})
    assert standing(tmp_path / "staff") == NEW
    assert records(tmp_path) == FINISHED


@ATOMIC
@pytest.mark.parametrize("moment", ["write_journal", "settle", "write_record"])
def test_an_output_that_is_taken_away_while_we_write_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, is_atomic: bool
) -> None:
    put_in_place(tmp_path / "output", {"staff": OLD})
    going_on = getattr(put, moment)

    def take_away(*arguments: object) -> object:
        shutil.rmtree(tmp_path / "output")
        return going_on(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(put, moment, take_away)
        with pytest.raises(OutputFailed, match=r"no such file or directory \(something was taken away while we wrote"):
            put_in_place(tmp_path / "output", {"staff": NEW}, PutManner(is_atomic=is_atomic))
    put_in_place(tmp_path / "output", {"staff": NEW})
    assert standing(tmp_path / "output/staff") == NEW


def test_a_file_that_comes_in_the_way_between_the_look_and_the_writing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place(tmp_path, {"staff": OLD})
    going_on = settle.settle

    def come_in_the_way(output: Path, journal: Journal, manifest: Manifest) -> tuple[str, ...]:
        (output / "staff/b").write_bytes(b"mine")
        return going_on(output, journal, manifest)

    with monkeypatch.context() as patched:
        patched.setattr(put, "settle", come_in_the_way)
        with pytest.raises(OutputFailed, match=r"staff/b` came in the way while we wrote: move it away"):
            put_in_place(tmp_path, {"staff": NEW})
    assert standing(tmp_path / "staff") == {**NEW, "b": b"mine"}
    assert "b" not in read_manifest(tmp_path).made("staff")
    assert (tmp_path / MANIFEST).exists()
