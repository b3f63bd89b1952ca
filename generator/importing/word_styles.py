"""Word's styles: those that an organisation has made its headings of.

Source: ECMA-376, part 1, 17.3.1.20 (outlineLvl): a style that stands in the outline is a heading, whatever its name.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from generator.importing.hidden_in_word import WORD

_VALUE = f"{WORD}val"
_LEVELS = 6  # of HTML; deeper ones are of the lowest
_OF_BODY = 9


def style_map(styles: bytes) -> str:
    """Lines that tell mammoth which styles are headings of which level; Word's own it knows. Raises ParseError."""
    if not styles:
        return ""
    found = ET.fromstring(styles).iter(f"{WORD}style")  # noqa: S314  parts that declare anything were refused
    of_paragraphs = {it.get(f"{WORD}styleId", ""): it for it in found if it.get(f"{WORD}type") == "paragraph"}
    return "".join(_lines(of_paragraphs))


def _lines(styles: Mapping[str, ET.Element]) -> Iterator[str]:
    for style in styles.values():
        name = _said(style, "name")
        level = _level(style, styles)
        if level is not None and name and not name.lower().startswith("heading ") and "\n" not in name:
            quoted = name.replace("\\", "\\\\").replace("'", "\\'")
            yield f"p[style-name='{quoted}'] => h{min(level + 1, _LEVELS)}:fresh\n"


def _level(style: ET.Element, styles: Mapping[str, ET.Element]) -> int | None:
    """From 0; its own, or that of the style on which it is based."""
    seen: list[ET.Element] = []
    while style not in seen:
        seen.append(style)
        said = style.find(f"{WORD}pPr/{WORD}outlineLvl")
        if said is not None:
            level = said.get(_VALUE, "")
            return int(level) if level.isdecimal() and int(level) < _OF_BODY else None
        style = styles.get(_said(style, "basedOn"), style)
    return None


def _said(style: ET.Element, what: str) -> str:
    found = style.find(f"{WORD}{what}")
    return "" if found is None else found.get(_VALUE, "")
