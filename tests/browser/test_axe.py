"""axe-core finds no violation, and nothing that it cannot decide, of WCAG 2.2 AA and its best practices."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looking import DESKTOP, PHONE, Pages

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page) -> list[str]:
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations', 'incomplete']})", RULES)
    return [*_told(found["violations"], "fails"), *_told(found["incomplete"], "cannot be decided")]


def _told(results: list[dict[str, Any]], word: str) -> list[str]:
    return [f"{one['id']} {word} at {node['target']}: {node['failureSummary']}" for one in results for node in one["nodes"]]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(pages: Pages, scheme: str, viewport: dict[str, int]) -> None:
    assert AXE.is_file(), "axe is not here: npm ci"
    assert pages.each(axe, scripts=[AXE], color_scheme=scheme, viewport=viewport) == []
