"""content.md: every file that writers fill in and each of its fields, from the shapes that read them.

The examples are those of a programme that uses every field, tests/programmes/every-field; one without an example
stops the maker.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.making.examples import Examples, body_of
from docs.making.markdown import block, code, link, sentence, table, whole
from generator.domain.due import FORMS
from generator.reading.braces import NAMES
from generator.reading.desk import HEADINGS
from generator.reading.schemas import WRITTEN
from generator.reading.shape import Field, Shape
from generator.reading.update_yaml import ACTION

_EXAMPLE = Path(__file__).parents[2] / "tests" / "programmes" / "every-field"

_OF_THE_PROGRAMME = """\
What holds for the whole programme.
[Say the sites in another language](../how-to/say-the-sites-in-another-language.md) tells what comes with `language`."""
# Each kind of file: where it stands, the file of the example that shows it, and what it is for.
_FILES: Mapping[str, tuple[str, str, str]] = {
    "programme": (
        "programme.yml",
        "programme.yml",
        "What holds for the whole programme. [Say the sites in another language]"
        "(../how-to/say-the-sites-in-another-language.md) tells what comes with `language`.",
    ),
    "workstreams": ("workstreams.yml", "workstreams.yml", "The workstreams, in the order in which readers see them."),
    "measures": ("measures.yml", "measures.yml", "The numbers that the programme follows."),
    "glossary": ("glossary.yml", "glossary.yml", "Acronyms and words that need a meaning."),
    "documents": ("documents.yml", "documents.yml", "The files in `documents/` that readers may open."),
    "questions": (
        "questions.yml",
        "questions.yml",
        "What the programme was asked, for scrutiny, and what it answered.",
    ),
    "accessibility": (
        "pages/accessibility.yml",
        "pages/accessibility.yml",
        "The accessibility statement of the sites, as the law asks for it.",
    ),
    "images": (
        "images/images.yml",
        "images/images.yml",
        "Who sees the pictures in its folder, and in those below it. What stands further down may narrow, never widen.",
    ),
    "page-front": (
        "pages/NAME.md",
        "pages/about.md",
        "A page of your own. Between two lines `---` at its head stand these fields, below them its words in Markdown.",
    ),
    "edition-front": (
        "editions/EDITION/edition.md",
        "editions/2026-03/edition.md",
        "An edition: the fields at its head, and below them the director's letter in Markdown.",
    ),
    "update-front": (
        "editions/EDITION/WORKSTREAM.md",
        "editions/2026-03/customer-services.md",
        "One workstream's update in Markdown. It may begin with these fields; where it says nothing, leave them out.",
    ),
    "update": (
        "editions/EDITION/WORKSTREAM.yml",
        "editions/2026-03/buildings.yml",
        "The same update in YAML, for those who keep their lists so. There is one or the other, never both.",
    ),
}
_BRACES_OF = "update-front"
_FIRST = """\
The content is a folder of text files. Those that end in `.yml` hold fields; those that end in `.md` hold words in
Markdown, with a few fields at the head. Words are UTF-8. Your editor completes and checks the fields with the schemas
that `golden schema` gives.
"""
_FOLDERS = """\
Beside these, `documents/` and `images/` hold the files themselves; pictures are JPEG, PNG, WebP, GIF or SVG.
`frozen.yml` in an edition's folder is written by `golden freeze` and by `golden publish`: keep it, and never change it
by hand. Anything else is reported as [unexpected-file](diagnostics/unexpected-file.md).
"""
_UPDATE = """\
Four headings of the second level say how actions stand. Each bullet or numbered item directly below one is an action;
what is indented under it is its detail, and a quote indented under it is what residents read instead. Before the
first heading stands the introduction. Headings may be in small letters or capitals, and `headings:` in programme.yml
adds more.
"""
_BRACES = """\
Braces end the first paragraph of an action. They may wrap over lines. Quotes, straight or curly, hold more than one
word. Whatever looks like braces and cannot be read whole is an error, so that it never reaches readers as text.
"""
_PARTS = """\
In an introduction, a letter or a page, `::: staff` alone on a line begins a part for that audience only, and `:::`
ends it. Parts do not stand within each other. To part an action from readers, use `for` in its braces.

