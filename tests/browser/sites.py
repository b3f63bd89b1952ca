"""The sample's two sites on disk, and their pages grouped by the template that made them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

AUDIENCES = ("staff", "residents")
MISSING = "404.html"

# In this order: the first pattern that fits a page's path names its template. What is in no folder of a kind is "text".
TEMPLATES = {
    "home": "index.html",
    "missing": MISSING,
    "updates": "updates/index.html",
    "edition": "updates/*/index.html",
    "workstreams": "workstreams/index.html",
    "workstream": "workstreams/*/index.html",
    "workstream-year": "workstreams/*/*/index.html",
    "actions": "actions/index.html",
    "actions-year": "actions/[0-9]*/index.html",
    "action": "actions/*/index.html",
    "newsletters": "newsletters/index.html",
    "newsletter": "newsletters/*/*/index.html",
    "measures": "measures/index.html",
    "measure": "measures/*/index.html",
    "documents": "documents/index.html",
    "glossary": "glossary/index.html",
    "search": "search/index.html",
    "letter": "search/*/index.html",
    "accessibility": "accessibility/index.html",
    "formats": "formats/index.html",
    "text": "*/index.html",
}
# Templates that make a page for each thing of their kind; of these the short run looks at the one with most on it.
REPEATED = ("edition", "workstream", "action", "measure", "newsletter")
# What only a long programme has, such as that in stress.py.
NOT_IN_THE_SAMPLE = ["workstream-year", "actions-year", "letter"]

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@dataclass(frozen=True, slots=True)
class Site:
    """One audience's site in its folder; `address` is where it stands on the web, with its last slash."""

    audience: str
    folder: Path
    address: str

    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def url(self, page: str) -> str:
        """The page not found can be seen only at its public address, for a server shows it at any depth."""
        return self.address + page if page == MISSING else (self.folder / page).as_uri()

    def most_on_them(self, template: str, count: int | None) -> list[str]:
        """The largest pages of one template; all of them where there is no count."""
        return _largest_first(self)[template][:count]

    def of_each_template(self, count: int | None) -> dict[str, list[str]]:
        """By template its pages; of one that repeats so many of the largest, where there is a count."""
        return {it: self.most_on_them(it, count if it in REPEATED else None) for it in TEMPLATES}


def site_in(folder: Path) -> Site:
    canonical = _CANONICAL.search((folder / "index.html").read_text(encoding="utf-8"))
    assert canonical is not None, f"{folder}/index.html does not say where it stands on the web"
    return Site(folder.name, folder.resolve(), canonical[1])


@cache
def _largest_first(site: Site) -> dict[str, list[str]]:
    """A site's pages by their templates, found once: no test changes a site that another one looks at."""
    made: dict[str, list[str]] = {template: [] for template in TEMPLATES}
    for page in sorted(site.pages(), key=lambda page: (-(site.folder / page).stat().st_size, page)):
        made[template_of(page)].append(page)
    return made


def template_of(page: str) -> str:
    fitting = (name for name, pattern in TEMPLATES.items() if _fits(PurePosixPath(page), PurePosixPath(pattern)))
    template = next(fitting, None)
    assert template is not None, f"no template in tests/browser/sites.py fits {page}: add it, so that it is looked at"
    return template


def _fits(path: PurePosixPath, pattern: PurePosixPath) -> bool:
    return len(path.parts) == len(pattern.parts) and path.match(str(pattern))
