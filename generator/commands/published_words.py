"""What a publication has changed, in words for whoever published it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from textwrap import shorten

from generator.output.publication import SiteChanges
from generator.text.plural import plural

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_PAGE = "index.html"
_LONGEST = 64  # characters of a title
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
