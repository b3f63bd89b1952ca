"""A report for scrutiny in a browser: axe, contrast, room on the smallest phone, and links that lead somewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.making.report import report_html
from tests.browser.axe import AXE, RULES
from tests.browser.looking import DESKTOP, LOOK, SMALLEST
from tests.making.issues import renderer_for
from tests.pdf.reports import page_of_the_sample

pytestmark = pytest.mark.browser

READERS = [
    pytest.param(("light", DESKTOP), id="light-desktop", marks=pytest.mark.long),
    pytest.param(("dark", SMALLEST), id="dark-smallest"),
]
LOST = """() => [...document.querySelectorAll("a[href^='#']")]
    .map(link => decodeURIComponent(link.hash.slice(1))).filter(name => !document.getElementById(name))"""


@pytest.fixture(params=READERS)
def shown(request: pytest.FixtureRequest, chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    scheme, viewport = request.param
    file = tmp_path / "report.html"
    file.write_bytes(report_html(renderer_for("staff"), page_of_the_sample()))
    context = chromium.new_context(color_scheme=scheme, viewport=viewport)
    for script in (AXE, LOOK):
        context.add_init_script(path=script)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def test_a_report_can_be_read_by_everyone(shown: Page) -> None:
    found = shown.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    undecided = [one for one in found["incomplete"] if one["id"] != "color-contrast"]
    told = [(one["id"], node["target"]) for one in [*found["violations"], *undecided] for node in one["nodes"]]
    assert told == []
    assert shown.evaluate("look.faint()") == []
    assert shown.evaluate("look.sideways()") == []
    assert shown.evaluate("look.cut()") == []
    assert shown.evaluate(LOST) == []
