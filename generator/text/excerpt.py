"""One line of a file as a terminal shows it, with the columns at which marks stand under a run of its characters."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from generator.text.source import Source, Span
from generator.values import dataclass

LINE_ROOM = 100  # columns of an excerpt; a longer line is shortened around its span
TAB_STOP = 4
CUT = "..."

_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, direction marks, half characters, line separators
_JOINERS = "\u200c\u200d"  # scripts and emoji are written with these; they are harmless
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`marks` columns are marked, after `indent` columns of white space; `line` counts from 1."""

    line: int
    text: str
    indent: int
    marks: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character of the file, as shown and as wide as it is in columns."""

    shown: str
    width: int


HERE = "./"  # begins the path of a file that is no content, and is named from the folder that the user is in


def full_path(path: str, prefix: str) -> str:
    """A file's path as it is printed: the content's below `prefix`; a theme's as it is, since that may be anywhere."""
    if path.startswith(HERE):
        return path.removeprefix(HERE)
    is_whole = PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()
    return path if is_whole else prefix + path


def located(span: Span, sources: Mapping[str, Source]) -> Source | None:
    """The file whose line can be shown; None where the span means the file itself, or the file is not there."""
    return None if span.start == span.end == 0 else sources.get(span.path)


def excerpt(source: Source, span: Span, room: int = LINE_ROOM) -> Excerpt:
    """The line on which a span begins, marked up to the span's end or its own; at least one column is marked. Of a
    line that is longer, `room` columns are shown.

    Any offsets will do: those outside the text count as its nearest end. The mark of a character that takes no column,
    such as a combining accent, stands under the letter that carries it.
    """
    start = min(max(span.start, 0), len(source.text))
    place = source.place(start)
    cells = _cells(source.line(place.line))
    first = min(place.column - 1, len(cells))
    last = min(first + max(span.end - start, 1), len(cells))
    while 0 < first < len(cells) and cells[first].width == 0:
        first -= 1
    left, right = _window(cells, first, last, room)
    before = CUT if left > 0 else ""
    text = "".join(cell.shown for cell in cells[left:right])
    return Excerpt(
        line=place.line,
        text=before + text + (CUT if right < len(cells) else ""),
        indent=len(before) + _columns(cells[left:first]),
        marks=max(1, _columns(cells[first : min(last, right)])),
    )


def visible(text: str) -> str:
    """The text with all that would steer a terminal or hide in it spelled out (`\\x1b`, `\\u202e`); always one line."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes; it must have been made visible."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _STEERING or character in _JOINERS or _is_flag_tag(character):
        return character
    code = ord(character)
    wide = f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code <= 0xFF else wide)


def _is_flag_tag(character: str) -> bool:
    """The flags of England, Scotland and Wales are spelled with these."""
    return "\U000e0020" <= character <= "\U000e007f"


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH or "\u1160" <= character <= "\u11ff":  # jamo join the one before
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cells(line: str) -> tuple[_Cell, ...]:
    cells = []
    column = 0
    for character in line:
        shown = " " * (TAB_STOP - column % TAB_STOP) if character == "\t" else visible(character)
        cells.append(_Cell(shown, columns(shown)))
        column += cells[-1].width
    return tuple(cells)


def _columns(cells: Sequence[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: Sequence[_Cell], first: int, last: int, room: int) -> tuple[int, int]:
    """The part of a line to show: all of it where there is room, else the span and as much around it as fits."""
    if _columns(cells) <= room:
        return 0, len(cells)
    room -= 2 * len(CUT)
    right = _forward(cells, first, last, room)
    spare = room - _columns(cells[first:right])
    left = _backward(cells, first, max(spare // 2, spare - _columns(cells[right:])))
    return left, _forward(cells, right, len(cells), spare - _columns(cells[left:first]))


def _forward(cells: Sequence[_Cell], start: int, end: int, room: int) -> int:
    """How far from `start` one comes, at most to `end`, within so many columns."""
    while start < end and cells[start].width <= room:
        room -= cells[start].width
        start += 1
    return start


def _backward(cells: Sequence[_Cell], start: int, room: int) -> int:
    """How far back from `start` one comes within so many columns, without beginning on a loose accent."""
    left = start
    while left > 0 and cells[left - 1].width <= room:
        left -= 1
        room -= cells[left].width
    while 0 < left < start and cells[left].width == 0:
        left += 1
    return left
