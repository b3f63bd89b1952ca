"""The residents' pages lie on a telephone whose browser is from 2017 (Chrome 58) as they do on a new one.

Such a browser passes over each declaration that it does not know. Sides that follow the direction of writing have an
older name there, `-webkit-margin-start`, by which a new Chromium knows them too.
"""

import re
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import pages_of
from tests.browser.looking import SMALLEST
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

PASSED_OVER = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|inset)-(?:inline|block)[-\w]*|gap|text-underline-offset|text-wrap)\s*:[^;}]*;?"
    r'|list-style-type: "";?|overflow-wrap: anywhere;?|font-size: clamp\([^;}]*;?'
)
# Where each thing begins, and what stands before an item of a list: "" and none look alike, and are heard differently.
LYING = """
  [...document.querySelectorAll('nav a, main li, main p, main dd, h1, h2, h3, .line > *, .knot-mark, .counts li')]
    .filter((it) => it.getClientRects().length)
    .map((it) => `${it.tagName} ${it.className} begins at ${Math.round(it.getClientRects()[0].left)}`
      + ` after ${getComputedStyle(it).listStyleType.replace('""', 'none')}: ${it.textContent.trim().slice(0, 30)}`)
"""


def on_an_old_phone(style: str) -> str:
    return PASSED_OVER.sub("", style)


def lying_elsewhere(page: Page, style: str) -> list[str]:
    now = page.evaluate(LYING)
    page.evaluate("document.querySelector('link[rel=stylesheet]').remove()")
    page.add_style_tag(content=on_an_old_phone(style))
    then = page.evaluate(LYING)
    assert len(now) == len(then) > 0
    return [f"{before}, but: {after}" for before, after in zip(now, then, strict=True) if before != after]


def test_what_an_old_phone_does_not_know_moves_nothing(sites: dict[str, Site], chromium: Browser) -> None:
    residents = sites["residents"]
    style = (residents.folder / "assets" / "site.css").read_text(encoding="utf-8")
    pages_of(residents, 1, chromium).have_no(partial(lying_elsewhere, style=style), viewport=SMALLEST, bypass_csp=True)


def test_what_it_knows_by_an_older_name_is_kept() -> None:
    style = "li { -webkit-margin-end: 1em; margin-inline-end: 1em; gap: 1em; grid-gap: 1em; color: red }"
    assert on_an_old_phone(style) == "li { -webkit-margin-end: 1em;   grid-gap: 1em; color: red }"
