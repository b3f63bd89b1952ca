"""The part of a large table that an edit has changed: the rest of it was searched when it was made.

The data of a whole programme is some megabytes in two files, and an edit changes a line or two of them.
"""

import json
import re

from generator.scanning.decoding import Decoded, decode

_TABLES = (".csv", ".json")
_LEAST = 200_000  # bytes: to search a smaller file takes no longer than to compare it
# A secret may begin before the change and end behind it: so much is read on either side, in bytes, of which the longest
# one takes up less, in characters, whatever stands between its words and however they are written.
_AROUND, _LONGEST = 50_000, 2_000
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def is_large_table(path: str, data: bytes) -> bool:
    return len(data) >= _LEAST and path.endswith(_TABLES)


def decode_changed(path: str, data: bytes, before: bytes, longest: int) -> Decoded | None:
    """What the lines of a table say that differ from those `before`, and some around them. None where all of it has to
    be read, as what a line says depends on lines far off.

    `longest` is the length of the longest secret.
    """
    has_escapes = b"\\" in data
    if longest > _LONGEST or has_escapes != (b"\\" in before):
        return None
    begin = _in_common(data, before)
    end = len(data) - _in_common(data[begin:], before[begin:], at_end=True)
    begin = data.rfind(b"\n", 0, max(begin - _AROUND, 0)) + 1
    end = data.find(b"\n", min(end + _AROUND, len(data)))
    part = data[begin : end if end >= 0 else len(data)]
    if path.endswith(".csv"):
        return None if b'""' in part else decode(path, part)
    found = decode(path, part)
    return _with_strings(found) if has_escapes else found


def _in_common(one: bytes, other: bytes, *, at_end: bool = False) -> int:
    """How many bytes both begin with, or end with; found by halves, as the machine compares these at once."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if at_end:
            is_same = one[len(one) - middle : len(one) - least] == other[len(other) - middle : len(other) - least]
        else:
            is_same = one[least:middle] == other[least:middle]
        least, most = (middle, most) if is_same else (least, middle - 1)
    return least


def _with_strings(found: Decoded) -> Decoded:
    """No string of JSON goes over the end of a line, so that those of a part can be read by themselves."""
    strings = "\n".join(json.loads(string, strict=False) for string in _STRING.findall(found.words))
    return Decoded(f"{found.words}\n{strings}", f"{found.names}\n{strings}")
