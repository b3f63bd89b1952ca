"""Newsletters: for whom, how often and in which forms."""

from dataclasses import field
from enum import StrEnum

from generator.domain.prose import NOWHERE
from generator.domain.workstream import Reference
from generator.text.source import Span
from generator.values import dataclass


class Every(StrEnum):
    """How often a newsletter comes out."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Format(StrEnum):
    """The forms that a newsletter can take, in the order in which readers are offered them."""

    HTML = "html"
    PDF = "pdf"
    LARGE_PRINT = "large-print"
    EMAIL = "email"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Newsletter:
    """What one audience is sent, and how often.

    `every` is a period, or the editions with each of which an issue comes out. `workstreams` are those that it tells
    of; None means all. `formats` stand in the order of Format.
    """

    id: str
    title: str
    audience: str
    every: Every | tuple[Reference, ...]
    workstreams: tuple[Reference, ...] | None = None
    formats: tuple[Format, ...] = tuple(Format)
    written_at: Span = field(compare=False, default=NOWHERE)
