"""From saved to served, with a server of three lines."""

import sys
from pathlib import Path

import pytest

from benchmarks.preview import NoAnswerError, Server, free_port, times


def test_the_time_until_new_words_are_served_is_taken_for_each_edit(tmp_path: Path) -> None:
    port = free_port()
    page = tmp_path / "page.html"
    page.write_text("old", encoding="utf-8")
    command = (sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(tmp_path))
    server = Server("small", command, tmp_path, f"http://127.0.0.1:{port}/page.html")

    def edit(turn: int) -> str:
        page.write_text(f"new {turn}", encoding="utf-8")
        return f"new {turn}"

    taken = times(server, edit, 2)
    assert len(taken) == 2
    assert all(0 < seconds < 10 for seconds in taken)


def test_a_server_that_ends_is_told_with_its_words(tmp_path: Path) -> None:
    server = Server("gone", (sys.executable, "-S", "-c", "print('no such command')"), tmp_path, "http://127.0.0.1:9/")
    with pytest.raises(NoAnswerError, match="gone ended with code 0: no such command"):
        times(server, lambda _: "", 1)
