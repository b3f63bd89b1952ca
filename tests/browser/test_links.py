"""Each site is whole in its folder: links lead somewhere, nothing comes from elsewhere, every page has its place."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.markup import markup_of
from tests.browser.sites import MISSING, Site

LISTS = ("search/index.html", "timeline/index.html")  # a heading for each letter, or for each date
CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")


def test_every_link_leads_to_a_file_and_to_an_id_on_it(site: Site) -> None:
    assert list(dead_links(site)) == []


def test_no_page_names_its_own_site_by_an_absolute_address_but_the_page_not_found(site: Site) -> None:
    absolute = (site.address, "/")
    named = [(page, link) for page in found_anywhere(site) for link in addresses(site, page)]
    assert [(page, link) for page, link in named if link.startswith(absolute) and not link.startswith("//")] == []


def test_the_page_not_found_works_at_any_depth(site: Site) -> None:
    at_any_depth = (site.address, "#", "tel:", "mailto:")
    assert [link for link in addresses(site, MISSING) if not link.startswith(at_any_depth)] == []


def test_pages_fetch_nothing_from_elsewhere(site: Site) -> None:
    fetched = [(page, link) for page in found_anywhere(site) for link in markup_of(site.folder / page).fetched]
    assert [(page, link) for page, link in fetched if is_elsewhere(link)] == []


def test_style_sheets_and_drawings_fetch_nothing_from_elsewhere(site: Site) -> None:
    files = [*site.folder.rglob("*.css"), *site.folder.rglob("*.svg")]
    fetched = [(file.name, link) for file in files for link in CSS_ADDRESS.findall(file.read_text("utf-8"))]
    assert [(name, link) for name, link in fetched if is_elsewhere(link)] == []


def test_every_page_is_reached_from_home(site: Site) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        linked = {target.relative_to(site.folder).as_posix() for target, _ in targets(site, page)}
        waiting += [one for one in linked - reached if one.endswith(".html")]
    assert reached == set(found_anywhere(site))


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    counted = {page: Counter(markup_of(site.folder / page).ids) for page in site.pages()}
    assert [(page, name) for page, names in counted.items() for name, count in names.items() if count > 1] == []


def test_every_page_has_one_h1_and_it_comes_first(site: Site) -> None:
    levels = {page: markup_of(site.folder / page).headings for page in site.pages()}
    assert [page for page, found in levels.items() if found[:1] != [1] or found.count(1) != 1] == []


def test_no_heading_skips_a_level(site: Site) -> None:
    levels = {page: markup_of(site.folder / page).headings for page in site.pages()}
    assert [page for page, found in levels.items() if any(low - high > 1 for high, low in pairwise(found))] == []


def test_lists_of_many_parts_do_not_flood_the_list_of_landmarks(site: Site) -> None:
    regions = {page: (site.folder / page).read_text(encoding="utf-8").count("<section") for page in LISTS}
    assert {page: count for page, count in regions.items() if count > 3} == {}


def test_no_two_pages_have_one_title(site: Site) -> None:
    titles = Counter(markup_of(site.folder / page).title for page in site.pages())
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_the_residents_site_has_no_script(sites: dict[str, Site]) -> None:
    plain = sites["residents"]
    assert [page for page in plain.pages() if "script" in markup_of(plain.folder / page).tags] == []


def found_anywhere(site: Site) -> list[str]:
    """All pages that stand at one address; the page not found does not."""
    return [page for page in site.pages() if page != MISSING]


def addresses(site: Site, page: str) -> list[str]:
    return markup_of(site.folder / page).addresses


def is_elsewhere(link: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def targets(site: Site, page: str) -> Iterator[tuple[Path, str]]:
    """The files and the fragments that a page's links within its site lead to."""
    for link in addresses(site, page):
        parts = urlsplit(_as_path(site, page, link))
        if not parts.scheme and not parts.netloc:
            here = site.folder / page
            yield (here.parent / unquote(parts.path)).resolve() if parts.path else here, unquote(parts.fragment)


def _as_path(site: Site, page: str, link: str) -> str:
    """The page not found names its site's pages as a server has them, where a folder is its index."""
    if page != MISSING or not link.startswith(site.address):
        return link
    path = link.removeprefix(site.address)
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def dead_links(site: Site) -> Iterator[str]:
    """A folder is no file: a browser shows the list of its names for one, from a file share."""
    for page in site.pages():
        for target, fragment in targets(site, page):
            if not target.is_file() or not target.is_relative_to(site.folder):
                yield f"{page}: there is no file {target}"
            elif fragment and fragment not in markup_of(target).ids:
                yield f"{page}: there is no {fragment} on {target}"
