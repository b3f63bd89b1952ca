"""Pictures without what cameras and programs write into them: who took them, where, and with what.

With icons.py, which draws, the only Pillow. A picture that holds nothing of the kind is given as it is. Any other is
made anew from its pixels, turned the way that it is to be seen.
"""

import warnings
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

RASTER = (".jpg", ".jpeg", ".png", ".webp", ".gif")
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
    }
)


class UnreadableImageError(Exception):
    """A file with the name of a picture that is none, or one too large to be meant: its path, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(why)
        self.path = path
        self.why = why


def is_raster(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in RASTER


def without_metadata(data: bytes, path: str = "") -> bytes:
    """The picture without EXIF, GPS, XMP and comments. Raises UnreadableImageError."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  most edits touch no picture

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as image:
            warnings.simplefilter("error")  # a picture of more pixels than Pillow trusts
            image.load()
            return _made_anew(image) if _has_metadata(image) else data
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Warning) as error:
        raise UnreadableImageError(path, "it cannot be read as a picture of its kind") from error
    except Image.DecompressionBombError as error:
        raise UnreadableImageError(path, "it has more pixels than any page can show") from error


def _has_metadata(image: "Image.Image") -> bool:
    return bool(image.info.keys() - _HARMLESS) or bool(image.getexif())


def _made_anew(image: "Image.Image") -> bytes:
    from PIL import ImageSequence  # noqa: PLC0415  as above

    kept: dict[str, Any] = {
        key: image.info[key] for key in ("transparency", "duration", "loop", "icc_profile") if key in image.info
    }
    frames = [_bare(frame) for frame in ImageSequence.Iterator(image)]
    form = image.format or "PNG"
    if len(frames) > 1:
        kept |= {"save_all": True, "append_images": frames[1:]}
    out = BytesIO()
    frames[0].save(out, form, **_SAVED_AS.get(form, {}), **kept)
    return out.getvalue()


def _bare(frame: "Image.Image") -> "Image.Image":
    from PIL import Image, ImageOps  # noqa: PLC0415  as above

    turned = ImageOps.exif_transpose(frame)
    bare = Image.frombytes(turned.mode, turned.size, turned.tobytes())
    palette = turned.getpalette() if turned.mode == "P" else None
    if palette:
        bare.putpalette(palette)
    return bare
