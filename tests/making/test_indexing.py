"""The search index: its bytes are the records' alone, and it holds what the page needs and no more."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.briefing.search_views import SearchRecord
from generator.making import indexing
from generator.making.index_order import in_one_order
from generator.making.searching import NotIndexed
from generator.publications.artifact import SearchIndex

STATES = ("future", "under_way", "completed", "stopped", "overdue")


def records(count: int = 40) -> tuple[SearchRecord, ...]:
    return tuple(
        SearchRecord(
            f"actions/a{number}/index.html",
            f"Promise number {number} of the council, in so many words.",
            (("title", f"Promise {number}"), ("due", ""), ("about", "Libraries")),
            (
                ("state", (STATES[number % 5],)),
                ("edition", (f"2020-{number % 12 + 1:02}", "2021-01")),
                ("workstream", (f"w{number % 7}",)),
                ("only", ()),
            ),
        )
        for number in range(count)
    )


def made(language: str = "en", count: int = 40) -> dict[str, bytes]:
    return indexing.begin_index(SearchIndex(records(count), language))()


def test_the_same_records_give_the_same_bytes() -> None:
    first = made()
    assert all(made() == first for _ in range(3))
    assert list(first) == sorted(first)


def test_its_files_are_known_by_what_they_hold() -> None:
    """So that no browser takes an old file for a new one."""
    assert made().keys() & made(count=41).keys() & {path for path in made() if path.endswith(".pf_meta")} == set()


def test_it_holds_what_the_page_needs_and_no_interface_of_its_own() -> None:
    names = {path.removeprefix("pagefind/") for path in made() if "/fragment/" not in path and "/index/" not in path}
    assert {it for it in names if "_" not in it} == {
        *("pagefind-entry.json", "pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"),
    }
    assert len([it for it in names if it.endswith(".pf_filter")]) == 3


def test_a_language_that_pagefind_has_no_grammar_for_is_searched_as_it_is_written() -> None:
    assert "pagefind/wasm.unknown.pagefind" in made("zz")
    assert list(json.loads(made("zz")["pagefind/pagefind-entry.json"])["languages"]) == ["zz"]


def test_what_is_empty_is_left_out_of_a_fragment() -> None:
    fragments = [gzip.decompress(data) for path, data in made().items() if path.endswith(".pf_fragment")]
    (told,) = (json.loads(it.removeprefix(b"pagefind_dcd")) for it in fragments if b'Promise 7"' in it)
    assert told["meta"] == {"title": "Promise 7", "about": "Libraries"}
    assert set(told["filters"]) == {"state", "edition", "workstream"}


def test_no_records_are_an_index_too() -> None:
    files = indexing.begin_index(SearchIndex((), "en"))()
    assert "pagefind/pagefind-entry.json" in files


def test_long_texts_and_strange_signs_come_through() -> None:
    words = "“naïve” \u200b \U0001f4da 中文 <script>alert(1)</script> " * 2000
    index = SearchIndex((SearchRecord("a/index.html", words, (("title", "A"),), ()),), "en")
    (fragment,) = (data for path, data in indexing.begin_index(index)().items() if path.endswith(".pf_fragment"))
    assert "<script>alert(1)</script>" in json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))["content"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x1f\x8bnonsense", id="not packed"),
        pytest.param(gzip.compress(b"no signature"), id="no signature"),
        pytest.param(gzip.compress(b"pagefind_dcd\xa1\x00\x00"), id="another kind of value"),
    ],
)
def test_a_file_of_another_make_is_refused(data: bytes) -> None:
    with pytest.raises(NotIndexed):
        in_one_order({"filter/en_1.pf_filter": data, "pagefind-entry.json": b'{"languages":{}}'})


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("", "cannot be run"),
        ("import sys; sys.stdin.read(9)", "ended before it had made"),
        ("print('eyJwYXlsb2FkIjp7InR5cGUi', end='')", "ended before it had made"),  # while it said something
        (
            'import base64; print(base64.b64encode(b\'{"payload":{"type":"Error","message":"no room"}}\')'
            ".decode(), end=',')",
            "made no search index: no room",
        ),
    ],
)
def test_a_program_that_fails_is_told_in_a_line(
    program: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pagefind"
    if program:
        file.write_text(f"#!{sys.executable}\n{program}\n")
        file.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: file)
    with pytest.raises(NotIndexed, match=words):
        made()


def test_the_program_is_gone_when_the_index_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    whole = subprocess.Popen

    def noted(command: list[str], stdin: int, stdout: int, stderr: int) -> "subprocess.Popen[bytes]":
        started.append(whole(command, stdin=stdin, stdout=stdout, stderr=stderr))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    made()
    assert [it.poll() for it in started] == [0]
