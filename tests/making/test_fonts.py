"""Which characters can be printed, without opening fonts for the usual ones."""

from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont

from generator.making import fonts
from generator.making.fonts import Characters
from generator.making.paper import IN_OURS
from generator.shipped import themes_folder

_OURS = themes_folder() / "base/newsletter/fonts"


@pytest.mark.parametrize("file", sorted(_OURS.glob("Atkinson*.ttf")), ids=lambda file: file.stem)
def test_our_typeface_has_what_is_said_to_be_in_it(file: Path) -> None:
    assert set(map(ord, IN_OURS)) <= TTFont(file).getBestCmap().keys()


def test_fonts_are_opened_for_what_is_unusual_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def look(file: Path, index: int) -> frozenset[int]:
        opened.append(file)
        return frozenset({ord("ŵ")})

    monkeypatch.setattr(fonts, "_characters", look)
    found = Characters(lambda: typst.Fonts(include_system_fonts=False, font_paths=[str(_OURS)]))
    assert all(ord(it) in found for it in IN_OURS)
    assert not opened
    assert ord("ŵ") in found
    assert ord("ሰ") not in found
    assert len(opened) == len(set(opened)) > 1
