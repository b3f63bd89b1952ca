"""Pictures lose what says where they come from, and nothing else."""

from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any
from zlib import crc32

import pytest
from PIL import Image, PngImagePlugin

from generator.making.images import UnreadableImageError, publishable
from generator.making.photographs import UnfitPhotograph, tells_where, without_metadata
from generator.making.picture_ends import cut
from tests.building import built

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


def moving(form: str, **how: object) -> bytes:
    out = BytesIO()
    others = [Image.new("RGB", (8, 4), colour) for colour in ("green", "white")]
    drawn().save(out, form, save_all=True, append_images=others, duration=50, loop=0, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        *(saved(form) for form in ("JPEG", "PNG", "WEBP", "GIF")),
        saved("JPEG", progressive=True, icc_profile=b"colours"),
        saved("WEBP", lossless=True, icc_profile=b"colours"),
        *(moving(form) for form in ("PNG", "WEBP", "GIF")),
    ],
)
def test_what_stands_behind_the_end_of_a_picture_is_cut_off(data: bytes) -> None:
    assert cut(data) == (data, True)
    for behind in (SECRET, b"\x00" * 9, data):
        assert without_metadata(data + behind) == data


def segment(kind: int, words: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(words) + 2).to_bytes(2, "big") + words


def chunk(kind: bytes, words: bytes) -> bytes:
    return len(words).to_bytes(4, "big") + kind + words + crc32(kind + words).to_bytes(4, "big")


def with_chunk(kind: bytes, words: bytes) -> bytes:
    data = saved("PNG")
    return data[:33] + chunk(kind, words) + data[33:]  # behind the first, which says how large it is


def of_programs(kind: int, words: bytes) -> bytes:
    data = saved("JPEG")
    return data[:2] + segment(kind, words) + data[2:]


def with_extension(words: bytes) -> bytes:
    data = saved("GIF")
    return data[:-1] + b"\x21\xff" + words + b"\x00" + data[-1:]


def webp_with(kind: bytes, words: bytes) -> bytes:
    data = saved("WEBP")
    body = data[8:] + kind + len(words).to_bytes(4, "little") + words
    return b"RIFF" + len(body).to_bytes(4, "little") + body


@pytest.mark.parametrize(
    "data",
    [
        of_programs(0xEB, b"JP\x00\x01Canary"),
        of_programs(0xED, b"Photoshop 3.0\x00Canary"),
        of_programs(0xE0, b"JFXX\x00\x10Canary"),
        with_chunk(b"caBX", SECRET),
        with_chunk(b"tIME", SECRET),
        with_extension(b"\x0bXMP DataXMP\x06Canary"),
        webp_with(b"OWN ", SECRET),
    ],
)
def test_what_pillow_does_not_tell_of_is_gone_too(data: bytes) -> None:
    assert SECRET in data
    assert SECRET not in without_metadata(data)


FORMS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_that_is_cut_short_is_never_taken_for_one_that_holds_only_what_is_needed(form: str) -> None:
    data = saved(form)
    for length in range(len(data)):
        assert cut(data[:length]) == (data[:length], False), length


def with_scan_of_no_length() -> bytes:
    data = saved("JPEG")
    at = data.index(b"\xff\xda") + 2
    return data[:at] + b"\x00\x00" + data[at + 2 :]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            saved("PNG").removesuffix(chunk(b"IEND", b"")) + chunk(b"IEND", SECRET), id="words in a PNG's end"
        ),
        pytest.param(
            saved("WEBP")[:4] + (9).to_bytes(4, "little") + saved("WEBP")[8:], id="a WebP that says it is less"
        ),
        pytest.param(with_scan_of_no_length(), id="a JPEG with a part shorter than its own length"),
    ],
)
def test_a_picture_whose_parts_do_not_add_up_is_not_taken_for_bare(data: bytes) -> None:
    assert not cut(data)[1]


def test_a_picture_made_anew_keeps_its_colours_and_what_is_transparent() -> None:
    with Image.open(BytesIO(without_metadata(saved("JPEG", comment=SECRET, icc_profile=b"colours")))) as image:
        assert image.info["icc_profile"] == b"colours"
    few = drawn().quantize(4)
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Canary")
    out = BytesIO()
    few.save(out, "PNG", pnginfo=info, transparency=few.getpixel((0, 0)))
    with Image.open(BytesIO(without_metadata(out.getvalue()))) as image:
        shown = image.convert("RGBA")
    assert shown.getchannel("A").getpixel((0, 0)) == 0
    assert shown.getpixel((0, 3)) == (0, 0, 255, 255)


