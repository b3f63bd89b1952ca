"""The views that templates see, each with its fields and their types, from their dataclasses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from docs.making.markdown import link, table
from generator.briefing.mailing import Some
from generator.briefing.page_views import PageView
from generator.briefing.specimens import page_classes
from generator.briefing.views import SiteView
from generator.domain.prose import Prose

_SIMPLE = {str: "text", bool: "true or false", int: "a whole number"}


def told(view: type) -> Iterator[str]:
    """What its docstring says, and a table of its fields; a page's own only, for all pages share the others."""
    yield about(view)
    shared = {it.name for it in fields(PageView)} if issubclass(view, PageView) and view is not PageView else set()
    hints = get_type_hints(view)
    own = [it.name for it in fields(view) if it.name not in shared]
    if own:
        yield table(("field", "type"), ((f"`{name}`", _type(hints[name])) for name in own))


def about(view: type) -> str:
    """Its own docstring; empty where it has none, whatever those say that it is a kind of."""
    return cleandoc(view.__doc__ or "")


@cache
def every() -> tuple[type, ...]:
    """What stands on every page, all pages, and then by name what these hold."""
    pages: tuple[type, ...] = (SiteView, PageView, *page_classes())
    held = {one for view in pages for one in _within(view)} - set(pages)
    return (*pages, *sorted(held, key=heading))


def heading(view: type) -> str:
    """Its name; of two that share a name, with the module that it stands in."""
    name, module = view.__name__, view.__module__.rpartition(".")[2].removesuffix("_views")
    return f"{name} ({module})" if _sharing()[name] > 1 else name


@cache
def _sharing() -> Counter[str]:
    """How many views have a name."""
    pages: tuple[type, ...] = (SiteView, *page_classes())
    held = {one for view in pages for one in (view, *_within(view))}
    return Counter(one.__name__ for one in held)


def _within(view: type) -> Iterator[type]:
    """The views that its fields hold, and theirs."""
    for hint in get_type_hints(view).values():
        for one in _views_of(hint):
            yield one
            yield from _within(one)


def _views_of(hint: Any) -> Iterator[type]:
    if hint == Prose:
        return
    if get_args(hint):
        for inner in get_args(hint):
            yield from _views_of(inner)
    elif is_dataclass(hint) and isinstance(hint, type):
        yield hint


def _type(hint: Any) -> str:
    if hint == Prose:
        return "prose"
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    inner = get_args(hint)
    if get_origin(hint) is UnionType:
        return " or ".join("none" if one is NoneType else _type(one) for one in inner)
    if get_origin(hint) is Some:
        return f"a part of a list: those `shown`, each {_type(inner[0])}, and how many `more` there are"
    if get_origin(hint) is tuple and inner[-1] is Ellipsis:
        return f"a list, each {_type(inner[0])}"
    if get_origin(hint) is tuple:
        return f"a group: {', '.join(map(_type, inner))}"
    if is_dataclass(hint) and isinstance(hint, type):
        return link(heading(hint))
    raise LookupError(f"no words for the type {hint}")
