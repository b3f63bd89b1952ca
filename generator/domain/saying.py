"""All that a value says, found by walking it: every field of everything in it, so that nothing new is forgotten."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, cast

from generator.domain.due import Due
from generator.domain.person import Person
from generator.domain.prose import NOWHERE, CodeBlock, Heading, Link, OnlyFor, Paragraph, Table, runs_in, words_of_runs
from generator.domain.workstream import Reference
from generator.text.source import Span

_WITHOUT_WORDS = (Due, Reference, Span)
# Names that lead from one thing to another, and digests.
_NOT_SAID = frozenset({"id", "file", "path", "audience", "code", "place", "digest", "language", "timezone", "theme"})


def words_in(value: Any, span: Span = NOWHERE) -> Iterator[tuple[str, Span]]:
    """Every line of words in a value, with the place of the nearest thing around it that has one."""
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
            yield from words_in(blocks, span)
        case _:
            for part, place in _parts(value, span):
                yield from words_in(part, place)


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


def _parts(value: Any, span: Span) -> Iterator[tuple[Any, Span]]:
    """What a value is made of; nothing, where it is no more than a date, a number or a name of something else."""
    if isinstance(value, Mapping):
        yield from ((item, span) for item in value.values())
    elif isinstance(value, (tuple, frozenset)):
        yield from ((item, span) for item in value)
    elif is_dataclass(value) and not isinstance(value, _WITHOUT_WORDS):
        own = getattr(value, "written_at", NOWHERE)
        yield from (
            (getattr(value, name), span if own == NOWHERE else own)
            for name in _names_of_fields(cast(Hashable, type(value)))
        )


@lru_cache(maxsize=128)
def _names_of_fields(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast(Any, kind)) if field.name not in _NOT_SAID)
