"""What a finished page needs, whoever wrote its template: a language, a title, one main part, one heading, and so on.

Authority: WCAG 2.2, criteria 1.1.1, 1.3.1, 1.4.4, 1.4.10, 2.4.1 to 2.4.4, 2.4.6, 3.1.1 and 4.1.2; and the security
policy that our pages carry, which lets nothing through that stands within a page or comes from elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.values import dataclass

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_CLOSED_BY_OTHERS = frozenset(
    {"body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr"}
)
_FETCHED = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "link": "href",
    "source": "src",
    "video": "src",
    "audio": "src",
}
_LEADS_ONLY = frozenset({"canonical", "alternate", "license", "next", "prev"})  # a `link` that fetches nothing
_OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_DATA = "application/ld+json"  # a script that is none: it is read, and never run

_FORBIDS_ZOOM = re.compile(
    r"user-scalable\s*=\s*(?:no|0)\b|maximum-scale\s*=\s*[01](?:\.\d*)?\s*(?:[,;]|$)", re.IGNORECASE
)
_OF_THE_SITE_ALONE = "style-src 'self'"
_PRESSED = ("a", "button")  # what is known by its words alone
_NAMES = ("aria-label", "aria-labelledby", "title")

_SHUT_OUT = "the pages' security policy, and the council's readers, let nothing in from elsewhere"


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is wrong with a page; `tag` is the tag as it stands there, empty where it is the want of one."""

    tag: str
    why: str
    help: str


def lacking(page: str, is_full: bool, site: str = "") -> Iterator[Lacking]:
    """What a finished page lacks, or has and must not have.

    `is_full` says that all that there can be stands in it: a title, and writers' words, whose links are not the
    template's. `site` is the site's own address, from which it may fetch.
    """
    seen = _Seen(site)
    seen.feed(page)
    seen.close()
    yield from _frame(seen, is_full)
    yield from seen.found
    yield from seen.nameless if is_full else ()
    yield from (Lacking(tag, f"`<{name}>` is not closed", f"write `</{name}>`") for name, tag in seen.unclosed())
    for name, count in seen.ids.items():
        if count > 1:
            yield Lacking(f'id="{name}"', f"the id `{name}` stands there {count} times", "give each its own")
    for target in () if is_full else dict.fromkeys(seen.targets):
        if target not in seen.ids:
            yield Lacking(f'href="#{target}"', f"a link leads to `#{target}`, which is not there", "give it that id")


def _frame(seen: "_Seen", is_full: bool) -> Iterator[Lacking]:
    if not seen.has_language:
        yield Lacking(seen.html, "the page does not say its language", 'write `<html lang="{{ site.language }}">`')
    if not seen.policy:
        remedy = 'write `<meta http-equiv="Content-Security-Policy" content="{{ site.policy }}">` in its head'
        yield Lacking("", "the page does not carry the security policy", remedy)
    if not seen.has_width:
        remedy = 'write `<meta name="viewport" content="width=device-width, initial-scale=1">` in its head'
        yield Lacking("", "the page does not say how wide it is, so phones show it small", remedy)
    if seen.has_menu_first and seen.main not in seen.before_menu:
        remedy = 'write `<a class="skip-link" href="#main">` first in the page, and `<main id="main">`'
        yield Lacking("", "no link leads past the menu to the main part", remedy)
    if seen.has_stylesheet and _OF_THE_SITE_ALONE in seen.policy:
        for tag in seen.styles:
            yield Lacking(tag, "`<style>` within a page is not heeded", "write the rules into `parts/styles/brand.css`")
    if not seen.title.strip():
        yield Lacking("", "the page has no title", "write one in `<title>`, or in the block `title`")
    for name, what in (("main", "main part"), ("h1", "heading of the first level")):
        count = seen.counts[name]
        if count != 1:
            many = f"{count} times a" if count else "no"
            yield Lacking("", f"the page has {many} {what}, `<{name}>`", f"write `<{name}>` once")
    if is_full and seen.counts["h1"] == 1 and not seen.heading.strip():
        yield Lacking("", "the heading of the first level, `<h1>`, has no words", "say in it what the page is")


