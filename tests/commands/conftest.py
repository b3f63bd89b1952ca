"""Where the commands are tried: a folder that holds a council's `content/`, as `golden` finds it where it is called."""

from pathlib import Path

import pytest

from tests.examples import smallest, write_files


@pytest.fixture
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shell around the tests says of the day and of the terminal's width does not count."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def in_a_council_s_folder(in_an_empty_folder: None) -> None:
    """The smallest sound programme is in `content/`."""
    write_files(smallest(), Path("content"))
