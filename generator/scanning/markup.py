"""The tags of a finished page: the words that are left without them, and the places of the site that they lead to."""

import html
import re
from functools import lru_cache
from posixpath import dirname, join, normpath

from generator.values import dataclass

_LEADING = ("href", "src", "srcset", "poster", "data", "action")
_SHORT = 500  # letters; what is longer is not kept, since thousands of them would need much room


def _in_any_case(name: str) -> str:
    """Much faster than a pattern that ignores case, and this one goes through everything that we make."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in name)


# What a page says of itself is mostly a bare word, such as its kind: an address has one of these signs.
_MAY_LEAD = rf"""{_in_any_case("content")}(?=\s*=\s*(?:["'][^"']*[/.:=]|[^\s"'<>]*[/.:=]))"""
# A value stands in quotes of either kind, or in none.
_LEADS_TO = re.compile(
    rf"""[\s"'/](?:{"|".join(map(_in_any_case, _LEADING))}|{_MAY_LEAD})\s*=\s*["']?((?<=["'])[^"']*|[^\s"'<>]+)"""
)
_WHEN_TO_LEAD_ON = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*", re.IGNORECASE)  # as a page at an old address says it
_BEHIND = re.compile(r"[?#].*", re.DOTALL)
_UP = re.compile(r"(?:\.\./)+(?=\w[^:]*\Z)")
# Of pages, and of what Office packs: its paragraphs, rows, cells, shared strings and points of charts.
_BLOCK = re.compile(
    r"</?(?:(?:p|div|li|td|th|h[1-6]|br|dt|dd|tr|section|caption|title|option|pre|table)"
    r"|(?:[a-z]\w*:)?(?:p|br|cr|tab|tc|c|v|row|si|pt|h|table-cell|list-item|line-break"
    # Of drawings: a text, and what of it has a place of its own, as a new line has.
    r"|text|tspan(?=\s(?:[^<>]*\s)?[xy]\s*=)))(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_FIELD = "w:instrText"  # of Word: what it is to work out, or where a link leads; readers see what follows from it
_HYPHEN = re.compile(r"<\w+:noBreakHyphen[\s/][^<>]*>")  # of Word, where its line may not end


def without_tags(text: str) -> tuple[str, list["Tag"]]:
    """The words of a text with an end of line for each tag of a block, and the tags. A `<` that nothing closes before
    the next one is a word.
    """
    before, *rest = text.split("<")  # takes less than a pattern does, and goes through all that we make
    pieces = [_known_piece(it) if len(it) < _SHORT else _piece(it) for it in rest]
    return html.unescape(before + "".join([words for words, _ in pieces])), [tag for _, tag in pieces if tag]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, what stands for it among the words, and where it leads to. What a field of Word says is in its tag."""

    written: str
    gives: str
    leads_to: tuple[str, ...]


def _piece(after_the_sign: str) -> tuple[str, Tag | None]:
    """The words that come of what stands between one `<` and the next, and its tag; None where it begins no tag."""
    inside, closed, after = after_the_sign.partition(">")
    if not closed:
        return f"<{inside}", None
    if inside.startswith(_FIELD):
        return "", Tag(f"<{inside}>{after}", "", ())
    tag = _tag(inside)
    return tag.gives + after, tag


_known_piece = lru_cache(maxsize=20_000)(_piece)  # what a page says of an action stands on others too


@lru_cache(maxsize=10_000)  # most tags of a page stand on others too
def _tag(inside: str) -> Tag:
    """What stands between `<` and `>`."""
    tag = f"<{inside}>"
    targets = [_WHEN_TO_LEAD_ON.sub("", it, count=1).strip() for it in _LEADS_TO.findall(html.unescape(tag))]
    if "srcset" in tag.lower():  # it leads to several pictures, each with its size
        targets += [choice.split()[0] for it in targets for choice in it.split(",") if choice.strip()]
    gives = "\n" if _BLOCK.fullmatch(tag) else "-" if _HYPHEN.fullmatch(tag) else ""
    return Tag(tag, gives, tuple(targets))


def from_root(path: str, target: str) -> str:
    """The path from the site's root to which a link leads on the page at `path`; another site's address as it is.

    What leads up to the root and down again leads to one place from everywhere, and most links do: these are worked
    out once.
    """
    up = _UP.match(target)
    if up and up.end() == len("../") * path.count("/"):
        return _known_place(target[up.end() :])
    return _place(path, target)


@lru_cache(maxsize=10_000)
def _known_place(target: str) -> str:
    return _place("", target)


def _place(path: str, target: str) -> str:
    """A folder ends in `/`, also where the link leaves that out, as every server leads on to it."""
    found = _BEHIND.search(target)
    behind = found[0] if found else ""
    place = target.removesuffix(behind)
    if not place:
        place = path
    elif not place.startswith("/") and ":" not in place.partition("/")[0]:
        place = normpath(join(dirname(path), place)) + ("/" if place.endswith("/") else "")
    place = place.removesuffix("index.html")
    is_folder = "." not in place.rpartition("/")[2] and not place.endswith("/")
    return f"{place}/{behind}" if place and is_folder else f"{place}{behind}"
