"""Photographs without what cameras and programs write into them: who took them, where, and with what.

With icons.py, which draws, the only Pillow. A picture that holds nothing of the kind is given as it is, but for what
follows its end. Any other is made anew from its pixels, turned the way that it is to be seen.
"""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageSequence

from generator.making.picture_ends import cut

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

_UPRIGHT = 1
# By what a camera has written of how it was held; the same as in Pillow's exif_transpose.
_TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, struct.error)  # as Pillow says it


class UnfitPhotograph(ValueError):
    """Why it cannot be published, in words that go on after `it`."""


def without_metadata(data: bytes) -> bytes:
    """The picture without EXIF, GPS, XMP and comments. Raises UnfitPhotograph."""
    picture, is_bare = cut(data)
    try:
        with _trusted_alone(), Image.open(BytesIO(picture), formats=_FORMATS) as image:
            image.load()
            return picture if is_bare and not _has_metadata(image) else _made_anew(image)
    except (*_UNREADABLE, Image.DecompressionBombWarning) as error:
        raise UnfitPhotograph("cannot be read as a picture of its kind") from error
    except Image.DecompressionBombError as error:
        raise UnfitPhotograph("has more pixels than any page can show") from error


def tells_where(data: bytes) -> bool:
    """Whether the picture says where it was taken. One that cannot be read says nothing."""
    try:
        with _trusted_alone(), Image.open(BytesIO(data), formats=(*_FORMATS, "TIFF")) as image:
            return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except (*_UNREADABLE, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return False


@contextmanager
def _trusted_alone() -> Iterator[None]:
    """A picture of more pixels than Pillow trusts is an error; what else it warns of is not needed to show one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _has_metadata(image: Image.Image) -> bool:
    return bool(image.info.keys() - _HARMLESS) or bool(image.getexif())


def _held(image: Image.Image) -> object:
    """How the camera was held, as it has written that; upright, where nobody can read what it has written."""
    try:
        return image.getexif().get(ExifTags.Base.Orientation, _UPRIGHT)
    except _UNREADABLE:
        return _UPRIGHT


def _made_anew(image: Image.Image) -> bytes:
    kept: dict[str, Any] = {
        key: image.info[key] for key in ("transparency", "loop", "icc_profile") if key in image.info
    }
    form = image.format or "PNG"
    if form == _SEVERAL_IN_ONE:
        frames, form = [_bare(image)], "JPEG"
    else:
        timed = [(_bare(frame), frame.info.get("duration", 0)) for frame in ImageSequence.Iterator(image)]
        frames = [frame for frame, _ in timed]
        if len(frames) > 1:
            kept |= {"save_all": True, "append_images": frames[1:], "duration": [length for _, length in timed]}
    out = BytesIO()
    frames[0].save(out, form, **_SAVED_AS.get(form, {}), **kept)
    return out.getvalue()


def _bare(frame: Image.Image) -> Image.Image:
    """Its pixels alone, turned. Pillow's own way to turn a picture writes all else again that a camera has written,
    and fails where something in that is wrong.
    """
    way = _TURNS.get(_held(frame))
    turned = frame if way is None else frame.transpose(way)
    bare = Image.frombytes(turned.mode, turned.size, turned.tobytes())
    palette = turned.getpalette() if turned.mode == "P" else None
    if palette:
        bare.putpalette(palette)
    return bare
