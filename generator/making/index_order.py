"""A search index in one order: the same records give the same bytes, whenever and wherever it is made.

Pagefind writes the values of a filter, and the filters themselves, in an order that is another one each time (its
fragments and word chunks are the same each time since 1.3: https://github.com/Pagefind/pagefind/issues/638). So these
two kinds of files are put in order, and named by what they then hold. They are written without gzip, which Pagefind's
script reads as well: how gzip packs differs from one zlib to the next.

Both are CBOR (RFC 8949), of which Pagefind uses no more than arrays, texts and numbers.
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.making.searching import NotIndexed

ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_FILTER, _META = ".pf_filter", ".pf_meta"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4  # major types
_HELD = 24  # what is smaller stands in the first byte itself
_FILTERS_IN_META = 3  # version, pages, chunks, filters, sorts, fields
_NAME_LENGTH = 10


def in_one_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index by its paths, sorted.

    Raises NotIndexed where a file is not made as we know it: another version of Pagefind has written it.
    """
    ordered = {path: data for path, data in files.items() if not path.endswith((_FILTER, _META)) and path != ENTRY}
    names: dict[str, str] = {}
    for path, data in files.items():
        if path.endswith(_FILTER):
            name, values = _opened(data)
            written = _written([name, sorted(values)])
            old = path.removeprefix("filter/").removesuffix(_FILTER)
            names[old] = _name(old, written)
            ordered[f"filter/{names[old]}{_FILTER}"] = written
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        old = language["hash"]
        meta = _opened(files[f"pagefind.{old}{_META}"])
        meta[_FILTERS_IN_META] = sorted([name, names[hashed]] for name, hashed in meta[_FILTERS_IN_META])
        written = _written(meta)
        language["hash"] = _name(old, written)
        ordered[f"pagefind.{language['hash']}{_META}"] = written
    ordered[ENTRY] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(ordered.items()))


def _name(old: str, data: bytes) -> str:
    """As Pagefind names files: the language, and a digest."""
    return f"{old.partition('_')[0]}_{sha256(data).hexdigest()[:_NAME_LENGTH]}"


def _opened(data: bytes) -> Any:
    try:
        opened = gzip.decompress(data)
        if not opened.startswith(_SIGNATURE):
            raise NotIndexed("a file of the search index has no signature")
        value, end = _read(opened, len(_SIGNATURE))
    except (OSError, EOFError, IndexError, UnicodeDecodeError) as error:
        raise NotIndexed("a file of the search index cannot be opened") from error
    if end != len(opened):
        raise NotIndexed("a file of the search index holds more than one value")
    return value


def _read(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins at a byte, and where it ends."""
    kind, number, at = data[at] >> 5, data[at] & 0x1F, at + 1
    if number >= _HELD:
        if number > _HELD + 3:
            raise NotIndexed("a file of the search index has a value of no known length")
        size = 1 << (number - _HELD)
        number, at = int.from_bytes(data[at : at + size], "big"), at + size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise NotIndexed("a file of the search index has a value of an unknown kind")
    values = []
    for _ in range(number):
        value, at = _read(data, at)
        values.append(value)
    return values, at


def _written(value: Any) -> bytes:
    parts = [_SIGNATURE]
    _write(value, parts)
    return b"".join(parts)


def _write(value: Any, parts: list[bytes]) -> None:
    match value:
        case int():
            parts.append(_head(_NUMBER, value))
        case str():
            text = value.encode()
            parts.extend((_head(_TEXT, len(text)), text))
        case _:
            parts.append(_head(_ARRAY, len(value)))
            for item in value:
                _write(item, parts)


def _head(kind: int, number: int) -> bytes:
    """In the fewest bytes, as the format wishes."""
    if number < _HELD:
        return bytes((kind << 5 | number,))
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes((kind << 5 | _HELD + power,)) + number.to_bytes(1 << power, "big")
