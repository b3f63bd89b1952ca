"""Pages stand without scripts, in the reader's own colours, without motion, and on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.faults import (
    A4_BETWEEN_ITS_MARGINS,
    faults_on_paper,
    trouble,
    words_out_of_sight,
)
from tests.browser.looking import MADE_BY_THE_SCRIPT, Pages, ask_script
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

# The dark scheme is the harder one here; the light one is looked at in the long run.
SCHEMES = [pytest.param("dark", id="dark"), pytest.param("light", id="light", marks=pytest.mark.long)]
TORN = """[...document.querySelectorAll(".knot")]
  .filter((step) => getComputedStyle(step).breakInside !== "avoid")
  .map((step) => `${step.innerText.trim().slice(0, 30)}: may be torn`)"""
PALE = """(() => {
  const ink = getComputedStyle(document.body).color;
  const isPale = (element) => element.matches(".muted, .small, dt, caption") && getComputedStyle(element).color !== ink;
  const isFaintBelow = (element) => element.matches("td, th") && getComputedStyle(element).borderBottomColor !== ink;
  return [...document.querySelectorAll("main *")]
    .filter((element) => isPale(element) || isFaintBelow(element))
    .map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 20)}: is pale`);
})()"""
PDF_PAGE = re.compile(rb"/Type\s*/Page\b")

motion = ask_script("moving")


def words(page: Page) -> list[str]:
    """Without empty lines: what a script shows and hides may leave some."""
    return ["\n".join(filter(str.strip, page.inner_text("body").splitlines()))]


def words_but_for_the_script(page: Page) -> list[str]:
    """All that is written without what the script adds, none of which is needed to read the page."""
    page.evaluate("made => document.querySelectorAll(made).forEach((one) => one.remove())", MADE_BY_THE_SCRIPT)
    return words(page)


def pale(page: Page) -> list[str]:
    return list(page.evaluate(PALE))


def words_broken_on_paper(page: Page) -> list[str]:
    page.emulate_media(media="print")
    return [f"{word}: is broken" for word in page.evaluate("look.brokenWords()")]


def steps_that_may_be_torn(page: Page) -> list[str]:
    """A step of a story whose heading may be the last of one sheet, with what happened on the next."""
    page.emulate_media(media="print")
    return list(page.evaluate(TORN))


def unprinted(page: Page) -> list[str]:
    return [] if PDF_PAGE.search(page.pdf(format="A4")) else ["makes no page of a PDF"]


def test_nothing_fails_while_a_page_loads(pages: Pages) -> None:
    pages.have_no(trouble)


def test_a_page_is_whole_without_scripts(pages: Pages) -> None:
    assert pages.each(words, java_script_enabled=False) == pages.each(words_but_for_the_script)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everything_is_seen_in_forced_colours(pages: Pages, scheme: str) -> None:
    pages.have_no(words_out_of_sight, forced_colors="active", color_scheme=scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_and_lines_are_in_full_colour_for_readers_who_ask_for_more_contrast(pages: Pages, scheme: str) -> None:
    """`Increase contrast` of a Mac, of a phone: other formats says that these pages heed it."""
    pages.have_no(pale, contrast="more", color_scheme=scheme)


def test_nothing_moves_for_readers_who_ask_for_less_motion(pages: Pages) -> None:
    pages.have_no(motion, reduced_motion="reduce")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_paper_has_all_words_dark_on_white_and_no_menus(pages: Pages, scheme: str) -> None:
    pages.have_no(faults_on_paper, color_scheme=scheme, viewport=A4_BETWEEN_ITS_MARGINS)


def test_no_word_at_the_head_of_a_row_or_column_is_broken_on_paper(site: Site, chromium: Browser) -> None:
    paths = ("progress/index.html",)
    Pages(chromium, site, paths).have_no(words_broken_on_paper, viewport=A4_BETWEEN_ITS_MARGINS)


def test_what_happened_stays_on_the_sheet_of_its_heading(site: Site, chromium: Browser) -> None:
    paths = ("actions/wick-lift/index.html",)
    Pages(chromium, site, paths).have_no(steps_that_may_be_torn, viewport=A4_BETWEEN_ITS_MARGINS)


def test_every_page_can_be_printed(pages: Pages) -> None:
    pages.have_no(unprinted)


def test_the_name_of_a_row_in_a_writer_s_table_looks_as_the_cells_beside_it_do(site: Site, chromium: Browser) -> None:
    """It is there for those who hear it."""
    page = chromium.new_page()
    page.goto(site.url("updates/2026-07/index.html"))
    weights = page.evaluate(
        "[...document.querySelectorAll('.prose tbody :is(th, td)')].map((it) => getComputedStyle(it).fontWeight)"
    )
    page.close()
    assert len(weights) > 3
    assert set(weights) == {"400"}
