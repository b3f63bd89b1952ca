"""What a document holds that its readers do not see at once, and can: comments, tracked changes, hidden rows, what a
pivot table was made from, an earlier version of a PDF, where a photograph was taken.

Authority: Information Commissioner's Office, advisory notice of September 2023 on spreadsheets that public authorities
disclose: hidden rows, columns and sheets, and what stands behind pivot tables.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import PurePosixPath

from generator.making.photographs import tells_where
from generator.scanning.opening import (
    OFFICE,
    OPEN_DOCUMENTS,
    CannotBeOpened,
    PackedFile,
    looks_like,
    open_pdf,
    parts_of,
)
from generator.values import dataclass

_COMMENTS, _TRACKED, _NOTES = "comments", "changes that were tracked", "the speaker’s notes"
_HIDDEN_TEXT, _HIDDEN_ROWS, _HIDDEN_COLUMNS = "hidden text", "hidden rows", "hidden columns"
_YES = "(?:1|true|on)"


@dataclass(frozen=True, slots=True)
class _Trace:
    """`found` is in the parts of a packed document whose names match `part` from their beginning; it is told so."""

    part: re.Pattern[str]
    found: re.Pattern[str]
    told: str


def _trace(part: str, found: str, told: str) -> _Trace:
    return _Trace(re.compile(part), re.compile(found, re.DOTALL), told)


_OF_OFFICE = (
    _trace(r"word/comments", r"<w:comment\s", _COMMENTS),
    _trace(r"word/\w+\.xml", r"<w:(?:ins|del|moveFrom|moveTo)\s", _TRACKED),
    _trace(r"xl/comments", r"<comment\s", _COMMENTS),
    _trace(r"xl/threadedComments/", r"<threadedComment\s", _COMMENTS),
    _trace(r"xl/pivotCache/pivotCacheRecords", r"<r[\s>/]", "all that a pivot table was made from"),
    _trace(r"xl/externalLinks/externalLink", r"<v[\s>/]", "what it took over from another workbook"),
    _trace(r"ppt/comments/", r"<p(?:188)?:cm\s", _COMMENTS),
    _trace(r"ppt/slides/", rf'<p:sld\s[^<>]*show="(?!{_YES}")', "hidden slides"),
)
_OF_OPEN_DOCUMENTS = (
    _trace(r"content\.xml", r"<office:annotation[\s>]", _COMMENTS),
    _trace(r"content\.xml", r"<text:changed-region[\s>]", _TRACKED),
    _trace(r"(?:content|styles)\.xml", r'text:display="none"', _HIDDEN_TEXT),
    _trace(r"content\.xml", r"<text:hidden-(?:text|paragraph)\s", _HIDDEN_TEXT),
    _trace(r"content\.xml", r'table:display="false"', "hidden sheets"),
    _trace(r"content\.xml", r'<table:table-row\s[^<>]*table:visibility="(?:filter|collapse)"', _HIDDEN_ROWS),
    _trace(r"content\.xml", r'<table:table-column\s[^<>]*table:visibility="(?:filter|collapse)"', _HIDDEN_COLUMNS),
)
_RUN = re.compile(r"<w:r[\s>]")
_VANISHES = re.compile(rf'<w:vanish(?:\s+w:val="{_YES}")?\s*/>')
_SHOWN_WORDS = re.compile(r"<w:t[\s>]")
_SHEET = re.compile(r"<sheet\s[^<>]*>")
_HIDDEN_STATE = re.compile(r'\sstate="(?:veryH|h)idden"')
_NAME = re.compile(r'\sname="([^"]*)"')
_HIDDEN = re.compile(rf'\shidden="{_YES}"')
_COLUMN = re.compile(r"<col\s[^<>]*>")
_FILLED = re.compile(r"<(?:v|is)[\s>]")
# The first of its names is its own: from any other, the end of a long cell would be looked for again.
_FILLED_CELL = re.compile(r'<c(?=\s)(?>[^<>]*?\sr="([A-Z]{1,3})\d+")[^<>]*>(?:<f[^<>]*>(?:[^<]*</f>)?)?<(?:v|is)[\s>]')
_SAYS_OF_SLIDE = re.compile(r"<a:t>[^<]*\w")
_SAYS_OF_OPEN_SLIDE = re.compile(r"<text:(?:p|span)(?:\s[^<>]*)?(?<!/)>[^<]*\w")
_PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")


def unseen_in(file: str, data: bytes) -> Iterator[str]:
    """Each in words that go on after `holds`, once. What cannot be opened is told elsewhere, and holds nothing here."""
    look = _LOOKS.get(PurePosixPath(file).suffix.lower()) or _LOOKS.get(looks_like(data))
    try:
        found = list(look(data)) if look else []
    except CannotBeOpened:
        return
    yield from dict.fromkeys(found)


def _in_pdf(data: bytes) -> Iterator[str]:
    opened = open_pdf(data)
    if opened.is_commented:
        yield _COMMENTS
    if opened.has_layers_off:
        yield "layers that are switched off"
    yield from (f"the attached file `{it.name}`" for it in opened.attached)
    now = set(opened.pages.replace("-", "").split())  # without hyphens, some of which only end a line
    earlier = (word for word in opened.earlier.split() if word.replace("-", "") not in now)
    gone = next((word for word in earlier if any(map(str.isalnum, word))), "")
    if gone:
        yield f"an earlier version of itself, whose words are not on its pages any more, such as `{gone}`"


def _in_office(data: bytes) -> Iterator[str]:
    for part in parts_of(data):
        text = part.xml
        yield from _traces(part.name, text, _OF_OFFICE)
        if part.name.startswith("word/") and any(map(_is_hidden, _RUN.split(text)[1:])):
            yield _HIDDEN_TEXT
        elif part.name == "xl/workbook.xml":
            yield from _hidden_sheets(text)
        elif part.name.startswith("xl/worksheets/"):
            yield from _hidden_cells(text)
        elif part.name.startswith("ppt/notesSlides/") and _SAYS_OF_SLIDE.search(_without_fields(text)):
            yield _NOTES
        yield from _of_photograph(part)


def _in_open_document(data: bytes) -> Iterator[str]:
    for part in parts_of(data):
        text = part.xml
        yield from _traces(part.name, text, _OF_OPEN_DOCUMENTS)
        notes = (it.partition("</presentation:notes>")[0] for it in text.split("<presentation:notes")[1:])
        if any(map(_SAYS_OF_OPEN_SLIDE.search, notes)):
            yield _NOTES
        yield from _of_photograph(part)


def _of_photograph(part: PackedFile) -> Iterator[str]:
    if part.data and part.name.lower().endswith(_PHOTOGRAPHS) and tells_where(part.data):
        yield f"a photograph that says where it was taken ({part.name})"


def _in_packed(data: bytes) -> Iterator[str]:
    """Of whatever is packed as Office and others pack theirs: slide shows, templates, drawings, or just some files."""
    yield from _in_office(data)
    yield from _in_open_document(data)


def _in_photograph(data: bytes) -> Iterator[str]:
    if tells_where(data):
        yield "a note of where it was taken"


def _traces(name: str, text: str, traces: tuple[_Trace, ...]) -> Iterator[str]:
    return (trace.told for trace in traces if trace.part.match(name) and trace.found.search(text))


def _is_hidden(run: str) -> bool:
    """`run` is what follows its beginning, up to the next."""
    inside = run.partition("</w:r>")[0]
    return bool(_VANISHES.search(inside) and _SHOWN_WORDS.search(inside))


def _without_fields(text: str) -> str:
    """Slides without what programs count in them: their numbers and dates."""
    first, *others = text.split("<a:fld ")
    return "".join((first, *(other.partition("</a:fld>")[2] for other in others)))


def _hidden_sheets(text: str) -> Iterator[str]:
    for sheet in _SHEET.findall(text):
        name = _NAME.search(sheet)
        if _HIDDEN_STATE.search(sheet):
            yield f"the hidden sheet `{unescape(name[1]) if name else ''}`"


def _hidden_cells(text: str) -> Iterator[str]:
    """Empty ones say nothing: many hide all that lies beside and below a table."""
    rows = (row.partition(">") for row in text.split("<row ")[1:])
    if any(_HIDDEN.search(f" {head}") and _FILLED.search(cells) for head, _, cells in rows):
        yield _HIDDEN_ROWS
    hidden = [(_bound(it, "min"), _bound(it, "max")) for it in _COLUMN.findall(text) if _HIDDEN.search(it)]
    filled = {_number(letters) for letters in set(_FILLED_CELL.findall(text))} if hidden else set()
    if any(first <= number <= last for first, last in hidden for number in filled):
        yield _HIDDEN_COLUMNS


def _bound(column: str, name: str) -> int:
    found = re.search(rf'\s{name}="(\d{{1,6}})"', column)
    return int(found[1]) if found else 0


def _number(letters: str) -> int:
    """That of a column, counted from 1: 27 for `AA`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


_LOOKS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    **dict.fromkeys(OFFICE, _in_office),
    **dict.fromkeys(OPEN_DOCUMENTS, _in_open_document),
    **dict.fromkeys(_PHOTOGRAPHS, _in_photograph),
    ".pdf": _in_pdf,
    ".zip": _in_packed,
}
