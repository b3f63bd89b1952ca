"""Data as files: tables as CSV (RFC 4180), histories as JSON, and the Data Package that tells of both."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from types import MappingProxyType

from generator.briefing.open_data_views import Cell, Column, DataTable, Histories, LicenceView, PackageView, Row
from generator.publications.artifact import CsvFile, HistoriesFile
from generator.text.cells import harmless

_LIST = "list"
_WORDS = ("string", _LIST)
_MARK = "\ufeff"  # of UTF-8
_LINE_END = "\r\n"  # of CSV
_ID = '{"id": "'  # with which a line of JSON begins

Lines = Mapping[str, str]
_NONE: Lines = MappingProxyType({})


def table_file(made_from: CsvFile | HistoriesFile, kept: Lines = _NONE) -> bytes:
    """The whole file; `kept` are those of its lines, by the action that each tells of, that need not be made again."""
    match made_from:
        case CsvFile(table, is_for_excel):
            return csv_file(table, kept, is_for_excel=is_for_excel)
        case HistoriesFile(histories, package):
            return histories_file(histories, package, kept)


def lines_of(path: str, data: bytes) -> Lines:
    """The lines of a table of actions that was made, by the action that each tells of; none where they cannot be told
    apart for sure.
    """
    text = data.decode()
    if path.endswith(".json"):
        lines = (line.removesuffix(",") for line in text.split("\n") if line.startswith(_ID))
        return {line[len(_ID) : line.index('"', len(_ID))]: line for line in lines}
    rows = text.split(_LINE_END)[1:-1]
    if any(row.count('"') % 2 for row in rows):  # a cell goes over the end of a line
        return _NONE
    return {row.partition(",")[0]: row for row in rows}


def csv_file(table: DataTable, kept: Lines = _NONE, *, is_for_excel: bool) -> bytes:
    """Text that a spreadsheet would take for a formula has an apostrophe before it; see `harmless`."""
    into = StringIO()
    writer = csv.writer(into, lineterminator=_LINE_END)
    writer.writerow([column.name for column in table.columns])
    may_be_formula = [column.kind in _WORDS for column in table.columns]  # a sign before a number is no formula
    for row in table.rows:
        if line := kept.get(row.action):
            into.write(line + _LINE_END)
        else:
            writer.writerow(list(map(_cell, row.cells(), may_be_formula)))
    return f"{_MARK if is_for_excel else ''}{into.getvalue()}".encode()


def _cell(cell: Cell, may_be_formula: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case tuple():
            return harmless(" ".join(cell))
        case str():
            return harmless(cell) if may_be_formula else cell
        case int():
            return str(cell)


def histories_file(histories: Histories, package: PackageView, kept: Lines = _NONE) -> bytes:
    """One action a line, each with its history, so that two versions can be compared line by line.

    What there is nothing to say of is left out.
    """
    to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    names, names_then = ([column.name for column in it.columns] for it in (histories.table, histories))
    actions = [
        kept.get(row.action)
        or to_json({**_record(names, row.cells()), "history": [_record(names_then, mention) for mention in mentions()]})
        for row, mentions in zip(histories.table.rows, histories.rows, strict=True)
    ]
    head = {
        "title": package.title,
        "publisher": package.publisher,
        "homepage": package.homepage or None,
        "version": package.version,
        "as_of": package.as_of,
        "licence": _licence(package.licence) if package.licence else None,
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}," for name, value in head.items() if value]
    every = ",\n".join(actions)
    return "\n".join(("{", *lines, '"actions": [', every, "]", "}", "")).encode()


def _record(names: Iterable[str], row: Row) -> dict[str, object]:
    return {name: cell for name, cell in zip(names, row, strict=True) if cell is not None and cell != ()}


def package_file(package: PackageView) -> bytes:
    """A Data Package, which names each file, its columns and its licence.

    Source: Data Package, version 1, https://specs.frictionlessdata.io/data-package/
    """
    told: dict[str, object] = {
        "name": package.name,
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "as_of": package.as_of,
        "contributors": [{"title": package.publisher, "role": "publisher"}],
        "resources": [*map(_table, package.tables), _histories(package.histories)],
    }
    if package.homepage:
        told["homepage"] = package.homepage
    if package.licence:
        told["licenses"] = [_licence(package.licence)]
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _licence(licence: LicenceView) -> dict[str, str]:
    named = {"name": licence.name} if licence.name else {}
    return {**named, "path": licence.address, "title": licence.title}


def _table(table: DataTable) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": _beside(table.address),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column, is_key=column.name in table.key) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def _histories(histories: Histories) -> dict[str, object]:
    return {
        "profile": "data-resource",
        "name": histories.name,
        "path": _beside(histories.address),
        "title": histories.title,
        "description": histories.description,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def _beside(path: str) -> str:
    return path.rpartition("/")[2]


def _field(column: Column, *, is_key: bool) -> dict[str, object]:
    limits: dict[str, object] = {"required": True} if column.is_required or is_key else {}
    if column.choices:
        limits["enum"] = list(column.choices)
    kind = "string" if column.kind == _LIST else column.kind
    told: dict[str, object] = {"name": column.name, "type": kind, "description": column.description}
    return {**told, "constraints": limits} if limits else told
