"""Bullets as word processors write them, which Markdown takes for words."""

import re

# What is never anything else at the start of a line. Word's own stand in the private range of its Symbol fonts.
_ALWAYS = "•‣▪▫●◦∙⁃◘○■□◆◇❖➢➤►▶✓✔✗✘\uf000-\uf0ff"
# What may also be a dash, a letter or a sign, and is a bullet before a tab or spaces.
_BEFORE_SPACE = "–—―·§¨"
_AT_START = re.compile(rf"[{_ALWAYS}]|[{_BEFORE_SPACE}](?=\s)|[oØ](?=\t| {{2,}})")
_IN_LATER_LINE = re.compile(rf"\n[ \t]*(?P<bullet>[{_ALWAYS}]|o(?=\t))")


def pasted_bullet(words: str) -> tuple[int, int] | None:
    """The range of the first bullet that words, or one of their further lines, begin with."""
    if found := _AT_START.match(words):
        return found.span()
    found = _IN_LATER_LINE.search(words)
    return found.span("bullet") if found else None