def test_of_the_pictures_that_a_camera_puts_into_one_file_the_first_is_left() -> None:
    out = BytesIO()
    drawn().save(out, "MPO", save_all=True, append_images=[drawn((16, 16))])
    with Image.open(BytesIO(without_metadata(out.getvalue()))) as image:
        assert (image.format, image.size) == ("JPEG", (8, 4))


@pytest.mark.parametrize("form", ["TIFF", "BMP", "ICO", "PPM"])
def test_a_picture_of_another_kind_than_its_name_says_is_no_picture(form: str) -> None:
    with pytest.raises(UnreadableImageError):
        publishable(saved(form), "images/hall.jpg")


def test_a_drawing_that_may_not_be_published_stops_the_build_with_a_remedy(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-01-31\nfor: [staff, residents]\n---\n![Map](../../images/map.svg)\n"
    files = {
        "images/images.yml": "for: [staff, residents]\n",
        "images/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "editions/2020-01/edition.md": letter,
    }
    result = built(tmp_path, files)
    assert not result.sites
    (found,) = {it.message: it for it in result.findings if it.code == "unreadable-image"}.values()
    assert found.message == (
        "`images/map.svg` is not shown: it holds `<script>`, which a picture on a page cannot have"
    )
    assert "plain SVG" in found.help


def test_a_picture_is_turned_as_it_is_to_be_seen() -> None:
    bare = without_metadata(saved("PNG", exif=exif(orientation=6)))
    with Image.open(BytesIO(bare)) as image:
        assert image.size == (4, 8)
        left, right = image.convert("RGB").getpixel((0, 4)), image.convert("RGB").getpixel((3, 4))
    assert (left, right) == ((0, 0, 255), (255, 0, 0))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_turned_whatever_else_a_camera_has_written_wrongly(form: str) -> None:
    """Its width as a word: Pillow can read that, and not write it again."""
    width = pack("<HHI4s", 0x0100, 2, 2, b"x")
    turned = pack("<HHIHH", ORIENTATION, 3, 1, 6, 0)
    written = b"Exif\0\0" + pack("<2sHIH", b"II", 42, 8, 2) + width + turned + bytes(4)
    with Image.open(BytesIO(without_metadata(saved(form, exif=written)))) as image:
        assert image.size == (4, 8)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("written", [b"II*\0", b"II*\0\xff\0\0\0", b"II*\0\x08\0\0\0\x09\0" + bytes(5), b"Canary"])
def test_a_picture_whose_camera_wrote_what_nobody_can_read_is_published_without_it(form: str, written: bytes) -> None:
    """Cut off in the middle it ended the build in a traceback, or was said to be no picture."""
    data = saved(form, exif=b"Exif\0\0" + written)
    assert not tells_where(data)
    with Image.open(BytesIO(without_metadata(data))) as image:
        assert image.size == (8, 4)
        assert not image.getexif()


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_each_picture_of_one_that_moves_is_seen_as_long_as_before(form: str) -> None:
    """All were as long as the first, and so could not be read."""
    lengths = [1000, 200, 3000]
    colours = [Image.new("RGB", (8, 4), colour) for colour in ("red", "green", "blue")]
    author = PngImagePlugin.PngInfo()
    author.add_text("Author", "Jo")
    told: dict[str, dict[str, Any]] = {
        "GIF": {"comment": b"by Jo"},
        "WEBP": {"exif": exif()},
        "PNG": {"pnginfo": author},
    }
    stream = BytesIO()
    colours[0].save(stream, form, save_all=True, append_images=colours[1:], duration=lengths, loop=0, **told[form])
    bare = without_metadata(stream.getvalue())
    assert bare != stream.getvalue()
    with Image.open(BytesIO(bare)) as image:
        seen = []
        for number in range(3):
            image.seek(number)
            image.load()
            seen.append(image.info["duration"])
    assert seen == lengths


def test_a_picture_that_moves_goes_on_moving() -> None:
    with Image.open(BytesIO(without_metadata(moving("GIF", comment=SECRET)))) as image:
        assert image.n_frames == 3  # type: ignore[attr-defined]  # a GIF has it


@pytest.mark.parametrize("data", [b"", b"<html>", saved("JPEG", exif=exif())[:200], b"GIF89a" + b"\xff" * 50])
def test_what_is_no_picture_is_said_so(data: bytes) -> None:
    with pytest.raises(UnfitPhotograph):
        without_metadata(data)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved("JPEG", exif=exif())
    assert without_metadata(data) == without_metadata(data)
