"""A whole process is measured as it runs where it is installed."""

import sys
from pathlib import Path

import pytest

from benchmarks.measuring import EndedBadlyError, measure


def test_what_a_program_compiles_is_kept_although_the_shell_forbids_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "council.py").write_text("NAME = 'Merebrook'\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    measure((sys.executable, "-c", "import council"), tmp_path)

    assert [file.name.split(".")[0] for file in (tmp_path / "__pycache__").iterdir()] == ["council"]


def test_a_program_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(EndedBadlyError, match="ended with code 3: no such edition"):
        measure((sys.executable, "-c", "print('no such edition'); raise SystemExit(3)"), tmp_path)
