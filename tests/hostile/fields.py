"""Every field of every file, as the shapes that read them declare it, and documents that say given words there."""

import json
from collections.abc import Iterator
from typing import Any

from generator.reading.schemas import SCHEMAS

FILES = {
    "programme": "programme.yml",
    "workstreams": "workstreams.yml",
    "measures": "measures.yml",
    "glossary": "glossary.yml",
    "documents": "documents.yml",
    "questions": "questions.yml",
    "accessibility": "pages/accessibility.yml",
    "images": "images/images.yml",
    "update": "editions/2020-01/customer-services.yml",
    "edition-front": "editions/2020-01/edition.md",
    "update-front": "editions/2020-01/customer-services.md",
    "page-front": "pages/about.md",
}
_PLACE = "PLACE"
Schema = dict[str, Any]


def documents(schema: Schema) -> Iterator[object]:
    """One small document for each field that the schema has: what leads to the field, and a mark in its place."""
    if "anyOf" in schema:
        for choice in schema["anyOf"]:
            yield from documents(choice)
    elif schema.get("type") == "object":
        for name, field in schema.get("properties", {}).items():
            yield from ({name: value} for value in documents(field))
        if isinstance(schema.get("additionalProperties"), dict):
            yield from ({"staff": value} for value in documents(schema["additionalProperties"]))
            yield {_PLACE: "words"}
    elif schema.get("type") == "array":
        yield from ([value] for value in documents(schema["items"]))
    else:
        yield _PLACE


def all_at_once(schema: Schema) -> object:
    """One document with a mark in every field."""
    if "anyOf" in schema:
        return all_at_once(schema["anyOf"][-1])
    if schema.get("type") == "object":
        fields = {name: all_at_once(field) for name, field in schema.get("properties", {}).items()}
        more = schema.get("additionalProperties")
        return fields | ({"staff": all_at_once(more)} if isinstance(more, dict) else {})
    return [all_at_once(schema["items"])] if schema.get("type") == "array" else _PLACE


FIELDS = tuple((FILES[name], document) for name, schema in SCHEMAS.items() for document in documents(schema))
WHOLE = tuple((FILES[name], all_at_once(schema)) for name, schema in SCHEMAS.items())

MARKDOWN = (
    "PLACE", "## PLACE", "> PLACE", "1. PLACE", "`PLACE`", "[PLACE](action:website-funding)", "[a](PLACE)",
    "[a](<PLACE>)",
    "![PLACE](/images/x.png)", "![a](PLACE)", "a[^1]\n\n[^1]: PLACE", "[^PLACE]: a",
    "| PLACE | b |\n|---|---|\n| PLACE | c |",
    "```PLACE\nPLACE\n```", "    PLACE", "::: staff\nPLACE\n:::", "::: PLACE\na\n:::", "[a]: PLACE\n\n[a]", "<PLACE>",
    "PLACE\n---", "**PLACE**", "&PLACE;", "\\PLACE",
)  # fmt: skip
ACTIONS = (
    "- PLACE", "- PLACE {#a}", "- a {#PLACE}", "- a {#a due=\"PLACE\"}", "- a {#a for=PLACE}",
    "- a {#a reason='PLACE'}",
    "- a {#a tags=“PLACE”}", "- a {#a after=PLACE from=PLACE}", "- a {#a project=PLACE measure=PLACE}", "- a {PLACE}",
    "- a {#a}\n\n  > PLACE", "- a {#a}\n\n  PLACE", "- a {#a}\n  - PLACE", "1. PLACE", "- [ ] PLACE",
    "- a {#a PLACE=b}",
)  # fmt: skip


def quoted(document: object, words: str) -> str:
    """The document with the words in double quotes, where YAML reads them as they are."""
    return json.dumps(document, ensure_ascii=False).replace(_PLACE, json.dumps(words, ensure_ascii=False)[1:-1])


def plain(document: object, words: str) -> str:
    """The document with the words as a writer types them, without quotes."""
    return json.dumps(document, ensure_ascii=False).replace(f'"{_PLACE}"', words).replace(_PLACE, words)


def in_file(path: str, fields: str) -> str:
    """The fields as the whole of a file of YAML, or as the front matter of one of Markdown."""
    return f"---\n{fields}\n---\nWords.\n" if path.endswith(".md") else fields + "\n"
