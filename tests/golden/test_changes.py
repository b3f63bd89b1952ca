"""What an approver of the golden programme reads: all of it, residents' part of it, and since an early edition."""

import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.authoring.review_forms import as_markdown, as_text
from generator.authoring.reviewing import review
from generator.briefing.review_views import ReviewPage
from generator.domain.content import Content
from generator.reading.content import read_content
from generator.text.source import Source

HERE = Path(__file__).parent
ON = date(2020, 6, 2)
EDITIONS = ("2020-01", "2020-02", "2020-03", "2020-04")


@cache
def golden() -> tuple[Content, dict[str, Source]]:
    content, sources, _ = read_content(HERE / "content")
    assert content
    return content, dict(sources)


def page(audience: str = "", since: str = "") -> ReviewPage:
    content, sources = golden()
    return review(content, content.programme.audience(audience), since, ON, sources)


@pytest.mark.parametrize("name", ["all", "all-since-2020-02", "staff", "residents", "residents-since-2020-02"])
def test_the_changes_say_what_they_must(name: str) -> None:
    audience, _, since = name.partition("-since-")
    said = as_text(page(audience.replace("all", ""), since), 100)
    expected = HERE / "expected" / "changes" / f"{name}.txt"
    if os.environ.get("GOLDEN_UPDATE"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("since", EDITIONS)
@pytest.mark.parametrize("audience", ["", "staff", "residents"])
def test_each_promise_is_told_once_with_its_place_in_each_form(audience: str, since: str) -> None:
    told = page(audience, since)
    ids = [item.id for group in told.groups for item in group.items]
    assert len(ids) == len(set(ids)) > 0
    for said in (as_text(told, 100), as_markdown(told).replace("`", "")):
        assert re.findall(r"([\w-]+), editions/[\d-]+/\w+\.\w+:\d+$", said, re.MULTILINE) == ids


@pytest.mark.parametrize("since", EDITIONS)
def test_residents_are_told_nothing_of_what_is_for_staff(since: str) -> None:
    said = as_text(page("residents", since), 100)
    assert "dispute" not in said
    assert "maker" not in said


def test_the_programme_s_own_people_are_told_of_it() -> None:
    assert "dispute" in as_text(page("", "2020-01"), 100)
