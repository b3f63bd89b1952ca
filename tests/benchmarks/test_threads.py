"""What threads take of a build is measured, in words that stand by themselves."""

import pytest

from benchmarks.threads import main


def test_a_small_programme_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["2"])
    first, *rows, last = capsys.readouterr().out.splitlines()
    assert first.startswith("2 editions, ")
    assert [row.split("  ")[0] for row in rows] == ["fold", "figures", "checks", "cold build"]
    assert last.startswith("all of it in a build for two audiences: ")
