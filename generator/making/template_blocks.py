"""What a template writes into blocks that the one which it extends never asks for: it would be lost."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from generator.making.faults import Fault
from generator.making.template_trees import all_in, tree_of
from generator.making.theme import Theme, generation, templates_of
from generator.reading.desk import closest
from generator.shipped import themes_folder

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_OF_A_CLASS = "_class"  # how blocks are called that stand in an attribute: they say how a page looks, and no words
_OUTSIDE_OF_BLOCKS = "this stands outside of all blocks, so it is shown nowhere"


def lost_words(theme: Theme) -> Iterator[Fault]:
    """What no page of the theme would show, though its templates write it. Of a theme that has no template beside those
    that came with us, there is nothing to ask.
    """
    templates = templates_of(theme)
    ours = themes_folder().resolve()
    if all(file.resolve().is_relative_to(ours) for file in templates.values()):
        return
    trees: dict[str, nodes.Template] = {}
    for name, file in templates.items():
        try:
            trees[name] = tree_of(file.read_text(encoding="utf-8"))
        except (TemplateSyntaxError, UnicodeDecodeError, RecursionError):
            continue  # told when it is to be shown
    found = (fault for name in trees for fault in faults_of_blocks(name, trees, templates, theme.folders))
    yield from {(it.file, it.line, it.why): it for it in found}.values()


def faults_of_blocks(
    name: str, trees: Mapping[str, nodes.Template], templates: Mapping[str, Path], folders: Sequence[Path]
) -> Iterator[Fault]:
    """What the template of that name says where the one that it extends never asks for it. Nothing is told where one of
    those above it cannot be read, or is chosen only when a page is made. `folders` are those of the theme and of all
    that it extends, its own first.
    """
    tree, file = trees[name], templates[name]
    parent, above = _extended(tree), tuple(_above(tree, trees))
    chain = (tree, *(one for one in above if one))
    if not parent or None in above:
        return
    asked_for = _asked_for(chain)
    is_replaced = generation(templates[parent], folders) < generation(file, folders)
    for node in _after_extends(tree):
        if isinstance(node, nodes.Block) and (node.name in asked_for or not _holds_words(node)):
            continue
        if isinstance(node, nodes.Block) and is_replaced:
            why = f"it stands in place of another theme's, and lacks its block `{node.name}`, which pages fill"
            remedy = f"write `{{% block {node.name} %}}{{% endblock %}}` where that belongs"
            yield Fault(templates[parent], 1, why, remedy)
        elif isinstance(node, nodes.Block):
            yield Fault(file, node.lineno, f"`{parent}` has no block `{node.name}`", closest(node.name, asked_for))
        elif line := _first_shown(node):
            yield Fault(file, line, _OUTSIDE_OF_BLOCKS, "put it into a block")


def _extended(tree: nodes.Template) -> str | None:
    """The name of the template that this one extends; empty where it extends none, and None where it is chosen only
    when a page is made.
    """
    said = tuple(all_in(tree, nodes.Extends))
    if not said:
        return ""
    name = said[0].template
    is_always = len(said) == 1 and said[0] in tree.body
    return name.value if is_always and isinstance(name, nodes.Const) and isinstance(name.value, str) else None


def _above(tree: nodes.Template, trees: Mapping[str, nodes.Template]) -> Iterator[nodes.Template | None]:
    """Those that a template extends, the nearest first; None at the end where one cannot be read, comes again, or is
    chosen only when a page is made.
    """
    met: set[str] = set()
    while (name := _extended(tree)) != "":
        if name is None or name in met or name not in trees:
            yield None
            return
        met.add(name)
        tree = trees[name]
        yield tree


def _after_extends(tree: nodes.Template) -> Iterator[nodes.Node]:
    """What stands before it is shown, as in a template that extends none."""
    return dropwhile(lambda node: not isinstance(node, nodes.Extends), tree.body)


def _asked_for(chain: Sequence[nodes.Template]) -> tuple[str, ...]:
    """The blocks that a page shows, by the templates that it is made of, its own first: those of the last one, and
    those within what is shown of them. What another template writes anew takes away all that stood within.
    """
    written: dict[str, list[nodes.Block]] = {}
    for block in (block for tree in chain for block in all_in(tree, nodes.Block)):
        written.setdefault(block.name, []).append(block)
    names = [*_blocks_in(chain[-1]), *(name for tree in chain for name in _said_again(tree))]
    for name in names:  # it grows meanwhile
        shown = written.get(name, [])
        shown = shown if shown and _adds(shown[0]) else shown[:1]
        names += (inner for block in shown for inner in _blocks_in(block) if inner not in names)
    return tuple(dict.fromkeys(names))


def _blocks_in(node: nodes.Node) -> Iterator[str]:
    """The names of those that stand right within it, and in no other block."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child.name
        else:
            yield from _blocks_in(child)


def _said_again(tree: nodes.Template) -> Iterator[str]:
    """The blocks that are shown by their names, as in `self.title()`."""
    for node in all_in(tree, nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "self":
            yield node.attr


def _adds(block: nodes.Block) -> bool:
    """Whether it shows what other templates have written into it, too."""
    return any(name.name == "super" for name in block.find_all(nodes.Name))


def _holds_words(block: nodes.Block) -> bool:
    return not block.name.endswith(_OF_A_CLASS) and any(map(_may_show, block.body))


def _may_show(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.Output) or bool(_first_shown(node))


def _first_shown(node: nodes.Node) -> int:
    """The line of the first thing in it that would be seen; 0 where there is none."""
    if not isinstance(node, nodes.Output):
        return 0
    for shown in node.nodes:
        if not isinstance(shown, nodes.TemplateData):
            return shown.lineno
        data = _REMARK.sub(lambda it: " " * len(it.group()), shown.data)
        if words := data.strip():
            return shown.lineno + shown.data[: data.index(words)].count("\n")
    return 0
