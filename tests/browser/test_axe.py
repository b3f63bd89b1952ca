"""axe-core finds no violation, and nothing that it cannot decide, of WCAG 2.2 AA and its best practices."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ALL, FEW
from tests.browser.looking import DESKTOP, LOOK, PHONE, Pages

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# All that is well takes axe longer to describe than all else takes it to find.
_RUN = """async (how) => {
  const { violations, incomplete } = await axe.run(document, { resultTypes: ["violations", "incomplete"], ...how });
  return [violations, incomplete];
}"""

# What axe may leave open, and who decides it instead. Anything else that it cannot decide is a failure.
DECIDED_ELSEWHERE = {
    "color-contrast": "a cell of one digit, a table that scrolls, a sign that is drawn: look.faint measures them",
}


def run_axe(page: Page, rules: Mapping[str, Any] | None = None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What fails, and what axe cannot decide. `rules` says of single ones whether they are asked at all."""
    violations, incomplete = page.evaluate(_RUN, {"runOnly": RULES, "rules": rules or {}})
    return violations, incomplete


def axe_findings(page: Page) -> list[str]:
    violations, incomplete = run_axe(page)
    undecided = [one for one in incomplete if one["id"] not in DECIDED_ELSEWHERE]
    faint = page.evaluate("look.faint()")
    return [*_told(violations, "fails"), *_told(undecided, "cannot be decided"), *faint]


def _told(results: list[dict[str, Any]], word: str) -> list[str]:
    return [
        f"{one['id']} {word} at {node['target']}: {node['failureSummary']}" for one in results for node in one["nodes"]
    ]


LAYOUTS = {"desktop": DESKTOP, "phone": PHONE}
IN_EVERY_RUN = {("staff", "dark", "phone"), ("residents", "light", "desktop")}


def readers() -> Iterator[Any]:
    """Both schemes and both layouts in every run; each scheme in each layout, of both sites, in the long one."""
    for whose, scheme, layout in product((*FEW, *ALL), ("light", "dark"), LAYOUTS):
        is_long = (whose.id, scheme, layout) not in IN_EVERY_RUN
        marks = (*whose.marks, *([pytest.mark.long] if is_long else []))
        yield pytest.param(*whose.values, scheme, LAYOUTS[layout], id=f"{whose.id}-{scheme}-{layout}", marks=marks)


@pytest.mark.parametrize(("pages", "scheme", "viewport"), [*readers()], indirect=["pages"])
def test_axe_finds_nothing(pages: Pages, scheme: str, viewport: dict[str, int]) -> None:
    assert AXE.is_file(), "axe is not here: npm ci"
    pages.have_no(axe_findings, scripts=[AXE, LOOK], color_scheme=scheme, viewport=viewport)


@pytest.mark.long
def test_axe_finds_nothing_where_the_script_has_not_arrived(pages_with_a_script: Pages) -> None:
    pages_with_a_script.have_no(axe_findings, scripts=[AXE, LOOK], is_script_lost=True)
