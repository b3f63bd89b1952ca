"""The golden programme and what it must become, for both audiences."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.build import Result, build
from generator.request import BuildRequest
from tests.building import files_of
from tests.golden.reading_aloud import words_of_page

HERE = Path(__file__).parent
ON = date(2020, 6, 2)
UPDATE = "readers hear something else: if it is wanted, GOLDEN_UPDATE=1 pytest tests/golden, and read the difference"
THREADS = ("lift", "assistant", "points", "points-first", "points-second", "wifi", "wifi-hall", "doors", "bus-stops")
PAGES = (
    "index.html",
    "timeline/index.html",
    "progress/index.html",
    "workstreams/libraries/index.html",
    "updates/2020-03/index.html",
    "actions/index.html",
    "accessibility/index.html",
    "formats/index.html",
    *(f"actions/{thread}/index.html" for thread in THREADS),
)


@cache
def golden() -> Result:
    return build(BuildRequest(HERE / "content", lambda _: ON))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("site", ["staff", "residents"])
def test_a_page_says_what_it_must(site: str, page: str) -> None:
    said = words_of_page(files_of(golden(), site)[page].decode())
    expected = (
        HERE / "expected" / site / f"{page.removesuffix('index.html').strip('/').replace('/', '-') or 'home'}.txt"
    )
    if os.environ.get("GOLDEN_UPDATE"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8"), UPDATE


def test_the_findings_are_the_promise_that_nobody_speaks_of_and_the_one_that_is_overdue() -> None:
    assert [(it.code, it.subject) for it in golden().findings] == [("unmentioned", "bus-stops"), ("overdue", "dispute")]


def test_residents_see_no_trace_of_the_promise_for_staff() -> None:
    site = files_of(golden(), "residents")
    assert "actions/dispute/index.html" not in site
    assert not [path for path, data in site.items() if b"dispute" in data or b"maker" in data]


def test_the_headline_for_residents_is_not_graver_by_what_they_may_not_see() -> None:
    assert b"1 promise is overdue" in files_of(golden(), "staff")["progress/index.html"]
    assert b"overdue</p>" not in files_of(golden(), "residents")["progress/index.html"]
    assert b"1 open promise has not been mentioned" in files_of(golden(), "residents")["progress/index.html"]
