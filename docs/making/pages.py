"""All pages that are made, by their paths below docs/reference. One more is one more line."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making import commands, content, findings, records, theme

REFERENCE = Path(__file__).parents[1] / "reference"

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "content.md": content.page,
    "theme.md": theme.page,
    "json.md": records.page,
    "diagnostics/README.md": findings.page,
}
