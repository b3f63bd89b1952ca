"""Colours: which are read, how they are told apart, and the nearest shade that is."""

import pytest
from coloraide import Color
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.making.colour import contrast, nearest_shade, read_colour

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
NEEDS = st.sampled_from([3.0, 4.5])
A_LITTLE = 0.015  # of lightness: more than one step of a channel, even in the darkest shades


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("#0b5c64", "#0b5c64"),
        ("#FFF", "#ffffff"),
        ("teal", "#008080"),
        ("rgb(11 92 100)", "#0b5c64"),
        ("hsl(0 100% 50%)", "#ff0000"),
        ("oklch(0% 0 0)", "#000000"),
    ],
)
def test_any_form_that_says_the_whole_colour_is_read(words: str, colour: str) -> None:
    assert read_colour(words) == colour


@pytest.mark.parametrize(
    "words",
    [
        *("#0b5c6", "0b5c64", "tael", "currentColor", "Canvas", "var(--ink)", "transparent", "#0b5c6480", "red; x", ""),
        "color(--hsv 0 1 1)",  # coloraide's own, which no browser knows
    ],
)
def test_what_does_not_say_the_whole_colour_is_not_read(words: str) -> None:
    assert read_colour(words) is None


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0b5c64", "#0b5c64") == 1


@given(COLOURS, COLOURS, NEEDS)
@example("#ffffff", "#ffee99", 4.5)
@example("#000000", "#000000", 4.5)
def test_a_shade_is_always_found_for_one_other_colour_and_passes(colour: str, other: str, need: float) -> None:
    shade = nearest_shade(colour, [(other, need)])
    assert shade is not None
    assert contrast(shade, other) >= need


@given(COLOURS, COLOURS, NEEDS)
def test_a_shade_is_never_further_than_needed(colour: str, other: str, need: float) -> None:
    assume(contrast(colour, other) < need)
    shade = nearest_shade(colour, [(other, need)])
    assert shade is not None
    before, after = Color(colour).convert("oklch"), Color(shade).convert("oklch")
    assume(abs(after["l"] - before["l"]) > A_LITTLE)
    back = A_LITTLE if after["l"] < before["l"] else -A_LITTLE
    nearer = before.set("l", after["l"] + back).convert("srgb").fit(method="oklch-chroma").to_string(hex=True)
    assert contrast(nearer, other) < need


@given(COLOURS, COLOURS)
def test_a_colour_that_passes_stays_as_it_is(colour: str, other: str) -> None:
    assume(contrast(colour, other) >= 3)
    assert nearest_shade(colour, [(other, 3)]) == colour


def test_a_shade_keeps_its_hue() -> None:
    shade = nearest_shade("#3aa0aa", [("#ffffff", 4.5)])
    assert shade is not None
    assert Color(shade).convert("oklch")["h"] == pytest.approx(Color("#3aa0aa").convert("oklch")["h"], abs=3)


def test_there_is_no_shade_that_is_told_from_black_and_white_at_once() -> None:
    assert nearest_shade("#777777", [("#000000", 7), ("#ffffff", 7)]) is None


@given(COLOURS, COLOURS)
def test_contrast_is_that_of_a_library_which_its_field_trusts(one: str, other: str) -> None:
    assert contrast(one, other) == pytest.approx(Color(one).contrast(Color(other), method="wcag21"), rel=1e-3)
