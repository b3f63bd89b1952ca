"""By what a file is known again, on disks of every kind."""

import os
from pathlib import Path

import pytest

from generator.keeping.receipt import digests_of
from generator.keeping.stamps import folders_below, identity_of, stamp_of
from generator.keeping.store import Made, Store


class _Numbered:
    """What the system tells of a file, on a disk that numbers its files so."""

    def __init__(self, told: os.stat_result, number: int) -> None:
        self._told = told
        self.st_ino = number

    def __getattr__(self, name: str) -> object:
        return getattr(self._told, name)


@pytest.mark.parametrize("number", [2**63, 2**64 - 1, 2**128 - 1])
def test_a_file_with_a_number_of_many_digits_as_on_shares_and_dev_drives_can_be_kept(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = tmp_path / "index.html", tmp_path / "cache" / "kept.sqlite"
    page.write_bytes(b"a")
    look, numbers = os.lstat, {page: number}
    monkeypatch.setattr(os, "lstat", lambda path: _Numbered(look(path), numbers[Path(path)]))
    identity = identity_of(page)
    assert identity is not None
    made = {"index.html": Made("key", "digest", 1, identity)}
    store = Store(file)
    store.keep_made("staff", made, ())
    store.save()
    store.close()
    store = Store(file)
    assert store.made("staff") == made
    store.close()
    numbers[page] -= 1
    assert identity_of(page) != identity


def test_a_name_that_this_machine_s_settings_cannot_write_is_that_of_nothing(tmp_path: Path) -> None:
    """Noted where names are UTF-8, and asked for by a job whose locale is C: it ended in a traceback."""
    noted = f"{tmp_path}/\ud800"
    assert stamp_of(noted) is None
    assert identity_of(noted) is None
    assert list(folders_below(noted)) == []
    assert digests_of([noted]) == {noted: ""}
