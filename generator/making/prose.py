"""Prose as HTML.

Words are escaped here, whatever they are, and an address is written only if its scheme is one that we know. What comes
out passes a second lock that knows nothing of how it was made: allowed_html.py.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field
from html import escape
from unicodedata import bidirectional

from generator.domain.prose import (
    Alignment,
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    NoteMark,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Run,
    Strong,
    Struck,
    Table,
    Text,
    words_of_runs,
)
from generator.domain.target import OUTSIDE_SCHEMES, scheme_of
from generator.making.allowed_html import is_address, passed
from generator.making.glossary import Expander
from generator.values import dataclass

_WRITERS_FIRST_LEVEL = 2
_LOWEST_LEVEL = 6
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}  # of letters; other signs run as those around them


@dataclass(slots=True)
class PageWords:
    """What is remembered from one prose to the next of the same page: terms already expanded, footnotes, tables.

    Footnotes are numbered anew in each prose, but their ids are unique on the page, and so are the names of tables.
    `url` makes an address relative to the page; `translate` gives the few words that the HTML itself needs, `audience`
    is the title of the site's readers, `direction` that in which the page's language runs.
    """

    url: Callable[[str], str]
    translate: Callable[[str], str]
    expander: Expander
    audience: str = ""
    direction: str = "ltr"
    notes_made: int = 0
    has_open_notes: bool = field(default=False)
    tables_named: Counter[str] = field(default_factory=Counter)

    def note_prefix(self) -> str:
        """The prefix of the footnotes whose marks are being written, until their Notes close it."""
        if not self.has_open_notes:
            self.notes_made += 1
            self.has_open_notes = True
        return f"note.{self.notes_made}"

    def table_name(self, heads: str) -> str:
        """A name that no other table of the page has: the second with the same heads is numbered, and so on."""
        name = f"{self.translate('Table')}: {heads}"
        self.tables_named[name] += 1
        return f"{name} ({self.tables_named[name]})" if self.tables_named[name] > 1 else name


def blocks_html(
    prose: Prose, page: PageWords, first_level: int = _WRITERS_FIRST_LEVEL, with_addresses: bool = False
) -> str:
    """Blocks, with the writer's `##` as a heading of `first_level`; beside each heading, if asked for, its address."""
    return passed(_Writer(page, first_level - _WRITERS_FIRST_LEVEL, with_addresses).blocks(prose))


def runs_html(prose: Prose, page: PageWords) -> str:
    """The words of each paragraph without its tags, with a space between paragraphs; other blocks as they are."""
    writer = _Writer(page)
    made = (writer.runs(block.runs) if isinstance(block, Paragraph) else writer.block(block) for block in prose)
    return passed(" ".join(made))


