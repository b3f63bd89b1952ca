"""Where a template of markup lets words through as they are, so that a `<` in them would begin a tag."""

from collections.abc import Iterator

from jinja2 import nodes

# All else that we make is text of other kinds, in which `<` is a letter.
_MARKUP = (".html", ".xml")
_OF_THE_AUTHOR = "theme"  # whose words are as much the author's of the theme as the template's own


def unescaped_in(name: str, tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """The line, and what stands there."""
    if not name.endswith(_MARKUP):
        return
    for asked in tree.find_all(nodes.Filter):
        if asked.name == "safe" and not _is_the_authors(asked.node):
            yield asked.lineno, "`safe` puts words onto the page as they are: a `<` in them begins a tag"
    for switch in tree.find_all(nodes.EvalContextModifier):
        for option in switch.options:
            if option.key == "autoescape" and not _is_true(option.value):
                yield switch.lineno, "words within this part are put onto the page as they are: a `<` begins a tag"


def _is_the_authors(value: nodes.Expr | None) -> bool:
    while isinstance(value, nodes.Getattr | nodes.Getitem):
        value = value.node
    return isinstance(value, nodes.Const) or (isinstance(value, nodes.Name) and value.name == _OF_THE_AUTHOR)


def _is_true(value: nodes.Expr) -> bool:
    return isinstance(value, nodes.Const) and value.value is True
