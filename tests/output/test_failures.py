"""What the machine did not let us do is told with the remedy that helps."""

import errno
import os
import sys
from pathlib import Path

import pytest

from generator.keeping.stamps import whole_path
from generator.output.failures import OutputFailed
from generator.output.put import put_in_place

PAGE = f"actions/{'new-forms-' * 8}/index.html"


@pytest.fixture
def short_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows takes a path of 260 characters, where nobody has allowed long ones: for one that leads nowhere."""
    make = os.mkdir

    def mkdir(path: Path, mode: int = 0o777) -> None:
        if len(whole_path(path)) > 247:
            raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", str(path))
        make(path, mode)

    monkeypatch.setattr(os, "mkdir", mkdir)


def refused(output: Path) -> str:
    with pytest.raises(OutputFailed) as failed:
        put_in_place(output, {"residents": {PAGE: b""}})
    return str(failed.value)


@pytest.mark.usefixtures("short_paths")
def test_a_path_that_is_too_long_for_windows_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = Path(str(tmp_path).ljust(180, "x"))
    monkeypatch.setattr(sys, "platform", "win32")
    said = refused(output)
    monkeypatch.undo()
    folder = output / ".golden/staged/residents" / Path(PAGE).parent
    assert f"the system cannot find the path specified (its path has {len(str(folder))} characters, " in said
    assert "more than Windows takes here: build into a folder with a shorter path, such as C:\\sites; or have" in said
    assert said.endswith("; the sites are as they were")
    assert not (output / "residents").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there it is too long")
@pytest.mark.usefixtures("short_paths")
def test_elsewhere_what_is_gone_was_taken_away(tmp_path: Path) -> None:
    assert "(something was taken away while we wrote: build again)" in refused(Path(str(tmp_path).ljust(180, "x")))
