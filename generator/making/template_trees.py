"""Templates as trees of what they say, each read once: a theme's are looked at from several sides, ours by each."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeVar

from jinja2 import Environment, nodes

FILTERS = ("url", "prose", "runs")
_Kind = TypeVar("_Kind", bound=nodes.Node)


@cache
def environment_for_reading() -> Environment:
    """One to read templates with, that shows none: it knows our filters by their names alone."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.filters |= dict.fromkeys(FILTERS, str)
    without_chance(environment)
    return environment


def without_chance(environment: Environment) -> None:
    """Takes away what Jinja gives that is another each time: the same content has to give the same bytes. `pprint` is
    for those who mend programs, whom it tells where things are in memory.
    """
    del environment.globals["lipsum"]
    del environment.filters["random"]
    del environment.filters["pprint"]


@lru_cache(maxsize=1000)
def tree_of(text: str) -> nodes.Template:
    """Raises TemplateSyntaxError, and RecursionError where too much stands within each other."""
    return environment_for_reading().parse(text)


@lru_cache(maxsize=1000)
def _everything_in(tree: nodes.Template) -> tuple[nodes.Node, ...]:
    return tuple(tree.find_all(nodes.Node))


def all_in(tree: nodes.Template, kind: type[_Kind] | tuple[type[_Kind], ...]) -> Iterator[_Kind]:
    """As Jinja's `find_all`, which goes through the whole tree for each kind."""
    return (node for node in _everything_in(tree) if isinstance(node, kind))
