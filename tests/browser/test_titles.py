"""A page's title says where it belongs, also in the list of a browser's tabs.

Source: WCAG 2.2, success criterion 2.4.2.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import Pages

pytestmark = pytest.mark.browser


def wrong_title(page: Page) -> list[str]:
    """It names the page, then what the page belongs to, the site and the council; the home page is the site."""
    section = page.locator(".breadcrumb li").all_inner_texts()[1:]
    organisation, *site = page.locator(".masthead-home > span, .masthead-home > strong").all_inner_texts()
    expected = " - ".join([page.inner_text("h1"), *section[-1:], *site, organisation])
    return [] if page.title().endswith(expected) else [f"is titled `{page.title()}`, not `… {expected}`"]


def test_it_names_the_page_its_section_the_site_and_the_council(pages: Pages) -> None:
    pages.have_no(wrong_title)
