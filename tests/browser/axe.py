"""axe-core, asked what is wrong with a page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

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
