"""All that a value says, found by walking it: every field of everything in it, so that nothing new is forgotten."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, cast, get_args
from unicodedata import normalize

from generator.domain.due import Due
from generator.domain.edition import Action, Update
from generator.domain.person import Person
from generator.domain.prose import NOWHERE, CodeBlock, Heading, Link, OnlyFor, Paragraph, Table, runs_in, words_of_runs
from generator.domain.workstream import Reference
from generator.text.source import Span

_WITHOUT_WORDS = (Due, Reference, Span)
# Names that lead from one thing to another, and digests.
_NOT_SAID = frozenset({"id", "file", "path", "audience", "code", "place", "digest", "language", "timezone", "theme"})


_SILENT = frozenset((bool, NoneType, ..., *_WITHOUT_WORDS))


def _may_say(field: Field[Any]) -> bool:
    """Whether a field may hold words, by its type."""
    return not _SILENT.issuperset(get_args(field.type) or (field.type,))


_APART = ("text", "plain", "state", "id")
_BESIDE = attrgetter(*(it.name for it in fields(Action) if it.name not in _APART and _may_say(it)))
_BESIDE_ACTIONS = attrgetter(
    *(it.name for it in fields(Update) if it.name not in ("introduction", "actions", "digest"))
)


_SIGNS = (
    *((sign, "") for sign in "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    *((sign, "'") for sign in "‘’ʼ"),
    *((sign, '"') for sign in "“”"),
    *((sign, "-") for sign in "\u2010\u2011\u2012\u2013\u2014\u2212"),
    ("…", "..."),
    ("\ufb00", "ff"), ("\ufb01", "fi"), ("\ufb02", "fl"), ("\ufb03", "ffi"), ("\ufb04", "ffl"),
)  # fmt: skip


def words_in(value: Any, span: Span = NOWHERE) -> Iterator[tuple[str, Span]]:
    """Every line of words in a value, with the place of the nearest thing around it that has one."""
    waiting = [(value, span)]  # the next one last: a loop, because whole programmes are walked, and often
    while waiting:
        value, span = waiting.pop()
        match value:
            case str():
                yield value, span
            case Paragraph(runs) | Heading(runs=runs):
                yield words_of_runs(runs), span
            case CodeBlock(words):
                yield words, span
            case Table():
                yield from ((words_of_runs(cell.runs), span) for row in (value.head, *value.rows) for cell in row)
            case OnlyFor(blocks=blocks):
                waiting.append((blocks, span))
            case _:
                waiting.extend(reversed(_parts(value, span)))


def normal(words: str) -> str:
    """Words as they are compared: composed letters, one space between, and of each sign the one that keyboards have, as
    Word and PDF put others in its place; without what nobody sees.
    """
    if not words.isascii():
        words = normalize("NFC", words)
        for sign, usual in _SIGNS:  # takes a tenth of what one pass with a table does
            words = words.replace(sign, usual)
    return " ".join(words.split())


def said(value: Any) -> str:
    """All words of a value as they are compared, a line each."""
    return "\n".join(normal(words) for words, _ in words_in(value))


def said_beside(action: Action) -> str:
    """All that an action says beside its text and its plain wording: most often nothing."""
    rest = _BESIDE(action)
    return said(tuple(filter(None, rest))) if any(rest) else ""


def said_around(update: Update) -> str:
    """All that an update says beside its introduction and its actions: what it is about, and for whom."""
    return said(tuple(filter(None, _BESIDE_ACTIONS(update))))


def people_in(value: Any, span: Span = NOWHERE) -> Iterator[tuple[Person, Span]]:
    if isinstance(value, Person):
        yield value, span
    elif not isinstance(value, str):
        for part, place in _parts(value, span):
            yield from people_in(part, place)


def links_in(value: Any, span: Span = NOWHERE) -> Iterator[Link]:
    match value:
        case Paragraph() | Heading() | Table():
            yield from (run for run in runs_in((value,)) if isinstance(run, Link))
        case _ if not isinstance(value, str):
            for part, place in _parts(value, span):
                yield from links_in(part, place)


def _parts(value: Any, span: Span) -> Sequence[tuple[Any, Span]]:
    """What a value is made of; nothing, where it is no more than a date, a number or a name of something else."""
    kind = type(value)
    if kind is tuple or isinstance(value, frozenset):
        return [(item, span) for item in value]
    if names := _names_of_fields(cast(Hashable, kind)):
        own = getattr(value, "written_at", NOWHERE)
        place = span if own == NOWHERE else own
        found = [(getattr(value, name), place) for name in names]
        return [(part, place) for part, place in found if part is not None and part != ()]
    return [(item, span) for item in value.values()] if isinstance(value, Mapping) else ()


@cache
def _names_of_fields(kind: Hashable) -> tuple[str, ...]:
    """Those of a class that may say something; none for what is no class of ours, or says nothing."""
    if not is_dataclass(kind) or kind in _WITHOUT_WORDS:
        return ()
    return tuple(field.name for field in fields(cast(Any, kind)) if field.name not in _NOT_SAID)
