"""Characters that a printed newsletter cannot show, found in the writer's own files before anything is printed."""

import re
from collections.abc import Iterable, Iterator, Set

from generator.making.fonts import characters_of, fonts_of
from generator.making.paper import NOT_SHOWN, is_shown
from generator.making.theme import Theme
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_TOLD = re.compile(r"(?:editions/.+|programme|workstreams|measures|documents)\.(?:md|yml)")
_UNUSUAL = re.compile(r"[^\x00-\x7e£–—‘’“”…•]")  # any other is in every font of ours, without opening one
_MOST_SHOWN = 12  # characters of a run in a message


def find_unprinted(sources: Iterable[Source], theme: Theme) -> Iterator[Diagnostic]:
    """For each line of what newsletters tell of, the first run of characters that none of the theme's fonts has."""
    unusual = [it for it in sources if _TOLD.fullmatch(it.path) and _UNUSUAL.search(it.text)]
    if unusual:
        covered = characters_of(fonts_of(theme))
        for source in unusual:
            yield from _in_file(source, covered)


def _in_file(source: Source, covered: Set[int]) -> Iterator[Diagnostic]:
    missing = "".join({character for character in source.text if not is_shown(character, covered)})
    if not missing:
        return
    # White space between two missing words is part of the run.
    run = re.compile(rf"[{re.escape(missing)}](?:[\s{re.escape(missing)}]*[{re.escape(missing)}])?")
    last_line = 0
    for found in run.finditer(source.text):
        line = source.place(found.start()).line
        if line != last_line:
            last_line = line
            yield _finding(source, found)


def _finding(source: Source, found: re.Match[str]) -> Diagnostic:
    words = found[0] if len(found[0]) <= _MOST_SHOWN else f"{found[0][: _MOST_SHOWN - 1].rstrip()}…"
    return Diagnostic(
        "character-not-printed",
        f"no font of the printed newsletter has `{words}`",
        source.span(found.start(), found.end()),
        "write it another way, or put a font that has it into the theme's `newsletter/fonts/`",
        f"each such character is printed as {NOT_SHOWN}; web pages, e-mail and plain text show it",
    )
