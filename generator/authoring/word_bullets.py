"""Bullets that Word wrote, made into ours where nobody can doubt what they are."""

import re

from generator.authoring.text_edits import TextEdit
from generator.reading.pasted import pasted_bullet
from generator.text.source import Source

_OTHER_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|:::|[-+*][ \t]|\d{1,9}[.)][ \t]|>|`{3}|~{3}|\r?$)")
_SPACE = re.compile(r"[ \t\u00a0]*")


def bullets_from(source: Source, at: int) -> tuple[TextEdit, ...]:
    """The changes that make `- ` of the bullet at an offset and of those in the lines below it, up to an empty one.

    None where it does not begin its line, or where the bullets below it are others or stand further in: then they may
    be of two levels, and only the writer knows which is below which.
    """
    text = source.text
    start = text.rfind("\n", 0, at) + 1
    indent = text[start:at]
    changes: list[TextEdit] = []
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if start > at and _OTHER_BLOCK.match(line):
            break
        words = line.lstrip(" \t")
        found = pasted_bullet(words)
        if found and found[0] == 0:
            bullet = start + len(line) - len(words)
            if line[: bullet - start] != indent or text[bullet] != text[at]:
                return ()
            after = _SPACE.match(text, bullet + found[1])
            changes.append(TextEdit(bullet, after.end() if after else bullet + found[1], "- "))
        elif start <= at:
            return ()
        start = end + 1 if end >= 0 else len(text)
    return tuple(changes)
