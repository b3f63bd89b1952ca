"""How the terminal is spoken to."""

import io
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from generator.commands.terminal import content_prefix, counted, quoted, shown_path, wants_colour
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


@pytest.mark.parametrize(
    ("platform", "path", "typed"),
    [
        ("linux", "merebrook", "merebrook"),
        ("linux", "St John's", "'St John'\"'\"'s'"),
        ("win32", "merebrook", "merebrook"),
        ("win32", r"D:\updates\merebrook", r"D:\updates\merebrook"),
        ("win32", r"C:\OneDrive - Merebrook\St John's", r'"C:\OneDrive - Merebrook\St John\'s"'.replace("\\'", "'")),
        ("win32", "a&b", '"a&b"'),
    ],
)
def test_a_path_is_quoted_as_the_shells_of_the_system_have_it(
    platform: str, path: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both cmd and PowerShell take quotation marks; to cmd, an apostrophe is a letter."""
    monkeypatch.setattr(sys, "platform", platform)
    assert quoted(path) == typed


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "choice", "stream", "answer"),
    [
        ({}, "auto", Terminal(), True),
        ({}, "auto", io.StringIO(), False),
        ({"NO_COLOR": "1"}, "auto", Terminal(), False),
        ({"NO_COLOR": ""}, "auto", Terminal(), True),
        ({"TERM": "dumb"}, "auto", Terminal(), False),
        ({}, "never", Terminal(), False),
        ({"NO_COLOR": "1"}, "always", io.StringIO(), True),
    ],
)
def test_colours_are_for_people_who_want_them(
    variables: dict[str, str], choice: str, stream: io.StringIO, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(stream, choice) is answer


def test_findings_are_counted_in_words() -> None:
    nowhere = Span("a", 0, 0)
    error, warning = Diagnostic("bad-due", "x", nowhere), Diagnostic("hidden-target", "x", nowhere)
    assert counted([error]) == "1 error"
    assert counted([warning, error, error]) == "2 errors and 1 warning"


def test_a_path_can_be_opened_from_where_the_user_is() -> None:
    assert [content_prefix(Path(words)) for words in (".", "content", "a/b/", "/x")] == ["", "content/", "a/b/", "/x/"]


def test_a_path_is_shown_the_shorter_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert shown_path(tmp_path / "here" / "below" / "x.yml") == "below/x.yml"
    assert shown_path(tmp_path / "there") == "../there"
    assert shown_path(Path("/srv/there")) == "/srv/there"


def test_a_path_on_another_drive_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", refuse)
    assert shown_path(Path("/papers/november")) == "/papers/november"
