"""What a screen reader is given to say: pages as Chromium's accessibility tree has them, and no test of markup."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import DESKTOP
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

# As many as somebody who goes from landmark to landmark can keep in mind.
MOST_LANDMARKS = 9
LANDMARKS = {"banner", "main", "contentinfo", "navigation", "region", "search", "complementary", "form"}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that is said; `within` are the roles of what it stands in, from the page down."""

    role: str
    name: str
    about: str
    within: tuple[str, ...]


def heard(chromium: Browser, url: str) -> list[Heard]:
    """All that a page gives to those who hear it, in order. What is hidden from them is left out."""
    context = chromium.new_context(viewport=DESKTOP)
    try:
        page = context.new_page()
        page.goto(url)
        found = context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    finally:
        context.close()
    by_id = {node["nodeId"]: node for node in found}
    return list(_walk(found[0], by_id, ()))


def _walk(node: dict[str, Any], by_id: dict[str, dict[str, Any]], within: tuple[str, ...]) -> Iterator[Heard]:
    role = _words(node, "role")
    if not node.get("ignored"):
        yield Heard(role, _words(node, "name").strip(), _words(node, "description"), within)
        within = (*within, role)
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _walk(by_id[child], by_id, within)


def _words(node: dict[str, Any], what: str) -> str:
    return str(node.get(what, {}).get("value", ""))


def largest(site: Site, template: str) -> str:
    (page,) = site.most_on_them(template, 1)
    return site.url(page)


def test_a_chart_is_named_and_does_not_say_what_was_just_said(site: Site, chromium: Browser) -> None:
    """What it tells stands in a sentence before it and in the table after it: its name says that it is one."""
    said = heard(chromium, largest(site, "measure"))
    (sentence,) = (it.name for it in said if it.role == "StaticText" and it.name.startswith("It began at"))
    (chart,) = (it for it in said if it.role == "image")
    assert sentence not in chart.name + chart.about
    assert chart.name.startswith("Chart: ")
    assert "table" in chart.about


def test_the_signs_and_numbers_drawn_in_a_chart_are_not_said_one_by_one(site: Site, chromium: Browser) -> None:
    said = heard(chromium, largest(site, "measure"))
    assert [it.name for it in said if "image" in it.within and it.name] == []


def test_what_a_style_sheet_draws_between_links_is_not_said(site: Site, chromium: Browser) -> None:
    said = heard(chromium, largest(site, "action"))
    signs = [it.name for it in said if it.role == "StaticText" and "navigation" in it.within and not it.name.isalnum()]
    assert [sign for sign in signs if not any(letter.isalpha() for letter in sign)] == []


def test_a_glossary_of_many_letters_leaves_the_landmarks_few(site: Site, chromium: Browser) -> None:
    said = heard(chromium, largest(site, "glossary"))
    landmarks = [it.name for it in said if it.role in LANDMARKS]
    assert [name for name in landmarks if len(name) == 1] == []
    assert len(landmarks) <= MOST_LANDMARKS
