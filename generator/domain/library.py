"""What stands beside the updates: documents, images, further pages and the glossary."""

from dataclasses import field

from generator.domain.audience import Audiences
from generator.domain.prose import NOWHERE, Prose
from generator.text.source import Span
from generator.values import dataclass

PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp", ".gif")  # and whatever else is made of points
DRAWINGS = (".svg",)


def is_picture(path: str) -> bool:
    """Whether a file is of a kind that every browser shows, and of which we know what is in it."""
    return path.lower().endswith(PHOTOGRAPHS + DRAWINGS)


@dataclass(frozen=True, slots=True)
class Document:
    """A file to take away; `file` is its path below `documents/`, `size` its length in bytes."""

    id: str
    title: str
    file: str
    size: int
    audiences: Audiences
    summary: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's path below the content folder, and who may see it."""

    path: str
    audiences: Audiences


@dataclass(frozen=True, slots=True)
class Page:
    """A further page of the site; `id` is its file's name and the last part of its address."""

    id: str
    title: str
    body: Prose
    audiences: Audiences
    summary: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym or a special word: what it `means` is said at its first use on a page, `explained` in the glossary."""

    term: str
    means: str
    audiences: Audiences
    explained: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)
