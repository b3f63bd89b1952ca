"""The page about the way through the house shows what the imports are and what the parts say of themselves.

`GOLDEN_UPDATE=1` writes both anew.
"""

import ast
import os
import re
from collections.abc import Mapping
from pathlib import Path

from tests.test_architecture import LAYERS, SHIPPED, SOURCES, Sources, imports_of, layer_of

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "architecture.md"
DRAWING = re.compile(r"(?<=```mermaid\nflowchart BT\n).*?(?=```)", re.DOTALL)
TABLE = re.compile(r"(?<=\| --- \| --- \|\n).*?\Z", re.DOTALL)
NAMED_FILE = re.compile(r"`((?:\w+/)*\w+\.py)`")

Layers = Mapping[str, frozenset[str]]


def layers_known_by(sources: Sources) -> Layers:
    """For each layer those that it imports; what every layer may ask is left out."""
    found: dict[str, set[str]] = {}
    for it in imports_of(sources):
        importer, imported = layer_of(it.module), layer_of(it.name)
        if it.name.startswith("generator.") and importer != imported and SHIPPED not in (importer, imported):
            found.setdefault(importer, set()).add(imported)
    return {layer: frozenset(known) for layer, known in found.items()}


def without_what_follows(known: Layers) -> Layers:
    """The fewest arrows from which all others follow (the transitive reduction)."""
    return {
        layer: frozenset(it for it in direct if not any(it in all_known(other, known) for other in direct - {it}))
        for layer, direct in known.items()
    }


def all_known(layer: str, known: Layers) -> frozenset[str]:
    direct = known.get(layer, frozenset())
    return direct.union(*(all_known(it, known) for it in direct))


def drawing() -> str:
    fewest = without_what_follows(layers_known_by(SOURCES))
    order = [layer for layer in LAYERS[:-1] if layer in fewest]  # the last only starts the one before it
    return "".join(f"  {layer} --> {it}\n" for layer in order for it in sorted(fewest[layer], key=LAYERS.index))


def table() -> str:
    """Each part with the first sentence of its docstring, in the order of the layers."""
    rows = []
    for layer in LAYERS[:-1]:
        docstring = ast.get_docstring(ast.parse(SOURCES[f"generator.{layer}"])) or ""
        name = f"{layer}/" if (ROOT / "generator" / layer).is_dir() else f"{layer}.py"
        first = " ".join(docstring.partition("\n\n")[0].split())
        rows.append(f"| `{name}` | {first} |\n")
    return "".join(rows)


def test_the_drawing_has_the_arrows_of_the_imports_and_the_table_what_each_part_says() -> None:
    page = PAGE.read_text("utf-8")
    wanted = TABLE.sub(lambda _: table(), DRAWING.sub(lambda _: drawing(), page))
    if os.environ.get("GOLDEN_UPDATE"):
        PAGE.write_text(wanted, "utf-8", newline="\n")
        page = wanted
    assert page == wanted


def test_an_arrow_that_follows_from_others_is_not_drawn() -> None:
    known = {"c": frozenset("ab"), "b": frozenset("a")}
    assert without_what_follows(known) == {"c": frozenset("b"), "b": frozenset("a")}


def test_each_file_that_the_page_names_is_there() -> None:
    named = NAMED_FILE.findall(PAGE.read_text("utf-8"))
    assert named
    assert [it for it in named if not (ROOT / it).is_file() and not (ROOT / "generator" / it).is_file()] == []
