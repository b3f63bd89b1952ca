"""What a theme's folder holds besides good templates: pictures that are none, stylesheets that browsers pass over, and
files whose names nothing asks for.
"""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path, PurePosixPath
from posixpath import normpath

from generator.making.fonts import fonts_of
from generator.making.images import UnreadableImageError, publishable
from generator.making.make import unreadable
from generator.making.stylesheet import faults_of_stylesheets
from generator.making.template_names import others_named_in
from generator.making.theme import Theme, files_of, is_template
from generator.making.theme_file import COLOURS, read_theme_file, shown, span_in
from generator.reading.desk import closest
from generator.reading.nearest import nearest
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_FREE = ("assets/", "languages/", "newsletter/fonts/")  # what stands there may have any name
_TAKEN_IN = "parts/"  # where a file serves no other way than that a template names it
_LAID_OUT = (".html", ".css", ".js", ".jinja", ".typ")
_OF_PAPER = ".typ"
_NAMED_ON_PAPER = re.compile(r'\b(?:import|include)\s*\(?\s*"([^"\n]+\.typ)"')
_PRINT, _FAMILY = "print", "family"
_POINTS = re.compile(r"[1-9][0-9]?(?:\.[0-9]+)?")
_NAME_IT = "name it in a template, give it the path of the one that it replaces, or take it out"
_PUT_THERE = "put its files into `newsletter/fonts` of the theme"
_PIXELS = re.compile(r"([0-9]+(?:\.[0-9]+)?)px")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_SIZE = re.compile(rf"0|(?:{_NUMBER.pattern})(?:[a-z]+|%)|[a-z-]+(?:\(.*\))?", re.IGNORECASE)
_WITHOUT_SIZES = (*COLOURS, _PRINT)
_LEAST_PIXELS = 5
_USUAL = 16  # pixels in 1rem, where a reader has chosen nothing
_SHEET = "assets/site.css.jinja"
_IN_SHEET = f"the rules of the theme that yours extends are all in `{_SHEET}`: change a copy of that"
_NOTHING_ASKS = "nothing asks for this file, so it changes nothing"


def look_at_files(
    theme: Theme, templates: Mapping[str, Path], sources: MutableMapping[str, Source]
) -> Iterator[Diagnostic]:
    """Of the theme and of all that it extends; `templates` are all of these by their names. `sources` learns the
    stylesheets that are spoken of.
    """
    for fault in faults_of_stylesheets(theme):
        yield Diagnostic("bad-stylesheet", fault.why, span_in(fault.file, fault.line, sources), fault.help)
    for asset, file in theme.assets():
        try:
            if not is_template(asset):
                publishable(file.read_bytes(), shown(file))
        except UnreadableImageError as error:
            yield unreadable(error)
    yield from _of_paper(theme)
    yield from _of_sizes(theme)
    yield from _strays(theme, templates)


def _of_paper(theme: Theme) -> Iterator[Diagnostic]:
    """Typst takes another typeface without a word where it has not the one that is named."""
    file = read_theme_file(theme.folders[0], {}, [])
    families = tuple(sorted({font.family for font in fonts_of(theme).fonts()}))
    for (group, *name), setting in file.tokens.items() if file else ():
        if group != _PRINT or not name:
            continue
        if name[0] == _FAMILY and setting.words not in families:
            why = f"the theme has no typeface `{setting.words}` for print"
            others = closest(setting.words, families)
            remedy = others if others.startswith("did") else "; or ".join(filter(None, (_PUT_THERE, others)))
            yield Diagnostic("unknown-choice", why, setting.written_at, remedy)
        elif name[0] != _FAMILY and not _POINTS.fullmatch(setting.words):
            why = f"`{setting.words}` is not a number of points"
            yield Diagnostic("wrong-type", why, setting.written_at, "write a number alone, such as 12")


