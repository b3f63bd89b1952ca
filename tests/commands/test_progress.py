"""The progress bar: only on long work, and only where somebody looks."""

import io

import pytest

from generator.commands import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(stream: io.StringIO) -> None:
    with progress.showing_progress(stream, is_wanted=True) as tell:
        tell("Staff", 3)
        for _ in range(3):
            tell("", 0)


def test_short_work_shows_nothing() -> None:
    stream = Terminal()
    work(stream)
    assert stream.getvalue() == ""


def test_long_work_shows_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", -1)
    stream = Terminal()
    work(stream)
    assert "Staff" in stream.getvalue()
    assert "3/3" in stream.getvalue()


def test_nobody_looking_means_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", -1)
    stream = io.StringIO()
    work(stream)
    assert stream.getvalue() == ""
