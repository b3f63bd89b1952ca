"""All pages that are made, in order. One more is one more line."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making import commands, content, findings, records, theme

REFERENCE = Path(__file__).parents[1] / "reference"

_PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "content.md": content.page,
    "theme.md": theme.page,
    "json.md": records.page,
    "diagnostics/README.md": findings.page,
}


def made() -> dict[str, str]:
    """Each page's text by its path below docs/reference."""
    return {path: make() for path, make in _PAGES.items()}
