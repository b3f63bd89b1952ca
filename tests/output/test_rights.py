"""Who may read a site stays as whoever looks after it has set it, whatever `umask` the next build has."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output.put import PutManner, put_in_place

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere new files get the rights of their folder")

MANNERS = pytest.mark.parametrize("manner", [PutManner(), PutManner(is_atomic=True)], ids=["one by one", "atomic"])
OLD = {"index.html": b"old", "same.html": b"same", "updates/index.html": b"old"}
NEW = {**OLD, "index.html": b"new", "updates/index.html": b"new", "updates/2020-02/index.html": b"new", "a/b.html": b""}


@pytest.fixture
def a_strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def rights(site: Path) -> dict[str, str]:
    return {it.relative_to(site).as_posix(): f"{stat.S_IMODE(it.stat().st_mode):o}" for it in (site, *site.rglob("*"))}


def let_in(site: Path) -> None:
    """As `chmod -R a+rX` does."""
    for path in (site, *site.rglob("*")):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))


@MANNERS
@pytest.mark.usefixtures("a_strict_umask")
def test_what_a_server_was_let_into_it_can_still_read_after_the_next_build(tmp_path: Path, manner: PutManner) -> None:
    put_in_place(tmp_path, {"site": OLD}, manner)
    assert rights(tmp_path / "site")["updates/index.html"] == "600"
    let_in(tmp_path / "site")
    put_in_place(tmp_path, {"site": NEW}, manner)
    assert rights(tmp_path / "site") == {
        ".": "755",
        "index.html": "644",
        "same.html": "644",
        "updates": "755",
        "updates/index.html": "644",
        "updates/2020-02": "755",
        "updates/2020-02/index.html": "644",
        "a": "755",
        "a/b.html": "644",
    }


@MANNERS
def test_what_was_closed_stays_closed(tmp_path: Path, manner: PutManner) -> None:
    put_in_place(tmp_path, {"site": OLD}, manner)
    (tmp_path / "site").chmod(0o750)
    (tmp_path / "site/updates").chmod(0o700)
    (tmp_path / "site/index.html").chmod(0o440)
    put_in_place(tmp_path, {"site": NEW}, manner)
    found = rights(tmp_path / "site")
    assert (found["."], found["updates"], found["index.html"]) == ("750", "700", "440")


@MANNERS
def test_nobody_may_write_who_might_not_before(tmp_path: Path, manner: PutManner) -> None:
    put_in_place(tmp_path, {"site": OLD}, manner)
    (tmp_path / "site").chmod(0o777)
    before = os.umask(0o022)
    put_in_place(tmp_path, {"site": NEW}, manner)
    os.umask(before)
    assert rights(tmp_path / "site")["a/b.html"] == "644"
    assert rights(tmp_path / "site")["a"] == "755"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="nobody else may give files to any group")
@MANNERS
def test_the_group_that_may_read_stays_the_same(tmp_path: Path, manner: PutManner) -> None:
    put_in_place(tmp_path, {"site": OLD}, manner)
    for path in (tmp_path / "site", *(tmp_path / "site").rglob("*")):
        os.chown(path, -1, 12_345)
    put_in_place(tmp_path, {"site": NEW}, manner)
    assert {it.stat().st_gid for it in (tmp_path / "site", *(tmp_path / "site").rglob("*"))} == {12_345}