class _Seen(HTMLParser):
    """A page as it is read from its beginning to its end."""

    def __init__(self, site: str) -> None:
        super().__init__()
        self._site = site
        self.counts: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.targets: list[str] = []
        self.found: list[Lacking] = []
        self.title = self.heading = ""
        self.nameless: list[Lacking] = []
        self.styles: list[str] = []
        self.html = self.policy = self.main = ""
        self.has_language = self.has_width = self.has_stylesheet = self.has_menu_first = False
        self.before_menu = frozenset[str]()  # where links lead that stand before the first menu
        self._pressed: list[list[str]] = []  # what names each link and button that is open
        self._level = 0
        self._open: list[tuple[str, str]] = []  # the name of an element, and its tag as it stands there

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.counts[tag] += 1
        if "id" in said:
            self.ids[said["id"]] += 1
        if tag == "a" and len(said.get("href", "")) > 1 and said["href"].startswith("#"):
            self.targets.append(said["href"][1:])
        self._frame(tag, said)
        self.found += self._faults(tag, said)
        for names in self._pressed:
            names.append(said.get("alt", "") + said.get("aria-label", ""))
        if tag in _PRESSED:
            self._pressed.append([said.get(name, "") for name in _NAMES])
        if tag not in _VOID:
            self._open.append((tag, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, _ in self._open]:
            self.found.append(Lacking(f"</{tag}>", f"`</{tag}>` closes nothing", "take it out, or open it before"))
            return
        while self._open:
            name, text = self._open.pop()
            if name in _PRESSED and not "".join(self._pressed.pop()).strip() and self._must_have_words(name, text):
                self.nameless.append(
                    Lacking(text, f"`<{name}>` has no words", "say in it where it leads, or what it does")
                )
            if name == tag:
                return
            if name not in _CLOSED_BY_OTHERS:
                self.found.append(Lacking(text, f"`<{name}>` is not closed", f"write `</{name}>` before `</{tag}>`"))

    def handle_data(self, data: str) -> None:
        within = {name for name, _ in self._open}
        if "title" in within and "svg" not in within:
            self.title += data
        if "h1" in within:
            self.heading += data
        if within.isdisjoint(("script", "style")):
            for names in self._pressed:
                names.append(data)

    def _must_have_words(self, name: str, tag: str) -> bool:
        """Neither a place to be led to, nor what a script will fill."""
        return (name != "a" or "href=" in tag) and "template" not in {name for name, _ in self._open}

    def _frame(self, tag: str, said: dict[str, str]) -> None:
        if tag == "html":
            self.html = self.get_starttag_text() or ""
            self.has_language = bool(said.get("lang"))
        elif tag == "main":
            self.main = said.get("id", "")
        elif tag == "nav" and not self.counts["main"] and not self.has_menu_first:
            self.has_menu_first, self.before_menu = True, frozenset(self.targets)
        elif tag == "link":
            self.has_stylesheet |= said.get("rel") == "stylesheet"
        elif tag == "style":
            self.styles.append(self.get_starttag_text() or "")
        elif tag == "meta":
            self.has_width |= said.get("name") == "viewport"
            if said.get("http-equiv", "").lower() == "content-security-policy":
                self.policy = said.get("content", "")

    def unclosed(self) -> Iterator[tuple[str, str]]:
        """The elements that are open at the end of the page and may not be."""
        yield from (one for one in self._open if one[0] not in _CLOSED_BY_OTHERS)

    def _faults(self, tag: str, said: dict[str, str]) -> Iterator[Lacking]:
        text = self.get_starttag_text() or ""
        if tag == "img" and "alt" not in said:
            yield Lacking(
                text, "a picture has no `alt`", 'say in it what the picture shows; `alt=""` if it adds nothing'
            )
        if "style" in said:
            yield Lacking(text, "`style` within a page is not heeded", "write the rule into `parts/styles/brand.css`")
        if tag == "meta" and said.get("name") == "viewport" and _FORBIDS_ZOOM.search(said.get("content", "")):
            remedy = 'write `content="width=device-width, initial-scale=1"`, and no more'
            yield Lacking(text, "readers cannot zoom in", remedy)
        if re.fullmatch(r"0*[1-9]\d*", said.get("tabindex", "").strip()):
            remedy = "leave it out, and put it where it is to be reached"
            yield Lacking(text, "`tabindex` takes it out of the order in which it is read", remedy)
        for name in said:
            if name.startswith("on"):
                yield Lacking(text, f"`{name}` within a page never runs", "pages do without scripts of their own")
        if tag == "script" and not said.get("src") and said.get("type") != _DATA:
            yield Lacking(text, "a script within a page never runs", "pages do without scripts of their own")
        fetched = said.get(_FETCHED.get(tag, ""), "")
        is_own = bool(self._site) and fetched.startswith(self._site)
        if _OUTSIDE.match(fetched) and not is_own and said.get("rel") not in _LEADS_ONLY:
            yield Lacking(
                text, f"`{fetched}` is fetched from elsewhere", f"put it into `assets` of the theme; {_SHUT_OUT}"
            )
        if heading := _HEADING.fullmatch(tag):
            level = int(heading[1])
            if self._level and level > self._level + 1:
                yield Lacking(text, f"`<{tag}>` follows on `<h{self._level}>`", f"write `<h{self._level + 1}>`")
            self._level = level
