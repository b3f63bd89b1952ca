"""Word: the text of a .docx, with its headings, lists, tables, links, notes and pictures."""

import logging
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from generator.importing.bounds import Parts, office_parts
from generator.importing.colours import Painted, told_of_colours
from generator.importing.document import CannotImportError, ImportedDocument, Piece, Remark, first_words, paragraph
from generator.importing.encodings import seen
from generator.importing.hidden_in_word import FALLBACK, WORD, as_shown
from generator.importing.web_page import read_page
from generator.importing.word_styles import style_map
from generator.text.plural import plural

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
"""
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_TEXTS = (f"{WORD}t", f"{_MATHS}t", f"{_DRAWING}t")
_IN_A_BOX = "txbxContent"
_AT_EDGES = ("word/header", "word/footer")


def read_word(data: bytes, name: str) -> ImportedDocument:
    parts = office_parts(data, name, ".docx")
    if _BODY not in parts:
        raise CannotImportError(f"`{name}` is not a Word document: open it in Word, and save it as .docx")
    try:
        shown = as_shown(data, parts, (_BODY, *_NOTES))
        styles = style_map(parts.get("word/styles.xml", b""))
    except (ET.ParseError, RecursionError) as error:
        raise _damaged(name) from error
    parts = shown.parts
    html, pictures = _html(shown.data, name, f"{_STYLES}{styles}")
    page = read_page(html, name, pictures.get)
    raw = " ".join(_words(parts, path, name) for path in (_BODY, *_NOTES) if path in parts)
    further = (*shown.pieces, *_drawings(parts, name), *_edges(parts, name))
    remarks = (*page.remarks, *shown.remarks, *_colours(parts[_BODY]), *_boxes(parts[_BODY]), *_comments(parts))
    return replace(page, pieces=(*page.pieces, *further), remarks=remarks, raw=seen(raw))


def _damaged(name: str) -> CannotImportError:
    return CannotImportError(f"`{name}` is damaged: open it in Word, and save it again as .docx")


def _html(data: bytes, name: str, styles: str) -> tuple[str, dict[str, bytes]]:
    import mammoth  # noqa: PLC0415  needed by no other command

    pictures: dict[str, bytes] = {}

    def keep(image: "mammoth.documents.Image") -> dict[str, str]:
        with image.open() as stream:
            target = f"word-{len(pictures) + 1}"
            pictures[target] = stream.read()
        return {"src": target}

    logging.getLogger("mammoth").setLevel(logging.CRITICAL)
    try:
        made = mammoth.convert_to_html(
            BytesIO(data), style_map=styles, convert_image=mammoth.images.img_element(keep), id_prefix="word-"
        )
    except Exception as error:  # whatever a damaged document does to its reader
        raise _damaged(name) from error
    return str(made.value), pictures


def _words(parts: Parts, path: str, name: str) -> str:
    """The words as they stand in a part: what was deleted is not there, and no picture's second form."""
    try:
        root = ET.fromstring(parts[path])  # noqa: S314  parts that declare anything were refused
    except ET.ParseError as error:
        raise _damaged(name) from error
    return "".join(_shown(root))


def _shown(element: ET.Element) -> Iterator[str]:
    if element.tag in (FALLBACK, f"{WORD}moveFrom", f"{WORD}del"):
        return
    if element.tag in _TEXTS:
        yield element.text or ""
    elif element.tag in (f"{_DRAWING}p", f"{WORD}p", f"{WORD}tab", f"{WORD}br", f"{WORD}tc"):
        yield " "
    for child in element:
        yield from _shown(child)


def _drawings(parts: Parts, name: str) -> Iterator[Piece]:
    """The words of diagrams and charts, which stand in parts of their own."""
    for path in sorted(path for path in parts if path.startswith(("word/diagrams/data", "word/charts/chart"))):
        words = " ".join(seen(_words(parts, path, name)).split())
        if words:
            yield Piece(paragraph(words), "a drawing", "it stands in a drawing, which is not brought in")


def _edges(parts: Parts, name: str) -> Iterator[Piece]:
    """What stands at the head or foot of each page, once."""
    seen_before: set[str] = set()
    for path in sorted(path for path in parts if path.startswith(_AT_EDGES)):
        words = " ".join(seen(_words(parts, path, name)).split())
        if any(character.isalpha() for character in words) and words not in seen_before:
            seen_before.add(words)
            edge = "head" if "header" in path else "foot"
            yield Piece(paragraph(words), "all pages", f"it stands at the {edge} of each page")


def _colours(body: bytes) -> Iterator[Remark]:
    if b"w:shd" in body:
        tables = ET.fromstring(body).iter(f"{WORD}tbl")  # noqa: S314  as above
        for number, table in enumerate(tables, 1):
            rows = ([_painted(cell) for cell in row.findall(f"{WORD}tc")] for row in table.findall(f"{WORD}tr"))
            yield from told_of_colours(f"table {number}", rows)


def _painted(cell: ET.Element) -> Painted:
    shade = cell.find(f"{WORD}tcPr/{WORD}shd")
    fill = "auto" if shade is None else shade.get(f"{WORD}fill", "auto")
    return Painted(" ".join("".join(_shown(cell)).split()), fill.upper() not in ("AUTO", "FFFFFF"))


def _boxes(body: bytes) -> Iterator[Remark]:
    """A box stands beside the text; its words come where it is anchored, which may be among actions."""
    if _IN_A_BOX.encode() not in body:
        return
    root, tag = ET.fromstring(body), f"{WORD}{_IN_A_BOX}"  # noqa: S314  as above
    second = {box for fallback in root.iter(FALLBACK) for box in fallback.iter(tag)}
    boxes = [" ".join("".join(_shown(box)).split()) for box in root.iter(tag) if box not in second]
    for begin in map(first_words, filter(None, boxes)):
        place = f"the text box “{begin}” is brought in where it is anchored"
        yield Remark("see that it stands in the right place", place)


def _comments(parts: Parts) -> Iterator[Remark]:
    count = parts.get("word/comments.xml", b"").count(b"<w:comment ")
    if count:
        yield Remark("not brought in, for they are not the text", f"{plural(count, 'comment')} in the margin")
