"""Frozen values: `dataclass` and `cached_property` as the standard library has them to whoever uses them, but quicker.

A build loads some three hundred classes that hold values, and many of them are never made one of. The standard library
writes and compiles six functions for each, which took half of the time in which all code was loaded. Here the functions
that differ by nothing but the names of the fields are shared, and `__init__`, which has to be fast, is compiled when
the first value is made. See docs/decisions/0030-values-made-sooner.md.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["cached_property", "dataclass", "is_frozen"]

_Compared = Callable[[Any], tuple[Any, ...]]
_INIT, _REPR, _EQ, _HASH = "__init__", "__repr__", "__eq__", "__hash__"


def is_frozen(kind: type) -> bool:
    """Whether the fields of such values cannot be set, whichever way the class was made."""
    params: Any = getattr(kind, "__dataclass_params__", None)
    sets: Any = kind.__setattr__
    return params is not None and (params.frozen or sets is _refuse_to_set)


def _dataclass(
    kind: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
    kw_only: bool = False,
) -> Any:
    """As `dataclasses.dataclass`. What is not both frozen and slotted is made by that, and so is what works something
    out while a value is made.
    """
    library = dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order, kw_only=kw_only)

    def made(kind: type) -> type:
        if not (frozen and slots) or _works_out(kind):
            return library(kind)
        return _frozen(kind, is_compared=eq, has_order=order, kw_only=kw_only)

    return made if kind is None else made(kind)


class _CachedProperty:
    """As functools.cached_property from Python 3.12 on. Before, that locks all values while it asks one; an edit asks
    for ninety thousand.
    """

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        self._ask = ask
        self._name = ""
        self.__doc__ = ask.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, value: Any, _: type | None = None) -> Any:
        if value is None:
            return self
        found = value.__dict__[self._name] = self._ask(value)
        return found


if TYPE_CHECKING:  # so that all that is known of those is known of ours
    from dataclasses import dataclass
    from functools import cached_property
else:
    dataclass = _dataclass
    cached_property = _CachedProperty


def _works_out(kind: type) -> bool:
    """Whether a value gets more than it is given: from `__post_init__`, or for a field that is not asked for."""
    inherited: dict[str, Field[Any]] = getattr(kind, "__dataclass_fields__", {})
    known = (*inherited.values(), *(it for it in vars(kind).values() if isinstance(it, Field)))
    return hasattr(kind, "__post_init__") or not all(it.init for it in known)


def _frozen(kind: type, *, is_compared: bool, has_order: bool, kw_only: bool) -> type:
    """The class with its fields, and with what a frozen value can do where it does not say that itself."""
    own = frozenset(kind.__dict__)
    says_hash = _HASH in own and not (kind.__dict__[_HASH] is None and _EQ in own)  # None comes from an `__eq__`
    told, kind.__doc__ = kind.__doc__, kind.__doc__ or " "  # else the library works out a signature to put there
    make = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    slotted: Any = make(kind)
    slotted.__doc__ = told
    slotted.__init__ = _Init(slotted)
    slotted.__setattr__, slotted.__delattr__ = _refuse_to_set, _refuse_to_delete
    slotted.__getstate__, slotted.__setstate__ = _state, _set_state
    if _REPR not in own:
        slotted.__repr__ = _repr
    compared = _compared_of(slotted)
    if is_compared and _EQ not in own:
        slotted.__eq__ = _equality(compared)
    if is_compared and not says_hash:
        slotted.__hash__ = _hashing(compared)
    if has_order:
        slotted.__lt__, slotted.__le__, slotted.__gt__, slotted.__ge__ = _order(compared)
    return slotted  # type: ignore[no-any-return]  # a class that the library has made


def _compared_of(kind: Any) -> _Compared:
    """The values that are compared, always as a tuple: a member of one is equal to itself, whatever it says."""
    match [it.name for it in fields(kind) if it.compare]:
        case []:
            return lambda _: ()
        case [name]:
            return lambda value: (getattr(value, name),)
        case names:
            return attrgetter(*names)


def _equality(compared: _Compared) -> Callable[[Any, Any], bool]:
    def equal(self: Any, other: Any) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashing(compared: _Compared) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash(compared(self))

    return hashed


def _order(compared: _Compared) -> Iterator[Callable[[Any, Any], bool]]:
    """How two of one class are put in order; of two classes, neither comes first."""

    def by(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
        def compares(self: Any, other: Any) -> bool:
            return compare(compared(self), compared(other)) if other.__class__ is self.__class__ else NotImplemented

        return compares

    return map(by, (lt, le, gt, ge))


@recursive_repr()
def _repr(self: Any) -> str:
    told = (f"{it.name}={getattr(self, it.name)!r}" for it in fields(self) if it.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """For pickle and copy, which could not set the fields one by one."""
    return [getattr(self, it.name) for it in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for it, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, it.name, value)


class _Init:
    """Stands for the `__init__` of a class until that is asked for: by the first value, or by who looks it up."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def __get__(self, value: object, owner: type | None = None) -> Any:
        self._kind.__init__ = init = _init_of(self._kind)  # type: ignore[misc]  # in its own place from now on
        return init.__get__(value, owner)


def _init_of(kind: Any) -> Any:
    """Sets each field by the descriptor of its slot, which takes half as long as `object.__setattr__` by name."""
    given = [it for it in fields(kind) if it.init]
    names: dict[str, Any] = {"_MISSING": MISSING}
    first, last = ([it for it in given if bool(it.kw_only) is after] for after in (False, True))
    wanted = ["self", *_parameters(first, names), *(["*", *_parameters(last, names)] if last else [])]
    lines = [_setting(it, names, getattr(kind, it.name).__set__) for it in given]
    text = f"def __init__({', '.join(wanted)}):\n" + "".join(f"    {line}\n" for line in lines or ["pass"])
    exec(text, names)  # noqa: S102  made of the names of our own fields alone, as the standard library does
    init = names[_INIT]
    init.__qualname__, init.__module__ = f"{kind.__qualname__}.{_INIT}", kind.__module__
    init.__annotations__ = {**{it.name: it.type for it in given}, "return": None}
    return init


def _parameters(given: list[Field[Any]], names: dict[str, Any]) -> Iterator[str]:
    for it in given:
        if it.default is not MISSING:
            names[f"_default_{it.name}"] = it.default
            yield f"{it.name}=_default_{it.name}"
        elif it.default_factory is not MISSING:
            names[f"_make_{it.name}"] = it.default_factory
            yield f"{it.name}=_MISSING"
        else:
            yield it.name


def _setting(it: Field[Any], names: dict[str, Any], setter: Callable[[object, object], None]) -> str:
    names[f"_set_{it.name}"] = setter
    if it.default_factory is MISSING:
        return f"_set_{it.name}(self, {it.name})"
    return f"_set_{it.name}(self, _make_{it.name}() if {it.name} is _MISSING else {it.name})"
