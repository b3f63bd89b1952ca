"""What a page holds and does not show; what stands in it that is no text, but for a box that somebody ticks."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.importing.document import HIDDEN, Piece, paragraph
from generator.importing.encodings import seen

# Not words of the text, or not seen at all.
_LEFT_OUT = (
    "script, style, template, noscript, nav, head, button, select, input, textarea, svg, object, iframe, [hidden]"
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE)
_BOXES = {True: "☑", False: "☐"}
_OF_WORDS = ("p", "li", "label", "span", "td", "th", "dt", "dd")


def take_away(tree: LexborHTMLParser) -> Iterator[Piece]:
    """What is no text is taken out of the page, and what it hides is given; a box among words is a sign. A page that
    is hidden as a whole is one that its scripts would have shown.
    """
    for box in tree.css("input[type=checkbox], input[type=radio]"):
        if box.parent is not None and box.parent.tag in _OF_WORDS:
            after = box.next.text_content or "" if box.next is not None and box.next.tag == "-text" else ""
            box.replace_with(_BOXES["checked" in box.attributes] + ("" if after[:1].isspace() else " "))
    for left_out in tree.css(_LEFT_OUT):
        left_out.decompose()
    for hidden in [it for it in tree.css("body [style]") if _is_hidden(it) and not _is_within(it)]:
        words = " ".join(seen(hidden.text(deep=True, separator=" ")).split())
        hidden.decompose()
        if any(map(str.isalnum, words)):
            yield Piece(paragraph(words), "the page", HIDDEN)


def _is_hidden(node: LexborNode) -> bool:
    return _HIDDEN.search(node.attributes.get("style") or "") is not None


def _is_within(node: LexborNode) -> bool:
    """Whether what holds it is hidden, and goes with it."""
    above = node.parent
    while above is not None and above.tag != "body":
        if _is_hidden(above):
            return True
        above = above.parent
    return False
