"""The newsletter as a message, in a browser as in a mail program: axe, contrast, and room on the smallest phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.making.email import email_html
from tests.browser.axe import AXE, run_axe
from tests.browser.looking import DESKTOP, LOOK, SMALLEST
from tests.making.issues import newest_issue, renderer_for

pytestmark = pytest.mark.browser

# Around a message stands the mail program's own page, which has the landmarks.
OF_THE_MAIL_PROGRAM = {rule: {"enabled": False} for rule in ("region", "landmark-one-main")}
# As for pages: both schemes and both layouts in every run; each scheme in each layout in the long one.
READERS = [
    pytest.param(("light", DESKTOP), id="light-desktop"),
    pytest.param(("dark", SMALLEST), id="dark-smallest"),
    pytest.param(("light", SMALLEST), id="light-smallest", marks=pytest.mark.long),
    pytest.param(("dark", DESKTOP), id="dark-desktop", marks=pytest.mark.long),
]


@pytest.fixture(params=["staff", "residents"])
def message(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = tmp_path / "message.html"
    file.write_bytes(email_html(renderer_for(request.param), newest_issue(request.param)))
    return file.as_uri()


@pytest.fixture(params=READERS)
def shown(request: pytest.FixtureRequest, chromium: Browser, message: str) -> Iterator[Page]:
    scheme, viewport = request.param
    context = chromium.new_context(color_scheme=scheme, viewport=viewport)
    for script in (AXE, LOOK):
        context.add_init_script(path=script)
    page = context.new_page()
    page.goto(message)
    yield page
    context.close()


def test_a_message_can_be_read_by_everyone(shown: Page) -> None:
    violations, incomplete = run_axe(shown, OF_THE_MAIL_PROGRAM)
    undecided = [one for one in incomplete if one["id"] != "color-contrast"]
    told = [(one["id"], node["target"]) for one in [*violations, *undecided] for node in one["nodes"]]
    assert told == []
    assert shown.evaluate("look.faint()") == []


def test_a_message_fits_the_screen(shown: Page) -> None:
    assert shown.evaluate("look.sideways()") == []
    assert shown.evaluate("look.cut()") == []


def test_a_message_asks_the_network_for_nothing(chromium: Browser, message: str) -> None:
    asked: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(message, wait_until="networkidle")
    page.close()
    assert asked == [message]
