"""Pictures lose what says where they come from, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from generator.making.images import UnreadableImageError, without_metadata

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
SECRET = b"Canary"


def drawn(size: tuple[int, int] = (8, 4)) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0], size[1] // 2))
    return image


def saved(form: str, **how: object) -> bytes:
    out = BytesIO()
    drawn().save(out, form, **how)
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[MAKE] = "Canary"
    found[ORIENTATION] = orientation
    found.get_ifd(GPS)[1] = "N"
    return found


def commented_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Canary")
    info.add_itxt("XML:com.adobe.xmp", "<x>Canary</x>")
    return saved("PNG", pnginfo=info)


@pytest.mark.parametrize(
    "data",
    [
        saved("JPEG", exif=exif()),
        saved("JPEG", comment=SECRET),
        saved("JPEG", xmp=b"<x:xmpmeta>Canary</x:xmpmeta>"),
        saved("WEBP", exif=exif()),
        saved("WEBP", xmp=b"<x:xmpmeta>Canary</x:xmpmeta>"),
        saved("GIF", comment=SECRET),
        commented_png(),
    ],
)
def test_what_says_where_a_picture_comes_from_is_gone(data: bytes) -> None:
    assert SECRET in data
    bare = without_metadata(data)
    assert SECRET not in bare
    with Image.open(BytesIO(bare)) as image:
        assert image.size == (8, 4)
        assert not image.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_holds_nothing_of_the_kind_stays_as_it_is(form: str) -> None:
    assert without_metadata(saved(form)) == saved(form)


def test_a_picture_is_turned_as_it_is_to_be_seen() -> None:
    bare = without_metadata(saved("PNG", exif=exif(orientation=6)))
    with Image.open(BytesIO(bare)) as image:
        assert image.size == (4, 8)
        left, right = image.convert("RGB").getpixel((0, 4)), image.convert("RGB").getpixel((3, 4))
    assert (left, right) == ((0, 0, 255), (255, 0, 0))


def test_a_picture_that_moves_goes_on_moving() -> None:
    out = BytesIO()
    others = [Image.new("RGB", (8, 4), colour) for colour in ("green", "white")]
    drawn().save(out, "GIF", save_all=True, append_images=others, duration=50, loop=0, comment=SECRET)
    with Image.open(BytesIO(without_metadata(out.getvalue()))) as image:
        assert image.n_frames == 3  # type: ignore[attr-defined]  # a GIF has it


@pytest.mark.parametrize("data", [b"", b"<html>", saved("JPEG", exif=exif())[:200], b"GIF89a" + b"\xff" * 50])
def test_what_is_no_picture_is_said_so(data: bytes) -> None:
    with pytest.raises(UnreadableImageError):
        without_metadata(data)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved("JPEG", exif=exif())
    assert without_metadata(data) == without_metadata(data)
