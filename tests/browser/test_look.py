"""What looks at pages sees planted faults, so that finding none means something."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import LOOK

pytestmark = pytest.mark.browser

PLANTED = {
    "sideways": '<p style="width: 2000px">far too wide</p>',
    "cut": '<p style="height: 1em; overflow: hidden; width: 5em">more words than there is room for</p>',
    "faint": '<p style="color: #bbb">hard to read</p>',
    "vanished": '<svg width="16" height="16"><path fill="white" d="M0 0h16v16z"/></svg>',
    "smallTargets": '<p><a href="#" style="font-size: 9px">tiny</a></p>',
    "moving": '<p style="transition: color 1s">slow</p>',
}
SOUND = """
<h1>Sound</h1> <p>A sentence with <a href="#">a link</a> in it.</p>
<p><a href="#" style="display: inline-block; padding: 8px">A link that stands alone</a></p>
<svg width="16" height="16"><path d="M0 0h16v16z"/></svg>
"""


@pytest.fixture
def page(chromium: Browser) -> Page:
    page = chromium.new_page()
    page.add_init_script(path=LOOK)
    page.goto("about:blank")
    return page


@pytest.mark.parametrize("look", PLANTED)
def test_a_planted_fault_is_seen(page: Page, look: str) -> None:
    page.set_content(SOUND + PLANTED[look])
    assert len(page.evaluate(f"look.{look}()")) > 0


@pytest.mark.parametrize("look", PLANTED)
def test_a_sound_page_has_no_fault(page: Page, look: str) -> None:
    page.set_content(SOUND)
    assert page.evaluate(f"look.{look}()") == []


def test_words_over_words_are_seen(page: Page) -> None:
    page.set_content('<p>One line of words</p><p style="margin-top: -2em">another on top of it</p>')
    assert len(page.evaluate("look.cut()")) > 0


@pytest.mark.parametrize(
    ("style", "fault"),
    [("outline: 0", "no focus ring"), ("outline: 3px solid #ddd", "hard to see"), ("outline: 3px solid black", "")],
)
def test_a_ring_that_nobody_sees_is_seen(page: Page, style: str, fault: str) -> None:
    page.set_content(f'<p><a href="#" style="{style}">here</a></p>')
    page.keyboard.press("Tab")
    assert fault in " ".join(page.evaluate("look.focus().faults"))


def test_a_stop_that_something_covers_is_seen(page: Page) -> None:
    page.set_content('<a href="#">here</a><div style="position: fixed; inset: 0; background: white"></div>')
    page.keyboard.press("Tab")
    assert "is covered" in " ".join(page.evaluate("look.focus().faults"))
