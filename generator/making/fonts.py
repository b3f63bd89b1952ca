"""The fonts that a theme has for print, and which characters they have. The only module that opens fonts."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import typst

from generator.making.paper import IN_OURS
from generator.making.theme import Theme
from generator.values import cached_property

_FOLDER = "newsletter/fonts"
_IN_OURS = frozenset(map(ord, IN_OURS))


def fonts_of(theme: Theme) -> typst.Fonts:
    """Those of a theme and of all that it extends, and no others: what is printed must not depend on the machine."""
    folders = [str(folder / _FOLDER) for folder in theme.folders if (folder / _FOLDER).is_dir()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


class Characters:
    """The code points that at least one of the fonts has. A file that cannot be used as a font has none.

    They are opened when one is asked for that is not among those of our own typeface, which most words are made of.
    """

    def __init__(self, fonts: Callable[[], typst.Fonts]) -> None:
        self._fonts = fonts

    def __contains__(self, code: object) -> bool:
        return code in _IN_OURS or code in self._every

    @cached_property
    def _every(self) -> frozenset[int]:
        files = {(font.path, font.index) for font in self._fonts().fonts() if font.path is not None}
        return frozenset().union(*(_characters(Path(path), index) for path, index in files))


@lru_cache(maxsize=64)
def _characters(file: Path, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  it is large, and most words have no character to look up

    with TTFont(file, lazy=True, fontNumber=index) as font:
        return frozenset(font.getBestCmap() or ())
