"""Pictures without what cameras and programs write into them: who took them, where, and with what.

With icons.py, which draws, the only Pillow. A picture that holds nothing of the kind is given as it is, but for what
follows its end. Any other is made anew from its pixels, turned the way that it is to be seen.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.domain.library import DRAWINGS, PHOTOGRAPHS

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")  # each has many a decoder; no other is let near a file
_SEVERAL_IN_ONE = "MPO"  # a JPEG behind which a camera has put further ones
_SAVED_AS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
    "GIF": {"optimize": True},
}
# What says how the pixels are to be shown, and nothing of where they come from.
_HARMLESS = frozenset(
    {
        *("jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "transparency", "interlace", "srgb"),
        *("progressive", "progression", "adobe", "adobe_transform", "background", "version", "duration", "loop"),
        *("extension", "timestamp", "aspect", "default_image", "chromaticity", "icc_profile"),
        *("bbox", "blend", "disposal"),
    }
)


_SAVE_AGAIN = "open it in a program for pictures, and save it again as JPEG or PNG under the same name"
_DRAW_AGAIN = "save it from the program that drew it as plain SVG, without scripts and pictures in it; or as PNG"


class UnreadableImageError(Exception):
    """A file with the name of a picture that is none, or one that cannot be published: its path, why, and the mend."""

    def __init__(self, path: str, why: str, remedy: str = _SAVE_AGAIN) -> None:
        super().__init__(why)
        self.path = path
        self.why = why
        self.remedy = remedy


def publishable(data: bytes, path: str) -> bytes:
    """A file of the content as it may be published; one that is no picture stays as it is.

    Raises UnreadableImageError.
    """
    if path.lower().endswith(PHOTOGRAPHS):
        return without_metadata(data, path)
    return _drawing(data, path) if path.lower().endswith(DRAWINGS) else data


def _drawing(data: bytes, path: str) -> bytes:
    from generator.making.drawings import UnfitDrawing, cleaned  # noqa: PLC0415  most edits touch no drawing

    try:
        return cleaned(data)
    except UnfitDrawing as error:
        raise UnreadableImageError(path, f"it {error}", _DRAW_AGAIN) from error


def without_metadata(data: bytes, path: str = "") -> bytes:
    """The picture without EXIF, GPS, XMP and comments. Raises UnreadableImageError."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  most edits touch no picture

    from generator.making.picture_ends import cut  # noqa: PLC0415  most edits touch no picture

    picture, is_bare = cut(data)
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(picture), formats=_FORMATS) as image:
            warnings.simplefilter("error")  # a picture of more pixels than Pillow trusts
            image.load()
            return picture if is_bare and not _has_metadata(image) else _made_anew(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Warning) as error:
        raise UnreadableImageError(path, "it cannot be read as a picture of its kind") from error
    except Image.DecompressionBombError as error:
        raise UnreadableImageError(path, "it has more pixels than any page can show") from error


def _has_metadata(image: "Image.Image") -> bool:
    return bool(image.info.keys() - _HARMLESS) or bool(image.getexif())


def _made_anew(image: "Image.Image") -> bytes:
    from PIL import ImageSequence  # noqa: PLC0415  few pictures have to be made anew

    kept: dict[str, Any] = {
        key: image.info[key] for key in ("transparency", "duration", "loop", "icc_profile") if key in image.info
    }
    form = image.format or "PNG"
    if form == _SEVERAL_IN_ONE:
        frames, form = [_bare(image)], "JPEG"
    else:
        frames = [_bare(frame) for frame in ImageSequence.Iterator(image)]
    if len(frames) > 1:
        kept |= {"save_all": True, "append_images": frames[1:]}
    out = BytesIO()
    frames[0].save(out, form, **_SAVED_AS.get(form, {}), **kept)
    return out.getvalue()


def _bare(frame: "Image.Image") -> "Image.Image":
    from PIL import Image, ImageOps  # noqa: PLC0415  few pictures have to be made anew

    turned = ImageOps.exif_transpose(frame)
    bare = Image.frombytes(turned.mode, turned.size, turned.tobytes())
    palette = turned.getpalette() if turned.mode == "P" else None
    if palette:
        bare.putpalette(palette)
    return bare
