"""What servers are told, and what pages ask of browsers."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from generator.briefing.hosting import POLICY, SEARCH_POLICY
from tests.building import sample

AUDIENCES = ("staff", "residents")
# The page that stands at any missing address writes whole addresses of its own site.
ELSEWHERE = r"(?!https://(?:www|intranet)\.merebrook\.example/one-council/)(?:[a-z]+:)?//|data:"


DATA = "application/ld+json"  # not run, and so not a policy's concern; tests/browser asks a browser
RESIDENTS = "https://www.merebrook.example/one-council/"


def text(audience: str, name: str) -> str:
    return sample()[audience][name].decode()


def pages(audience: str) -> dict[str, str]:
    return {path: data.decode() for path, data in sample()[audience].items() if path.endswith(".html")}


class Inline(HTMLParser):
    """What a strict policy would not let a page do."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        is_script = tag == "script" and named.get("type") != DATA
        if tag in ("style", "iframe", "object", "embed", "base") or (is_script and "src" not in named):
            self.found.append(tag)
        self.found += [name for name in named if name == "style" or name.startswith("on")]
        fetched = [named.get("src"), named.get("href") if tag == "link" and named.get("rel") != "canonical" else None]
        self.found += [address for address in fetched if address and re.match(ELSEWHERE, address)]


def test_the_policy_allows_nothing_unsafe() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_the_page_for_searching_alone_may_run_one_thing_more_and_that_is_no_text() -> None:
    assert SEARCH_POLICY.replace(" 'wasm-unsafe-eval'", "") == POLICY
    assert SEARCH_POLICY.count("unsafe") == 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_page_has_the_policy_before_anything_it_fetches(audience: str) -> None:
    for path, page in pages(audience).items():
        policy = SEARCH_POLICY if (audience, path) == ("staff", "search/index.html") else POLICY
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy.replace(chr(39), "&#39;")}">'
        assert meta in page, path
        assert page.index(meta) < page.index("<link"), path


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_page_holds_what_the_policy_forbids(audience: str) -> None:
    for path, page in pages(audience).items():
        inline = Inline()
        inline.feed(page)
        assert inline.found == [], path


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_kind_of_server_is_told_the_same(audience: str) -> None:
    listed = dict(line.strip().split(": ", 1) for line in text(audience, "_headers").splitlines()[2:])
    nginx = dict(
        re.findall(r'^add_header (\S+) "([^"]*)" always;$', text(audience, "nginx-headers.conf"), re.MULTILINE)
    )
    root = ElementTree.fromstring(sample()[audience]["web.config"])  # noqa: S314  our own file
    iis = {added.attrib["name"]: added.attrib["value"] for added in root.iterfind(".//customHeaders/add")}
    apache = dict(
        re.findall(r'^Header always set (\S+) "([^"]*)"$', text(audience, "apache-headers.conf"), re.MULTILINE)
    )
    assert listed == nginx == iis == apache
    policy = SEARCH_POLICY if audience == "staff" else POLICY  # the residents' site has nothing to search with
    assert listed["Content-Security-Policy"] == f"{policy}; frame-ancestors 'self'"
    assert listed["X-Content-Type-Options"] == "nosniff"


def test_only_the_residents_site_is_for_search_engines() -> None:
    assert text("staff", "robots.txt") == "User-agent: *\nDisallow: /\n"
    assert text("residents", "robots.txt") == f"User-agent: *\nAllow: /\nSitemap: {RESIDENTS}sitemap.xml\n"
    assert "X-Robots-Tag: noindex" in text("staff", "_headers")
    assert "noindex" not in text("residents", "_headers")
    hidden = [path for path, page in pages("staff").items() if '<meta name="robots" content="noindex">' not in page]
    shown = [path for path, page in pages("residents").items() if '<meta name="robots"' in page]
    assert (hidden, shown) == ([], ["404.html"])


KINDS = {"html": "text/html", "css": "text/css", "csv": "text/csv", "ics": "text/calendar", "json": "application/json"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_server_knows_of_which_kind_each_file_is(audience: str) -> None:
    words = text(audience, "nginx-headers.conf")
    (block,) = re.findall(r"^types \{\n(.*?)^\}$", words, re.MULTILINE | re.DOTALL)
    assert words.count("{") == 1  # a list that is included would stand in a block of its own, which nginx refuses
    rows = [row.strip().rstrip(";").split() for row in block.splitlines()]
    known = {ending: kind for kind, *endings in rows for ending in endings}
    assert len(known) == sum(len(row) - 1 for row in rows)
    endings = {path.rpartition(".")[2] for path in sample()[audience] if "." in path.rpartition("/")[2]}
    assert endings - known.keys() == {"conf", "config"}
    assert known.items() >= KINDS.items()
    assert dict(kinds_of_apache(audience)) == known
    assert dict(kinds_of_iis(audience)) == known


def kinds_of_apache(audience: str) -> Iterator[tuple[str, str]]:
    for kind, endings in re.findall(r"^AddType (\S+) (.+)$", text(audience, "apache-headers.conf"), re.MULTILINE):
        yield from ((ending.removeprefix("."), kind) for ending in endings.split())


def kinds_of_iis(audience: str) -> Iterator[tuple[str, str]]:
    """IIS answers 404 for a file of a kind that it does not know."""
    root = ElementTree.fromstring(sample()[audience]["web.config"])  # noqa: S314  our own file
    removed = [it.attrib["fileExtension"] for it in root.iterfind(".//staticContent/remove")]
    mapped = [(it.attrib["fileExtension"], it.attrib["mimeType"]) for it in root.iterfind(".//staticContent/mimeMap")]
    assert removed == [ending for ending, _ in mapped]  # what stands there already must not be added
    yield from ((ending.removeprefix("."), kind.removesuffix("; charset=utf-8")) for ending, kind in mapped)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_server_says_of_the_same_files_that_they_are_utf_8(audience: str) -> None:
    (kinds,) = re.findall(r"^charset_types (.+);$", text(audience, "nginx-headers.conf"), re.MULTILINE)
    (endings,) = re.findall(r"^AddCharset utf-8 (.+)$", text(audience, "apache-headers.conf"), re.MULTILINE)
    of_text = {f".{ending}" for ending, kind in kinds_of_apache(audience) if kind in (*kinds.split(), "text/html")}
    assert set(endings.split()) == of_text
    assert set(re.findall(r'"(\.\w+)" mimeType="[^"]+; charset=utf-8"', text(audience, "web.config"))) == of_text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_behind_iis_a_browser_asks_whether_a_page_has_changed(audience: str) -> None:
    """Else it guesses for how long it may show what it has, and an index for searching and its parts no longer agree.

    Source: https://learn.microsoft.com/iis/configuration/system.webserver/staticcontent/clientcache
    """
    assert '<clientCache cacheControlMode="DisableCache"/>' in text(audience, "web.config")
