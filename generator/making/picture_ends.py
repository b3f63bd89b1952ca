"""Where a picture ends, and whether anything stands in it that is not needed to show it.

A program that crops a picture may leave the end of the old one behind it, and much is written into pictures that
Pillow does not tell of. Authorities: ITU-T T.81, annex B (JPEG); W3C PNG, chapter 5; GIF89a; the WebP container.
"""

import re
from collections.abc import Callable
from typing import Literal

_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # between the points of a JPEG, where 0xFF is followed by 0x00
_JPEG_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_OF_PROGRAMS = range(0xE0, 0xF0)
_NEEDED_OF_PROGRAMS = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
_JFIF_ALONE = 14  # bytes: more of them are a small picture, which may show what was cut off
_PNG = b"\x89PNG\r\n\x1a\n"
_NEEDED_IN_PNG = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs hIST acTL fcTL fdAT".split()
)
_NEEDED_IN_GIF = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_NEEDED_IN_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))


def cut(data: bytes) -> tuple[bytes, bool]:
    """The picture without what follows its end, and whether all in it is needed.

    One whose parts cannot be told apart is given as it is, as one in which something else may stand.
    """
    look = next((look for begin, look in _LOOKS.items() if data.startswith(begin)), None)
    if look is None:
        return data, False
    try:
        end, is_bare = look(data)
    except (IndexError, ValueError):
        return data, False
    return data[:end], is_bare and end <= len(data)


def _jpeg(data: bytes) -> tuple[int, bool]:
    at, is_bare = 2, True
    while True:
        found = _MARKER.match(data, at)
        if found is None:
            raise ValueError("no marker")
        kind, at = data[at + 1], at + 2
        if kind == _JPEG_END:
            return at, is_bare
        length = _number(data, at, 2, "big")
        if length < 2:
            raise ValueError("no part is as short")
        if kind in _OF_PROGRAMS or kind == _COMMENT:
            begin = _NEEDED_OF_PROGRAMS.get(kind)
            is_bare &= begin is not None and data.startswith(begin, at + 2)
            is_bare &= kind != 0xE0 or length - 2 == _JFIF_ALONE
        at += length
        if kind == _SCAN:
            after = _MARKER.search(data, at)
            if after is None:
                raise ValueError("no end")
            at = after.start()


def _png(data: bytes) -> tuple[int, bool]:
    at, is_bare = len(_PNG), True
    while True:
        length, kind = _number(data, at, 4, "big"), data[at + 4 : at + 8]
        is_bare &= kind in _NEEDED_IN_PNG
        at += 12 + length
        if kind == b"IEND":
            return at, is_bare and length == 0
        if at >= len(data):
            raise ValueError("no end")


def _gif(data: bytes) -> tuple[int, bool]:
    at, is_bare = 13 + _table_of_colours(data[10]), True
    while data[at] != 0x3B:
        if data[at] == 0x21:
            kind, at = data[at + 1], at + 2
            is_bare &= kind == 0xF9 or (kind == 0xFF and data[at + 1 : at + 12] in _NEEDED_IN_GIF)
        elif data[at] == 0x2C:
            at += 11 + _table_of_colours(data[at + 9])
        else:
            raise ValueError("no part begins so")
        while data[at]:
            at += data[at] + 1
        at += 1
    return at + 1, is_bare


def _table_of_colours(flags: int) -> int:
    """Its length in bytes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> tuple[int, bool]:
    if data[8:12] != b"WEBP":
        raise ValueError("of another kind")
    end = 8 + _number(data, 4, 4, "little")
    at, is_bare = 12, True
    while at < end:
        is_bare &= data[at : at + 4] in _NEEDED_IN_WEBP
        length = _number(data, at + 4, 4, "little")
        at += 8 + length + length % 2
    return end, is_bare and at == end


def _number(data: bytes, at: int, length: int, order: Literal["big", "little"]) -> int:
    if at + length > len(data):
        raise IndexError(at)
    return int.from_bytes(data[at : at + length], order)


_LOOKS: dict[bytes, Callable[[bytes], tuple[int, bool]]] = {
    b"\xff\xd8": _jpeg,
    _PNG: _png,
    b"GIF8": _gif,
    b"RIFF": _webp,
}
