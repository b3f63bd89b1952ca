"""Bullets that Markdown takes for words: those that word processors write, and those that lost their space."""

import re

# What is never anything else at the start of a line. Word's own stand in the private range of its Symbol fonts.
_ALWAYS = "•‣▪▫●◦∙⁃◘○■□◆◇❖➢➤►▶✓✔✗✘\uf000-\uf0ff"
# What may also be a dash, a letter or a sign, and is a bullet before a tab or spaces.
_BEFORE_SPACE = "–—―·§¨"
_BOX = r"\[[ xX]?\](?=\s)"  # to tick, as other dialects of Markdown have it
_AT_START = re.compile(rf"[{_ALWAYS}]|[{_BEFORE_SPACE}](?=\s)|[oØ](?=\t| {{2,}})|{_BOX}")
_IN_LATER_LINE = re.compile(rf"\n[ \t]*(?P<bullet>[{_ALWAYS}]|o(?=\t))")


def pasted_bullet(words: str) -> tuple[int, int] | None:
    """The range of the first bullet that words, or one of their further lines, begin with."""
    if found := _AT_START.match(words):
        return found.span()
    found = _IN_LATER_LINE.search(words)
    return found.span("bullet") if found else None


# A number with decimals, a minus before a number and words between two stars are none of them.
_CLOSE = re.compile(
    r"(?:^|\n)[ \t]*(?P<bullet>-(?=[^\W\d_]|\*\*\w|[\[\"“‘]\w)|\*(?=[^\W\d_])|\d{1,2}[.)](?=[^\W\d_]{2}))"
)
_END_OF_EMPHASIS = re.compile(r"(?<=\S)\*")


def close_bullet(words: str) -> tuple[int, int] | None:
    """The range of the first bullet, or number of a list, that begins a line without a space after it."""
    for found in _CLOSE.finditer(words):
        if found["bullet"] != "*" or not _END_OF_EMPHASIS.search(words, found.end() + 1):
            return found.span("bullet")
    return None
