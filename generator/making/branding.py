"""A council's one colour, fitted to a theme: the shade for each token that everyone can tell from what it stands on."""

from collections.abc import Mapping
from math import floor

from generator.making.colour import contrast, nearest_shade
from generator.making.theme import Theme
from generator.making.theme_file import COLOURS, Pair, read_theme_file
from generator.values import dataclass

# Those by which a brand is known: bars and buttons, links, the band at the top.
BRAND = ("accent", "link", "band")

Fitted = Mapping[str, Mapping[str, str]]  # colours by token, by group


@dataclass(frozen=True, slots=True)
class Legibility:
    """How well a colour is told from a page, and the words on it from it; `nearest` is itself where both are.

    Contrasts are from 1 to 21, rounded down, so that a miss is never told as a pass.
    """

    colour: str
    on_page: float
    words_on_it: float
    nearest: str | None

    @property
    def passes(self) -> bool:
        return self.nearest == self.colour


def fit(colour: str, theme: Theme) -> Fitted:
    """The shades of six digits for a child of the theme; a token that no shade would do for keeps its parent's."""
    pairs = _pairs(theme)
    return {group: _fit_group(colour, theme.tokens[group], pairs) for group in COLOURS}


def legibility(colour: str, theme: Theme) -> Legibility:
    """Of a colour of six digits as the theme's accent, on light pages."""
    palette = theme.tokens[COLOURS[0]]
    return Legibility(
        colour,
        _rounded(contrast(colour, palette["paper"])),
        _rounded(contrast(colour, palette["on_accent"])),
        _shade("accent", colour, palette, _pairs(theme)),
    )


def _rounded(ratio: float) -> float:
    return floor(ratio * 10) / 10


def _pairs(theme: Theme) -> tuple[Pair, ...]:
    files = (read_theme_file(folder, {}, []) for folder in theme.folders)
    return tuple(pair for file in files if file for pair in file.pairs)


def _fit_group(colour: str, palette: Mapping[str, str], pairs: tuple[Pair, ...]) -> dict[str, str]:
    # A band in the colour of the page, as residents have it, is no place for a brand.
    names = BRAND if palette["band"] != palette["paper"] else [name for name in BRAND if name != "band"]
    return {name: _shade(name, colour, palette, pairs) or palette[name] for name in names}


def _shade(token: str, colour: str, palette: Mapping[str, str], pairs: tuple[Pair, ...]) -> str | None:
    needs = [
        (palette[pair.on if pair.token == token else pair.token], pair.need)
        for pair in pairs
        if token in (pair.token, pair.on)
    ]
    return nearest_shade(colour, needs)
