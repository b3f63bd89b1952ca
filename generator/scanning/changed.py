"""The part of a large table that an edit has changed, which is all that has to be searched for leaks again.

The data of a whole programme is some megabytes in two files, and an edit changes a line or two of them.
"""

_TABLES = (".csv", ".json")
_LEAST = 200_000  # bytes: to search a smaller file takes no longer than to compare it
# A secret may begin before the change and end behind it: so much is read on either side, in bytes, of which the longest
# one takes up less, in characters, whatever stands between its words and however they are written.
_AROUND, _LONGEST = 50_000, 2_000


def is_large_table(path: str, data: bytes) -> bool:
    return len(data) >= _LEAST and path.endswith(_TABLES)


def changed_part(path: str, data: bytes, before: bytes, longest: int) -> bytes:
    """The lines of a table from the first to the last that differ from those `before`, with some on either side.

    All of the table where a secret may reach further than these: one is longer than `_LONGEST`, or a cell of CSV has
    quotes that are written twice. `longest` is the length of the longest secret, in characters.

    No string of JSON goes over the end of a line; a cell of CSV may, which matters where quotes are written twice.
    """
    if longest > _LONGEST:
        return data
    begin = _in_common(data, before)
    end = len(data) - _in_common(data[begin:], before[begin:], at_end=True)
    begin = data.rfind(b"\n", 0, max(begin - _AROUND, 0)) + 1
    end = data.find(b"\n", min(end + _AROUND, len(data)))
    part = data[begin : end if end >= 0 else len(data)]
    return data if path.endswith(".csv") and b'""' in part else part


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
