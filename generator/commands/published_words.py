"""What a publication has changed, in words for whoever published it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from textwrap import shorten

from generator.output.by_hand import ByHand
from generator.output.publication import SiteChanges
from generator.text.plural import joined, plural

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_PAGE = "index.html"
_LONGEST = 64  # characters of a title
_READ_WHEN_TOLD = ("apache-headers.conf", "nginx-headers.conf")  # by a server, once; the others read what stands there
_NAMED = 10  # files in one line; the rest are counted
_SHOWN = 12  # pages of a kind that are named; the rest are counted


def told(changed: SiteChanges, files: Mapping[str, bytes], ending: str) -> Iterator[str]:
    """The pages that were added, changed and removed, with their titles; other files are counted.

    `ending` is what the titles of all pages end with, and what nobody needs to be told again.
    """
    if not (changed.added or changed.changed or changed.removed):
        yield "nothing has changed since the last time"
        return
    for kind, paths in (("added", changed.added), ("changed", changed.changed), ("removed", changed.removed)):
        pages = [path for path in paths if path.rpartition("/")[2] == _PAGE]
        if pages:
            yield f"{plural(len(pages), 'page')} {kind}:"
            yield from _listed(pages, files, ending)
    yield from _others(changed)
    if read_once := [path for path in changed.changed if path in _READ_WHEN_TOLD]:
        have = "has" if len(read_once) == 1 else "have"
        yield f"nginx and Apache have to be told to read their files again, as {joined(read_once)} {have} changed"


def undone(by_hand: ByHand, place: Path, is_dry: bool) -> Iterator[str]:
    """A line about what was changed there by hand, one about what of it no site has any more, and one about what was
    taken away.
    """
    to_be = "to be " if is_dry else ""
    if by_hand.changed:
        yield (
            f"changed by hand in `{place}` since the last time, and {to_be}overwritten: {_few(by_hand.changed)}; say it"
            " in the content, or in the server's own settings, if it is to stay"
        )
    if by_hand.unwanted:
        yield (
            f"changed by hand in `{place}` since the last time, and {to_be}removed, as the site has no such file any "
            f"more: {_few(by_hand.unwanted)}; keep a copy elsewhere if you need it"
        )
    if by_hand.removed:
        yield (
            f"taken away by hand from `{place}` since the last time, and {to_be}put back: {_few(by_hand.removed)}; take"
            " it out of the content if it is to stay away"
        )


def _few(paths: Sequence[str]) -> str:
    more = len(paths) - _NAMED
    return ", ".join(paths[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _listed(pages: Sequence[str], files: Mapping[str, bytes], ending: str) -> Iterator[str]:
    """Those that stand for many come before those that stand below them."""
    ordered = sorted(pages, key=lambda path: (path.count("/"), path))[:_SHOWN]
    addresses = {path: path.removesuffix(_PAGE) or "(home)" for path in ordered}
    width = max(map(len, addresses.values()))
    for path, address in addresses.items():
        title = _title(files.get(path, b"")).removesuffix(ending)
        if path.count("/") > 1:  # the title of the page above it, which its address has told
            title = title.rpartition(" - ")[0]
        yield f"  {address:<{width}}  {shorten(title, _LONGEST, placeholder=' …')}".rstrip()
    if len(pages) > _SHOWN:
        yield f"  and {len(pages) - _SHOWN} more"


def _title(page: bytes) -> str:
    found = _TITLE.search(page)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _others(changed: SiteChanges) -> Iterator[str]:
    counts = [
        f"{count} {kind}"
        for kind, paths in (("added", changed.added), ("changed", changed.changed), ("removed", changed.removed))
        if (count := sum(path.rpartition("/")[2] != _PAGE for path in paths))
    ]
    if counts:
        yield f"other files: {', '.join(counts)}"
