"""What stands in a view, however deep."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def values_in(view: object) -> Iterator[object]:
    """Each value of a view and of the views in it."""
    yield view
    if is_dataclass(view):
        for field in fields(view):
            yield from values_in(getattr(view, field.name))
    elif isinstance(view, tuple):
        for item in view:
            yield from values_in(item)
