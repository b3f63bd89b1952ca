"""`golden explain`."""

import pytest

from generator.cli import main
from generator.text.codes import CODES


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    assert f"`{code}`" in capsys.readouterr().out.splitlines()[0]