Words in another language than the programme's say which: `[Croeso i bawb]{lang=cy}`. That works in all that is written
in Markdown, and around a link: `[[Darllen](https://www.merebrook.example/cy/)]{lang=cy}`.
"""
_DATES = """\
A due date is as exact as you know it, and late only after its last day. `Winter 2020` and, unless `quarters:` says
which year is meant, `Q1 2020` can be read in two ways: you are asked which you mean. Dates are written in English or in
figures, whatever the language of the programme; pages say them in their own.
"""


def page() -> str:
    shared = [name for name, count in Counter(_shapes_by_file()).items() if count > 1]
    examples = Examples(_EXAMPLE)
    told: set[str] = set()
    parts = [part for name in _FILES for part in _file(name, examples, shared, told)]
    found = {shape.name: shape for written in WRITTEN.values() for shape in _within(written.shape)}
    common = [part for name in shared for part in _shape(found[name], examples)]
    return whole(
        "Content",
        _FIRST,
        table(("file", "what it holds"), ((link(code(where)), about) for where, _, about in _FILES.values())),
        _FOLDERS,
        *parts,
        "## What several files share",
        *common,
        "## Dates",
        _DATES,
        table(("form", "how exact"), _forms()),
    )


def _shapes_by_file() -> Iterator[str]:
    for written in WRITTEN.values():
        yield from dict.fromkeys(shape.name for shape in _within(written.shape))


def _within(shape: Shape) -> Iterator[Shape]:
    """The shapes of its fields, and theirs."""
    for field in shape.fields:
        if field.kind.shape:
            yield field.kind.shape
            yield from _within(field.kind.shape)


def _file(name: str, examples: Examples, shared: list[str], told: set[str]) -> Iterator[str]:
    where, file, about = _FILES[name]
    written = WRITTEN[name]
    examples.read(file, written)
    yield f"## `{where}`"
    yield about + (" It is a list: each thing in it begins with `- `." if written.is_list else "")
    yield _fields(written.shape, examples)
    for shape in _within(written.shape):
        if shape.name not in shared and shape.name not in told:
            told.add(shape.name)
            yield from _shape(shape, examples)
    if name == _BRACES_OF:
        yield from _markdown(body_of(_EXAMPLE / file))


def _shape(shape: Shape, examples: Examples) -> Iterator[str]:
    yield f"### {_heading(shape)}"
    yield _fields(shape, examples)


def _heading(shape: Shape) -> str:
    return shape.name[0].upper() + shape.name[1:]


def _fields(shape: Shape, examples: Examples) -> str:
    rows = ((f"`{it.name}`", "yes" if it.is_required else "", *_told(shape, it, examples)) for it in shape.fields)
    return table(("field", "required", "what it says", "what it takes", "example"), rows)


def _told(shape: Shape, field: Field[object], examples: Examples) -> tuple[str, str, str]:
    kind = field.kind.name
    if inner := field.kind.shape:
        kind = kind.replace(inner.name, link(_heading(inner), inner.name), 1)
        kind = kind if "](" in kind else f"{kind}: {link(_heading(inner), inner.name)}"
    return sentence(field.about), kind, code(examples.of(shape, field))


def _markdown(body: str) -> Iterator[str]:
    yield "### The words of an update"
    yield _UPDATE
    yield table(("heading", "what stands below it"), ((f"`## {it[0].upper()}{it[1:]}`", _state(it)) for it in HEADINGS))
    yield block("markdown", body)
    yield "### Braces"
    yield _BRACES
    fields = {field.name: field for field in ACTION.fields}
    rows = [("`#`", "yes, if residents have words of their own", fields["id"], r"#[\w-]+")]
    rows += [(f"`{name}`", "", fields[name], rf'\b{name}=(?:"[^"]*"|[^\s}}]+)') for name in NAMES]
    yield table(
        ("attribute", "required", "what it says", "what it takes", "example"),
        (
            (name, need, sentence(it.about), it.kind.name, code(_found(it.name, example, body)))
            for name, need, it, example in rows
        ),
    )
    yield "### Parts for one audience"
    yield _PARTS
    yield block("markdown", body_of(_EXAMPLE / _FILES["page-front"][1]))


def _state(heading: str) -> str:
    return f"actions that are {HEADINGS[heading].value.replace('_', ' ')}"


def _found(name: str, example: str, body: str) -> str:
    """What a pattern finds. Raises LookupError where the braces of the example never say it."""
    found = re.search(example, body)
    if not found:
        raise LookupError(f"no braces say `{name}`: write it into {_EXAMPLE / _FILES[_BRACES_OF][1]}")
    return found.group()


_PRECISIONS = ("a day", "a month", "a season", "the winter of two years", "a quarter", "a year", "a day")


def _forms() -> Iterator[tuple[str, str]]:
    forms = re.split(r", | or ", FORMS.removeprefix("write "))
    return zip(map(code, forms), _PRECISIONS, strict=True)
