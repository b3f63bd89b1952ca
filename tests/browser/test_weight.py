"""Pages arrive at once on a slow line: what a first visit to one page fetches, as it goes over the wire."""

import gzip
from pathlib import Path

from tests.browser.markup import markup_of
from tests.browser.sites import Site

# What a server may send before it hears anything back is ten packets, some 14 KB. Source: RFC 6928, section 2.
FIRST_WINDOW = 14 * 1024
COUNCIL_HOME = 100 * 1024
PACKED_ALREADY = {".woff2", ".png", ".jpg", ".webp", ".avif"}


def over_the_wire(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED_ALREADY else len(gzip.compress(data))


def weight(site: Site, page: str) -> int:
    """Bytes of the page and of the style sheet that it waits for."""
    return over_the_wire(site.folder / page) + over_the_wire(site.folder / "assets" / "site.css")


def test_the_residents_home_page_arrives_in_one_turn(sites: dict[str, Site]) -> None:
    assert weight(sites["residents"], "index.html") < FIRST_WINDOW


def test_every_edition_for_residents_arrives_in_one_turn(sites: dict[str, Site]) -> None:
    plain = sites["residents"]
    weights = {page: weight(plain, page) for page in plain.most_on_them("edition", None)}
    assert {page: bytes_ for page, bytes_ in weights.items() if bytes_ >= FIRST_WINDOW} == {}


def test_the_staff_home_page_stays_light_with_all_that_it_fetches(sites: dict[str, Site]) -> None:
    staff = sites["staff"]
    fetched = {(staff.folder / link).resolve() for link in markup_of(staff.folder / "index.html").fetched}
    fonts = set(staff.folder.rglob("*.woff2"))
    assert sum(map(over_the_wire, {staff.folder / "index.html", *fetched, *fonts})) < COUNCIL_HOME
