"""The second lock on HTML that is made from a writer's words: what is not on this list is not published.

The list says exactly what prose.py writes. It is held by a sanitiser that parses as a browser does and knows nothing of
prose.py, so that a slip there is found here.
"""

from functools import cache, lru_cache
from html import unescape

import nh3

from generator.domain.target import OUTSIDE_SCHEMES

ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "aria-label", "id"},
    "div": {"aria-label"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"src", "alt"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"aria-label"},
    "span": {"lang"},
}
VALUES: dict[str, dict[str, set[str]]] = {
    "div": {"tabindex": {"0"}, "role": {"region"}},
    "span": {"dir": {"ltr", "rtl"}},
    "th": {"scope": {"col", "row"}},
}
CLASSES: dict[str, set[str]] = {
    "a": {"here"},
    "div": {"headed", "only-for", "table-scroll"},
    "p": {"only-for-title"},
    "section": {"footnotes"},
    "td": {"align-centre", "align-end"},
    "th": {"align-centre", "align-end"},
}
TAGS = frozenset(
    {
        *ATTRIBUTES, *VALUES, *CLASSES,
        "blockquote", "br", "code", "em", "hr", "pre", "s", "strong", "sup", "table", "tbody", "thead", "tr", "ul",
    }
)  # fmt: skip


_READ_AS = {0x0D: 0x0A, 0x00: None}  # what every parser of HTML makes of these


class NotAllowedError(Exception):
    """HTML that we made ourselves is not as we promise: our own fault, whatever the words were."""


@cache
def _sanitiser() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        tag_attribute_values=VALUES,
        allowed_classes=CLASSES,
        url_schemes=set(OUTSIDE_SCHEMES),
        link_rel=None,
        clean_content_tags=set(),
        generic_attribute_prefixes=set(),
    )


@lru_cache(maxsize=4096)
def is_address(escaped: str) -> bool:
    """Whether a link may lead there: browsers can read it, and its scheme is one of ours."""
    return "href" in _sanitiser().clean(f'<a href="{escaped}"></a>')


def passed(html: str) -> str:
    """The HTML as it is. Raises NotAllowedError where the sanitiser would change more than how a letter is written.

    Words without any markup have nothing that could be wrong.
    """
    if "<" in html and unescape(_sanitiser().clean(html)) != unescape(html.replace("\r\n", "\n").translate(_READ_AS)):
        raise NotAllowedError(f"this HTML is not on our list: {html[:500]}")
    return html
