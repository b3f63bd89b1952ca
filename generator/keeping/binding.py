"""Texts and bytes bound together in one file, for what has to be read before anything else is loaded.

The first line tells the checksum of the rest and the length of each part. To load pathlib would take longer than to
read them.
"""

import os
from collections.abc import Sequence
from zlib import crc32


class Damaged(Exception):
    """The file is not whole, or none of ours."""


def bind(parts: Sequence[str | bytes]) -> bytes:
    packed = [part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part for part in parts]
    body = b"".join(packed)
    return f"{' '.join(map(str, (crc32(body), *map(len, packed))))}\n".encode() + body


def unbind(data: bytes) -> list[bytes]:
    """Raises Damaged."""
    head, _, body = data.partition(b"\n")
    try:
        checksum, *lengths = map(int, head.split(b" "))
    except ValueError:
        raise Damaged from None
    if sum(lengths) != len(body) or crc32(body) != checksum:
        raise Damaged
    parts, begin = [], 0
    for length in lengths:
        parts.append(body[begin : begin + length])
        begin += length
    return parts


def read_bound(file: str) -> list[bytes]:
    """Raises Damaged, also where there is none."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123  no pathlib here
            return unbind(opened.read())
    except OSError as error:
        raise Damaged from error


def write_bound(file: str, parts: Sequence[str | bytes]) -> None:
    """Whole or not at all. A disk that does not take it keeps us from nothing but a faster build."""
    part = f"{file}.part"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120  no pathlib here
        with open(part, "wb") as opened:  # noqa: PTH123  no pathlib here
            opened.write(bind(parts))
        os.replace(part, file)  # noqa: PTH105  no pathlib here
    except OSError:
        return


def text(part: bytes) -> str:
    return part.decode("utf-8", "surrogateescape")
