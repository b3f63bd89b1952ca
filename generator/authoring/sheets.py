"""The words of a record, frozen.yml, before and after they are YAML."""

import json
from collections.abc import Mapping
from typing import Any

from generator.reading.desk import Desk
from generator.reading.records import SEAL, digest_of_fields, words_of
from generator.reading.yaml import read_yaml
from generator.text.source import Source

Sheet = dict[str, Any]

_ABOUT = """\
# What the edition {edition} was when it was frozen. Only `golden freeze` and `golden withdraw` may change this file.
# Keep it with the edition's other files.
"""


def sheet_in(source: Source) -> Sheet:
    """The fields of a record that was read without a finding, but for its seal."""
    node = read_yaml(Desk(source, []))
    sheet = words_of(node, without=(SEAL,)) if node else {}
    return sheet if isinstance(sheet, dict) else {}


def text_of(sheet: Sheet) -> str:
    """The file, sealed. What is empty is left out."""
    fields = "".join(_field(name, value) for name, value in sheet.items() if _is_said(name, value))
    text = _ABOUT.format(edition=sheet["edition"]) + fields
    node = read_yaml(Desk(Source("", text), []))
    return f"{text}{SEAL}: {digest_of_fields(node, without=())}\n"


def _field(name: str, value: object) -> str:
    """A list of groups stands in lines of its own, everything below in brackets, so that a change shows as one line."""
    if isinstance(value, list) and value and all(isinstance(item, Mapping) and item for item in value):
        return f"{name}:\n" + "".join(map(_item, value))
    return f"{name}: {_flow(value)}\n"


def _item(fields: Mapping[str, object]) -> str:
    lines = [f"{name}: {_flow(value)}\n" for name, value in fields.items() if _is_said(name, value)]
    return "".join(("  - " if number == 0 else "    ") + line for number, line in enumerate(lines))


def _is_said(name: str, value: object) -> bool:
    """That nobody could see a thing is said."""
    return name == "for" or value not in ("", [])


def _flow(value: object) -> str:
    """JSON, which is YAML between quotes and brackets."""
    if isinstance(value, Mapping):
        value = {name: words for name, words in value.items() if _is_said(name, words)}
    return json.dumps(value, ensure_ascii=False)
