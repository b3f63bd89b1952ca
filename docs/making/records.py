"""json.md: the shape of each JSON that a command or a site gives, held against what they give of one programme.

A name that is given and not told here, or told and not given, stops the maker; so does a value of another type.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

from docs.making.markdown import block, code, table, whole
from generator.briefing.data_columns import action_columns, measure_columns, mention_columns
from generator.briefing.open_data_views import Column
from generator.cli import main
from generator.text.diagnostic import Diagnostic
from generator.text.machine_forms import as_json
from generator.text.source import Source

_EXAMPLE = Path(__file__).parents[2] / "tests" / "programmes" / "every-field"
_EXAMPLE_ID = "roof"
_ON = "2026-06-05"  # on this day, promises of the example are overdue and others due soon

Keys = Mapping[str, tuple[str, str]]  # by its way from the top: its types, and what it says

_FIRST = """\
Days are written as `2026-01-31`. Where nothing is known, the value is `null`, or an empty text. New names may be
added; those here keep their meaning. A name with `[]` is that of each in a list.
"""
_OTHER_FORMS = """\
`--format sarif` gives the same as [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for programs that
collect findings: each kind of finding brings its meaning along, as `golden explain` gives it. `--format github` gives
what GitHub shows beside the lines.
"""
_ONE_THREAD = """\
With an id instead of `--all`, the command gives one of `threads`, by itself.
"""
_SCHEMAS = """\
`golden schema NAME` gives a [JSON Schema](https://json-schema.org/), draft 2020-12, of one kind of file. Its fields
are told in [Content](content.md).
"""
_DATA = """\
Each site offers its data in the folder `data/`, narrowed to what its readers may know. The page there says the same
in the language of the site, and `data/datapackage.json` says it to programs.
"""
_ACTIONS = """\
Every action once. `data/actions.json` has the same names under `actions`, leaves out what is not known, and adds
`history`: what each update said, oldest first. Before `actions` it has `title`, `publisher`, `homepage`, `version`
(the newest edition), `as_of` (the day by which it is judged what is overdue) and `licence`, as far as they are known.
"""
_FINDINGS: Keys = {
    "version": ("number", "The version of this form."),
    "counts.error": ("number", "How many errors there are."),
    "counts.warning": ("number", "How many warnings."),
    "counts.advice": ("number", "How many pieces of advice."),
    "findings[].severity": ("text", "`error`, `warning` or `advice`, as this programme weighs it."),
    "findings[].code": ("text", "Its code: [all of them](diagnostics/README.md)."),
    "findings[].message": ("text", "What is wrong."),
    "findings[].note": ("text", "Why, where that needs saying."),
    "findings[].help": ("text", "What to do."),
    "findings[].subject": ("text", "The id of what it is about, for `accept:`."),
    "findings[].place.path": ("text", "The file, from the folder in which the command was given."),
    "findings[].place.line": (
        "number, null",
        "The line, from 1. It and the next three are `null` for a whole file.",
    ),
    "findings[].place.column": ("number, null", "The column, from 1."),
    "findings[].place.end_line": ("number, null", "The line in which it ends."),
    "findings[].place.end_column": ("number, null", "The column after its last character."),
    "findings[].related[].words": ("text", "What another place has to do with it."),
    "findings[].related[].place.path": ("text", "That place, in the same form."),
    "findings[].related[].place.line": ("number, null", ""),
    "findings[].related[].place.column": ("number, null", ""),
    "findings[].related[].place.end_line": ("number, null", ""),
    "findings[].related[].place.end_column": ("number, null", ""),
}


def _due(name: str, words: str) -> Keys:
    return {name: ("null", f"{words}, where there is none."), **_time(name, words)}


def _time(name: str, words: str) -> Keys:
    return {
        f"{name}.words": ("text", f"{words}, as it was written."),
        f"{name}.first_day": ("text", "The first day of that time."),
        f"{name}.last_day": ("text", "The last; it is late after that."),
    }


_THREAD: Keys = {
    "id": ("text", "The action's id."),
    "standing": (
        "text",
        "Where it stands: `overdue`, `unmentioned`, `under_way`, `future`, `completed`, `stopped` or `continued`.",
    ),
    "passed_over": (
        "true or false",
        "Whether it is open and the newest edition does not name it, be it `unmentioned` or `overdue`.",
    ),
    "workstream": ("text", "The id of the workstream that spoke of it last."),
    "words": ("text", "Its short name: what promises it, or what tells how it ended."),
    **_due("due", "Its newest due date"),
    **_due("first_due", "Its first due date"),
    "promised_in": ("text, null", "The edition that promised it; `null` if it was done without a promise."),
    "closed_in": ("text, null", "The edition that said it was completed or stopped."),
    "days_taken": ("number, null", "Days from the one to the other."),
    "slipped_days": (
        "number, null",
        "Days from its first due date to its newest; below zero if sooner, `null` without a date.",
    ),
    "moves[].edition": ("text", "An edition that moved its due date."),
    **_time("moves[].from", "The due date before"),
    **_time("moves[].to", "The due date since"),
    "moves[].days": ("number", "By so many days; below zero if sooner."),
    "moves[].reason": ("text", "Why, if it was said."),
    "waits_for[]": ("text", "The ids of the actions that it waits for."),
    "waited_for_by[]": ("text", "The ids of those that wait for it."),
    "continues[]": ("text", "The ids of the actions that it came from."),
    "continued_by[]": ("text", "The ids of those that it was continued as."),
    "mentions[].edition": ("text", "An edition that speaks of it, the oldest first."),
    "mentions[].published": ("text, null", "When that came out; `null` where that cannot be read."),
    "mentions[].workstream": ("text", "The id of the workstream that spoke of it there."),
    "mentions[].state": ("text", "`completed`, `under_way`, `future` or `stopped`."),
    **_due("mentions[].due", "The due date that it gave"),
    "mentions[].reason": ("text", "Why it was moved or stopped, if it was said."),
    "mentions[].words": ("text", "All that it said."),
}
_THREADS: Keys = {
    "on": ("text", "The day for which this holds."),
    "count": ("number", "How many there are."),
    **{f"threads[].{name}": told for name, told in _THREAD.items()},
}


def _promise(name: str, words: str) -> Keys:
    return {
        f"{name}[].id": ("text", words),
        f"{name}[].workstream": ("text", "The id of its workstream."),
        f"{name}[].due": ("text", "Its due date in words."),
        f"{name}[].last_day": ("text", "The last day of that."),
        f"{name}[].words": ("text", "The beginning of its words."),
    }


_STATUS: Keys = {
    "edition": ("text", "The edition's name."),
    "title": ("text", "Its title."),
    "published": ("text, null", "Its day; `null` where that cannot be read."),
    "is_draft": ("true or false", "Whether it is a draft."),
    "on": ("text", "The day for which this holds."),
    "parts[].id": ("text", "A workstream's id; `letter`, or `elsewhere` for all other files."),
    "parts[].title": ("text", "What it is called."),
    "parts[].update": ("text, null", "`handed in`, `begun` or `missing`; `null` where there is no update to hand in."),
    "parts[].open": ("number", "How many of its promises are open."),
    "parts[].overdue": ("number", "How many of them are overdue."),
    "parts[].errors": ("number", "How many errors are in it."),
    "parts[].warnings": ("number", "How many warnings."),
    "parts[].advice": ("number", "How many pieces of advice."),
    **_promise("overdue", "A promise that is overdue."),
    **_promise("due_soon", "A promise that is due in the next month."),
}
_STATUS_HEADS = {
    "edition": "The edition's name.",
    "id": "A workstream's id; `letter`, or `elsewhere` for all other files.",
    "title": "What it is called.",
    "update": "`handed in`, `begun` or `missing`; empty where there is no update to hand in.",
    "open": "How many of its promises are open.",
    "overdue": "How many of them are overdue.",
    "errors": "How many errors are in it.",
    "warnings": "How many warnings.",
    "advice": "How many pieces of advice.",
}
_THREAD_HEADS = {
    "id": "The action's id.",
    "standing": "Where it stands, in the words of `threads[].standing`.",
    "passed_over": "`yes` or `no`: whether it is open and the newest edition does not name it.",
    "workstream": "The id of the workstream that spoke of it last.",
    "due": "Its newest due date, as it was written.",
    "last_day": "The last day of that.",
    "first_due": "Its first due date, as it was written.",
    "moves": "How often its due date was moved, to a later day or a sooner one.",
    "slipped_days": "Days from its first due date to its newest; below zero if sooner, empty without a date.",
    "promised_in": "The edition that promised it.",
    "closed_in": "The edition that said it was completed or stopped.",
    "words": "All of its newest words.",
}
_MENTION_HEADS = {
    "edition": "An edition that speaks of it, the oldest first.",
    "published": "When that came out.",
    "workstream": "The id of the workstream that spoke of it there.",
    "state": "`completed`, `under_way`, `future` or `stopped`.",
    "due": "The due date that it gave, as it was written.",
    "last_day": "The last day of that.",
    "reason": "Why it was moved or stopped, if it was said.",
    "words": "All that it said.",
}
_TABLES = """\
For spreadsheets. Each begins with the mark of UTF-8; text that would be taken for a formula has an apostrophe first.
"""
_TYPES = {str: "text", bool: "true or false", int: "number", float: "number", type(None): "null"}


def page() -> str:
    return whole(
        "JSON and tables",
        _FIRST,
        *_told(
            "Findings", "golden check --format json", "`golden build` and `golden freeze` give the same.", _FINDINGS
        ),
        _OTHER_FORMS,
        *_told("Where an edition stands", "golden status --format json", "", _STATUS),
        *_told("Promises", "golden thread --all --format json", _ONE_THREAD, _THREADS),
        "## Tables of commands",
        _TABLES,
        *_headed("golden status --format csv", _STATUS_HEADS),
        *_headed("golden thread --all --format csv", _THREAD_HEADS),
        *_headed(f"golden thread {_EXAMPLE_ID} --format csv", _MENTION_HEADS, "golden thread ID --format csv"),
        "## Schemas",
        _SCHEMAS,
        "## The data of a site",
        _DATA,
        *_columns("`data/actions.csv`", _ACTIONS, action_columns(str)),
        *_columns("`history` in `data/actions.json`", "", mention_columns(str)),
        *_columns("`data/measures.csv`", "A row for each value of each measure.", measure_columns(str)),
    )


def _told(title: str, command: str, about: str, keys: Keys) -> Iterator[str]:
    _hold(title, keys, _findings() if keys is _FINDINGS else _given(command.split()[1:]))
    yield f"## {title}"
    yield block("console", command)
    yield about
    yield table(("name", "type", "what it says"), ((code(name), *told) for name, told in keys.items()))


def _headed(command: str, heads: Mapping[str, str], shown: str = "") -> Iterator[str]:
    """The heads of a table that a command gives, in their order."""
    given = next(csv.reader(StringIO(_said(command.split()[1:]).removeprefix("\ufeff"))))
    if given != list(heads):
        raise LookupError(f"`{command}` gives {', '.join(given)}; docs/making/records.py tells {', '.join(heads)}")
    yield block("console", shown or command)
    yield table(("head", "what it says"), ((code(name), words) for name, words in heads.items()))


def _columns(title: str, about: str, columns: Sequence[Column]) -> Iterator[str]:
    yield f"### {title}"
    yield about
    yield table(
        ("column", "type", "always there", "what it says"),
        ((code(it.name), _kind(it), "yes" if it.is_required else "", it.description) for it in columns),
    )


def _kind(column: Column) -> str:
    kind = "text" if column.kind == "string" else column.kind
    return f"{kind}: {', '.join(map(code, column.choices))}" if column.choices else kind


def _given(words: Sequence[str]) -> object:
    return json.loads(_said(words))


def _said(words: Sequence[str]) -> str:
    said = BytesIO()
    with redirect_stdout(TextIOWrapper(said, "utf-8", write_through=True)):
        if main([*words, "--content", str(_EXAMPLE), "--on", _ON]):
            raise LookupError(f"`golden {' '.join(words)}` fails: {said.getvalue().decode()}")
        return said.getvalue().decode()


def _findings() -> object:
    source = Source("edition.md", "published: Winter\n")
    other = ((source.whole, "first said here"),)
    found = (
        Diagnostic("bad-date", "`Winter` is not one day", source.span(11, 17), related=other),
        Diagnostic("missing-file", "there is no programme.yml", Source("programme.yml", "").whole),
    )
    return json.loads(as_json(found, {"edition.md": source}))


def _hold(title: str, keys: Keys, given: object) -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, kind in _names(given, ""):
        found[name].add(kind)
    if missing := _listed(found.keys() - keys.keys()):
        raise LookupError(f"{title}: {missing} is given, and not told in docs/making/records.py")
    if unseen := _listed(keys.keys() - found.keys()):
        raise LookupError(f"{title}: {unseen} is told in docs/making/records.py, and not given")
    for name, kinds in found.items():
        if wrong := kinds - set(keys[name][0].split(", ")):
            raise LookupError(f"{title}: `{name}` is {_listed(wrong)}, and told to be {keys[name][0]}")


def _names(value: object, name: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _names(inner, f"{name}.{key}" if name else str(key))
        case list():
            for inner in value:
                yield from _names(inner, f"{name}[]")
        case _:
            yield name, _TYPES[type(value)]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
