"""What stands at the addresses that editions and workstreams had before."""

import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import relpath
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import feedparser

from generator.build import build
from generator.request import BuildRequest
from generator.text.diagnostic import has_errors
from tests.building import ON, built, codes, files_of
from tests.examples import SMALLEST, smallest, write_files

ADDRESS = "https://council.example/one/"
PROGRAMME = (
    (SMALLEST / "programme.yml")
    .read_text(encoding="utf-8")
    .replace("theme: plain}", f'theme: plain, site: "{ADDRESS}"}}')
    + """newsletters:
  - {id: news, title: News, audience: residents, every: [2020-02], formats: [html]}
"""
)
WORKSTREAMS = """- id: one-front-door
  title: One front door
  lead: {name: Priya Nair, role: Head of Customer Services}
  moved-from: [front-desk, customer-services]
- id: reorganisation
  title: Reorganisation
  lead: {name: Priya Nair, role: Head of Customer Services}
  for: [staff]
  moved-from: closures
"""
UPDATE = (SMALLEST / "editions/2020-01/customer-services.md").read_text(encoding="utf-8")
FILES = {
    "programme.yml": PROGRAMME,
    "workstreams.yml": WORKSTREAMS,
    "editions/2020-02/edition.md": "---\npublished: 2020-01-31\nmoved-from: 2020-01\n---\nHello.\n",
    "editions/2020-02/one-front-door.md": UPDATE,
    "editions/2020-02/reorganisation.md": "## Completed\n\n- The plan of desks is made. {#plan}\n",
    "pages/about.md": "---\ntitle: About\n---\nAsk [those at the front desk](workstream:front-desk), or read of "
    "[January](../editions/2020-01/edition.md).\n",
    "editions/2020-03/edition.md": "---\npublished: 2020-03-31\nmoved-from: 2020-04\n---\nHello.\n",
}
MOVED = {
    "updates/2020-01/index.html": "updates/2020-02/",
    "workstreams/front-desk/index.html": "workstreams/one-front-door/",
    "workstreams/customer-services/index.html": "workstreams/one-front-door/",
    "newsletters/news/2020-01/index.html": "newsletters/news/2020-02/",
}


@cache
def sites() -> Mapping[str, Mapping[str, bytes]]:
    laid = {path: data for path, data in smallest().items() if not path.startswith("editions/")}
    with TemporaryDirectory() as folder:
        write_files(laid | {path: text.encode() for path, text in FILES.items()}, Path(folder))
        result = build(BuildRequest(Path(folder), lambda _: ON))
    assert not has_errors(result.findings), result.findings
    return {name: files_of(result, name) for name in result.sites}


def residents(path: str) -> str:
    return sites()["residents"][path].decode()


class Head(HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.canonical = ""
        self.links: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.metas[named.get("http-equiv") or named.get("name", "")] = named.get("content", "")
        elif tag == "link" and named["rel"] == "canonical":
            self.canonical = named["href"]
        elif tag == "a":
            self.links.append(named["href"])


def test_a_page_at_each_old_address_leads_on_with_and_without_a_browser_that_obeys() -> None:
    for path, now in MOVED.items():
        head = Head(sites()["residents"][path])
        there = relpath(f"{now}index.html", path.removesuffix("/index.html"))
        assert head.metas["refresh"] == f"0; url={there}"
        assert there in head.links
        assert head.canonical == f"{ADDRESS}{now}"
        assert head.metas["robots"] == "noindex"
        assert f"{now}index.html" in sites()["residents"]


def test_no_other_page_is_told_where_it_stands_by_that() -> None:
    for path, data in sites()["residents"].items():
        if path.endswith(".html") and path not in (*MOVED, "404.html"):
            head = Head(data)
            assert head.canonical == ADDRESS + path.removesuffix("index.html")
            assert "refresh" not in head.metas


def test_an_audience_is_led_only_to_what_it_sees() -> None:
    former = {path for path in sites()["residents"] if "closures" in path or "2020-04" in path}
    assert former == set()
    assert "workstreams/closures/index.html" in sites()["staff"]
    for name in ("_redirects", "nginx-headers.conf", "apache-headers.conf", "web.config"):
        assert "closures" not in residents(name)


def test_old_addresses_are_in_no_list_of_pages() -> None:
    listed = residents("sitemap.xml")
    assert not any(path.removesuffix("index.html") in listed for path in MOVED)
    assert "updates/2020-02/" in listed


def test_a_server_that_leads_on_by_itself_leads_to_the_same_places() -> None:
    """nginx, Apache, a host with `_redirects` and IIS, each asked for the old addresses in the forms people have."""
    rules = re.findall(r"^rewrite (\S+) (\S+) permanent;$", residents("nginx-headers.conf"), re.MULTILINE)
    apache = residents("apache-headers.conf")
    assert re.findall(r'^RedirectMatch permanent "(\S+)" "(\S+)"$', apache, re.MULTILINE) == rules
    listed = [line.split() for line in residents("_redirects").splitlines() if not line.startswith("#")]
    root = ElementTree.fromstring(sites()["residents"]["web.config"])  # noqa: S314  our own file
    iis = {it.attrib["path"]: it[0][0].attrib["destination"] for it in root.iterfind("location")}
    for path, now in MOVED.items():
        page = path.removesuffix("index.html")
        for asked in (f"/one/{path}", f"/one/{page}", f"/one/{page}".removesuffix("/")):
            assert [f"{found[1]}/{to.removeprefix('$1/')}" for it, to in rules if (found := re.search(it, asked))] == [
                f"/one/{now}"
            ]
        assert [f"/{page}", f"/{now}", "301"] in listed
        assert iis[page.removesuffix("/")] == f"{ADDRESS}{now}"


def test_a_feed_reader_finds_the_feed_at_its_old_address_and_nothing_in_it_is_new_to_it() -> None:
    old, now = residents("workstreams/front-desk/feed.xml"), residents("workstreams/one-front-door/feed.xml")
    assert old == now
    feed = feedparser.parse(now)
    assert feed.feed.id == f"{ADDRESS}workstreams/front-desk/feed.xml"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"{ADDRESS}workstreams/one-front-door/feed.xml"
    ]
    assert [entry.id for entry in feed.entries] == [f"{ADDRESS}updates/2020-01/#workstream.front-desk"]
    assert feed.entries[0].link == f"{ADDRESS}updates/2020-02/#workstream.one-front-door"


def test_a_link_in_the_words_leads_straight_to_where_the_thing_is_now() -> None:
    assert 'href="../workstreams/one-front-door/index.html">those at the front desk' in residents("about/index.html")
    assert 'href="../updates/2020-02/index.html">January' in residents("about/index.html")


def test_a_site_from_which_nothing_has_moved_has_no_list_of_that(tmp_path: Path) -> None:
    files = files_of(built(tmp_path), "residents")
    assert "_redirects" not in files
    assert b"rewrite" not in files["nginx-headers.conf"]
    assert b"Redirect" not in files["apache-headers.conf"]


def test_an_old_address_that_a_page_has_is_told_with_its_place(tmp_path: Path) -> None:
    renamed = WORKSTREAMS.replace("closures", "customer-services").replace(
        "front-desk, customer-services", "front-desk"
    )
    result = built(tmp_path, {"workstreams.yml": renamed.replace("one-front-door", "customer-services")})
    assert "address-taken" in codes(result)
    assert result.sites == {}
