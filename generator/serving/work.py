"""What the server is given: who makes the pages that are asked for, and what stands around them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from generator.keeping.stamps import Folders
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be said of the content: one line, and all of it in words. `is_wrong` says that it stops a build,
    `holds_pages` that pages stay as they were until it is mended.
    """

    heading: str
    words: str
    is_wrong: bool
    holds_pages: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, and digests of its site's stylesheets and of all else that the site's pages share."""

    data: bytes
    styles: str
    rest: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The sites that can be shown instead of one: their names by the titles of the audiences, and which is shown.

    `drafts` is the name of the same site with drafts, or without them where it has them. `on` is the day as it is
    shown, `undated` the name of the site on the usual day, to which `@` and another day can be added.
    """

    audiences: Mapping[str, str]
    current: str
    with_drafts: bool
    drafts: str
    on: str
    undated: str


class Pages(Protocol):
    """All but `made` is asked one after the other, from one thread. Paths are files, relative to the site's root."""

    def read(self, seen: Mapping[Path, Folders], /) -> None:
        """Read the files again; pages are made of what was found from now on, as far as it goes. What was `seen` of
        folders need not be looked at.
        """

    def judge(self, goes_on: Callable[[], bool], /) -> None:
        """Find all that is wrong with what was read; where something is, pages are the last good ones again.

        It is left off soon after `goes_on()` has become false.
        """

    def made(self, name: str, path: str, /) -> File | None:
        """A file that is made already."""

    def file(self, name: str, path: str, /) -> File | None: ...

    def has(self, name: str, path: str, /) -> bool: ...

    def missing(self, name: str, root: str, /) -> bytes | None:
        """The site's own page for addresses that it does not have."""


class Frame(Protocol):
    """What stands around the pages: which site comes first, what is to be said, and what can be shown instead."""

    @property
    def first(self) -> str:
        """The name of the site to begin with; empty where there is none to show yet."""

    @property
    def notice(self) -> Notice | None:
        """What is to be said of the content as it was read or judged last."""

    def switch(self, name: str, /) -> Switch | None:
        """None where no site has that name."""
