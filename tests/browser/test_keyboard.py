"""The keyboard reaches everything, in order, without a trap, and shows where it stands.

Source: WCAG 2.2, success criteria 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7 and 2.4.11.
"""

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
    reached: list[int] = []
    faults: list[str] = []
    for _ in range(2 * len(stops) + 10):
        page.keyboard.press("Tab")
        stop = page.evaluate("look.focus()")
        if stop is None or stop["number"] in reached[:1]:  # it has left the page, or come round
            break
        faults += stop["faults"]
        reached += [stop["number"]] if stop["number"] >= 0 else []
    in_order = reached == list(range(len(stops)))
    return faults if in_order else [*faults, f"Tab does not take the {len(stops)} stops in order: {reached}"]


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
