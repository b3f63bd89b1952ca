"""Texts and bytes bound together in one file, for what has to be read before anything else is loaded.

The first line tells the checksum of the rest and the length of each part. To load pathlib would take longer than to
read them.
"""

import os
import time
from collections.abc import Sequence
from zlib import crc32

_PART = ".part"
_LONG = 60.0  # seconds


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
        with open(file, "rb") as opened:
            return unbind(opened.read())
    except OSError as error:
        raise Damaged from error


def write_bound(file: str, parts: Sequence[str | bytes]) -> None:
    """Whole or not at all, whoever else writes it. A disk that fails keeps us from nothing but a faster build."""
    folder, name = os.path.split(file)
    part = f"{file}.{os.urandom(8).hex()}{_PART}"
    try:
        os.makedirs(folder, exist_ok=True)
        _discard_left_over(folder, name)
        with open(part, "wb") as opened:
            opened.write(bind(parts))
        os.replace(part, file)
    except OSError:
        discard(part)
    except BaseException:
        discard(part)
        raise


def _discard_left_over(folder: str, name: str) -> None:
    """What a build that was killed meanwhile has left; one that is at work takes no such time."""
    for entry in os.scandir(folder):
        is_part = entry.name.startswith(f"{name}.") and entry.name.endswith(_PART)
        if is_part and entry.stat().st_mtime < time.time() - _LONG:
            discard(entry.path)


def names_in(folder: str, beginning: str) -> list[str]:
    """Of the whole files in a folder whose names begin so; none where it cannot be read."""
    try:
        return [it.name for it in os.scandir(folder) if it.name.startswith(beginning) and not it.name.endswith(_PART)]
    except OSError:
        return []


def discard(path: str) -> None:
    """Where that is possible."""
    try:
        os.unlink(path)
    except OSError:
        return


def text(part: bytes) -> str:
    return part.decode("utf-8", "surrogateescape")
