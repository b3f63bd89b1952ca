"""Headings of an update that were not written as headings, so that Markdown takes them for words."""

import re
from collections.abc import Container

from generator.reading.desk import looked_up

_WORDS = re.compile(r"[*_#:\s]*(?P<words>[^*_#:]+?)[*_#:\s]*")


def plain_heading(content: str, headings: Container[str]) -> str | None:
    """The words of the first line of a paragraph that holds nothing but those of a heading.

    `headings` are as `looked_up` gives them. The line may carry the marks that people use instead: `**`, `#` without a
    space, a colon.
    """
    for line in content.split("\n"):
        found = _WORDS.fullmatch(line)
        if found and looked_up(found["words"]) in headings:
            return found["words"]
    return None
