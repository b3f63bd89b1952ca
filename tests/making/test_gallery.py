"""The gallery shows every part in every state."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.briefing.gallery import GalleryPage
from generator.briefing.specimens import full_pages
from generator.making.gallery import make_gallery
from generator.making.theme import load_theme, names_in
from generator.shipped import themes_folder
from generator.text.source import Span
from tests.briefing.view_values import values_in

BASE = themes_folder() / "base"
PARTS = sorted((BASE / "parts").glob("*.html"))
_COMPARED = re.compile(r'== "([\w-]+)"')


def page_of(name: str) -> str:
    theme = load_theme(name, (themes_folder(),), {}, [], Span("", 0, 0))
    assert theme is not None
    files, findings = make_gallery(theme, {})
    assert findings == []
    assert {"index.html", "gallery.css", "assets/site.css"} <= files.keys()
    return files["index.html"].decode()


def tree_of(template: Path) -> nodes.Template:
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(template.read_text())


def called_in(node: nodes.Node) -> set[str]:
    """The names of all macros that are called there."""
    return {call.node.name for call in node.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}


def test_every_macro_of_every_part_is_called() -> None:
    macros = {macro.name: called_in(macro) for part in PARTS for macro in tree_of(part).find_all(nodes.Macro)}
    reached = set[str]()
    waiting = {name for page in ("gallery/index.html", "layouts/page.html") for name in called_in(tree_of(BASE / page))}
    while waiting:
        reached |= waiting
        waiting = {name for called in waiting for name in macros.get(called, ())} - reached
    assert macros.keys() - reached == set(), "call it in themes/base/gallery/index.html"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_every_state_that_a_part_tells_apart_is_shown(part: Path) -> None:
    states = set(_COMPARED.findall(part.read_text()))
    (page,) = full_pages(GalleryPage)
    assert states - {value for value in values_in(page) if isinstance(value, str)} == set()


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_each_of_our_themes_has_a_gallery(name: str) -> None:
    page = page_of(name)
    assert "<h1>Gallery</h1>" in page
    assert 'href="assets/site.css"' in page


def test_contents_and_headings_say_the_same() -> None:
    page = page_of("base")
    (view,) = full_pages(GalleryPage)
    headings = re.findall(
        r'<section class="update" id="([a-z]+)" aria-labelledby="[a-z]+-title">\s*<h2 [^>]+>([^<]+)<', page
    )
    assert [(f"#{part}", title) for part, title in headings] == [(link.address, link.title) for link in view.contents]


def test_no_id_stands_twice() -> None:
    ids = re.findall(r'\bid="([^"]+)"', page_of("council"))
    assert len(ids) == len(set(ids))
