"""What a template writes into blocks that the one which it extends never asks for: it would be lost."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from generator.making.faults import Fault
from generator.making.template_trees import all_in, tree_of
from generator.making.theme import Theme, generation, templates_of
from generator.reading.desk import closest
from generator.shipped import themes_folder

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
    those above it cannot be read. `folders` are those of the theme and of all that it extends, its own first.
    """
    tree, file = trees[name], templates[name]
    above = tuple(_above(tree, trees))
    if not above or above[-1] is None:
        return
    known = tuple(dict.fromkeys(block.name for one in above if one for block in all_in(one, nodes.Block)))
    parent = _extended(tree)
    is_replaced = generation(templates[parent], folders) < generation(file, folders)
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in known and is_replaced:
            why = f"it stands in place of another theme's, and lacks its block `{node.name}`, which pages fill"
            remedy = f"write `{{% block {node.name} %}}{{% endblock %}}` where that belongs"
            yield Fault(templates[parent], 1, why, remedy)
        elif isinstance(node, nodes.Block) and node.name not in known:
            yield Fault(file, node.lineno, f"`{parent}` has no block `{node.name}`", closest(node.name, known))
        elif line := _first_shown(node):
            yield Fault(file, line, _OUTSIDE_OF_BLOCKS, "put it into a block")


def _extended(tree: nodes.Template) -> str:
    """The name of the template that this one extends; empty where it extends none, or says only later which."""
    name = next((it.template for it in all_in(tree, nodes.Extends)), None)
    return name.value if isinstance(name, nodes.Const) and isinstance(name.value, str) else ""


def _above(tree: nodes.Template, trees: Mapping[str, nodes.Template]) -> Iterator[nodes.Template | None]:
    """Those that a template extends, the nearest first; None at the end where one cannot be read or comes again."""
    met: set[str] = set()
    while name := _extended(tree):
        if name in met or name not in trees:
            yield None
            return
        met.add(name)
        tree = trees[name]
        yield tree


def _first_shown(node: nodes.Node) -> int:
    """The line of the first thing in it that would be seen; 0 where there is none."""
    if not isinstance(node, nodes.Output):
        return 0
    for shown in node.nodes:
        if not isinstance(shown, nodes.TemplateData):
            return shown.lineno
        if words := shown.data.strip():
            return shown.lineno + shown.data[: shown.data.index(words)].count("\n")
    return 0
