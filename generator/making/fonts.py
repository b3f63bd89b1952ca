"""Which characters a theme's fonts for print have. The only module that opens fonts."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it says nothing of its types

from generator.making.theme import Theme

FOLDER = "newsletter/fonts"


def font_folders(theme: Theme) -> tuple[Path, ...]:
    """The folders with fonts of a theme and of all that it extends, its own first."""
    return tuple(folder / FOLDER for folder in theme.folders if (folder / FOLDER).is_dir())


def characters_of(folders: Iterable[Path]) -> frozenset[int]:
    """The code points that at least one font in the folders has."""
    files = (file for folder in folders for file in sorted(folder.iterdir()) if file.suffix in (".ttf", ".otf"))
    return frozenset().union(*map(_characters, files))


@lru_cache(maxsize=64)
def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
