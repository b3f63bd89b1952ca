"""Templates as trees of what they say, each read once: a theme's are looked at from several sides, ours by each."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeVar

from jinja2 import Environment, nodes

FILTERS = ("url", "prose", "runs")
_CLOSED_BY_ITSELF = "set"  # where it has an `=`
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


def line_of_unclosed(text: str, tag: str) -> int:
    """Where the innermost tag of that name begins that a text never closes; 0 where that cannot be told."""
    opened: list[int] = []
    before = ""
    for line, kind, word in environment_for_reading().lex(text):
        if before == "block_begin" and kind == "name" and word == tag:
            opened.append(line)
        elif before == "block_begin" and kind == "name" and word == f"end{tag}" and opened:
            opened.pop()
        before = before if kind == "whitespace" else kind
    return opened[-1] if opened and tag != _CLOSED_BY_ITSELF else 0


@lru_cache(maxsize=1000)
def _everything_in(tree: nodes.Template) -> tuple[nodes.Node, ...]:
    return tuple(tree.find_all(nodes.Node))


def all_in(tree: nodes.Template, kind: type[_Kind] | tuple[type[_Kind], ...]) -> Iterator[_Kind]:
    """As Jinja's `find_all`, which goes through the whole tree for each kind."""
    return (node for node in _everything_in(tree) if isinstance(node, kind))


def unknown_in(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Filters and tests that are not there, by their lines, in Jinja's words. Of one in a branch it tells only when
    that is shown.
    """
    environment = environment_for_reading()
    for node in all_in(tree, nodes.Filter):
        if node.name not in environment.filters:
            yield node.lineno, f"No filter named '{node.name}'"
    for test in all_in(tree, nodes.Test):
        if test.name not in environment.tests:
            yield test.lineno, f"No test named '{test.name}'"
