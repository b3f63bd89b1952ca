"""HTML: a page saved from the intranet, the body of an e-mail, and what Word's text becomes on its way here."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote_to_bytes

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.domain.prose import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InlineImage,
    LineBreak,
    Link,
    NumberedList,
    Prose,
    Quote,
    Run,
    Strong,
    Struck,
    Text,
)
from generator.importing.document import (
    A_FOOTNOTE,
    CannotImportError,
    Grid,
    ImportedDocument,
    Piece,
    Remark,
    evened,
    prose_of,
)
from generator.importing.encodings import seen
from generator.importing.hidden_on_page import take_away
from generator.importing.laying import HIGH, in_columns
from generator.importing.lines import has_words, raised_number, tidy, worded

_LINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "-text",
    )
)  # fmt: skip
_HEADING = re.compile(r"h([1-6])")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOTE = re.compile(r"(?:.*-)?(?:foot|end)note-\d+")
_DEEPEST = 40  # boxes within boxes; what stands deeper is read as words alone
_DEEPEST_BLOCK = 12  # lists within lists
_MOST_SPANNED, _HIGHEST_START = 99, 99_999
_SPANS = ("colspan", "rowspan")
_FEW_DIGITS = re.compile(r"[0-9]{1,6}")
_SCRIPTED = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)

FindPicture = Callable[[str], bytes | None]


def read_page(html: str, name: str, find: FindPicture) -> ImportedDocument:
    """`find` gives the bytes of a picture by its address in the page, if they are at hand."""
    tree = LexborHTMLParser(html)
    body = tree.body
    if body is None:
        raise CannotImportError(f"`{name}` holds no page")
    hidden = tuple(take_away(tree))
    body = tree.body
    if body is None:
        return ImportedDocument(name, hidden)
    walk = _Walk(find, body.css_first("main, [role=main]"))
    walk.blocks(body, 0)
    raw = " ".join(seen(node.text_content or "") for node in body.traverse(include_text=True) if node.tag == "-text")
    return ImportedDocument(name, (*walk.pieces, *hidden), walk.pictures, tuple(walk.remarks), raw)


class _Walk:
    """The way through a page. Blocks are numbered as a reader would count paragraphs, from 1."""

    def __init__(self, find: FindPicture, main: LexborNode | None) -> None:
        self.find = find
        self.main = main
        self.is_aside = main is not None
        self.pieces: list[Piece] = []
        self.remarks: list[Remark] = []
        self.pictures: dict[str, bytes] = {}
        self.count = 0

    @property
    def place(self) -> str:
        return f"paragraph {self.count}"

    def add(self, part: Block | Grid, place: str) -> None:
        self.pieces.append(Piece(part, place, "it stands outside the page’s own text" if self.is_aside else ""))

    def blocks(self, node: LexborNode, depth: int) -> None:
        """Each block below a node as a piece of its own."""
        for first in self.groups(node):
            if isinstance(first, list):
                self.count += 1
                place = self.place
                for block in self.paragraph(first):
                    self.add(block, place)
            elif self.is_container(first, depth):
                was = self.is_aside
                self.is_aside = was and not (self.main is not None and first == self.main)
                self.blocks(first, depth + 1)
                self.is_aside = was
            else:
                self.whole(first)

    def whole(self, node: LexborNode) -> None:
        self.count += node.tag not in ("ul", "ol", "table")
        place = f"paragraph {max(1, self.count + (node.tag in ('ul', 'ol', 'table')))}"
        if node.tag in ("ul", "ol") and any(_NOTE.fullmatch(it.attributes.get("id") or "") for it in node.iter()):
            for block in self.block(node, 0):
                self.pieces.append(Piece(block, place, A_FOOTNOTE))
            return
        for part in [self.grid(node, 0)] if node.tag == "table" else self.block(node, 0):
            self.add(part, place)

    def groups(self, node: LexborNode) -> Iterator[list[LexborNode] | LexborNode]:
        """The children: those that stand in a line together as a list, each block alone."""
        line: list[LexborNode] = []
        for child in node.iter(include_text=True):
            if child.tag in _LINE and not self.holds_blocks(child):
                line.append(child)
            elif not (child.tag or "").startswith(("-", "!")):
                if _is_seen(line):
                    yield line
                line = []
                yield child
        if _is_seen(line):
            yield line

    def holds_blocks(self, node: LexborNode) -> bool:
        return (
            node.tag != "-text"
            and node.css_first("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote") is not None
        )

    def is_container(self, node: LexborNode, depth: int) -> bool:
        if depth >= _DEEPEST or _HEADING.fullmatch(node.tag or ""):
            return False
        if node.tag == "table":
            return _is_layout(node)
        return node.tag not in ("p", "ul", "ol", "blockquote", "pre", "hr")

    def prose(self, node: LexborNode, depth: int) -> Prose:
        """What stands in an item, a cell or a quote."""
        blocks: list[Block] = []
        for group in self.groups(node):
            if isinstance(group, list):
                self.count += 1
                blocks += self.paragraph(group)
            else:
                blocks += self.apart(group, depth)
        return tuple(blocks)

    def block(self, node: LexborNode, depth: int) -> Iterator[Block]:
        if depth >= _DEEPEST_BLOCK:
            yield from worded((Text(seen(node.text(deep=True, separator=" "))),))
            return
        heading = _HEADING.fullmatch(node.tag or "")
        if heading:
            runs = tidy(Text(" ") if isinstance(run, LineBreak) else run for run in self.runs(node))
            yield from (Heading(int(heading[1]), runs),) if has_words(runs) else ()
        elif node.tag in ("ul", "ol"):
            items = tuple(self.items(node, depth + 1))
            if items:
                start = _whole_number(node.attributes.get("start"), _HIGHEST_START)
                yield BulletList(items) if node.tag == "ul" else NumberedList(items, start)
        elif node.tag == "blockquote":
            yield Quote(self.prose(node, depth + 1))
        elif node.tag == "pre":
            yield CodeBlock(seen(node.text(deep=True)).strip("\n") + "\n")
        elif node.tag != "hr":
            yield from self.paragraph(list(node.iter(include_text=True)))

    def items(self, node: LexborNode, depth: int) -> list[Prose]:
        """The items of a list. A list right within it belongs to the item above; words beside the items are one too."""
        items: list[Prose] = []
        for group in self.groups(node):
            if isinstance(group, list):
                self.count += 1
                item: Prose = tuple(self.paragraph(group))
            elif group.tag in ("ul", "ol") and items:
                items[-1] += tuple(self.block(group, depth))
                continue
            else:
                item = self.prose(group, depth) if group.tag == "li" else tuple(self.apart(group, depth))
            items += [item] if item else []
        return items

    def apart(self, node: LexborNode, depth: int) -> Iterable[Block]:
        """What one block gives that stands where an item should."""
        if self.is_container(node, depth):
            return self.prose(node, depth + 1)
        if node.tag == "table" and depth < _DEEPEST_BLOCK:
            return prose_of(self.grid(node, depth + 1))
        self.count += node.tag not in ("ul", "ol")
        return self.block(node, depth)

    def grid(self, node: LexborNode, depth: int) -> Grid:
        at = f"paragraph {self.count + 1}"
        rows: list[tuple[Prose, ...]] = []
        places: list[str] = []
        across: set[int] = set()
        below: dict[int, int] = {}  # for how many rows more a cell goes on, by its column
        for number, row in enumerate(_rows(node), 1):
            spans = [tuple(_whole_number(it.attributes.get(of), _MOST_SPANNED) for of in _SPANS) for it in row]
            laid = in_columns(zip(row, spans, strict=True), below)
            place = f"row {number} of the table at {at}"
            self.remarks += (Remark(HIGH.format(high), place) for _, high in spans[1:] if high > 1)
            cells = tuple(() if cell is None else self.prose(cell, depth + 1) for cell in laid)
            across |= {number - 1} if len(row) == 1 and len(cells) == max(map(len, (*rows, cells))) > 1 else set()
            rows.append(cells)
            places.append(place)
        caption = node.css_first("caption")
        if caption is not None:
            for block in self.paragraph(list(caption.iter(include_text=True))):
                self.add(block, self.place)
        return Grid(evened(rows), tuple(places), frozenset(across))

    def paragraph(self, nodes: Iterable[LexborNode]) -> Iterator[Block]:
        yield from worded(tidy(run for node in nodes for run in self.run(node)))

    def runs(self, node: LexborNode) -> list[Run]:
        return [run for child in node.iter(include_text=True) for run in self.run(child)]

    def run(self, node: LexborNode, depth: int = 0) -> Iterator[Run]:
        if node.tag == "-text":
            words = re.sub(r"[ \t\r\n]+", " ", seen(node.text_content or ""))
            yield from (Text(words),) if words else ()
            return
        if depth >= _DEEPEST:
            yield Text(seen(node.text(deep=True)))
            return
        inner = tuple(run for child in node.iter(include_text=True) for run in self.run(child, depth + 1))
        match node.tag:
            case "b" | "strong":
                yield from _marked(Strong, inner)
            case "i" | "em":
                yield from _marked(Emphasis, inner)
            case "s" | "del" | "strike":
                yield from _marked(Struck, inner)
            case "code" | "kbd" | "samp" | "tt":
                words = "".join(run.words for run in inner if isinstance(run, Text))
                yield from (Code(words),) if words.strip() and all(isinstance(run, Text) for run in inner) else inner
            case "sup" if number := raised_number(inner):
                yield number
            case "br":
                yield LineBreak()
            case "img":
                yield from self.picture(node)
            case "a":
                yield from self.link(node, inner)
            case _ if _BOLD.search(node.attributes.get("style") or ""):
                yield from _marked(Strong, inner)
            case tag if tag in ("p", "div", "li", "tr"):
                yield from (*inner, LineBreak())
            case _:
                yield from inner

    def link(self, node: LexborNode, inner: tuple[Run, ...]) -> Iterable[Run]:
        address = (node.attributes.get("href") or "").strip()
        words = "".join(run.words for run in inner if isinstance(run, Text)).strip()
        if not has_words(inner) or "href" not in node.attributes:
            return () if words in ("↑",) else inner
        if _NOTE.fullmatch(address.lstrip("#").replace("-ref", "")):
            return () if words == "↑" else inner  # the mark of a footnote in Word
        if not address or address.startswith("#") or _SCRIPTED.match(address):
            self.remarks.append(Remark(no_address(words), self.place))
            return inner
        return (Link(address, tuple(Text(" ") if isinstance(run, LineBreak) else run for run in inner)),)

    def picture(self, node: LexborNode) -> Iterable[Run]:
        address = (node.attributes.get("src") or "").strip()
        alt = " ".join(seen(node.attributes.get("alt") or "").split())
        data = _inline(address) if address.startswith("data:") else self.find(address) if address else None
        if data is None:
            where = "" if address.startswith("data:") or not address else f" (`{address[:100]}`)"
            why = f"a picture{where} could not be read; save it and put it in by hand"
            self.remarks.append(Remark(why, self.place))
            return (Text(alt),) if alt else ()
        target = f"picture-{len(self.pictures) + 1}"
        self.pictures[target] = data
        return (InlineImage(target, alt),)


def no_address(words: str) -> str:
    return f"the link “{words}” has no address; its words are kept"


def _marked(kind: type[Strong] | type[Emphasis] | type[Struck], runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """White space alone has no mark."""
    return (kind(runs),) if has_words(runs) else runs


def _is_seen(line: list[LexborNode]) -> bool:
    """Whether it is more than the white space between blocks."""
    return any(node.tag != "-text" or (node.text_content or "").strip() for node in line)


def _whole_number(written: str | None, most: int) -> int:
    """What an attribute says; 1 where it says nothing, no number, or more than anybody means."""
    found = _FEW_DIGITS.fullmatch(written or "")
    return int(found[0]) if found and int(found[0]) <= most else 1


def _rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    for child in table.iter():
        if child.tag == "tr":
            yield [cell for cell in child.iter() if cell.tag in ("td", "th")]
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _is_layout(table: LexborNode) -> bool:
    """Whether it only puts things beside each other, as e-mails do."""
    rows = list(_rows(table))
    has_inner = any(cell.css_first("table") is not None for row in rows for cell in row)
    return has_inner or max(map(len, rows), default=0) <= 1 or table.attributes.get("role") == "presentation"


def _inline(address: str) -> bytes | None:
    """The bytes of a `data:` address."""
    head, comma, body = address.partition(",")
    if not comma:
        return None
    try:
        return b64decode(body, validate=False) if head.endswith(";base64") else unquote_to_bytes(body)
    except ValueError:
        return None
