"""A council's own logo, band and rules, as a browser shows them in a theme on each of ours."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.building import built, files_of
from tests.examples import smallest, write_files

pytestmark = pytest.mark.browser

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path d="M0 0h120v80z"/></svg>'
THEME = """\
extends: {parent}
options: {{logo: assets/logo.svg}}
tokens:
  colour: {{band: "#f2c230", on_band: "#1d1024", focus_on_band: "#1d1024", thread_on_band: "#4b2a63"}}
"""
OF_BRAND = """
h1 { letter-spacing: 5px }
.state { background: var(--accent); color: var(--on-accent); padding: 0 0.6em }
.state .mark { color: inherit }
"""
RULES = {"council": f"@layer brand {{ {OF_BRAND} }}", "plain": OF_BRAND}
YELLOW = "rgb(242, 194, 48)"
STYLE = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"


@pytest.fixture(params=RULES)
def home(request: pytest.FixtureRequest, tmp_path: Path, chromium: Browser) -> Page:
    parent: str = request.param
    own = tmp_path / "themes" / "own"
    for name, text in {
        "theme.yml": THEME.format(parent=parent),
        "assets/logo.svg": LOGO,
        "parts/styles/brand.css": RULES[parent],
    }.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text)
    programme = (
        smallest()["programme.yml"]
        .decode()
        .replace("theme: council", "theme: own")
        .replace("theme: plain", "theme: own")
    )
    result = built(tmp_path, {"programme.yml": programme})
    write_files(files_of(result, "residents"), tmp_path / "site")
    page = chromium.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    return page


def style(page: Page, selector: str, name: str) -> str:
    return str(page.evaluate(STYLE, [selector, name]))


@pytest.mark.parametrize("width", [320, 1000])
def test_a_logo_keeps_its_form_and_begins_where_the_name_does(home: Page, width: int) -> None:
    home.set_viewport_size({"width": width, "height": 800})
    logo, name = (home.locator(f".masthead-home {it}").bounding_box() for it in ("img", "span"))
    assert logo
    assert name
    assert abs(logo["width"] / logo["height"] - 120 / 80) < 0.02
    assert logo["x"] <= name["x"]


def test_a_logo_keeps_the_light_band_as_its_ground_on_dark_pages(home: Page) -> None:
    assert style(home, ".masthead", "backgroundColor") == YELLOW
    home.emulate_media(color_scheme="dark")
    assert style(home, ".masthead", "backgroundColor") != YELLOW
    assert style(home, ".masthead-home img", "backgroundColor") == YELLOW


def test_a_logo_keeps_it_in_forced_colours_and_on_paper_too(home: Page) -> None:
    home.emulate_media(forced_colors="active")
    assert style(home, ".masthead-home img", "backgroundColor") == YELLOW
    home.emulate_media(forced_colors="none", media="print")
    assert style(home, ".masthead-home img", "backgroundColor") == YELLOW
    assert style(home, ".masthead-home img", "printColorAdjust") == "exact"


def test_a_state_with_a_ground_of_its_own_is_dark_on_paper_where_grounds_are_left_out(home: Page) -> None:
    home.emulate_media(media="print")
    assert style(home, ".action-line .state", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert style(home, ".action-line .state .mark", "color") == style(home, ".action-line .small", "color")


def test_own_rules_go_before_ours(home: Page) -> None:
    assert style(home, "h1", "letterSpacing") == "5px"


@pytest.mark.parametrize("width", [320, 1000])
def test_a_state_with_a_ground_of_its_own_is_seen_whole_beside_the_due(home: Page, width: int) -> None:
    home.set_viewport_size({"width": width, "height": 800})
    line, state, due = (home.locator(f".action-line:has(.due) {it}").first for it in ("> p >> nth=0", ".state", ".due"))
    begins, pill, beside = (it.bounding_box() for it in (line, state, due))
    assert begins
    assert pill
    assert beside
    assert begins["x"] <= pill["x"], "what stands before a line of facts is cut off"
    assert pill["x"] + pill["width"] < beside["x"]
    assert style(home, ".action-line .state .mark", "overflow") == "visible", "a round shape touches its own edge"
