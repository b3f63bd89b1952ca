"""What was read is recalled as long as there is a use for it, and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time_ns

import pytest

from generator.keeping.read_cache import ReadCache
from generator.keeping.store import Store

OLD = (3, 4, 5)  # how a file looks that was changed long ago


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / ".golden").mkdir()
    return tmp_path / ".golden" / "cache" / "kept.sqlite"


@contextmanager
def a_build(file: Path, *, is_complete: bool = True) -> Iterator[ReadCache]:
    store = Store(file)
    cache = ReadCache(store, Path("content"), time_ns())
    yield cache
    cache.hand_over(forgets=is_complete)
    store.save()
    store.close()


def filled(file: Path) -> None:
    with a_build(file) as first:
        for path in ("a.md", "b.md"):
            first.keep(path, "digest", "context", path)
            first.keep_note(path, OLD, path)


def test_what_one_build_keeps_the_next_one_recalls_of_the_same_bytes_and_looks(file: Path) -> None:
    filled(file)
    with a_build(file) as again:
        assert again.recall("a.md", "digest", "context") == "a.md"
        assert again.note("a.md", OLD) == "a.md"
        assert again.recall("a.md", "other", "context") is None
        assert again.recall("a.md", "digest", "other") is None
        assert again.note("a.md", (3, 4, 6)) is None


def test_what_a_whole_build_had_no_use_for_is_forgotten_and_what_it_used_is_kept(file: Path) -> None:
    filled(file)
    for is_complete in (False, True):
        with a_build(file, is_complete=is_complete) as again:
            assert again.knows("b.md", "digest", "context")
            assert again.note("a.md", OLD) == again.recall("a.md", "digest", "context") == "a.md"
    with a_build(file) as last:
        assert last.note("a.md", OLD) == last.recall("a.md", "digest", "context") == "a.md"
        assert not last.knows("b.md", "digest", "context")
        assert last.note("b.md", OLD) is None


def test_of_a_file_that_was_changed_just_now_nothing_is_noted(file: Path) -> None:
    young = (3, time_ns(), 5)
    with a_build(file) as first:
        first.keep_note("a.md", young, "a.md")
        first.keep_note("b.md", OLD, "b.md")
    with a_build(file) as again:
        assert (again.note("a.md", young), again.note("b.md", OLD)) == (None, "b.md")
