"""The mark of a site, for browsers and for the home screens of phones."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.IcoImagePlugin import IcoImageFile

from generator.build import build
from generator.making.icons import FAVICON, HOME_SCREEN, icons
from generator.request import BuildRequest
from tests.building import ON, files_of
from tests.examples import smallest, write_files

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
CHILD = b'name: ours\ntitle: Ours\nextends: plain\ntokens: {colour: {accent: "hsl(185 80% 20%)"}}\n'


def residents(folder: Path, **assets: bytes) -> dict[str, bytes]:
    """A site in a theme of the council's own, with the assets given; `__` stands for a dot in their names."""
    content = smallest()
    content["programme.yml"] = content["programme.yml"].replace(b"theme: plain", b"theme: ours")
    write_files(content, folder / "content")
    theme = {f"assets/{name.replace('__', '.')}": data for name, data in assets.items()}
    write_files({"theme.yml": CHILD, **theme}, folder / "themes" / "ours")
    return files_of(build(BuildRequest(folder / "content", lambda _: ON)), "residents")


@pytest.mark.parametrize("side", [16, 32])
def test_a_browser_finds_the_thread_on_its_ground_in_each_size(side: int) -> None:
    picture = Image.open(BytesIO(icons("#0a4a50")[FAVICON]))
    assert isinstance(picture, IcoImageFile)
    picture.size = (side, side)
    pixels = picture.convert("RGBA")
    assert isinstance(corner := pixels.getpixel((0, 0)), tuple)
    assert corner[3] < 128, "its corners are round"
    assert pixels.getpixel((side - 2, 3)) == (10, 74, 80, 255)
    assert pixels.getpixel((side - 1, side * 24 // 32)) == (242, 184, 59, 255)


def test_a_home_screen_gets_a_whole_square_without_holes() -> None:
    picture = Image.open(BytesIO(icons("#0a4a50")[HOME_SCREEN]))
    assert picture.size == (180, 180)
    assert picture.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    assert picture.convert("RGB").getpixel((0, 0)) == (10, 74, 80)


def test_the_pictures_have_the_colour_of_the_theme_however_it_is_written(tmp_path: Path) -> None:
    files = residents(tmp_path)
    assert files[FAVICON] == icons("#0a555c")[FAVICON]
    page = files["index.html"].decode()
    assert page.index("favicon.ico") < page.index("favicon.svg") < page.index("apple-touch-icon.png")


def test_a_council_with_its_own_mark_is_never_shown_ours(tmp_path: Path) -> None:
    files = residents(tmp_path, favicon__svg=SVG)
    assert files["assets/favicon.svg"] == SVG
    assert not files.keys() & {FAVICON, HOME_SCREEN}
    assert b"favicon.ico" not in files["index.html"]
    assert b"apple-touch-icon" not in files["index.html"]


def test_a_council_can_give_every_picture_of_its_mark(tmp_path: Path) -> None:
    theirs = BytesIO()
    Image.new("RGB", (180, 180), "red").save(theirs, "PNG")
    files = residents(tmp_path, favicon__svg=SVG, **{"apple-touch-icon__png": theirs.getvalue()})
    assert files[HOME_SCREEN] == theirs.getvalue()
    assert b'<link rel="apple-touch-icon" href="assets/apple-touch-icon.png">' in files["index.html"]
    assert FAVICON not in files
