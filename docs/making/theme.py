"""theme.md: theme.yml, tokens, options, templates and the views that they see, from the base theme and the views."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.making import views
from docs.making.markdown import block, code, link, sentence, table, whole
from docs.making.tokens import BLOCKS, COLOURS, OPTIONS, OTHERS
from generator.briefing.specimens import page_classes, template_of
from generator.making.theme import Theme, load_theme, templates_of
from generator.making.theme_file import MARKS_NEED, TEXT_NEEDS, THEME
from generator.shipped import themes_folder
from generator.text.source import Source, Span

_FIRST = """\
A theme is a folder with a file `theme.yml`. It stands in `themes/` beside the folder of content, or is one of ours:
`base`, `council`, `plain`. It holds only what it changes in the theme that it `extends`: a value here, a file of the
same path there. [Give the sites your own colours and logo](../how-to/your-own-colours-and-logo.md) shows how to
begin, and [Write a page template](../how-to/write-a-page-template.md) goes on from there.
[Say the sites in another language](../how-to/say-the-sites-in-another-language.md) is about the folder `languages`.
"""
_TOKENS = """\
Tokens are colours, typefaces and sizes. The values here are those of `base`; a colour has a second one, in the group
`dark`, for readers who ask for dark pages. The others are in the group `colour`. Colours are written as `"#0b5c64"`,
sizes as CSS has them.
"""
_PAIRS = f"""\
`pairs` says which colours are seen together, and each build measures them, on light pages and on dark. Text needs a
contrast of {TEXT_NEEDS:g} to 1, marks (shapes, edges and focus rings that carry a meaning) one of {MARKS_NEED:g} to
1. Those of all parents count too.
"""
_GIVEN = """\
Templates are [Jinja](https://jinja.palletsprojects.com/). They arrange what they are given, and decide nothing:
everything has been chosen, sorted, counted and put into words before. A name that is not there is an error, and
nothing is published. They can read these values, and neither change one nor reach a file. What they show is words: a
list has to be joined, and what is meant of a view has to be named. What comes out is the same in each build, so
`lipsum`, `random` and `pprint` are not there, and a part that others import keeps a `cycler`, `joiner` or `namespace`
within its macros, or is imported `with context`. Every template gets
"""
_NAMES = (
    ("`page`", "the view of this page, as told below; assets that are templates, such as the stylesheet, have none"),
    ("`site`", f"what stands on every page: {link('SiteView')}"),
    ("`theme`", "the theme: its `name`, `title`, `tokens`, `options` and `icons`, as in `theme.tokens.colour.accent`"),
    ("`address | url`", 'the way from this page to an address of the site, or to a file such as `"assets/site.css"`'),
    ("`prose | prose`", "a writer's words as HTML; `prose(3)` begins their headings at the third level"),
    ("`prose | runs`", "the same in one line, without a paragraph around it"),
    (
        '`_("Due")`',
        "a phrase of the interface in the site's language; `ngettext` has one form for one and one for more",
    ),
)
_TEMPLATES = """\
A child theme replaces a template by a file of the same path. `golden theme check` shows each with everything in it
and with as little as there can be, tells what it names that is not there, and looks at each page as readers meet it.

`golden theme copy NAME FILE` copies one into a theme, to be changed there; without `FILE` it lists all of them, those
that see no page as well: the layout, the parts, the stylesheets, and `newsletter/print.typ`, which lays out paper in
[Typst](https://typst.app/docs/). After an upgrade `golden theme check` tells which copies are of what has changed.
"""
_BLOCKS = """\
A page says `{% extends "layouts/page.html" %}` and fills blocks of the layout. What stands outside of them is not
shown. The head with the menu and the foot of all pages are in the layout itself: whoever wants other ones copies it.
"""
_GALLERY = """\
`golden theme gallery NAME` makes one page with every part in every state: long words and short, late promises and
kept ones, and lists with nothing in them. Look at it in light and dark, in a narrow window, and on paper.
"""
_VIEWS = """\
An address is a path from the site's root without a leading `/`; the filter `url` makes a link of it. *Prose* is a
writer's text, shown with the filter `prose` or `runs`. A list may be empty; none means that there is no such thing.
"""
_COMMENT = re.compile(r"\{#-?\s*(?P<about>(?:(?!#\}).)*?)\s*-?#\}\s*(?=\{%-?\s*macro (?P<name>\w+))", re.DOTALL)
_MACRO = re.compile(r"\{%-?\s*macro (?P<name>\w+)\((?P<given>[^)]*)\)")


def page() -> str:
    theme = _base()
    return whole(
        "Themes",
        _FIRST,
        "## theme.yml",
        table(
            ("field", "required", "what it says", "what it takes"),
            (
                (f"`{it.name}`", "yes" if it.is_required else "", sentence(it.about), it.kind.name)
                for it in THEME.fields
            ),
        ),
        "## Options",
        table(("option", "without it", "what it does"), _options(theme)),
        "## Colours",
        _TOKENS,
        table(("token", "light", "dark", "what it colours"), _colours(theme)),
        "## Typefaces and sizes",
        table(("token", "value", "what it is"), _others(theme)),
        "## Colours that are seen together",
        _PAIRS,
        block("yaml", "pairs:\n  - {text: [ink, link], on: [paper, surface]}\n  - {marks: [edge], on: [paper]}"),
        "## What a template gets",
        _GIVEN,
        table(("name", "what it is"), _NAMES),
        "## Templates",
        _TEMPLATES,
        table(("template", "what it sees as `page`"), _pages()),
        "## Blocks",
        _BLOCKS,
        table(("block", "what stands in it"), _blocks(theme)),
        "## Parts",
        'Macros that the templates share. A page imports them: `{% from "parts/when.html" import when %}`.',
        table(("part", "macro", "what it shows"), _parts(theme)),
        "## The gallery",
        _GALLERY,
        "## Views",
        _VIEWS,
        *_views(),
    )


def _base() -> Theme:
    sources: dict[str, Source] = {}
    theme = load_theme("base", (themes_folder(),), sources, [], Span("", 0, 0))
    if theme is None:
        raise LookupError("the theme `base` cannot be read")
    return theme


def _about(name: str, known: Mapping[str, str]) -> str:
    if name not in known:
        raise LookupError(f"say in docs/making/tokens.py what `{name}` is for")
    return known[name]


def _blocks(theme: Theme) -> Iterator[tuple[str, str]]:
    layout = templates_of(theme)["layouts/page.html"].read_text(encoding="utf-8")
    return ((code(name), _about(name, BLOCKS)) for name in re.findall(r"{%-? block (\w+)", layout))


def _options(theme: Theme) -> Iterator[tuple[str, str, str]]:
    return ((code(name), code(words) or "empty", _about(name, OPTIONS)) for name, words in theme.options.items())


def _colours(theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    dark = theme.tokens["dark"]
    for name, value in theme.tokens["colour"].items():
        yield code(name), code(value), code(dark[name]), _about(name, COLOURS)


def _others(theme: Theme) -> Iterator[tuple[str, str, str]]:
    for group, values in theme.tokens.items():
        if group in ("colour", "dark"):
            continue
        for name, value in values.items() if isinstance(values, Mapping) else (("", values),):
            whole_name = f"{group}.{name}" if name else group
            yield code(whole_name), code(value), _about(whole_name, OTHERS)


def _pages() -> Iterator[tuple[str, str]]:
    found = sorted((template_of(view), link(views.heading(view))) for view in page_classes())
    yield from ((code(template), seen) for template, seen in found)


def _parts(theme: Theme) -> Iterator[tuple[str, str, str]]:
    for name, file in templates_of(theme).items():
        if name.startswith("parts/") and name.endswith(".html"):
            yield from _macros(name, file)


def _macros(name: str, file: Path) -> Iterator[tuple[str, str, str]]:
    text = file.read_text(encoding="utf-8")
    said = {found["name"]: found["about"] for found in _COMMENT.finditer(text)}
    for macro in _MACRO.finditer(text):
        if macro["name"] not in said:
            raise LookupError(f"say in a comment above the macro `{macro['name']}` of {name} what it shows")
        yield code(name), code(f"{macro['name']}({macro['given']})"), said[macro["name"]]


def _views() -> Iterator[str]:
    pages = page_classes()
    for view in views.every():
        yield f"### {views.heading(view)}"
        if view in pages:
            yield f"Shown by `{template_of(view)}`. Beside these it has the fields of {link('PageView')}."
        yield from views.told(view)
