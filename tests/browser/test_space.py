"""Pages fit the reader's screen and letters: 320 px, text twice as large, text spaced out, targets of 24 px.

Source: WCAG 2.2, success criteria 1.4.10, 1.4.4, 1.4.12 and 2.5.8.
"""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import WIDTHS
from tests.browser.faults import crowding, crowding_when_text_is_twice_as_large, small_targets
from tests.browser.looking import DESKTOP, PHONE, SMALLEST, Pages
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

TOUCHED = [
    pytest.param({"viewport": PHONE, "has_touch": True, "is_mobile": True}, id="phone"),
    pytest.param({"viewport": DESKTOP}, id="desktop", marks=pytest.mark.long),
]
NARROW_PHONE = {"width": 360, "height": 800}
HALF_A_DESKTOP = {"width": 640, "height": 400}
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""


def crowding_when_the_browser_writes_twice_as_large(page: Page) -> list[str]:
    write_twice_as_large(page)
    return crowding(page)


def write_twice_as_large(page: Page) -> None:
    """The reader's own font size counts in media queries too; one from a style sheet does not."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


def broken_words(page: Page) -> list[str]:
    """Words of headings and charts that had no room, with letters twice as large."""
    write_twice_as_large(page)
    return [f"{word}: has no room" for word in page.evaluate("look.brokenWords()")]


def words_broken_in_a_title(page: Page) -> list[str]:
    page.evaluate("document.querySelector('h1').textContent = 'Communities Transformation Programme'")
    return [f"{word}: has no room" for word in page.evaluate("look.brokenWords()")]


def meanings_without_room(page: Page) -> list[str]:
    """Of a file's columns; their names are long, and have no spaces."""
    widths = "it => it.map(cell => cell.getBoundingClientRect().width)"
    narrow = [it for it in page.locator("main td").evaluate_all(widths) if it < 0.4 * SMALLEST["width"]]
    return [f"{width} px" for width in dict.fromkeys(narrow)]


def notes_close_to_a_chart(page: Page) -> list[str]:
    chart, note = (page.locator(f".charted-picture > {it}").first.bounding_box() for it in ("svg", "p"))
    assert chart
    assert note
    room = note["y"] - chart["y"] - chart["height"]
    return [f"{room} px"] if room < 8 else []


def crowding_when_text_is_spaced_out(page: Page) -> list[str]:
    page.add_style_tag(content=SPACED)
    return crowding(page)


@pytest.mark.parametrize("viewport", WIDTHS)
def test_nothing_scrolls_sideways_or_is_cut(pages: Pages, viewport: dict[str, int]) -> None:
    pages.have_no(crowding, viewport=viewport)


def test_nothing_scrolls_sideways_or_is_cut_where_the_script_has_not_arrived(pages_with_a_script: Pages) -> None:
    pages_with_a_script.have_no(crowding, viewport=SMALLEST, is_script_lost=True)


def test_text_can_be_twice_as_large(pages: Pages) -> None:
    pages.have_no(crowding_when_text_is_twice_as_large, viewport=HALF_A_DESKTOP, bypass_csp=True)


def test_the_browser_may_write_twice_as_large(pages: Pages) -> None:
    pages.have_no(crowding_when_the_browser_writes_twice_as_large, viewport=HALF_A_DESKTOP)


def test_headings_and_charts_then_have_room_on_a_phone(site: Site, chromium: Browser) -> None:
    paths = ("index.html", "accessibility/index.html", "measures/office-cost/index.html")
    Pages(chromium, site, paths).have_no(broken_words, viewport=NARROW_PHONE)


def test_the_facts_of_an_action_then_have_room_on_a_phone(site: Site, chromium: Browser) -> None:
    paths = ("actions/wick-lift/index.html",)
    Pages(chromium, site, paths).have_no(crowding_when_the_browser_writes_twice_as_large, viewport=NARROW_PHONE)


def test_a_title_of_usual_words_is_not_broken_inside_them_on_a_phone(site: Site, chromium: Browser) -> None:
    Pages(chromium, site, ("index.html",)).have_no(words_broken_in_a_title, viewport=SMALLEST)


def test_what_a_column_of_data_means_has_room_on_a_phone(site: Site, chromium: Browser) -> None:
    Pages(chromium, site, ("data/index.html",)).have_no(meanings_without_room, viewport=SMALLEST)


def test_a_note_stands_apart_from_its_chart(site: Site, chromium: Browser) -> None:
    Pages(chromium, site, ("measures/phone-wait/index.html",)).have_no(notes_close_to_a_chart, viewport=SMALLEST)


@pytest.mark.parametrize("viewport", WIDTHS)
def test_text_can_be_spaced_out(pages: Pages, viewport: dict[str, int]) -> None:
    pages.have_no(crowding_when_text_is_spaced_out, viewport=viewport, bypass_csp=True)


@pytest.mark.parametrize("how", TOUCHED)
def test_targets_are_24_px_each_way_but_for_links_in_sentences(pages: Pages, how: dict[str, Any]) -> None:
    pages.have_no(small_targets, **how)