def _of_sizes(theme: Theme) -> Iterator[Diagnostic]:
    """Words in pixels stay as small as they are where a reader has asked for larger ones. Source: WCAG 2.2, C14.

    What CSS does not have as a size, it leaves out without a word.
    """
    file = read_theme_file(theme.folders[0], {}, [])
    for (group, *name), setting in file.tokens.items() if file else ():
        pixels = _PIXELS.fullmatch(setting.words)
        if group in _WITHOUT_SIZES or (name and name[0].startswith(_FAMILY)):
            continue
        if group == "type" and pixels:
            why = f"`{setting.words}` is not of the size that readers have chosen"
            remedy = f"write it in rem, such as {_in_rem(float(pixels[1]))}: 1rem is the size that they have chosen"
            yield Diagnostic("bad-stylesheet", why, setting.written_at, remedy)
        elif not _SIZE.fullmatch(setting.words):
            number = _NUMBER.match(setting.words.replace(",", "."))
            remedy = f"write a number with its unit, such as {_in_rem(float(number[0]) if number else _USUAL)}"
            yield Diagnostic("wrong-type", f"`{setting.words}` is not a size of CSS", setting.written_at, remedy)


def _in_rem(number: float) -> str:
    """Of a number of pixels, or of rem if it is so small that it was meant so."""
    return f"{number if number < _LEAST_PIXELS else number / _USUAL:.4f}".rstrip("0").rstrip(".") + "rem"


def in_vain(theme: Theme, templates: Mapping[str, Path]) -> dict[str, str]:
    """Parts of what a theme extends that no template names, so that a copy would change nothing; and what to do."""
    asked_for = _asked_for(theme, templates)
    names = {name for folder in theme.folders[1:] for name, _ in files_of(folder) if name.startswith(_TAKEN_IN)}
    return {name: _meant(name, names) for name in sorted(names - asked_for)}


def _asked_for(theme: Theme, templates: Mapping[str, Path]) -> set[str]:
    asked_for = {name for file in templates.values() for name in others_named_in(file)}
    return asked_for | {name for folder in theme.folders for name in _named_on_paper(folder)}


def _strays(theme: Theme, templates: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """Files of themes beside the content that stand in for none of a parent's, and that no template names."""
    ours = themes_folder().resolve()
    asked_for = _asked_for(theme, templates)
    for age, folder in enumerate(theme.folders):
        if folder.resolve().is_relative_to(ours):
            return
        known = {name for parent in theme.folders[age + 1 :] for name, _ in files_of(parent)}
        for name, file in files_of(folder):
            is_asked_for = name in asked_for or (name in known and not name.startswith(_TAKEN_IN))
            if not is_asked_for and _is_to_be_asked_for(name, known):
                yield Diagnostic("unexpected-file", _NOTHING_ASKS, span_in(file, 0, {}), _meant(name, known))


def _named_on_paper(folder: Path) -> Iterator[str]:
    """What the files of one theme that lay paper out import or include."""
    for name, file in files_of(folder):
        if name.endswith(_OF_PAPER):
            for named in _NAMED_ON_PAPER.findall(file.read_text(encoding="utf-8", errors="replace")):
                yield normpath(PurePosixPath("/", name).parent / named).lstrip("/")


def _is_to_be_asked_for(name: str, known: set[str]) -> bool:
    """Whether it is a template by its ending, or stands in a folder whose name is nearly that of one of ours."""
    if name.startswith(_FREE):
        return False
    folders = {it.partition("/")[0] for it in known if "/" in it} | {"assets", "languages"}
    folder, slash, _ = name.partition("/")
    return name.endswith(_LAID_OUT) or bool(slash and folder not in folders and folder.lower() in folders)


def _meant(name: str, known: set[str]) -> str:
    folder, _, base = name.rpartition("/")
    if name in known:
        return _IN_SHEET if name.endswith(".css") else _NAME_IT
    if folder.lower() in ("assets", "languages"):
        return f"call the folder `{folder.lower()}`: capitals count"
    of_that_name = sorted(it for it in known if it.rpartition("/")[2] == base.lower())
    if len(of_that_name) == 1:
        return f"did you mean `{of_that_name[0]}`?"
    beside = {PurePosixPath(it).stem: it for it in sorted(known) if it.rpartition("/")[0] == folder.lower()}
    near = nearest(PurePosixPath(base.lower()).stem, beside)
    return f"did you mean `{beside[near]}`?" if near else _NAME_IT
