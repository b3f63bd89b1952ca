"""Characters that are no text: nobody sees them, and some of them mean something to Markdown, YAML or a terminal."""

import re

# C0 and C1 controls but tab and line ends, the line separators that YAML would obey, spaces and marks without width,
# changes of direction, what is no character at all, a byte order mark in mid-text, and a carriage return alone. What
# scripts and emoji are joined with stays.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\r(?!\n)")

_LINE_BREAKS = "\x0b\x0c\r\u2028\u2029\x85"


def name_of(character: str) -> str:
    return f"U+{ord(character):04X}"


def remedy_for(character: str) -> str:
    """What to do about an unseen character; those that break lines have most often been pasted for a line end."""
    if character in _LINE_BREAKS:
        return "it breaks a line in other programs: put a space or a new line in its place"
    return "delete it; if you cannot see it, delete the words around it and type them again"
