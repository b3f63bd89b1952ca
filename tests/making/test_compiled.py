"""Where compiled templates are kept, on a machine where others build too."""

import os
from pathlib import Path

import pytest

from generator.making.compiled import folder_for_compiled


def test_the_folder_is_the_same_each_time_and_the_owners_alone(tmp_path: Path) -> None:
    folder = folder_for_compiled(tmp_path)
    assert folder is not None
    assert folder == folder_for_compiled(tmp_path)
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_what_other_code_has_kept_goes(tmp_path: Path) -> None:
    ours = folder_for_compiled(tmp_path)
    assert ours is not None
    ours.rename(other := ours.with_name("0" * len(ours.name)))
    assert folder_for_compiled(tmp_path) == ours
    assert not other.exists()


def test_a_folder_that_other_code_removes_while_we_look_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_dir", lambda _: True)
    assert folder_for_compiled(tmp_path) is None


def test_somebody_elses_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder_for_compiled(tmp_path) is not None
    monkeypatch.setattr(os, "getuid", lambda: -1, raising=False)  # Windows has no numbers for users
    assert folder_for_compiled(tmp_path) is None
