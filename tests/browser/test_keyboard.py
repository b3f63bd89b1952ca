"""The keyboard reaches everything, in order, without a trap, and shows where it stands.

Source: WCAG 2.2, success criteria 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7 and 2.4.11.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looking import DESKTOP, PHONE, Pages

pytestmark = pytest.mark.browser


def skip_link_faults(page: Page) -> list[str]:
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    if skip.get_attribute("href") != "#main":
        return ["the first stop is no skip link"]
    faults = page.evaluate("[...look.focus().faults, ...look.unseen(document.activeElement)]")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return faults if page.evaluate("look.isPast('main')") else [*faults, "the skip link does not lead past the menus"]


def tab_faults(page: Page) -> list[str]:
    """One turn with Tab: every stop once, in the order of the page, each seen where it stands."""
    stops = page.evaluate("look.stops()")
    page.evaluate("look.noteEachStop()")
    turn: list[Any] = []
    for _ in range(2):  # what only scrolls is a stop as well, so that there may be more of them
        for _ in range(len(stops) + 5):
            page.keyboard.press("Tab")
        noted = page.evaluate("look.noted()")
        turn = list(one_turn(noted))
        if len(turn) < len(noted):
            break
    faults = [fault for stop in turn for fault in stop["faults"]]
    reached = [stop["number"] for stop in turn if stop["number"] >= 0]
    in_order = reached == list(range(len(stops)))
    return faults if in_order else [*faults, f"Tab does not take the {len(stops)} stops in order: {reached}"]


def one_turn(noted: Iterable[Any]) -> Iterator[Any]:
    """Up to where Tab has left the page, or come round."""
    first = None
    for stop in noted:
        if stop is None or stop["number"] == first:
            return
        if first is None and stop["number"] >= 0:
            first = stop["number"]
        yield stop


def test_the_first_stop_is_a_skip_link_that_works(pages: Pages) -> None:
    pages.have_no(skip_link_faults)


def test_tab_reaches_everything_in_order_and_is_always_seen(pages: Pages) -> None:
    pages.have_no(tab_faults, viewport=DESKTOP, color_scheme="light")


@pytest.mark.long
def test_tab_does_so_where_the_script_has_not_arrived(pages_with_a_script: Pages) -> None:
    pages_with_a_script.have_no(tab_faults, is_script_lost=True)


@pytest.mark.long
def test_tab_does_so_on_a_phone_in_the_dark(pages: Pages) -> None:
    pages.have_no(tab_faults, viewport=PHONE, color_scheme="dark")
