"""diagnostics/README.md: every code with its weight and what it means, from the codes and their pages."""

import re
from pathlib import Path

from docs.making.markdown import table, whole
from generator.text.codes import CODES, Severity

FOLDER = Path(__file__).parents[1] / "reference" / "diagnostics"
_FIRST_SENTENCE = re.compile(r"\s*(?P<words>(?:`[^`]*`|[^`])+?[.?!])(?=\s)")
_FIRST = """\
Each finding has a code, which stands in brackets in its message: `error[bad-due]`. Each code has a page, with an
example that is wrong and the same one mended. `golden explain bad-due` prints it.

An **error** means that the sites cannot be built truthfully or safely, so nothing is written. A **warning** is about
promises and words; the sites are built all the same, but `--strict` and `golden publish` stop at it. **Advice** is a
suggestion. How to raise a code, make it lighter or accept one place with its reason is told in
[Content](../content.md#an-accepted-finding).
"""


def page() -> str:
    parts = [part for severity in Severity for part in _told(severity)]
    return whole("Findings", _FIRST, *parts)


def _told(severity: Severity) -> tuple[str, str]:
    codes = sorted(code for code, weight in CODES.items() if weight is severity)
    heading = severity.value.capitalize() + ("s" if severity is not Severity.ADVICE else "")
    return f"## {heading}", table(("code", "what it says", "what it means"), map(_row, codes))


def _row(code: str) -> tuple[str, str, str]:
    """The page's title, and the first sentence of its text."""
    title, _, text = (FOLDER / f"{code}.md").read_text(encoding="utf-8").partition("\n")
    first = _FIRST_SENTENCE.match(text)
    told = " ".join(first["words"].split()) if first else ""
    return f"[`{code}`]({code}.md)", title.partition(": ")[2], told
