"""The sample programme in a language that nobody speaks, for whoever looks for English that no translator was given.

Each phrase of the interface stands between « and », as a catalogue says it. What writers have written is spelt in other
letters: à for a, á for b. So whatever has a letter of the English alphabet outside the marks was said by us in English.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from shutil import copytree
from string import ascii_lowercase, ascii_uppercase
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TypeVar

import pytest

import generator.build
from generator.briefing.describe import Describer
from generator.briefing.scrutiny.page import ReportRequest
from generator.briefing.wording import is_money
from generator.domain.content import Content
from generator.domain.period import Period, period_between
from generator.making.phrases import phrases_of
from generator.making.theme import load_theme
from generator.making.translating import begin_catalogue
from generator.publications.all import plan
from generator.publications.artifact import Artifact, PageOf
from generator.publications.report import to_hand_in
from generator.reading.content import read_content
from generator.request import BuildRequest
from generator.shipped import places_for
from generator.text.source import Span
from tests.building import SAMPLE, SAMPLE_ON, files_of

LANGUAGE = "cy"
THEMES = {"council": "merebrook", "plain": "residents"}
_LOWER = "àáâãäåæçèéêëìíîïðñòóôõöøùú"
_OTHER = str.maketrans(ascii_lowercase + ascii_uppercase, _LOWER + _LOWER.upper())
# Names of fields in which a writer's words stand, of whatever value.
_WRITTEN = frozenset(
    (
        *("title", "name", "role", "organisation", "words", "alt", "reason", "equality", "climate", "summary", "means"),
        *("explained", "term", "note", "unit", "one", "purpose", "post", "takes", "answered", "what", "why", "stage"),
        *("stages", "by", "place", "terms", "tags"),
    )
)
_T = TypeVar("_T")


def in_other_letters(value: _T, field: str = "", is_view: bool = False) -> _T:
    """The same value with all that a writer wrote in other letters; ids, addresses, files and currencies stay.

    In a view, that is whatever reads as words, under any name.
    """
    changed: object = value
    match value:
        case Enum() | Span():
            pass
        case str():
            is_written = field in _WRITTEN or (is_view and (" " in value or value[:1].isupper()))
            is_words = type(value) is str and not (field == "unit" and is_money(value))
            changed = value.translate(_OTHER) if is_written and is_words else value
        case tuple() | frozenset():
            changed = type(value)(in_other_letters(it, field, is_view) for it in value)
        case Mapping():
            changed = MappingProxyType({key: in_other_letters(it, field, is_view) for key, it in value.items()})
        case _ if is_dataclass(value):
            every = {it.name: getattr(value, it.name) for it in fields(value) if it.init}
            told = {name: in_other_letters(it, name, is_view) for name, it in every.items()}
            changed = replace(value, **{name: it for name, it in told.items() if it is not every[name]})  # type: ignore[type-var]  # it is an instance
    return changed  # type: ignore[return-value]  # of the kind that it was


def catalogue_of(theme: str, places: tuple[Path, ...], language: str = LANGUAGE) -> bytes:
    """Every phrase between marks, in all of its forms."""
    loaded = load_theme(theme, places, {}, [], Span("", 0, 0))
    assert loaded is not None
    lines = [begin_catalogue(language, theme, SAMPLE_ON).decode()]
    forms = int(re.findall(r"nplurals=(\d)", lines[0])[0])
    for it in phrases_of(loaded):
        said = f"msgid {quoted(it.words)}\n"
        said += f"msgid_plural {quoted(it.more)}\n" if it.more else ""
        words = [f"«{it.more}»"] * forms if it.more else [f"«{it.words}»"]
        said += "".join(f"msgstr{f'[{at}]' if it.more else ''} {quoted(one)}\n" for at, one in enumerate(words))
        lines.append(f"msgctxt {quoted(it.context)}\n{said}" if it.context else said)
    return "\n".join(lines).encode()


def quoted(words: str) -> str:
    escaped = words.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'


@cache
def foreign_sample() -> Mapping[str, Mapping[str, bytes]]:
    """The files of each site, built once for all tests that only look at them."""
    return foreign_build()


@cache
def foreign_report() -> Mapping[str, bytes]:
    """The files of a report for scrutiny, made for residents once."""
    period = period_between("2026-06", "2026-10")
    assert isinstance(period, Period)
    asked = ReportRequest(period)
    return foreign_build(("residents",), lambda describe: to_hand_in(describe, asked))["residents"]


def foreign_build(
    audiences: tuple[str, ...] = (), plan: Callable[[Describer], Iterable[Artifact | PageOf]] = plan
) -> Mapping[str, Mapping[str, bytes]]:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        content = Path(folder) / "content"
        copytree(SAMPLE, content)
        programme = (content / "programme.yml").read_text(encoding="utf-8")
        for ours, own in THEMES.items():
            programme = programme.replace(f"theme: {ours}", f"theme: {own}")
            lay_theme(content.parent / "themes" / own, own, ours)
        programme = re.sub(r"^language: .*$", f"language: {LANGUAGE}", programme, flags=re.MULTILINE)
        (content / "programme.yml").write_text(programme, encoding="utf-8")
        patch.setattr(generator.build, "read_content", _read)
        request = BuildRequest(content, _on, audiences, plan=plan)
        result = generator.build.build(request)
        return {site: files_of(result, site) for site in result.sites}


def lay_theme(folder: Path, name: str, parent: str) -> None:
    (folder / "languages").mkdir(parents=True)
    (folder / "theme.yml").write_text(f"name: {name}\nextends: {parent}\n", encoding="utf-8")
    places = places_for(folder.parents[1] / "content")
    (folder / "languages" / f"{LANGUAGE}.po").write_bytes(catalogue_of(name, places))


def _on(_: object) -> date:
    return SAMPLE_ON


def _read(*given: object, **named: object) -> tuple[Content | None, object, object]:
    content, sources, findings = read_content(*given, **named)  # type: ignore[arg-type]  # as build gives them
    return content and in_other_letters(content), sources, findings
