"""What we promise to keep, read off the code and off what it makes of one small programme: sets of lines, by name.

docs/reference/stability.md says each promise in words; the files beside this module record what was promised.
"""

import json
import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

import yaml

from generator import cli
from generator.briefing import anchors
from generator.briefing.data_columns import action_columns, measure_columns, mention_columns
from generator.briefing.gallery import GalleryPage
from generator.briefing.specimens import page_classes, template_of
from generator.briefing.views import SiteView
from generator.build import Result, build
from generator.cli import main, make_parser
from generator.commands import terminal
from generator.domain import address
from generator.making.template_names import _SEEN
from generator.making.template_trees import FILTERS
from generator.reading.braces import NAMES
from generator.reading.desk import HEADINGS
from generator.reading.schemas import SCHEMAS
from generator.request import BuildRequest
from generator.shipped import themes_folder
from generator.text.codes import CODES
from tests.building import files_of
from tests.examples import smallest, write_files

GOLDEN = Path(__file__).parents[1] / "golden" / "content"
ON = date(2020, 6, 2)
SITE = "https://www.merebrook.example/one-council/"
FURTHER = f"""\
newsletters:
  - {{id: news, title: News, audience: staff, every: month, formats: [html, text, email, pdf, large-print]}}
data:
  licence: {{name: OGL-UK-3.0, title: Open Government Licence v3.0, address: "{SITE}licence/"}}
"""
MEASURES = b"""\
- id: visits
  title: Visits
  unit: visits
  better: higher
  workstream: libraries
  baseline: {date: 2019, value: 3}
  target: {date: 2021, value: 9}
  readings: [{date: March 2020, value: 4, note: It rains.}]
"""
TWICE = "## Future actions\n\n- Open the hall. {#hall}\n- Close the hall. {#hall}\n"
ISSUE = re.compile(r"\bnews-\d{4}-\d\d")
CRITERIA = {"1.1.1"}
IDS = {
    "updates": ("<edition>",),
    "actions": ("<action>",),
    "workstreams": ("<workstream>",),
    "newsletters": ("<newsletter>", "<issue>"),
    "documents": ("<file>",),
}


# Files of the search index, which no one but its own script asks for.
NAMED_BY_WHAT_THEY_HOLD = (".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta")


def addresses() -> Iterator[str]:
    """Each kind of file and page, and the parts of pages that have an address of their own."""
    for site in (files_of(made(), name) for name in made().sites):
        for path in site:
            if not path.startswith("assets/") and not path.endswith(NAMED_BY_WHAT_THEY_HOLD):
                yield _pattern(path)
        for page in (data for path, data in site.items() if path.endswith(".html")):
            yield from (f"#{kind}.<id>" for kind in re.findall(r'\bid="([a-z]+)\.[^"]+"', page.decode()))
    yield from (address.of_action("<action>"), address.of_update("<edition>", "<workstream>"))
    yield from (address.of_year(2019).replace("2019", "<year>"), address.of_page("<page>"))
    yield address.of_workstream_year("<workstream>", 2019).replace("2019", "<year>")
    yield from (f"#{make('<id>')}" for name, make in vars(anchors).items() if name.startswith("of_"))


def _pattern(path: str) -> str:
    first, *rest = path.removesuffix("index.html").split("/")
    ids = IDS.get(first, ())
    named = [ids[at] if at < len(ids) and it and "." not in it else it for at, it in enumerate(rest)]
    return ISSUE.sub("<newsletter>-<issue>", "/".join((first, *named))) or "(home)"


def content_fields() -> Iterator[str]:
    """Each field of each file with the values that may stand in it, the names in braces, and the headings."""
    for name, schema in SCHEMAS.items():
        yield from _fields(name, schema)
    yield from (f"in braces: {name}" for name in ("#id", *NAMES))
    yield from (f"heading: {heading} = {state.value}" for heading, state in HEADINGS.items())


