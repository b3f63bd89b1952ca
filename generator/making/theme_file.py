"""One theme.yml: what it says, each word with its place."""

import os
import re
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType

from generator.making.colour import read_colour
from generator.reading.decoding import decode
from generator.reading.desk import Desk
from generator.reading.kinds import IDENTIFIER, NAMES, TEXT, word_of
from generator.reading.shape import Field, Kind, Shape, Values, first_line, kind_of, list_of, what
from generator.reading.standing import ALLOW, fault_of_place
from generator.reading.yaml import Mapping as YamlMapping
from generator.reading.yaml import Node, Word, read_yaml
from generator.text.diagnostic import Diagnostic
from generator.text.excerpt import HERE
from generator.text.source import Source, Span
from generator.values import dataclass

COLOURS = ("colour", "dark")  # the groups of tokens that are colours; both have the same names
TEXT_NEEDS = 4.5
MARKS_NEED = 3.0

_UNFIT_FOR_CSS = re.compile(r"[;{}<>&\"'\\]")

Name = tuple[str, ...]  # ("colour", "accent"); ("radius",) for what stands in no group


@dataclass(frozen=True, slots=True)
class Setting:
    """A token or an option: its words, and the places of its name and of its words."""

    words: str
    named_at: Span
    written_at: Span


Settings = Mapping[Name, Setting]


@dataclass(frozen=True, slots=True)
class Pair:
    """A token that is seen on another, and the contrast that it needs; `written_at` is where the theme says so."""

    token: str
    on: str
    need: float
    written_at: Span


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """What one theme.yml says. `extends` is empty in a theme that stands on no other."""

    folder: Path
    title: str
    extends: str
    extends_at: Span
    options: Settings
    tokens: Settings
    pairs: tuple[Pair, ...]


def shown(file: Path) -> str:
    """A theme's file as messages name it: from the folder that the user is in, or whole where it stands elsewhere."""
    whole, here = file.resolve(), Path.cwd().resolve()
    return f"{HERE}{whole.relative_to(here).as_posix()}" if whole.is_relative_to(here) else whole.as_posix()


def span_in(file: Path, line: int, sources: MutableMapping[str, Source]) -> Span:
    """A line of a theme's file, the whole of it where the line is 0; `sources` learns its text."""
    path = shown(file)
    if path not in sources and file.is_file():
        sources[path] = Source(path, file.read_text(encoding="utf-8", errors="replace"))
    source = sources.get(path)
    return source.line_span(line) if source and line else Span(path, 0, 0)


@dataclass(frozen=True, slots=True)
class Unreadable:
    why: str
    remedy: str


def why_unreadable(folder: Path, file: Path) -> Unreadable | None:
    """Why we do not read a file of a theme's folder, or look into a folder of it; None where we do.

    A theme from elsewhere lays out words; it must not publish files of the machine that it is used on.
    """
    if file.is_symlink():
        fault = fault_of_place(folder, file.relative_to(folder).as_posix(), "the theme")
        return Unreadable(fault, "put the file itself into the theme") if fault else None
    if os.access(file, os.R_OK) or any(step.startswith(".") for step in file.relative_to(folder).parts):
        return None
    fault = f"we are not allowed to {'look into this folder' if file.is_dir() else 'read this file'}"
    return Unreadable(fault, ALLOW)


def read_theme_file(folder: Path, sources: MutableMapping[str, Source], findings: list[Diagnostic]) -> ThemeFile | None:
    """The theme.yml of a folder; None where it cannot be read, which is a finding. `sources` learns its text."""
    path = shown(folder / "theme.yml")
    if fault := why_unreadable(folder, folder / "theme.yml"):
        findings.append(Diagnostic("unreadable-file", fault.why, Span(path, 0, 0), fault.remedy))
        return None
    text = decode((folder / "theme.yml").read_bytes(), path, findings)
    if text is None:
        return None
    sources[path] = Source(path, text)
    desk = Desk(sources[path], findings)
    node = read_yaml(desk)
    values = THEME.read(node, desk, desk.source.whole) if node is not None else None
    if values is None:
        return None
    if (name := values.of(_NAME, folder.name)) != folder.name:
        desk.report(
            "unknown-theme",
            f"this theme calls itself `{name}`, but is found by its folder, `{folder.name}`",
            values.span_of(_NAME),
            f"write `name: {folder.name}`, or give the folder the other name",
        )
    return ThemeFile(
        folder,
        values.of(_TITLE, folder.name),
        values.of(_EXTENDS, ""),
        values.span_of(_EXTENDS),
        values.of(_OPTIONS, {}),
        values.of(_TOKENS, {}),
        tuple(pair for group in values.of(_PAIRS, ()) for pair in group),
    )


