"""A site in a folder of a share: our records stand beside it, and a place of somebody else is never touched."""

from pathlib import Path

import pytest

from generator.output.failures import OutputFailed, OutputRefused
from generator.output.names import JOURNAL, PUBLISHED
from generator.output.publication import Publication, publication_at
from generator.output.put import put_in_place
from generator.output.site_folder import SiteFolder
from tests.output.breaking_off import Killed, break_off
from tests.output.standing import standing

RESIDENTS = Publication("residents", ("2020-01",))
LATER = Publication("residents", ("2020-01", "2020-02"))
STAFF = Publication("staff", ("2020-01",))
OLD = {"index.html": b"old", "same.html": b"same", "gone/index.html": b"gone"}
NEW = {"index.html": b"new", "same.html": b"same", "more/index.html": b"more"}


def test_the_site_stands_at_the_folder_s_root_and_no_record_of_ours_in_it(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    assert site.last() is None
    assert site.put(OLD, RESIDENTS) == {}
    assert standing(site.folder) == OLD
    assert site.last() == RESIDENTS
    assert site.put(NEW, LATER).keys() == OLD.keys()
    assert standing(site.folder) == NEW
    assert site.last() == LATER


def test_files_of_others_that_came_into_it_later_stay(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    site.put(OLD, RESIDENTS)
    (site.folder / "theirs.txt").write_bytes(b"theirs")
    assert site.last() == RESIDENTS
    site.put(NEW, LATER)
    assert standing(site.folder) == NEW | {"theirs.txt": b"theirs"}


def test_two_sites_may_stand_side_by_side(tmp_path: Path) -> None:
    SiteFolder(tmp_path / "a").put(OLD, RESIDENTS)
    SiteFolder(tmp_path / "b").put(NEW, STAFF)
    assert (SiteFolder(tmp_path / "a").last(), SiteFolder(tmp_path / "b").last()) == (RESIDENTS, STAFF)


def test_another_audience_is_refused_even_where_it_came_between_looking_and_writing(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    assert site.last() is None
    SiteFolder(tmp_path / "site").put(OLD, RESIDENTS)
    frozen: list[str] = []
    with pytest.raises(OutputRefused, match="holds the site for residents: name another place for staff"):
        site.put(NEW | {"gone/index.html": b"gone"}, STAFF, first=lambda: frozen.append("yes"))
    assert standing(site.folder) == OLD
    assert frozen == []


def test_a_place_that_is_not_for_us_is_refused_in_one_line_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/notes.txt").write_bytes(b"")
    (tmp_path / "file").write_bytes(b"")
    put_in_place(tmp_path, {"built": OLD})
    for name, why in (
        ("theirs", "name a new or an empty folder"),
        ("file", "is a file or a link"),
        ("built", "was made by `golden build`"),
        ("built/inside", "is a site already"),
        (".golden", "keep our own records"),
        ("nowhere/site", "see whether the share is connected"),
    ):
        with pytest.raises(OutputRefused, match=why) as refused:
            SiteFolder(tmp_path / name).last()
        assert "\n" not in str(refused.value)
    with pytest.raises(OutputRefused, match="name a folder in it"):
        SiteFolder(Path(tmp_path.anchor)).last()
    assert standing(tmp_path / "theirs") == {"notes.txt": b""}


def test_where_we_may_not_write_beside_the_site_it_is_refused_unless_our_records_stand_there_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.output.site_folder.is_writable", lambda folder: folder != tmp_path)
    with pytest.raises(OutputRefused, match="where our records stand beside the site: name another folder"):
        SiteFolder(tmp_path / "site").last()
    (tmp_path / ".golden").mkdir()
    assert SiteFolder(tmp_path / "site").last() is None


@pytest.mark.parametrize("name", [".DS_Store", "desktop.ini", "Thumbs.db"])
def test_one_that_is_empty_but_for_what_the_system_puts_there_may_be_used(name: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).touch()
    assert SiteFolder(tmp_path / "site").last() is None


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert SiteFolder(tmp_path / "site").last() is None


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"version": 1, "sites": {"a": {"audience": 1}}}', b"[" * 20000])
def test_a_damaged_record_is_refused_with_the_remedy(tmp_path: Path, damage: bytes) -> None:
    SiteFolder(tmp_path / "site").put(OLD, RESIDENTS)
    (tmp_path / PUBLISHED).write_bytes(damage)
    with pytest.raises(OutputRefused, match="is damaged"):
        SiteFolder(tmp_path / "site").last()


def test_trying_out_writes_nothing_and_refuses_what_writing_would(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    assert site.try_out(OLD, is_atomic=False) == {}
    assert list(tmp_path.iterdir()) == []
    site.put(OLD, RESIDENTS)
    (site.folder / "more").write_bytes(b"in the way")
    with pytest.raises(OutputRefused, match="move the file away"):
        site.try_out(NEW, is_atomic=False)


@pytest.mark.parametrize("had_one", [False, True], ids=["the first time", "again"])
def test_a_kill_at_any_step_leaves_whole_files_and_the_next_run_publishes(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch, had_one: bool
) -> None:
    before = OLD if had_one else {}
    for steps in range(1000):
        site = SiteFolder(quick_path / str(steps) / "site")
        site.folder.parent.mkdir()
        if had_one:
            site.put(OLD, RESIDENTS)
        is_killed = False
        with monkeypatch.context() as patched:
            break_off(patched, steps, Killed())
            try:
                site.put(NEW, LATER)
            except Killed:
                is_killed = True
        stands = standing(site.folder)
        assert all(data in (before.get(path), NEW.get(path)) for path, data in stands.items())
        if not (site.folder.parent / JOURNAL).exists() and publication_at(site.folder.parent, "site") != LATER:
            assert stands in (before, NEW)
        site.last()  # is ours, or as new as before: never refused
        site.put(NEW, LATER)
        assert standing(site.folder) == NEW
        assert site.last() == LATER
        if not is_killed:
            assert steps > 15
            return


def test_a_fault_of_the_disk_is_one_line(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = SiteFolder(quick_path / "site")
    site.put(OLD, RESIDENTS)
    with monkeypatch.context() as patched:
        break_off(patched, 3, OSError(28, "No space left on device"))
        with pytest.raises(OutputFailed) as failed:
            site.put(NEW, LATER)
    assert "make room on the disk" in str(failed.value)
    assert standing(site.folder) == OLD
