"""Files are put in place all or none."""

import errno
import os
from pathlib import Path

import pytest

from generator.authoring.putting import SavedMeanwhile, WritingFailed, begun, is_free, put_files, put_folder
from tests.examples import files_in


def test_a_folder_is_there_whole_and_nothing_else_is(tmp_path: Path) -> None:
    put_folder(tmp_path / "editions" / "2020-02", {"edition.md": b"a", "it.md": b"b"})
    assert files_in(tmp_path) == {"editions/2020-02/edition.md": b"a", "editions/2020-02/it.md": b"b"}


def test_what_a_killed_run_left_does_not_come_with_it(tmp_path: Path) -> None:
    (tmp_path / ".2020-02.golden-part").mkdir()
    (tmp_path / ".2020-02.golden-part" / "old.md").write_bytes(b"old")
    put_folder(tmp_path / "2020-02", {"edition.md": b"a"})
    assert files_in(tmp_path) == {"2020-02/edition.md": b"a"}


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path) -> None:
    put_folder(tmp_path / "2020-02", {"edition.md": b"mine"})
    with pytest.raises(WritingFailed, match="it is there already"):
        put_folder(tmp_path / "2020-02", {"edition.md": b"a"})
    assert files_in(tmp_path) == {"2020-02/edition.md": b"mine"}


