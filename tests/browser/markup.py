"""What stands in a page's HTML, as it was written and not as a browser mends it."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

FETCHING = {"src", "srcset", "poster", "data"}
FETCHED_LINKS = {"icon", "stylesheet", "preload", "modulepreload", "manifest", "prefetch", "preconnect"}
DATA = "application/ld+json"  # a script in name alone, which no browser runs
_HEADING = re.compile(r"h[1-6]")


@dataclass(slots=True)
class Markup:
    """`links` lead the reader on; `fetched` is what the browser gets by itself; `headings` are levels, in order."""

    title: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)

    @property
    def addresses(self) -> list[str]:
        return self.links + self.fetched


@cache
def markup_of(page: Path) -> Markup:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return reader.markup


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.markup = Markup()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.markup.tags.add("data block" if found.get("type") == DATA else tag)
        self.markup.ids += [found["id"]] if "id" in found else []
        self.markup.fetched += [found[name] for name in FETCHING & found.keys()]
        self.markup.headings += [int(tag[1])] if _HEADING.fullmatch(tag) else []
        if tag in {"a", "area"} and "href" in found:
            self.markup.links.append(found["href"])
        if tag == "link" and FETCHED_LINKS & set(found["rel"].split()):
            self.markup.fetched.append(found["href"])

    def handle_data(self, data: str) -> None:
        if self.lasttag == "title" and not self.markup.headings:
            self.markup.title += data
