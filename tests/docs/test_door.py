"""The door of the docs lists every page, and every link within our pages leads to something."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from docs.making.markdown import anchor

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DOOR = DOCS / "README.md"
PAGES = (*sorted(DOCS.rglob("*.md")), ROOT / "README.md")
LISTING_THEIR_OWN = ("decisions", "reference/diagnostics")  # folders with a list of their pages

_BLOCK = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\[[^]]*\]\((?P<to>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)


def links_in(page: Path) -> list[str]:
    """Where its links lead within the repository."""
    text = _CODE.sub("", _BLOCK.sub("", page.read_text(encoding="utf-8")))
    return [found["to"] for found in _LINK.finditer(text) if "://" not in found["to"] and ":" not in found["to"]]


def listed_in(page: Path) -> Counter[Path]:
    return Counter((page.parent / link.partition("#")[0]).resolve() for link in links_in(page))


def anchors_of(page: Path) -> set[str]:
    seen: Counter[str] = Counter()
    found = set()
    for heading in _HEADING.finditer(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        name = anchor(heading["words"])
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def test_the_door_lists_every_page_once() -> None:
    own = [DOCS / folder for folder in LISTING_THEIR_OWN]
    wanted = [page for page in PAGES if DOCS in page.parents and page != DOOR]
    wanted = [page for page in wanted if page.name == "README.md" or page.parent not in own]
    assert listed_in(DOOR) == Counter(page.resolve() for page in wanted)


@pytest.mark.parametrize("folder", LISTING_THEIR_OWN)
def test_a_folder_with_a_list_lists_each_of_its_pages(folder: str) -> None:
    pages = {page.resolve() for page in (DOCS / folder).glob("*.md") if page.name != "README.md"}
    assert pages <= listed_in(DOCS / folder / "README.md").keys()


def broken(page: Path) -> Iterator[str]:
    for link in links_in(page):
        path, _, fragment = link.partition("#")
        target = page.parent / unquote(path) if path else page
        if not target.exists():
            yield f"{link}: there is no such file"
        elif fragment and fragment not in anchors_of(target):
            yield f"{link}: there is no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_something(page: Path) -> None:
    assert list(broken(page)) == []