def _fields(at: str, schema: Any) -> Iterator[str]:
    """A field that becomes required, or that loses a value, breaks what was written; so both are in the line."""
    if isinstance(schema, list):
        for one in schema:
            yield from _fields(at, one)
    if not isinstance(schema, Mapping):
        return
    for name, below in schema.get("properties", {}).items():
        yield f"{at}.{name}{' (required)' if name in schema.get('required', ()) else ''}"
        yield from _fields(f"{at}.{name}", below)
    if not set(schema.get("enum", ())) & CRITERIA:  # which are promised by others
        yield from (f"{at} = {value}" for value in schema.get("enum", ()))
    for word, step in (("items", "[]"), ("additionalProperties", ".<name>")):
        yield from _fields(at + step, schema.get(word))
    for word in ("anyOf", "oneOf", "allOf"):
        yield from _fields(at, schema.get(word))


def diagnostics() -> Iterator[str]:
    yield from (f"{code}: {weight.value}" for code, weight in CODES.items())


def commands() -> Iterator[str]:
    """Commands, their arguments and options with the words that may follow, and exit codes."""
    yield from _commands(make_parser())
    codes = {"all is well": terminal.OK, "the content has errors": terminal.CONTENT_HAS_ERRORS}
    codes |= {"a mistake of usage or of the machine": terminal.USAGE_OR_MACHINE, "interrupted": cli._INTERRUPTED}
    yield from (f"exit code {code}: {what}" for what, code in codes.items())


