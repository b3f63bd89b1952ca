"""Colours as screens show them: contrast, and the nearest shade that has enough of it. The only module on coloraide.

A colour is six digits after `#`, because that is what a screen shows and what other tools measure. coloraide is
imported when it is needed: most themes write six digits, and to load it takes longer than to make an edited page.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

Needs = Sequence[tuple[str, float]]  # colours that another must be told from, each with the least contrast to it

_SIX_DIGITS = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 128  # of lightness, from black to white, in the search for a shade
_CLOSE = 1e-4  # a difference of lightness that six digits cannot show


def _colours() -> "type[Color]":
    from coloraide import Color  # noqa: PLC0415  most commands read no colour, and it takes a tenth of a second

    return Color


@lru_cache(maxsize=1024)
def read_colour(words: str) -> str | None:
    """The colour that CSS would show for the words, or None where they name none that can be known here.

    Any form of CSS that says the whole colour will do: `#0b5c64`, `teal`, `hsl(185 80% 22%)`, `oklch(43% 0.07 206)`.
    `currentColor`, a system colour, `var()`, and one that lets something shine through do not.
    """
    if _SIX_DIGITS.fullmatch(words):
        return words.lower()
    found = _colours().match(words, fullmatch=True)
    if found is None or found.color.alpha(nans=False) < 1 or words.lower().startswith("color(--"):
        return None
    return _shown(found.color)


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """From 1 to 21, of two colours of six digits. Source: WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Source: WCAG 2.2, "relative luminance". Every build asks for it; a test holds it against coloraide's."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def nearest_shade(colour: str, needs: Needs) -> str | None:
    """The lighter or darker shade of the same hue that is told from all those colours, and looks most like `colour`.

    Itself if it is; None where no shade is. Strong colours are made paler only as far as a screen cannot show them.
    """
    if _meets(colour, needs):
        return colour
    wanted = _colours()(colour)
    here = wanted.convert("oklch")
    shades = [shade for way in (-1, 1) for shade in _first_that_meets(here, way, needs)]
    return min(shades, key=lambda shade: _colours()(shade).delta_e(wanted, method="ok"), default=None)


def _first_that_meets(here: "Color", way: int, needs: Needs) -> Iterator[str]:
    """The first shade on the way to black (-1) or white (1); none where even the end is not told from the others."""
    near, far = float(here["l"]), float(here["l"])
    end = 0.0 if way < 0 else 1.0
    while not _meets(_shade(here, far), needs):
        if far == end:
            return
        near, far = far, min(1.0, max(0.0, far + way / _STEPS))
    while abs(far - near) > _CLOSE:
        middle = (near + far) / 2
        near, far = (near, middle) if _meets(_shade(here, middle), needs) else (middle, far)
    yield _shade(here, far)


def _meets(colour: str, needs: Needs) -> bool:
    return all(contrast(colour, other) >= least for other, least in needs)


def _shade(colour: "Color", lightness: float) -> str:
    return _shown(colour.clone().set("l", lightness))


def _shown(colour: "Color") -> str:
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)
