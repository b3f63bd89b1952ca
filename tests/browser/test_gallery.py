"""The gallery of each of our themes: every part in every state passes what pages pass."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.making.gallery import make_gallery
from generator.making.theme import load_theme, names_in
from generator.shipped import themes_folder
from generator.text.source import Span
from tests.browser.axe import AXE, axe_findings
from tests.browser.faults import (
    A4_BETWEEN_ITS_MARGINS,
    crowding,
    crowding_when_text_is_twice_as_large,
    faults_on_paper,
    small_targets,
    trouble,
    words_out_of_sight,
)
from tests.browser.looking import DESKTOP, LOOK, PHONE, SMALLEST, Pages
from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

HALF_A_DESKTOP = {"width": 640, "height": 400}
READERS = [
    pytest.param({"color_scheme": "light", "viewport": DESKTOP}, id="light"),
    pytest.param({"color_scheme": "dark", "viewport": PHONE}, id="dark"),
]


@pytest.fixture(scope="module", params=names_in((themes_folder(),)))
def gallery(request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    theme = load_theme(request.param, (themes_folder(),), {}, [], Span("", 0, 0))
    assert theme is not None
    folder = tmp_path_factory.mktemp("gallery")
    files, _ = make_gallery(theme, {})
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return Pages(chromium, Site(request.param, folder, ""), ("index.html",))


def axe_findings_but_for_colours(page: Page) -> list[str]:
    """In forced colours the reader chose them; axe measures those of the theme."""
    return [found for found in axe_findings(page) if not found.startswith("color-contrast")]


@pytest.mark.parametrize("how", READERS)
def test_axe_finds_nothing(gallery: Pages, how: dict[str, Any]) -> None:
    gallery.have_no(axe_findings, scripts=[AXE, LOOK], **how)


def test_axe_finds_nothing_in_forced_colours_and_all_is_seen(gallery: Pages) -> None:
    gallery.have_no(axe_findings_but_for_colours, scripts=[AXE, LOOK], forced_colors="active")
    gallery.have_no(words_out_of_sight, forced_colors="active", color_scheme="dark")


def test_nothing_scrolls_sideways_or_is_cut_at_320_px(gallery: Pages) -> None:
    gallery.have_no(crowding, viewport=SMALLEST)


def test_text_can_be_twice_as_large(gallery: Pages) -> None:
    gallery.have_no(crowding_when_text_is_twice_as_large, viewport=HALF_A_DESKTOP, bypass_csp=True)


def test_targets_are_24_px_each_way(gallery: Pages) -> None:
    gallery.have_no(small_targets, viewport=PHONE)


def test_paper_has_all_words_dark_on_white(gallery: Pages) -> None:
    gallery.have_no(faults_on_paper, color_scheme="dark", viewport=A4_BETWEEN_ITS_MARGINS)


def test_nothing_fails_while_it_loads(gallery: Pages) -> None:
    gallery.have_no(trouble)


def test_the_gallery_has_its_picture(gallery: Pages) -> None:
    assert Path(gallery.site.folder / "assets" / "favicon.svg").is_file()
