"""The gold thread as pictures, for what takes no SVG: older browsers, and the home screens of phones.

The drawing is that of `assets/favicon.svg.jinja` in our own theme, on a square of 32.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

FAVICON = "assets/favicon.ico"
HOME_SCREEN = "assets/apple-touch-icon.png"

_SIDE = 32
_CORNER = 6
_THREAD = "#f2b83b"
_HALF_WIDE = 1.5
_FINER = 4  # times as large as wanted, then made smaller, so that edges are smooth
_SMALL = (16, 32)
_LARGE = 180

Point = tuple[float, float]
# The thread from left to right: each part is a cubic curve from where the last one ended.
_START: Point = (-1, 9)
_CURVES: tuple[tuple[Point, Point, Point], ...] = (
    ((3, 9), (7, 9), (11, 9)),
    ((14.59, 9), (17.5, 11.91), (17.5, 15.5)),
    ((17.5, 19.09), (14.59, 22), (11, 22)),
    ((7.41, 22), (4.5, 19.09), (4.5, 15.5)),
    ((4.5, 11), (8, 8), (13, 8)),
    ((21, 8), (19, 24), (27, 24)),
    ((29, 24), (31, 24), (33, 24)),
)
_STEPS = 40  # points of a curve


@cache
def icons(ground: str) -> Mapping[str, bytes]:
    """By their paths on the site; the same bytes for the same colour, `#rrggbb`, of the ground."""
    return MappingProxyType({FAVICON: _favicon(ground), HOME_SCREEN: _home_screen(ground)})


def _favicon(ground: str) -> bytes:
    pictures = [_drawn(side, ground, corner=_CORNER) for side in _SMALL]
    out = BytesIO()
    pictures[-1].save(out, "ICO", sizes=[(side, side) for side in _SMALL], append_images=pictures[:-1])
    return out.getvalue()


def _home_screen(ground: str) -> bytes:
    """Without corners of its own: a telephone rounds it as it rounds all others."""
    out = BytesIO()
    _drawn(_LARGE, ground, corner=0).convert("RGB").quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _drawn(side: int, ground: str, corner: int) -> "Image.Image":
    from PIL import Image, ImageDraw  # noqa: PLC0415  most edits leave the theme as it is

    fine = side * _FINER
    scale = fine / _SIDE
    picture = Image.new("RGBA", (fine, fine), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, fine - 1, fine - 1), corner * scale, fill=ground)
    for x, y in _points():
        box = ((x - _HALF_WIDE) * scale, (y - _HALF_WIDE) * scale, (x + _HALF_WIDE) * scale, (y + _HALF_WIDE) * scale)
        draw.ellipse(box, fill=_THREAD)
    return picture.resize((side, side), Image.Resampling.BOX)


def _points() -> Iterator[Point]:
    begin = _START
    for first, second, end in _CURVES:
        for step in range(_STEPS):
            t = step / _STEPS
            s = 1 - t
            weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            corners = (begin, first, second, end)
            yield (
                sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
                sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
            )
        begin = end
