"""The fonts that a theme has for print, and which characters they have. The only module that opens fonts."""

from functools import lru_cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from generator.making.theme import Theme

_FOLDER = "newsletter/fonts"


def fonts_of(theme: Theme) -> typst.Fonts:
    """Those of a theme and of all that it extends, and no others: what is printed must not depend on the machine."""
    folders = [str(folder / _FOLDER) for folder in theme.folders if (folder / _FOLDER).is_dir()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def characters_of(fonts: typst.Fonts) -> frozenset[int]:
    """The code points that at least one of the fonts has. A file that cannot be used as a font has none."""
    files = {(font.path, font.index) for font in fonts.fonts() if font.path is not None}
    return frozenset().union(*(_characters(Path(path), index) for path, index in files))


@lru_cache(maxsize=64)
def _characters(file: Path, index: int) -> frozenset[int]:
    with TTFont(file, lazy=True, fontNumber=index) as font:
        return frozenset(font.getBestCmap() or ())
