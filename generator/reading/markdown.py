"""Markdown as our own tree of blocks and runs. Only this module, runs.py and languages.py know markdown-it.

CommonMark with tables, strikethrough and footnotes. HTML is never passed through. Addresses are kept as they were
written: the checks judge them, and the maker of pages allows only what it knows.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.domain import prose as tree
from generator.domain.prose import Block, Prose, Run
from generator.reading.desk import Desk
from generator.reading.languages import language_of_words
from generator.reading.limits import in_words, remedy
from generator.reading.lost_words import own_computer_in
from generator.reading.passage import MarkdownPassage
from generator.reading.runs import MAX_NESTING, Runs
from generator.text.source import Span
from generator.values import dataclass

_MOST_CELLS_A_SIGN = 3
# Under which names the parser keeps what we note down: the lines at which such tables begin, and what we counted.
_EMPTY_TABLES, _ROWS = "empty tables", "rows"
_ALIGNMENTS = {"text-align:center": tree.Alignment.CENTRE, "text-align:right": tree.Alignment.END}

Range = tuple[int, int]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt(
        "js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": MAX_NESTING}
    )
    parser.use(footnote_plugin, inline=False)
    parser.inline.ruler.before("link", "language", language_of_words)
    parser.block.ruler.at("table", _filled_table, {"alt": ["paragraph", "reference"]})
    # The words inside blocks are read one block at a time, after their braces have been taken off.
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the checks judge addresses, with their place
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as written
    return parser


@dataclass(frozen=True, slots=True)
class _Rows:
    """For each line of a text, the signs of cells before it, and where the lines that stand with it end."""

    text: str
    signs: tuple[int, ...]
    ends: tuple[int, ...]


def _rows_of(state: StateBlock) -> _Rows:
    """Those of the text that is parsed, made once, as there may be thousands of tables."""
    rows: _Rows | None = state.env.get(_ROWS)
    if rows is None or rows.text is not state.src:
        lines = state.src.split("\n")
        signs = accumulate((line.count("|") + 1 for line in lines), initial=0)
        ends = [len(lines)]
        for number in reversed(range(len(lines))):
            ends.append(ends[-1] if lines[number].strip(" \t>") else number)
        rows = state.env[_ROWS] = _Rows(state.src, tuple(signs), tuple(reversed(ends)))
    return rows


def _filled_table(state: StateBlock, first: int, after: int, silent: bool) -> bool:
    """A table, unless most of its cells would be made out of nothing.

    A row that ends early is filled up, so that a few letters would make thousands of cells. In rows that are full there
    is a sign for each cell.
    """
    is_table = table(state, first, after, True)
    if silent or not is_table:
        return is_table
    rows = _rows_of(state)
    end = min(rows.ends[first], after)
    columns = rows.signs[first + 2] - rows.signs[first + 1]
    if columns * (end - first) > _MOST_CELLS_A_SIGN * (rows.signs[end] - rows.signs[first]):
        state.env.setdefault(_EMPTY_TABLES, set()).add(first)
        return False
    return table(state, first, after, False)


class Scope:
    """Footnotes and link definitions that serve each other: all that stands outside the parts, or one part."""

    def __init__(self) -> None:
        self.env: dict[str, Any] = {}
        self.notes: dict[str, tuple[Markdown, Range]] = {}
        self.used: set[str] = set()

    def notes_of(self, marks: dict[str, int]) -> Prose:
        """The footnotes that the marks lead to; none give no block."""
        notes: list[Prose] = []
        while len(notes) < len(marks):  # a footnote may hold the mark of another
            markdown, block = self.notes[list(marks)[len(notes)]]
            notes.append(markdown.blocks(markdown.inside(block), marks))
        self.used.update(marks)
        return (tree.Notes(tuple(notes)),) if notes else ()

    def report_unused_notes(self) -> None:
        """A footnote that no mark leads to would vanish."""
        for label, (markdown, block) in self.notes.items():
            if label not in self.used:
                markdown.desk.report(
                    "unknown-footnote",
                    f"no mark leads to the footnote `[^{label}]`",
                    markdown.span(block),
                    f"put `[^{label}]` where it belongs, or remove it",
                )


class Markdown:
    """One passage, read. Blocks are named by their range of tokens; ranges at the top are siblings.

    All passages of a scope must be made before the words of one are read.
    """

    def __init__(self, passage: MarkdownPassage, desk: Desk, scope: Scope | None = None) -> None:
        self.passage = passage
        self.desk = desk
        self.scope = scope or Scope()
        self._tokens = _parser().parse(passage.text, self.scope.env)
        self._maps = tuple(_maps(self._tokens))
        self._too_large = frozenset(self._report_too_large())
        self._report_empty_tables()
        for first, after in self._siblings(0, len(self._tokens)):
            if self._tokens[first].type == "footnote_reference_open":
                self._add_note(self._tokens[first].meta["label"], (first, after))
        self._report_depth()

    def _add_note(self, label: str, block: Range) -> None:
        """Put a footnote into the scope; a second of the same mark would be lost."""
        if label in self.scope.notes:
            first, first_block = self.scope.notes[label]
            self.desk.report(
                "unknown-footnote",
                f"two footnotes have the mark `[^{label}]`",
                self.span(block),
                "give one of them another mark",
                related=((first.span(first_block), "the other"),),
            )
        self.scope.notes.setdefault(label, (self, block))

    def top(self) -> Iterator[Range]:
        """The blocks at the top, without the footnotes that marks lead to."""
        for first, after in self._siblings(0, len(self._tokens)):
            if self._tokens[first].type != "footnote_reference_open":
                yield first, after

    def kind(self, block: Range) -> str:
        """`paragraph`, `heading`, `bullet_list`, `ordered_list`, `blockquote`, `table`, `fence`, `code_block`, `hr`."""
        return self._tokens[block[0]].type.removesuffix("_open")

    def level(self, heading: Range) -> int:
        return int(self._tokens[heading[0]].tag[1:])

    def lines(self, block: Range) -> Range:
        """The offsets in the passage of the block's lines."""
        return self.passage.line_range(*self._map(block))

    def span(self, block: Range) -> Span:
        """The first line of the block."""
        return self.passage.first_line_span(*self._map(block))

    def _map(self, block: Range) -> Range:
        """First line and the one after the last; a block without lines of its own, such as a cell, has its parent's."""
        return self._maps[block[0]]

    def items(self, block: Range) -> tuple[Range, ...]:
        """The items of a list."""
        return tuple(self._siblings(block[0] + 1, block[1] - 1))

    def inside(self, item: Range) -> tuple[Range, ...]:
        """The blocks inside an item or a quote."""
        return tuple(self._siblings(item[0] + 1, item[1] - 1))

    def quotes_within(self, block: Range) -> Iterator[Range]:
        """The quotes at any depth inside a block."""
        for at in range(block[0] + 1, block[1]):
            if self._tokens[at].type == "blockquote_open":
                yield at, at + 1

    def content(self, block: Range) -> str:
        """The words of a paragraph or heading as Markdown, before they are read."""
        return self._tokens[block[0] + 1].content

    def is_too_large(self, block: Range) -> bool:
        """Whether the words of a paragraph or heading are more than are read, which has been reported."""
        return block[0] + 1 in self._too_large

    def starts_with(self, block: Range, *beginnings: str) -> bool:
        return self.passage.text[slice(*self.lines(block))].lstrip().startswith(beginnings)

    def cut_content(self, block: Range, length: int) -> None:
        """Keep only the first `length` characters of a paragraph, so that what follows is never read as Markdown."""
        self._tokens[block[0] + 1].content = self.content(block)[:length].rstrip()

    def prose(self, blocks: Iterable[Range]) -> Prose:
        """The blocks as prose of their own: its footnotes are counted from 1 and stand at its end."""
        marks: dict[str, int] = {}
        return self.blocks(blocks, marks) + self.scope.notes_of(marks)

    def blocks(self, blocks: Iterable[Range], marks: dict[str, int]) -> Prose:
        """The blocks without their footnotes, whose marks are added to `marks`."""
        return tuple(built for block in blocks for built in self._block(block, marks))

    def _report_too_large(self) -> Iterator[int]:
        """The tokens whose words are not read, as that could take for ever; each with a finding of its own."""
        most = self.desk.rules.limits.paragraph
        for at, token in enumerate(self._tokens):
            if token.type == "inline" and len(token.content) > most:
                problem = f"this is longer than {in_words(most)} characters"
                span = self.passage.first_line_span(*self._maps[at])
                self.desk.report("too-large", problem, span, remedy("paragraph", "put empty lines between its parts"))
                yield at

    def _report_empty_tables(self) -> None:
        for line in sorted(self.scope.env.pop(_EMPTY_TABLES, ())):
            self.desk.report(
                "too-large",
                "most of the cells that this table would have are empty",
                self.passage.first_line_span(line, line + 1),
                "put an empty line below its last row, and as many cells into each row as into the first",
            )

    def _report_depth(self) -> None:
        for token in self._tokens:
            if token.level >= MAX_NESTING - 2 and token.map:
                self.desk.report(
                    "too-deep",
                    f"this is nested more than {MAX_NESTING // 2} levels deep",
                    self.passage.first_line_span(*token.map),
                    "lists read best at one or two levels",
                )
                return

    def _siblings(self, first: int, after: int) -> Iterator[Range]:
        at = first
        while at < after:
            end = at + 1
            if self._tokens[at].nesting == 1:
                level = self._tokens[at].level
                while self._tokens[end].level != level or self._tokens[end].nesting != -1:
                    end += 1
                end += 1
            yield at, end
            at = end

    def _block(self, block: Range, marks: dict[str, int]) -> Iterator[Block]:
        token = self._tokens[block[0]]
        match self.kind(block):
            case "paragraph":
                yield tree.Paragraph(self._runs(block[0] + 1, block, marks))
            case "heading":
                yield tree.Heading(self.level(block), self._runs(block[0] + 1, block, marks), self.span(block))
            case "bullet_list":
                yield tree.BulletList(self._items(block, marks), self._is_tight(block))
            case "ordered_list":
                start = int(token.attrs.get("start", 1))
                yield tree.NumberedList(self._items(block, marks), start, self._is_tight(block))
            case "blockquote":
                yield tree.Quote(self.blocks(self.inside(block), marks))
            case "fence" | "code_block":
                yield tree.CodeBlock(token.content)
            case "hr":
                yield tree.Rule()
            case "table":
                yield self._table(block, marks)
            case "footnote_reference":  # a definition inside a list or a quote is found by its mark, at the top only
                self.desk.report(
                    "unknown-footnote",
                    "a footnote cannot stand inside a list or a quote",
                    self.span(block),
                    "move it to the left margin",
                )
            case kind:
                raise AssertionError(kind)

    def _items(self, block: Range, marks: dict[str, int]) -> tuple[Prose, ...]:
        return tuple(self.blocks(self.inside(item), marks) for item in self.items(block))

    def _is_tight(self, block: Range) -> bool:
        paragraphs = (
            part for item in self.items(block) for part in self.inside(item) if self.kind(part) == "paragraph"
        )
        return all(self._tokens[part[0]].hidden for part in paragraphs)

    def _table(self, block: Range, marks: dict[str, int]) -> Block:
        rows = []
        for section in self.inside(block):
            for row in self.inside(section):
                cells = (self._cell(cell, marks) for cell in self.inside(row))
                rows.append(tuple(cells))
        return tree.Table(rows[0], tuple(rows[1:]))

    def _cell(self, cell: Range, marks: dict[str, int]) -> tree.Cell:
        style = str(self._tokens[cell[0]].attrs.get("style", ""))
        return tree.Cell(self._runs(cell[0] + 1, cell, marks), _ALIGNMENTS.get(style, tree.Alignment.START))

    def _runs(self, at: int, block: Range, marks: dict[str, int]) -> tuple[Run, ...]:
        children: list[Token] = []
        parser = _parser()
        content = self._tokens[at].content
        if at in self._too_large:
            return (tree.Text(content),)
        parser.inline.parse(content, parser, self.scope.env, children)
        runs = Runs(self.passage, self.desk, self.lines(block), self.span(block), self.scope.notes.keys(), marks)
        for lost in own_computer_in(content):
            runs.report(lost)
        return runs.build(children)


def _maps(tokens: Iterable[Token]) -> Iterator[Range]:
    lines = (0, 1)
    for token in tokens:
        if token.map:
            lines = (token.map[0], token.map[1])
        yield lines
