"""Links whose words do not say where they lead. More stand in tests/cases."""

from pathlib import Path

import pytest

from tests.building import checked

UPDATE = "editions/2020-01/customer-services.md"


def told(folder: Path, words: str) -> list[str]:
    return [found.code for found in checked(folder, {UPDATE: f"{words}\n"}) if "link" in found.code]


@pytest.mark.parametrize(
    "words",
    [
        "here", "Here", "click here", "Click here!", "read more", "Find out more", "more", "this link", "this", "link",
        "more information", "details", "See here", "download", "website", "https://www.merebrook.example/",
        "www.merebrook.example", "Read more…", "**here**",
    ],
)  # fmt: skip
def test_words_that_say_nothing_are_marked(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, f"See [{words}](https://www.merebrook.example/plan).") == ["vague-link"]


@pytest.mark.parametrize(
    "words",
    [
        "the plan", "more about parking", "our website for visitors", "how to download the form", "Council Plan 2020",
        "this month in pictures", "details of the survey", "merebrook.gov.uk is new", "herein",
    ],
)  # fmt: skip
def test_words_that_say_something_are_not_marked(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, f"See [{words}](https://www.merebrook.example/plan).") == []


def test_staff_and_residents_may_have_their_own_words_for_one_place(tmp_path: Path) -> None:
    words = (
        "## Completed\n\n- We published [the results](edition:2020-01). {#results}\n\n"
        "  > Read [what staff told us](edition:2020-01).\n"
    )
    assert told(tmp_path, words) == []


def test_one_place_named_in_two_ways_is_one_place(tmp_path: Path) -> None:
    assert told(tmp_path, "See [January](edition:2020-01) and [January](../2020-01/edition.md).") == []
    assert told(tmp_path, "See [January](edition:2020-01) and [the letter](../2020-01/edition.md).") == [
        "two-link-texts"
    ]


@pytest.mark.parametrize("link", ["**[here]({})**", "*[here]({})*", "~~[here]({})~~", "**now [here]({})**"])
def test_a_link_in_bold_is_seen_beside_one_that_is_not(tmp_path: Path, link: str) -> None:
    bold = link.format("https://www.merebrook.example/form")
    assert told(tmp_path, f"Read [the plan](https://www.merebrook.example/plan) and {bold}.") == ["vague-link"]
