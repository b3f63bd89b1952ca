"""The first cell of each row of a table marked as that row's header. The only module that knows pikepdf.

Typst marks the head row alone. A listener who walks down a column is told by the row's header what each cell is of.
Source: ISO 14289-1:2014 (PDF/UA-1), clause 7.5.
"""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

# Most of a tree stands below these, and none of it is a table.
_WITHOUT_TABLES = (Name.P, Name.H1, Name.H2, Name.H3, Name.H4, Name.Link, Name.Lbl, Name.TOC, Name.TR)


def with_row_headers(file: bytes) -> bytes:
    """The PDF, with row headers where it has tables; the same bytes come out for the same bytes in."""
    if b"/Table" not in file:
        return file
    with Pdf.open(BytesIO(file)) as pdf:
        named = dict(_mark(pdf.Root.StructTreeRoot))
        if not named:
            return file
        _name(pdf, named)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, linearize=False)
    return out.getvalue()


def _mark(tree: Object) -> Iterator[tuple[str, Object]]:
    rows = [row for body in _elements(tree, Name.TBody) for row in _children(body) if row.get("/S") == Name.TR]
    for number, row in enumerate(rows, 1):
        cells = [cell for cell in _children(row) if cell.get("/S") in (Name.TD, Name.TH)]
        if len(cells) > 1 and cells[0].S == Name.TD:
            name = f"row.{number}"
            _make_header(cells[0], name)
            for cell in cells[1:]:
                _lead_to(cell, name)
            yield name, cells[0]


def _make_header(cell: Object, name: str) -> None:
    cell.S = Name.TH
    cell.ID = String(name)
    for attributes in _table_attributes(cell):
        attributes.Scope = Name.Row


def _lead_to(cell: Object, name: str) -> None:
    for attributes in _table_attributes(cell):
        attributes.Headers = Array([String(name), *attributes.get("/Headers", [])])


def _table_attributes(cell: Object) -> list[Object]:
    """What a cell says of itself as a cell; it is given an empty saying where it has none."""
    found = cell.get("/A")
    every = list(found) if isinstance(found, Array) else [] if found is None else [found]
    own = [attributes for attributes in every if attributes.get("/O") == Name.Table]
    if own:
        return own
    cell.A = Array([*every, Dictionary(O=Name.Table)])
    return [cell.A[-1]]


def _name(pdf: Pdf, named: dict[str, Object]) -> None:
    root = pdf.Root.StructTreeRoot
    tree = NameTree(root.IDTree) if "/IDTree" in root else NameTree.new(pdf)
    for name, cell in named.items():
        tree[name] = cell
    root.IDTree = tree.obj


def _elements(element: Object, kind: Object) -> Iterator[Object]:
    for child in _children(element):
        name = child.get("/S")
        if name == kind:
            yield child
        if name not in _WITHOUT_TABLES:
            yield from _elements(child, kind)


def _children(element: Object) -> list[Object]:
    found: Object | list[Object] = element.get("/K", [])
    every = list(found) if isinstance(found, Array) else [found]
    return [child for child in every if isinstance(child, Dictionary) and "/S" in child]
