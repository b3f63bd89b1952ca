"""Pages of a programme at its edges stand as those of the sample do: on the smallest screen, a desktop, and paper."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE, axe_findings
from tests.browser.conftest import WIDTHS
from tests.browser.faults import A4_BETWEEN_ITS_MARGINS, crowding, faults_on_paper, small_targets
from tests.browser.looking import LOOK, SMALLEST, Pages
from tests.browser.stress import ACTIONS_EACH, DONE_IN_2018, WORKSTREAMS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OWN_YEAR = "workstreams/w0/2018/index.html"
INDEX_OF_ACTIONS = 40 * 1024  # bytes over the wire, with 400 actions on it


@pytest.mark.parametrize("viewport", WIDTHS)
def test_nothing_scrolls_sideways_or_is_cut(stressed_pages: Pages, viewport: dict[str, int]) -> None:
    stressed_pages.have_no(crowding, viewport=viewport)


def test_targets_are_large_enough(stressed_pages: Pages) -> None:
    stressed_pages.have_no(small_targets, viewport=SMALLEST, has_touch=True, is_mobile=True)


def test_the_fullest_and_the_emptiest_pages_fit_on_paper(stressed_pages: Pages) -> None:
    stressed_pages.have_no(faults_on_paper, viewport=A4_BETWEEN_ITS_MARGINS)


@pytest.mark.long  # most of a minute; the same templates are looked at in every run, with the words of the sample
def test_axe_finds_nothing(stressed_pages: Pages) -> None:
    stressed_pages.have_no(axe_findings, scripts=[AXE, LOOK])


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_the_list_of_actions_has_all_of_them_and_stays_light(stressed: Path, audience: str) -> None:
    html = (stressed / audience / "actions" / "index.html").read_bytes()
    assert html.count(b'<span class="line-workstream">') == WORKSTREAMS * ACTIONS_EACH
    assert len(gzip.compress(html)) < INDEX_OF_ACTIONS


def test_what_ended_long_ago_is_on_the_pages_of_its_year(stressed: Path) -> None:
    own = {path: (stressed / "staff" / path).read_bytes() for path in ("actions/2018/index.html", OWN_YEAR)}
    assert own["actions/2018/index.html"].count(b'<span class="line-workstream">') == DONE_IN_2018 + 1
    assert own[OWN_YEAR].count(b'<p class="follow">') == DONE_IN_2018


@pytest.fixture
def year(stressed: Path, chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto((stressed / "staff/actions/2018/index.html").as_uri())
    yield page
    page.close()


def test_the_list_of_a_year_can_be_narrowed_and_says_that_it_is_one_page_of_several(year: Page) -> None:
    expect(year.get_by_role("search", name="Find an action on this page")).to_be_visible()
    year.get_by_role("searchbox").fill("Action 199 of")
    expect(year.locator(".filter-count")).to_have_text(f"1 of {DONE_IN_2018 + 1} actions on this page")
    year.get_by_role("searchbox").fill("no such words")
    expect(year.get_by_text("No action on this page fits.")).to_be_visible()


def test_what_a_list_counts_in_all_stands_until_it_is_narrowed(stressed: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((stressed / "staff/actions/index.html").as_uri())
    completed = page.locator('.contents a[href="#completed"] .group-count')
    listed = page.locator("#completed .action-line").count()
    expect(completed).to_have_text(str(listed + DONE_IN_2018))
    page.get_by_role("combobox", name="State").select_option(label="Completed")
    expect(completed).to_have_text(str(listed))
    page.get_by_role("button", name="Clear").click()
    expect(completed).to_have_text(str(listed + DONE_IN_2018))
    page.close()
