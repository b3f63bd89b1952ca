"""Findings in words: for a person at a terminal, one line each, and for other programs.

Every form is a function of the findings in the order given, the files that they speak of by path (a file that is not
there is left out), what stands before each path in print (`content/`, or nothing) and whether colours may be used. The
text that it gives has no line end after its last line; no findings are an empty text in the forms for people.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.excerpt import LINE_ROOM, Excerpt, columns, excerpt, full_path, located, visible
from generator.text.machine_forms import as_github, as_json, as_sarif
from generator.text.source import Source, Span

__all__ = ["FORMATS", "MANY", "as_concise", "as_github", "as_json", "as_sarif", "as_text", "listing"]

Form = Callable[[Sequence[Diagnostic], Mapping[str, Source], str, bool], str]

MANY = 20  # past so many findings a reader wants a list
WORDS_ROOM = 96  # columns of a note or a help
_GUTTER = 8  # columns before an excerpt, with the number of its line
_NARROWEST = 40  # columns: a narrower terminal breaks our lines itself

_BOLD, _BLUE, _CYAN = "1", "1;34", "1;36"
_WEIGHTS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}
_WORD = re.compile(r"(?:`[^`\n]*`|\S)+")  # what stands in backticks is copied by the reader, so it is never broken

Paint = Callable[[str, str], str]


def as_text(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    prefix: str = "",
    colour: bool = False,
    width: int | None = None,
) -> str:
    """Each finding with the line that it is about, marked, and its remedy; an empty line between two.

    `width` is that of the terminal on which it is read. A terminal that has to break the line of an excerpt puts its
    marks below other words.
    """
    paint = _painted if colour else _plain
    room = None if width is None else max(width, _NARROWEST)
    return "\n\n".join("\n".join(_block(found, sources, prefix, paint, room)) for found in findings)


def as_concise(
    findings: Sequence[Diagnostic], sources: Mapping[str, Source], prefix: str = "", colour: bool = False
) -> str:
    """`path:line:column: severity[code]: message; help`, one line a finding."""
    paint = _painted if colour else _plain
    return "\n".join(
        f"{_where(found.span, sources, prefix)}: {_heading(found, paint)}"
        + (f"; {_one_line(found.help)}" * bool(found.help))
        for found in findings
    )


FORMATS: Mapping[str, Form] = MappingProxyType(
    {"text": as_text, "concise": as_concise, "json": as_json, "github": as_github, "sarif": as_sarif}
)


def listing(
    form: str,
    findings: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    prefix: str = "",
    colour: bool = False,
    width: int | None = None,
) -> str:
    """The findings in the form of that name; more than MANY in the text form become concise."""
    if form == "text":
        if len(findings) <= MANY:
            return as_text(findings, sources, prefix, colour, width)
        form = "concise"
    return FORMATS[form](findings, sources, prefix, colour)


def _block(found: Diagnostic, sources: Mapping[str, Source], prefix: str, paint: Paint, width: int | None) -> list[str]:
    places = [(found.span, ""), *found.related]
    room = LINE_ROOM if width is None else min(LINE_ROOM, width - _GUTTER)
    shown = [_shown(span, sources, room) for span, _ in places]
    gutter = max((len(str(seen.line)) for seen in shown if seen), default=1)
    lines = _headlines(found, paint, width)
    for number, ((span, words), seen) in enumerate(zip(places, shown, strict=True)):
        arrow, mark, style = ("-->", "^", _WEIGHTS[found.severity]) if number == 0 else (":::", "-", _BLUE)
        where = f"{' ' * (gutter + 1)}{paint(arrow, _BLUE)} {_where(span, sources, prefix)}"
        lines.append(where if seen or not words else f"{where}: {_one_line(words)}")
        if seen:
            marks = paint(f"{mark * seen.marks} {_one_line(words)}".rstrip(), style)
            lines += _excerpt_lines(seen, marks, gutter, paint)
    words_room = WORDS_ROOM if width is None else min(WORDS_ROOM, width)
    lines += _advice("note", found.note, _BOLD, paint, words_room)
    lines += _advice("help", found.help, _CYAN, paint, words_room)
    return lines


def _heading(found: Diagnostic, paint: Paint) -> str:
    name = paint(f"{found.severity}[{found.code}]", _WEIGHTS[found.severity])
    return f"{name}: {paint(_one_line(found.message), _BOLD)}"


def _headlines(found: Diagnostic, paint: Paint, width: int | None) -> list[str]:
    """The heading in lines of the width; the whole of it in one where there is none."""
    if width is None:
        return [_heading(found, paint)]
    name = f"{found.severity}[{found.code}]:"
    first, *rest = _wrapped(f"{name} {_one_line(found.message)}", width - 2)
    words = first.removeprefix(name)
    painted = f"{paint(name[:-1], _WEIGHTS[found.severity])}:{f' {paint(words[1:], _BOLD)}' if words else ''}"
    return [painted, *(f"  {paint(line, _BOLD)}" for line in rest)]


def _where(span: Span, sources: Mapping[str, Source], prefix: str) -> str:
    """`path:line:column`, or the path alone where no line can be named."""
    source = located(span, sources)
    place = source.place(max(span.start, 0)) if source else None
    path = visible(full_path(span.path, prefix))
    return f"{path}:{place.line}:{place.column}" if place else path


def _shown(span: Span, sources: Mapping[str, Source], room: int) -> Excerpt | None:
    source = located(span, sources)
    return excerpt(source, span, room) if source else None


def _excerpt_lines(seen: Excerpt, marks: str, gutter: int, paint: Paint) -> tuple[str, str, str]:
    empty = paint(f" {' ' * gutter} |", _BLUE)
    numbered = paint(f" {seen.line:>{gutter}} |", _BLUE)
    return empty, f"{numbered} {seen.text}" if seen.text else numbered, f"{empty} {' ' * seen.indent}{marks}"


def _advice(label: str, words: str, style: str, paint: Paint, room: int) -> list[str]:
    """` help: words`, wrapped with its further lines set under its first; a line that its author broke stays broken."""
    if not words:
        return []
    indent = len(label) + 3
    lines = [part for line in words.splitlines() for part in _wrapped(line, room - indent)]
    first = f" {paint(label + ':', style)} {lines[0]}"
    return [first, *(f"{' ' * indent}{line}".rstrip() for line in lines[1:])]


def _wrapped(line: str, room: int) -> list[str]:
    if columns(visible(line)) <= room:
        return [visible(line.replace("\t", " "))]
    lines = [""]
    for word in map(visible, _WORD.findall(line)):
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def _one_line(words: str) -> str:
    return visible(" ".join(words.split("\n")))


def _painted(words: str, style: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def _plain(words: str, _style: str) -> str:
    return words
