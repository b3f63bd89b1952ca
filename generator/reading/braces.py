"""What stands in braces at the end of an action, read raw; and the rule that what is not consumed is an error."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.reading.desk import Desk, closest
from generator.reading.passage import Passage
from generator.text.source import Span

NAMES = ("due", "for", "reason", "project", "measure", "after", "from", "tags")

_ITEM = re.compile(
    r"""[\s>]*(?:
        \#(?P<id>[^\s{}"'“”‘’=]+)
      | (?P<name>[^\s{}"'“”‘’=\#]+)\s*=\s*(?:
            "(?P<straight>[^"]*)" | “(?P<curly>[^“”]*)” | ”(?P<closing>[^“”]*)”
          | '(?P<single>[^']*)' | ‘(?P<curly_single>[^‘’]*)’
          | (?P<bare>[^\s{}"'“”‘’]+) )
    )(?=[\s}])""",
    re.VERBOSE,
)
_VALUE_GROUPS = ("straight", "curly", "closing", "single", "curly_single", "bare")

# A brace that is meant for us, however it is spaced, cased or typed; and a `for=` that lost its brace. `?for=` in an
# address is neither.
_MEANT = re.compile(
    rf"[{{｛]\s*(?:\#|(?:id|{'|'.join(NAMES)})\s*=)|(?<![\w?&/.=-])for\s*=\s*[\"'“”‘’]?\w", re.IGNORECASE
)
_BLOCK_MARK = re.compile(r"[:：]{3,}|^[ \t>]*::", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attribute:
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Braces:
    """The attributes by name, the id under `id`; `start` and `end` are offsets in the passage."""

    attributes: dict[str, Attribute]
    start: int
    end: int


def read_braces(passage: Passage, start: int, end: int, desk: Desk) -> Braces | None:
    """The braces at the end of `passage.text[start:end]`, the lines of an item's first paragraph; None without them.

    Braces that cannot be read whole are reported and give no attributes, but do count as found, so that the rest of
    the item is still read.
    """
    text = passage.text[start:end].rstrip()
    if not text.endswith("}"):
        return None
    meant = _MEANT.search(text)
    opened = meant.start() if meant and text[meant.start()] == "{" else text.rfind("{")
    if opened < 0:
        return None
    attributes = _read_items(passage, start + opened, start + len(text), desk)
    return Braces(attributes, start + opened, start + len(text))


def _read_items(passage: Passage, opened: int, end: int, desk: Desk) -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {}
    at = opened + 1
    while passage.text[at : end - 1].strip(" \t\r\n>"):
        item = _ITEM.match(passage.text, at, end)
        if item is None:
            _report_malformed(passage, opened, at, end, desk)
            return {}
        name = "id" if item["id"] else item["name"]
        span = passage.span(item.end() - len(item.group().lstrip(" \t\r\n>")), item.end())
        if name != "id" and name not in NAMES:
            desk.report(
                "unknown-attribute", f"`{name}` is not something that braces can say", span, closest(name, NAMES)
            )
        elif name in attributes:
            desk.report("malformed-braces", f"`{name}` stands twice in these braces", span, "keep one of them")
        else:
            value = item["id"] or next((item[group] for group in _VALUE_GROUPS if item[group] is not None), "")
            attributes[name] = Attribute(" ".join(value.replace("\n>", "\n").split()), span)
        at = item.end()
    if not attributes:
        _report_malformed(passage, opened, opened, end, desk)
    return attributes


def _report_malformed(passage: Passage, opened: int, at: int, end: int, desk: Desk) -> None:
    rest = passage.text[at:end]
    closing = rest.find("}")
    if 0 <= closing < len(rest) - 1:
        words = passage.span(at + closing + 1, end)
        desk.report(
            "malformed-braces",
            "words follow the braces",
            words,
            "braces end the action's first paragraph: put the words before them",
        )
        return
    desk.report(
        "malformed-braces",
        "these braces cannot be read",
        passage.span(at if rest.strip(" }\n") else opened, end),
        'write them as {#short-name due="March 2020" for=staff}, with quotes around more than one word',
    )


def report_unconsumed(passage: Passage, consumed: Iterable[tuple[int, int]], desk: Desk) -> None:
    """Whatever looks like our braces or blocks, and was not read as such, must never become public text."""
    ranges = sorted(consumed)

    def is_consumed(offset: int) -> bool:
        return any(start <= offset < end for start, end in ranges)

    for found in _MEANT.finditer(passage.text):
        if not is_consumed(found.start()):
            desk.report(
                "stray-braces",
                f"`{found.group().strip()}` is not at the end of an action's first paragraph, so nothing reads it",
                passage.span(found.start(), found.end()),
                "move the braces to the end of the action's first paragraph; in YAML, write the fields one a line",
            )
    for found in _BLOCK_MARK.finditer(passage.text):
        if not is_consumed(found.start()):
            desk.report(
                "stray-block-mark",
                "these colons neither open nor close a part for one audience",
                passage.span(found.start(), found.end()),
                "open with `::: staff` and close with `:::`, each alone on its line, without spaces before it",
            )
