"""A console of Windows takes the codes of colours for letters until it is told what they are."""

import ctypes
import os
import sys
from types import SimpleNamespace

import pytest

from generator.__main__ import let_colours_through

OUT, ERR = 7, 8
AS_BEFORE, WITH_COLOURS = 3, 7


class _Console:
    """The part of kernel32 that knows consoles: standard error leads into a file, which has no mode."""

    def __init__(self, *, is_old: bool) -> None:
        self.is_old = is_old
        self.modes = {OUT: AS_BEFORE}

    def GetStdHandle(self, number: int) -> int:  # noqa: N802  the system's own name
        return {-11: OUT, -12: ERR}[number]

    def GetConsoleMode(self, handle: int, mode: "ctypes._Pointer[ctypes.c_ulong]") -> int:  # noqa: N802  as above
        if handle not in self.modes:
            return 0
        ctypes.cast(mode, ctypes.POINTER(ctypes.c_ulong)).contents.value = self.modes[handle]
        return 1

    def SetConsoleMode(self, handle: int, mode: int) -> int:  # noqa: N802  as above
        if self.is_old:
            return 0
        self.modes[handle] = mode
        return 1


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> _Console:
    kernel = _Console(is_old=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setenv("NO_COLOR", "")
    return kernel


def test_it_is_told(console: _Console) -> None:
    let_colours_through()
    assert console.modes == {OUT: WITH_COLOURS}
    assert os.environ["NO_COLOR"] == ""


def test_one_that_is_too_old_to_know_them_gets_none(console: _Console) -> None:
    console.is_old = True
    let_colours_through()
    assert console.modes == {OUT: AS_BEFORE}
    assert os.environ["NO_COLOR"] == "1"


def test_elsewhere_nothing_is_asked(console: _Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    let_colours_through()
    assert console.modes == {OUT: AS_BEFORE}
