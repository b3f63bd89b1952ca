"""One colour becomes the shades of a theme that everyone can read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.theming import begin_theme
from generator.making.branding import fit, legibility
from generator.making.theme import Theme, load_theme
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


def theme(name: str, *places: Path) -> tuple[Theme, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    found = load_theme(name, (*places, themes_folder()), {}, findings, Span("", 0, 0))
    assert found is not None
    return found, findings


COUNCIL, PLAIN = theme("council")[0], theme("plain")[0]


@pytest.mark.parametrize("parent", [COUNCIL, PLAIN], ids=lambda it: it.name)
@settings(max_examples=40)
@given(colour=st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_whatever_the_colour_the_theme_made_of_it_has_no_finding(parent: Theme, colour: str, places: Path) -> None:
    file = places / "ours" / "theme.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(begin_theme("ours", parent, fit(colour, parent)), encoding="utf-8")
    _, findings = theme("ours", places)
    assert findings == []


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("themes")


def test_a_colour_that_all_can_read_stays_as_it_is() -> None:
    found = legibility("#0b5c64", COUNCIL)
    assert found.passes
    assert found.on_page == 7.5
    assert fit("#0b5c64", COUNCIL)["colour"] == {"accent": "#0b5c64", "link": "#0b5c64", "band": "#0b5c64"}


def test_a_colour_that_some_cannot_read_gets_the_nearest_shade_and_stays_where_it_can_be_read() -> None:
    found = legibility("#ffdd00", COUNCIL)
    assert (found.passes, found.on_page, found.words_on_it) == (False, 1.3, 1.3)
    fitted = fit("#ffdd00", COUNCIL)
    assert fitted["colour"]["accent"] == found.nearest != "#ffdd00"
    assert fitted["dark"]["accent"] == "#ffdd00"


def test_a_band_in_the_colour_of_the_page_stays_so() -> None:
    assert "band" not in fit("#0b5c64", PLAIN)["colour"]