def test_after_a_failure_no_part_of_a_folder_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, "write_bytes", 2)
    with pytest.raises(WritingFailed, match="nothing was changed: no space left on device"):
        put_folder(tmp_path / "editions" / "2020-02", {"edition.md": b"a", "it.md": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_files_are_written_and_keep_their_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.md").chmod(0o640)
    put_files({tmp_path / "a.md": b"new", tmp_path / "b.md": b"b"})
    assert files_in(tmp_path) == {"a.md": b"new", "b.md": b"b"}
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_a_file_can_go_as_another_comes_and_stays_where_that_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yml").write_bytes(b"old")
    change = {tmp_path / "a.yml": None, tmp_path / "a.md": b"new"}
    with monkeypatch.context() as disk:
        fail_at(disk, "replace", 1)
        with pytest.raises(WritingFailed):
            put_files(change)
    assert files_in(tmp_path) == {"a.yml": b"old"}
    put_files(change)
    assert files_in(tmp_path) == {"a.md": b"new"}


def test_what_somebody_has_saved_meanwhile_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").write_bytes(b"saved meanwhile")
    new = {tmp_path / "a.md": b"new", tmp_path / "b.md": b"new"}
    with pytest.raises(SavedMeanwhile, match=r"b\.md` was saved while we were at work, so nothing was changed"):
        put_files(new, dict.fromkeys(new, b"old"))
    (tmp_path / "b.md").unlink()
    with pytest.raises(SavedMeanwhile):
        put_files(new, dict.fromkeys(new, b"old"))
    assert files_in(tmp_path) == {"a.md": b"old"}
    (tmp_path / "b.md").write_bytes(b"old")
    put_files(new, dict.fromkeys(new, b"old"))
    assert files_in(tmp_path) == {"a.md": b"new", "b.md": b"new"}


@pytest.mark.parametrize(("method", "time"), [("write_bytes", 2), ("replace", 2)])
def test_after_a_failure_every_file_is_as_it_was(
    method: str, time: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    fail_at(monkeypatch, method, time)
    with pytest.raises(WritingFailed, match=r"b\.md"):
        put_files({tmp_path / "a.md": b"new", tmp_path / "b.md": b"b"})
    assert files_in(tmp_path) == {"a.md": b"old"}


@pytest.mark.parametrize(("method", "time"), [("write_bytes", 1), ("write_bytes", 2), ("replace", 1), ("replace", 2)])
def test_after_an_interrupt_every_file_is_as_it_was(
    method: str, time: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    fail_at(monkeypatch, method, time, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put_files({tmp_path / "a.md": b"new", tmp_path / "b.md": b"b"})
    assert files_in(tmp_path) == {"a.md": b"old"}


def test_an_interrupt_leaves_no_part_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, "write_bytes", 2, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put_folder(tmp_path / "2020-02", {"edition.md": b"a", "it.md": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_has_no_room_to_put_back_what_was_there_loses_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    writing = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"old":
            self.open("wb").close()  # as far as it came
            raise OSError(28, "No space left on device")
        return writing(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    fail_at(monkeypatch, "replace", 2)
    with pytest.raises(WritingFailed):
        put_files({tmp_path / "a.md": b"new", tmp_path / "b.md": b"b"})
    assert files_in(tmp_path) == {"a.md": b"new"}


DISK_FULL = OSError(28, "No space left on device")


def fail_at(monkeypatch: pytest.MonkeyPatch, method: str, time: int, error: BaseException = DISK_FULL) -> None:
    """The n-th call of a method of Path, and that one alone, finds the disk full."""
    calls = 0
    original = getattr(Path, method)

    def failing(self: Path, *words: object) -> object:
        nonlocal calls
        calls += 1
        if calls == time:
            raise error
        return original(self, *words)

    monkeypatch.setattr(Path, method, failing)


class InUse(PermissionError):
    """As Windows says that another program has a file open."""

    winerror = 32


def held_open(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> list[float]:
    """Another program has the file or folder of this name open for so many tries; gives the pauses between them."""
    pauses: list[float] = []
    original = os.replace

    def refuse(source: Path, target: Path) -> None:
        if target.name == name and len(pauses) < times:
            raise InUse(errno.EACCES, "The process cannot access the file")
        original(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr("time.sleep", pauses.append)
    return pauses


def test_a_file_that_is_looked_through_just_now_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = held_open(monkeypatch, "2020-02", 3)
    put_folder(tmp_path / "2020-02", {"edition.md": b"a"})
    assert len(pauses) == 3
    held_open(monkeypatch, "edition.md", 3)
    put_files({tmp_path / "2020-02" / "edition.md": b"b"})
    held_open(monkeypatch, "content", 3)
    begin(tmp_path / "new")
    assert files_in(tmp_path) == {"2020-02/edition.md": b"b", **{f"new/{name}": it for name, it in WHOLE.items()}}


def test_a_file_that_stays_open_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    held_open(monkeypatch, "a.md", 1000)
    with pytest.raises(WritingFailed, match=r"the file \(close the program that has it open, or allow us to .*\)$"):
        put_files({tmp_path / "a.md": b"new"})
    assert files_in(tmp_path) == {"a.md": b"old"}


def test_a_file_that_is_read_only_stays_as_it_is_and_leaves_nothing_that_would_be_read_only_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows removes no file that is read-only: what was laid ready would be in the way for ever."""
    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, how: path.name != "a.md" or how != os.W_OK)
    with pytest.raises(WritingFailed, match=r"a\.md`, so nothing was changed: it is read-only \(allow us to write"):
        put_files({tmp_path / "b.md": b"new", tmp_path / "a.md": b"new"})
    assert files_in(tmp_path) == {"a.md": b"old"}


def test_a_file_that_is_read_only_does_not_go_as_another_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Linux its folder alone decides, so that it went without a word, where Windows had refused."""
    (tmp_path / "a.yml").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, how: path.name != "a.yml" or how != os.W_OK)
    with pytest.raises(WritingFailed, match=r"a\.yml`, so nothing was changed: it is read-only"):
        put_files({tmp_path / "a.md": b"new", tmp_path / "a.yml": None})
    assert files_in(tmp_path) == {"a.yml": b"old"}


def begin(folder: Path) -> None:
    with begun(folder) as part:
        (part / "content" / "pages").mkdir(parents=True)
        (part / "content" / "pages" / "about.md").write_bytes(b"a")
        (part / "README.md").write_bytes(b"b")


WHOLE = {"content/pages/about.md": b"a", "README.md": b"b"}


def test_a_whole_folder_is_begun_in_a_new_place_and_in_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("deep/new", "empty"):
        begin(tmp_path / name)
        assert files_in(tmp_path / name) == WHOLE


@pytest.mark.parametrize("name", [".DS_Store", "._merebrook", "desktop.ini", "Thumbs.db"])
def test_what_the_system_itself_puts_into_an_empty_folder_is_in_nobody_s_way(name: str, tmp_path: Path) -> None:
    """Finder does so to each folder that it shows, Explorer to one with a picture or a place in OneDrive."""
    (tmp_path / name).touch()
    assert is_free(tmp_path)
    begin(tmp_path)
    assert files_in(tmp_path) == {**WHOLE, name: b""}


def test_a_repository_and_what_a_killed_run_left_are_in_nobody_s_way(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_bytes(b"ref")
    (tmp_path / ".begun.golden-part").mkdir()
    (tmp_path / ".begun.golden-part" / "old.md").write_bytes(b"old")
    assert is_free(tmp_path)
    begin(tmp_path)
    assert files_in(tmp_path) == {**WHOLE, ".git/HEAD": b"ref"}
    assert not is_free(tmp_path)


def stop(folder: Path, error: type[BaseException]) -> None:
    with begun(folder) as part:
        (part / "README.md").write_bytes(b"b")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_of_what_was_begun_and_stopped_nothing_is_left(error: type[BaseException], tmp_path: Path) -> None:
    with pytest.raises(error):
        stop(tmp_path / "deep" / "new", error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("time", [1, 2])
def test_where_the_machine_fails_nothing_is_left_of_what_was_begun(
    time: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_at(monkeypatch, "replace", time)
    with pytest.raises(WritingFailed, match="no space left on device"):
        begin(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_free_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert not is_free(tmp_path / "file")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert not is_free(tmp_path / "link")