def _settings(node: Node, desk: Desk, most_levels: int) -> Settings | None:
    if not isinstance(node, YamlMapping):
        desk.report(
            "wrong-type",
            f"names and values are expected here; this is {what(node)}",
            first_line(node, desk),
            "write each on a line of its own, as `name: value`",
        )
        return None
    return MappingProxyType(dict(_within(node, (), desk, most_levels)))


def _within(node: YamlMapping, group: Name, desk: Desk, most_levels: int) -> Iterator[tuple[Name, Setting]]:
    for key, value in node.entries:
        name = (*group, key.text)
        if isinstance(value, YamlMapping) and len(name) < most_levels:
            yield from _within(value, name, desk, most_levels)
        elif word := word_of(value, desk, "a value"):
            yield name, Setting(word.text, key.span, _place(word, key))


def _place(word: Word, key: Word) -> Span:
    return word.span if word.span.end > word.span.start else key.span


def _options(node: Node, desk: Desk) -> Settings | None:
    return _settings(node, desk, most_levels=1)


def _tokens(node: Node, desk: Desk) -> Settings | None:
    """Tokens as CSS can have them: the words of others go into the stylesheet as they are."""
    settings = _settings(node, desk, most_levels=2)
    for name, setting in (settings or {}).items():
        if name[0] in COLOURS and len(name) > 1:
            _check_colour(setting, desk)
        elif unfit := _UNFIT_FOR_CSS.search(setting.words):
            desk.report(
                "wrong-type",
                f"`{unfit.group()}` cannot stand in a token",
                setting.written_at,
                "write one value of CSS; names of typefaces need no quotes",
            )
    return settings


def _check_colour(setting: Setting, desk: Desk) -> None:
    if read_colour(setting.words) is None:
        desk.report(
            "bad-colour",
            f"`{setting.words}` is not a colour that we can read",
            setting.written_at,
            'write it as "#0b5c64", with its quotes',
        )


def _pairs(values: Values, desk: Desk) -> tuple[Pair, ...]:
    found: list[Pair] = []
    for field, need in ((_TEXTS, TEXT_NEEDS), (_MARKS, MARKS_NEED)):
        at = values.span_of(field)
        found += (Pair(token, on, need, at) for token in values.of(field, ()) for on in values.of(_ON, ()))
    if not found and values.has(_ON):
        desk.report("missing-field", "a pair has neither `text` nor `marks`", values.span, "say what stands there")
    return tuple(found)


_NAME = Field("name", IDENTIFIER, "The theme's name, which is that of its folder.")
_TITLE = Field("title", TEXT, "The theme's name for people.")
_EXTENDS = Field("extends", IDENTIFIER, "The theme that holds all that this one does not change.")
_OPTIONS = Field("options", Kind("options", _options, {"type": "object"}), "Options, by name.")
_TOKENS = Field("tokens", Kind("tokens", _tokens, {"type": "object"}), "Colours and sizes, by name.")
_TEXTS = Field("text", NAMES, "Tokens in which words are written there.")
_MARKS = Field("marks", NAMES, "Tokens in which shapes, edges and focus rings are drawn there.")
_ON = Field("on", NAMES, "Tokens that these stand on.", is_required=True)
_PAIR = kind_of(Shape("a pair", (_TEXTS, _MARKS, _ON)), _pairs)
_PAIRS = Field("pairs", list_of(_PAIR), "Which colours are seen together; those of all parents count too.")
THEME = Shape("a theme", (_NAME, _TITLE, _EXTENDS, _OPTIONS, _TOKENS, _PAIRS))
