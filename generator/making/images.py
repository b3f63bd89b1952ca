"""Pictures as they may be published: photographs without what cameras write into them, drawings without what runs."""

from generator.domain.library import DRAWINGS, PHOTOGRAPHS

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
        return _photograph(data, path)
    return _drawing(data, path) if path.lower().endswith(DRAWINGS) else data


def _photograph(data: bytes, path: str) -> bytes:
    from generator.making.photographs import UnfitPhotograph, without_metadata  # noqa: PLC0415  most edits touch none

    try:
        return without_metadata(data)
    except UnfitPhotograph as error:
        raise UnreadableImageError(path, f"it {error}") from error


def _drawing(data: bytes, path: str) -> bytes:
    from generator.making.drawings import UnfitDrawing, cleaned  # noqa: PLC0415  most edits touch no drawing

    try:
        return cleaned(data)
    except UnfitDrawing as error:
        raise UnreadableImageError(path, f"it {error}", _DRAW_AGAIN) from error
