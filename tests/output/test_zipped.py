"""A site as a zip file: the same bytes for the same site, whole at every moment, and never in the place of another."""

import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.output.failures import OutputFailed, OutputRefused
from generator.output.manifest import Manifest
from generator.output.publication import Publication, site_changes
from generator.output.put import put_in_place
from generator.output.zipped import Zipped, known_by, zip_bytes
from tests.output.breaking_off import Killed, break_off

ONE = Publication("residents", ("2020-01",))
OLD = {"index.html": b"old", "same.html": b"same", "gone/index.html": b"gone"}
NEW = {"index.html": b"new", "same.html": b"same", "more/index.html": "ŵ".encode()}


def test_the_same_files_give_the_same_bytes_in_whatever_order_they_were_made() -> None:
    assert zip_bytes(NEW, ONE) == zip_bytes(dict(reversed(NEW.items())), ONE)


def test_no_clock_and_no_computer_is_in_it_and_everybody_may_read_what_comes_out(tmp_path: Path) -> None:
    Zipped(tmp_path / "a.zip").put(NEW, ONE)
    with ZipFile(tmp_path / "a.zip") as opened:
        assert opened.testzip() is None
        assert [it.filename for it in opened.infolist()] == sorted(NEW)
        assert {it.date_time for it in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {it.create_system for it in opened.infolist()} == {3}
        assert {stat.filemode(it.external_attr >> 16) for it in opened.infolist()} == {"-rw-r--r--"}
        opened.extractall(tmp_path / "out")
    assert (tmp_path / "out/index.html").read_bytes() == b"new"


def test_it_knows_for_whom_it_is_and_what_is_in_it(tmp_path: Path) -> None:
    zipped = Zipped(tmp_path / "a.zip")
    assert zipped.last() is None
    assert zipped.made() == {}
    zipped.put(OLD, ONE)
    assert zipped.last() == ONE
    found = site_changes(zipped.made(), known_by(NEW))
    assert (found.added, found.changed, found.removed) == (("more/index.html",), ("index.html",), ("gone/index.html",))


def test_what_differs_is_told_in_order() -> None:
    old = dict.fromkeys(("d", "b", "e", "a", "c"), "old")
    assert site_changes(old, {}).removed == site_changes({}, old).added == ("a", "b", "c", "d", "e")
    assert site_changes(old, dict.fromkeys(old, "new")).changed == ("a", "b", "c", "d", "e")


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    zipped = Zipped(tmp_path / "a.zip")
    zipped.put(OLD, ONE)
    number = zipped.file.stat().st_ino
    zipped.put(OLD, ONE)
    assert zipped.file.stat().st_ino == number


def with_comment(comment: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as opened:
        opened.comment = comment
    return written.getvalue()


FOREIGN = {
    "nothing": b"",
    "words": b"words",
    "another's": zip_bytes({}, ONE).replace(b"Golden", b"Silver"),
    "half a zip file": b"PK\x05\x06" * 9,
    "too deep": with_comment(b"Golden Thread: " + b"[" * 60_000),
}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_not_ours_is_refused_in_one_line_and_left_alone(tmp_path: Path, foreign: bytes) -> None:
    zipped = Zipped(tmp_path / "a.zip")
    zipped.file.write_bytes(foreign)
    with pytest.raises(OutputRefused, match="move it away, or name another file") as refused:
        zipped.last()
    assert len(refused.value.reasons) == 1
    assert zipped.file.read_bytes() == foreign


def test_a_folder_a_link_a_place_in_a_site_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "link.zip").symlink_to(tmp_path / "elsewhere")
    put_in_place(tmp_path, {"site": OLD})
    for name, why in (
        ("folder.zip", "is a folder or a link"),
        ("link.zip", "is a folder or a link"),
        ("site/a.zip", "is a site already"),
        ("nowhere/a.zip", "see whether the share is connected"),
    ):
        with pytest.raises(OutputRefused, match=why):
            Zipped(tmp_path / name).last()


@pytest.mark.parametrize("how", [Killed(), OSError(28, "No space left on device")], ids=["killed", "disk full"])
def test_broken_off_at_any_step_it_is_the_old_file_or_the_new_and_the_next_run_makes_it_new(
    quick_path: Path, how: BaseException
) -> None:
    two = Publication("residents", ("2020-01", "2020-02"))
    ended = 0
    for steps in range(10):
        zipped = Zipped(quick_path / str(steps) / "a.zip")
        zipped.file.parent.mkdir()
        zipped.put(OLD, ONE)
        with pytest.MonkeyPatch.context() as patch:
            break_off(patch, steps, how, calls=("replace", "open", "fsync"))
            try:
                zipped.put(NEW, two)
            except (Killed, OutputFailed):
                ended += 1
        assert zipped.file.read_bytes() in (zip_bytes(OLD, ONE), zip_bytes(NEW, two))
        (zipped.file.parent / ".a.zip.0123456789abcdef.part").write_bytes(b"left by a killed run")
        (zipped.file.parent / ".a.zip.theirs.part").write_bytes(b"of somebody else")
        zipped.put(NEW, two)
        assert zipped.file.read_bytes() == zip_bytes(NEW, two)
        assert sorted(it.name for it in zipped.file.parent.iterdir()) == [".a.zip.theirs.part", "a.zip"]
    assert 3 <= ended < 10


def test_nothing_is_changed_where_the_first_step_fails(tmp_path: Path) -> None:
    zipped = Zipped(tmp_path / "a.zip")

    def refuse(_: Manifest | None = None) -> None:
        raise OutputRefused(("no",))

    with pytest.raises(OutputRefused):
        zipped.put(NEW, ONE, first=refuse)
    assert list(tmp_path.iterdir()) == []