class _Writer:
    def __init__(self, page: PageWords, shift: int = 0, with_addresses: bool = False) -> None:
        self.page = page
        self.shift = shift
        self.with_addresses = with_addresses
        self.keeps_terms = False
        self.is_in_link = False
        self.marks_after_link = ""

    def blocks(self, prose: Prose) -> str:
        return "\n".join(self.block(block) for block in prose)

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(runs):
                return f"<p>{self.runs(runs)}</p>"
            case Heading():
                return self.heading(block)
            case BulletList():
                return f"<ul>\n{self.items(block)}</ul>"
            case NumberedList():
                start = f' start="{block.start}"' if block.start != 1 else ""
                return f"<ol{start}>\n{self.items(block)}</ol>"
            case Quote(blocks):
                return f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case CodeBlock(words):
                return f"<pre><code>{escape(words)}</code></pre>"
            case Rule():
                return "<hr>"
            case Table():
                return self.table(block)
            case Notes(notes):
                return self.notes(notes)
            case OnlyFor():
                return self.only_for(block)

    def only_for(self, part: OnlyFor) -> str:
        """A part that not every audience sees; only the council's own people are shown that it is one."""
        title = escape(self.page.translate("%(audience)s only") % {"audience": self.page.audience}, quote=False)
        return f'<div class="only-for">\n<p class="only-for-title">{title}</p>\n{self.blocks(part.blocks)}\n</div>'

    def heading(self, heading: Heading) -> str:
        level = min(heading.level + self.shift, _LOWEST_LEVEL)
        anchor = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
        self.keeps_terms = True
        words = self.runs(heading.runs)
        self.keeps_terms = False
        html = f"<h{level}{anchor}>{words}</h{level}>"
        return self.with_address(html, heading) if self.with_addresses and heading.anchor else html

    def with_address(self, html: str, heading: Heading) -> str:
        """The heading with a link to it beside it, not within: a list of headings is to hold their own words alone."""
        title = words_of_runs(heading.runs)
        name = escape(self.page.translate("Link to this section: %(title)s") % {"title": title})
        link = f'<a class="here" href="#{escape(heading.anchor)}" aria-label="{name}"></a>'
        return f'<div class="headed">{html} {link}</div>'

    def items(self, block: BulletList | NumberedList) -> str:
        return "".join(f"<li>{self.item(item, block.is_tight)}</li>\n" for item in block.items)

    def item(self, item: Prose, is_tight: bool) -> str:
        if not is_tight:
            return self.blocks(item)
        parts = (self.runs(block.runs) if isinstance(block, Paragraph) else self.block(block) for block in item)
        return "\n".join(parts)

    def table(self, table: Table) -> str:
        """A table that scrolls sideways by itself; its first row is its head, named by the head's words. The first cell
        of each other row is that row's header, as it is on paper.
        """
        head = "".join(self.cell(cell, "col") for cell in table.head)
        rows = "".join(f"<tr>{self.row(row)}</tr>\n" for row in table.rows)
        heads = ", ".join(words for cell in table.head for words in [words_of_runs(cell.runs).strip()] if words)
        name = escape(self.page.table_name(heads))
        return (
            f'<div class="table-scroll" tabindex="0" role="region" aria-label="{name}"><table>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
        )

    def row(self, cells: tuple[Cell, ...]) -> str:
        first, *others = cells
        return self.cell(first, "row" if others else "") + "".join(map(self.cell, others))

    def cell(self, cell: Cell, header_of: str = "") -> str:
        """A cell, or the header of its column or row; one without words can be the header of nothing."""
        is_header = header_of and words_of_runs(cell.runs).strip()
        tag, scope = ("th", f' scope="{header_of}"') if is_header else ("td", "")
        return f"<{tag}{scope}{_aligned(cell.alignment)}>{self.runs(cell.runs)}</{tag}>"

    def notes(self, notes: tuple[Prose, ...]) -> str:
        prefix = self.page.note_prefix()
        self.page.has_open_notes = False
        title = escape(self.page.translate("Notes"))
        back = escape(self.page.translate("Back to the text"))
        named = self.page.translate("Back to the text from note %(number)s")  # in a list of links, too
        items = "".join(
            f'<li id="{prefix}.{number}">{self.blocks(note)} '
            f'<a href="#{prefix}.{number}.mark" aria-label="{escape(named % {"number": number})}">{back}</a></li>\n'
            for number, note in enumerate(notes, 1)
        )
        return f'<section class="footnotes" aria-label="{title}">\n<ol>\n{items}</ol>\n</section>'

    def runs(self, runs: Iterable[Run]) -> str:
        return "".join(self.run(run) for run in runs)

    def run(self, run: Run) -> str:
        match run:
            case Text(words):
                return escape(words if self.keeps_terms else self.page.expander.expand(words), quote=False)
            case Emphasis(runs):
                return f"<em>{self.runs(runs)}</em>"
            case Strong(runs):
                return f"<strong>{self.runs(runs)}</strong>"
            case Struck(runs):
                return f"<s>{self.runs(runs)}</s>"
            case InLanguage():
                return self.in_language(run)
            case Code(words):
                return f"<code>{escape(words, quote=False)}</code>"
            case LineBreak():
                return "<br>"
            case Link():
                return self.link(run)
            case InlineImage():
                return f'<img src="{escape(self.page.url(run.target))}" alt="{escape(run.alt)}">'
            case NoteMark(number):
                mark = f"{self.page.note_prefix()}.{number}"
                name = escape(f"{self.page.translate('Note')} {number}")
                return self.note_mark(f'<sup><a href="#{mark}" id="{mark}.mark" aria-label="{name}">{number}</a></sup>')

    def in_language(self, run: InLanguage) -> str:
        """Words that a voice for their language speaks. They run as their first letter does, which is told where the
        page runs the other way.
        """
        known = (_DIRECTIONS.get(bidirectional(sign)) for sign in words_of_runs(run.runs))
        own = next(filter(None, known), self.page.direction)
        direction = f' dir="{own}"' if own != self.page.direction else ""
        kept, self.keeps_terms = self.keeps_terms, True
        words = self.runs(run.runs)
        self.keeps_terms = kept
        return f'<span lang="{escape(run.language)}"{direction}>{words}</span>'

    def note_mark(self, mark: str) -> str:
        """The mark where it stands; one within a link, which would be a link in a link, right after that."""
        if not self.is_in_link:
            return mark
        self.marks_after_link += mark
        return ""

    def link(self, link: Link) -> str:
        """The link and the marks of its notes. A link within a link is only its words."""
        if self.is_in_link:
            return self.runs(link.runs)
        kept, self.keeps_terms, self.is_in_link = self.keeps_terms, True, True
        words = self.runs(link.runs)
        self.keeps_terms, self.is_in_link = kept, False
        marks, self.marks_after_link = self.marks_after_link, ""
        return self.leading(link, words) + marks

    def leading(self, link: Link, words: str) -> str:
        scheme = scheme_of(link.target)
        if scheme and scheme not in OUTSIDE_SCHEMES:
            return words
        href = escape(link.target if scheme else self.page.url(link.target))
        return f'<a href="{href}">{words}</a>' if is_address(href) else words


def _aligned(alignment: Alignment) -> str:
    return "" if alignment is Alignment.START else f' class="align-{alignment.value}"'