def _commands(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if "--help" in action.option_strings:
            continue
        if isinstance(action, _SubParsersAction):
            for below in action.choices.values():
                yield below.prog
                yield from _commands(below)
            continue
        for name in action.option_strings or (f"<{action.dest}>",):
            yield f"{parser.prog} {name}"
            yield from (f"{parser.prog} {name} {choice}" for choice in action.choices or ())


def json_forms() -> Iterator[str]:
    """The keys of all that we say to other programs as JSON, and the heads of CSV."""
    with TemporaryDirectory() as folder:
        write_files(smallest() | {"editions/2020-01/customer-services.md": TWICE.encode()}, Path(folder))
        said = {"golden check": _said("check", folder, "--format", "json", "--on", "2020-02-01")}
    with TemporaryDirectory() as folder:
        where = ["--content", folder, "--on", ON.isoformat()]
        write_files(programme(), Path(folder))
        said["golden status"] = _said("status", *where, "--format", "json")
        said["golden thread"] = _said("thread", *where, "--format", "json")
        said["golden thread ID"] = _said("thread", "lift", *where, "--format", "json")
        heads = {
            "golden status": _said("status", *where, "--format", "csv"),
            "golden thread": _said("thread", *where, "--format", "csv"),
            "golden thread ID": _said("thread", "lift", *where, "--format", "csv"),
        }
    for name, text in said.items():
        yield from (f"{name}: {key}" for key in _keys(json.loads(text)))
    for name, text in heads.items():
        yield from (f"{name}, CSV: {head.strip(chr(0xFEFF))}" for head in text.splitlines()[0].split(","))
    for path, data in files_of(made(), "staff").items():
        if path.endswith(".json") and not path.startswith("assets/"):
            yield from (f"{path}: {key}" for key in _keys(json.loads(data)))


def _said(*words: str) -> str:
    said = BytesIO()
    with redirect_stdout(TextIOWrapper(said, "utf-8", write_through=True)):
        main(words)
        return said.getvalue().decode()


def _keys(value: object, at: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield f"{at}{key} = {below}" if key == "version" and isinstance(below, int) else f"{at}{key}"
            yield from _keys(below, f"{at}{key}.")
    elif isinstance(value, list):
        for below in value:
            yield from _keys(below, f"{at[:-1]}[]." if at else "[].")


def data_columns() -> Iterator[str]:
    tables = {"actions": action_columns, "actions, mentions": mention_columns, "measures": measure_columns}
    for name, columns in tables.items():
        for column in columns(str):
            yield f"{name}: {column.name} {column.kind}{' (required)' if column.is_required else ''}"
            yield from (f"{name}: {column.name} = {value}" for value in column.choices)


def followed() -> Iterator[str]:
    """What calendars and feed readers know things by: one that changes is shown to its followers twice."""
    site = files_of(made(), "staff")
    for path, data in site.items():
        text = data.decode() if path.endswith((".ics", "feed.xml", "corrections.xml")) else ""
        yield from (f"{path}: {uid}" for uid in re.findall(r"^UID:(\S+)", text.replace("\r\n ", ""), re.MULTILINE))
        yield from (f"{path}: {it}" for it in re.findall(r"<id>([^<]+)</id>", text))


def theme() -> Iterator[str]:
    """What a theme may count on: names in templates, files to replace, blocks to fill, options and tokens."""
    base = themes_folder() / "base"
    yield from (f"in templates: {name}" for name in _SEEN)
    yield from (f"in templates: | {name}" for name in FILTERS)
    yield from (f"{template_of(view)} sees {view.__name__}" for view in set(page_classes()) - {GalleryPage})
    page = (base / "layouts" / "page.html").read_text("utf-8")
    yield from (f"layouts/page.html block {name}" for name in re.findall(r"{%-? block (\w+)", page))
    settings = yaml.safe_load((base / "theme.yml").read_text("utf-8"))
    yield from (f"option {name}" for name in settings["options"])
    yield from _tokens(settings["tokens"], "token ")


def _tokens(tokens: Mapping[str, object], at: str) -> Iterator[str]:
    for name, below in tokens.items():
        if isinstance(below, Mapping):
            yield from _tokens(below, f"{at}{name}.")
        else:
            yield f"{at}{name}"


def views() -> Iterator[str]:
    """Each field of what templates see, with its type, and the words of each choice; the gallery is only a tool."""
    seen: set[type] = set()
    waiting: list[Any] = [
        SiteView,
        *(set(page_classes()) - {GalleryPage}),
    ]
    while waiting:
        view = waiting.pop()
        waiting.extend(get_args(view))
        if not isinstance(view, type) or view in seen or not view.__module__.startswith("generator."):
            continue
        seen.add(view)
        if issubclass(view, Enum):
            yield from (f"{view.__name__} = {it.value}" for it in view if isinstance(it.value, str))
        elif is_dataclass(view) and view.__module__.startswith("generator.briefing."):
            types = get_type_hints(view)
            yield from (f"{view.__name__}.{field.name}: {_named(types[field.name])}" for field in fields(view))
            waiting.extend(types.values())


def _named(kind: Any) -> str:
    """A type as it is written; the words of prose are `Prose`, whatever they are made of."""
    words = kind.__name__ if isinstance(kind, type) and not get_args(kind) else str(kind)
    words = re.sub(r"\b(?:[a-z_]\w*\.)+", "", words)
    return re.sub(r"tuple\[Paragraph \|.*?, \.\.\.\]", "Prose", words)


def programme() -> dict[str, bytes]:
    """The golden programme, on sites that have addresses, with a newsletter, a measure and data."""
    files = {it.relative_to(GOLDEN).as_posix(): it.read_bytes() for it in GOLDEN.rglob("*.*") if it.is_file()}
    text = files["programme.yml"].decode()
    for name, its_theme in (("staff", "council"), ("residents", "plain")):
        text = text.replace(f"theme: {its_theme}}}", f'theme: {its_theme}, site: "{SITE}{name}/"}}')
    return files | {"programme.yml": f"{text}{FURTHER}".encode(), "measures.yml": MEASURES}


@cache
def made() -> Result:
    with TemporaryDirectory() as folder:
        write_files(programme(), Path(folder))
        result = build(BuildRequest(Path(folder), lambda _: ON))
    assert result.sites, result.findings
    return result


PROMISES: Mapping[str, Callable[[], Iterator[str]]] = MappingProxyType(
    {
        "addresses": addresses,
        "fields": content_fields,
        "diagnostics": diagnostics,
        "commands": commands,
        "json": json_forms,
        "columns": data_columns,
        "followed": followed,
        "theme": theme,
        "views": views,
    }
)
