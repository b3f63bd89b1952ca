"""Values to bytes and back: those of our own domain and plain ones, and nothing else that a file might ask for.

Pickle is fast, and a pickle that someone has changed can run any code. So what is read back may name only the frozen
classes of our own domain, which do nothing but hold values, and bytes are taken only with the digest that they had.
"""

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from operator import attrgetter
from types import MappingProxyType
from typing import Any

_OURS = ("generator.domain.", "generator.text.", "generator.keeping.", "generator.reading.", "generator.scanning.")
_OTHERS: dict[tuple[str, str], type] = {
    ("datetime", "date"): date,
    ("decimal", "Decimal"): Decimal,
    ("builtins", "dict"): dict,
}
_DIGEST = 32  # bytes


class NotOurs(Exception):
    """The bytes are damaged, or were not packed by this code."""


def pack(value: object) -> bytes:
    """The bytes from which `unpack` gives an equal value, made of our own frozen classes and plain values alone.

    Within one process, the same value gives the same bytes.
    """
    packed = _pickled(value)
    return sha256(packed).digest() + packed


def unpack(packed: bytes) -> Any:
    """Raises NotOurs."""
    body = memoryview(packed)[_DIGEST:]
    if sha256(body).digest() != packed[:_DIGEST]:
        raise NotOurs
    try:
        return _Unpickler(io.BytesIO(body)).load()
    except Exception as error:  # a class that has since got another field, and whatever else does not fit
        raise NotOurs from error


def fingerprint(value: object) -> str:
    """A digest, the same for equal values, whether or not they share parts, and in whichever process they were made."""
    into = _Digesting()
    _pickle(value, into, remembers=False)
    return into.digest.hexdigest()


class _Digesting:
    """A file that digests what is written to it and keeps nothing: a table may be larger than all else in memory."""

    def __init__(self) -> None:
        self.digest = sha256()

    def write(self, data: bytes) -> None:
        self.digest.update(data)


def _pickled(value: object) -> bytes:
    into = io.BytesIO()
    _pickle(value, into, remembers=True)
    return into.getvalue()


def _pickle(value: object, into: Any, *, remembers: bool) -> None:
    pickler = pickle.Pickler(into, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.fast = not remembers
    pickler.dump(value)


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How each kind of value is packed, by the kind; found once, since thousands of one kind are packed at a time."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        """Raises KeyError for a kind of which pickle itself knows how."""
        self[kind] = found = _reducer(kind)
        return found


def _reducer(kind: type) -> Callable[[Any], Any]:
    """Frozen values are packed as a call of their class, which is far faster to load than what pickle does itself."""
    if is_dataclass(kind):
        names = tuple(it.name for it in fields(kind))
        if len(names) < 2:  # of one, attrgetter gives no tuple
            return lambda value: (kind, tuple(getattr(value, name) for name in names))
        parts = attrgetter(*names)
        return lambda value: (kind, parts(value))
    if issubclass(kind, Enum):
        return lambda value: (kind, (value.value,))
    if kind is MappingProxyType:
        return lambda value: (dict, (dict(value),))
    return copyreg.dispatch_table[kind]


_REDUCERS = _Reducers()


_FOUND = {**_OTHERS}  # a build unpacks some thousand values, of the same few classes


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        known = _FOUND.get((module, name))
        if known is not None:
            return known
        if not module.startswith(_OURS) or "." in name:
            raise NotOurs
        found = super().find_class(module, name)
        if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
            raise NotOurs
        _FOUND[module, name] = found
        return found
