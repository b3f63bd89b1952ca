"""Our Markdown from a tree: what looks like our syntax is escaped, and each block is read again before it is kept."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import partial

from generator.domain.edition import State
from generator.domain.prose import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
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
from generator.domain.rewording import map_blocks, map_runs
from generator.importing.document import in_a_line
from generator.reading.braces import NAMES
from generator.reading.desk import HEADINGS, Desk
from generator.reading.passage import MarkdownPassage
from generator.reading.pasted import close_bullet, pasted_bullet
from generator.reading.plain_headings import plain_heading
from generator.reading.prose import read_prose
from generator.text.source import Source
from generator.values import dataclass

_HARMLESS = ("path-of-own-computer", "too-large")  # true of the words themselves, however they are written


class Style(Enum):
    """How much is escaped: as little as a person would, or all that is no letter."""

    NICE = auto()
    CAREFUL = auto()


@dataclass(frozen=True, slots=True)
class Writer:
    """`headings` are those that an update may have, which no words in it may be taken for; a letter has none."""

    headings: Mapping[str, State] | None = None

    def prose(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(filter(None, map(self.block, blocks)))

    def block(self, block: Block) -> str:
        """In the plainest form that is read as the same again; bare of marks where Markdown cannot have them."""
        bare = _bare(block)
        for shape in (block, bare):
            for style in Style:
                text = _block(shape, style)
                if self._is_read_as(text, shape):
                    return text
        return _block(bare, Style.CAREFUL)

    def action(self, text: Prose, attributes: Sequence[tuple[str, str]]) -> str:
        """A bullet: its first paragraph with its braces, then its detail below."""
        first = self.block(text[0])
        braces = " ".join(f"#{value}" if name == "id" else f"{name}={_value(value)}" for name, value in attributes)
        parts = [f"{first} {{{braces}}}" if braces else first, *map(self.block, text[1:])]
        return "- " + _indented("\n\n".join(filter(None, parts)), "  ")

    def _is_read_as(self, text: str, block: Block) -> bool:
        source = Source("", text)
        desk = Desk(source, [])
        read = read_prose(MarkdownPassage(source, text, source.whole), desk)
        findings = [it for it in desk.findings if it.code not in _HARMLESS]
        return not findings and _shape(read) == _shape((block,)) and not self._is_mistaken(text)

    def _is_mistaken(self, text: str) -> bool:
        """Whether it would be taken for a bullet, or for one of the headings."""
        known = None if self.headings is None else {**HEADINGS, **self.headings}
        return known is not None and any(
            pasted_bullet(part) is not None or close_bullet(part) is not None or plain_heading(part, known) is not None
            for part in (
                re.sub(r"^(?:[-+*]|\d+[.)]) +", "", it.strip()) for it in re.split(r"\n{2,}|\n(?=\s*[-*+] )", text)
            )
        )


def _value(words: str) -> str:
    return words if re.fullmatch(r"[a-z0-9-]+", words) else f'"{words}"'


def can_be_value(words: str) -> bool:
    """Whether braces can hold it as it is."""
    return not re.search(r"[\"“”{}｛｝:：\n]|\w\s*=", words)


def _block(block: Block, style: Style) -> str:
    match block:
        case Paragraph(runs):
            return _line(runs, style)
        case Heading():
            words = _line(in_a_line((Paragraph(block.runs),)), style)
            return f"{'#' * block.level} {re.sub('(#+)$', _BACKSLASHED, words)}"
        case BulletList():
            return _list(block.items, ["- "] * len(block.items), style)
        case NumberedList():
            return _list(block.items, [f"{block.start + number}. " for number in range(len(block.items))], style)
        case Quote(blocks):
            return "\n".join(f"> {line}".rstrip() for line in _all(blocks, style).split("\n"))
        case CodeBlock(words):
            fence = "`" * max(3, 1 + max((len(it) for it in re.findall(r"`+", words)), default=0))
            return f"{fence}\n{words.rstrip(chr(10))}\n{fence}"
        case Table():
            return _table(block, style)
        case Rule():
            return ""
        case OnlyFor():
            return _all(block.blocks, style)
        case _:
            return ""


def _all(blocks: Iterable[Block], style: Style) -> str:
    return "\n\n".join(filter(None, (_block(block, style) for block in blocks)))


def _list(items: Sequence[Prose], marks: Sequence[str], style: Style) -> str:
    texts = [mark + _indented(_all(item, style), " " * len(mark)) for mark, item in zip(marks, items, strict=True)]
    return ("\n\n" if any("\n\n" in text for text in texts) else "\n").join(texts)


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if number and line else line for number, line in enumerate(text.split("\n")))


def _table(table: Table, style: Style) -> str:
    rows = [[_cell(cell.runs, style) for cell in row] for row in (table.head, *table.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(table.head)}", *lines[1:]])


def _cell(runs: tuple[Run, ...], style: Style) -> str:
    return _line(in_a_line((Paragraph(runs),)), style).replace("|", "\\|").replace("\n", " ")


def _line(runs: tuple[Run, ...], style: Style) -> str:
    lines = "".join(_run(run, style) for run in runs).split("\n")
    return "\n".join(_begun(" ".join(line.split()), style) for line in lines)


def _run(run: Run, style: Style, *, in_link: bool = False) -> str:
    within = partial(_inner, style=style, in_link=in_link)
    match run:
        case Text(words):
            return _escaped(words, style, in_link=in_link)
        case Code(words):
            is_plain = style is Style.NICE and "`" not in words
            return f"`{words}`" if is_plain else _escaped(words, style, in_link=in_link)
        case Strong(runs):
            return _marked("**", within(runs))
        case Emphasis(runs):
            return _marked("*", within(runs))
        case Struck(runs):
            return _marked("~~", within(runs))
        case InLanguage(language, runs):
            return _marked("[", within(runs), f"]{{lang={language}}}")
        case LineBreak():
            return "\\\n"
        case Link():
            words = _inner(run.runs, style=style, in_link=True)
            return words if in_link else f"[{words.strip()}]({_address(run.target)})"
        case InlineImage():
            return f"![{_escaped(run.alt, style, in_link=True)}]({_address(run.target)})"
        case _:
            return ""


def _inner(runs: Iterable[Run], *, style: Style, in_link: bool) -> str:
    return "".join(_run(run, style, in_link=in_link) for run in runs)


def _marked(mark: str, words: str, closing: str = "") -> str:
    """The white space at the edges stands outside the marks."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{inner}{closing or mark}{after}"


def _address(target: str) -> str:
    plain = "".join(f"%{ord(it):02X}" if it in "<>\n\r\t" else it for it in target)
    return f"<{plain}>" if re.search(r"[\s()\\]", plain) or not plain else plain


_BACKSLASHED = r"\\\1"
_BRACKETS = re.compile(r"\]\(|\]\[|\[\^|!\[|^\s*\[")
_ENTITY = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ATTRIBUTE = re.compile(rf"\b((?:{'|'.join(NAMES)})\s*)=", re.IGNORECASE)
_ID = re.compile(r"(?<![^\s(\[])#(?=[a-z][a-z0-9-]*(?:[\s,)\]]|[.,;!]*$))")
_COLONS = re.compile(r"[:：](?=\s*[:：])|[:：](?<=[:：]{2})")
_BEGINS = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[=-]+$|~{3}|`{3}|:|\|)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def _escaped(words: str, style: Style, *, in_link: bool = False) -> str:
    plain = re.sub(r"\s+", " ", words)
    if style is not Style.NICE:
        return "".join(it if it.isalnum() or it in " .,;'’‘“”\"?/%£–—…" else f"&#{ord(it)};" for it in plain)
    plain = _ENTITY.sub("&amp;", plain)
    plain = re.sub(r"([\\`*])", r"\\\1", plain)
    plain = _EDGE_UNDERSCORE.sub(r"\\_", plain)
    plain = re.sub(r"~(?=~)|(?<=~)~", r"\\~", plain)
    plain = _TAG.sub(r"\\<", plain)
    if in_link or _BRACKETS.search(plain):
        plain = re.sub(r"([\[\]])", r"\\\1", plain)
    plain = re.sub(r"!$", r"\\!", plain) if plain.endswith("!") and in_link else plain
    plain = _ATTRIBUTE.sub(r"\1&#61;", plain)
    plain = _ID.sub(r"\\#", plain)
    plain = _COLONS.sub(lambda found: f"&#{ord(found.group())};", plain)
    return re.sub(r"[{}｛｝]", lambda found: f"&#{ord(found.group())};", plain)


def _begun(line: str, style: Style) -> str:
    """A line of a paragraph that would begin something else with its first characters."""
    if style is not Style.NICE:
        first = line[:1]
        return f"&#{ord(first)};{line[1:]}" if first.isalnum() or first in tuple("–—/%£") else line
    if found := _NUMBERED.match(line):
        return f"{found[1]}\\{line[found.end(1) :]}"
    if _BEGINS.match(line):
        return f"\\{line}"
    bullet = pasted_bullet(line)
    return f"&#{ord(line[0])};{line[1:]}" if bullet and bullet[0] == 0 else line


def _bare(block: Block) -> Block:
    """Its words without marks and links; code becomes words."""

    def plain(run: Run) -> tuple[Run, ...]:
        match run:
            case Strong(runs) | Emphasis(runs) | Struck(runs) | InLanguage(runs=runs):
                return runs
            case Link():
                return run.runs
            case Code(words):
                return (Text(words),)
            case _:
                return (run,)

    def uncoded(inner: Block) -> Block:
        return Paragraph((Text(" ".join(inner.words.split())),)) if isinstance(inner, CodeBlock) else inner

    return map_runs(map_blocks((block,), uncoded), plain)[0]


Marks = frozenset[str]


def _shape(prose: Prose) -> tuple[object, ...]:
    """What a reader would see, whatever the tree's own divisions are."""
    return tuple(shape for block in prose for shape in _block_shape(block))


def _block_shape(block: Block) -> Iterator[object]:
    match block:
        case Paragraph(runs):
            yield "paragraph", _line_shape(runs)
        case Heading():
            yield "heading", block.level, _line_shape(in_a_line((Paragraph(block.runs),)))
        case BulletList():
            yield "bullets", tuple(map(_shape, block.items))
        case NumberedList():
            yield "numbers", block.start, tuple(map(_shape, block.items))
        case Quote(blocks):
            yield "quote", _shape(blocks)
        case CodeBlock(words):
            yield "code", words.rstrip()
        case Table():
            rows = (block.head, *block.rows)
            yield "table", tuple(tuple(_line_shape(in_a_line((Paragraph(it.runs),))) for it in row) for row in rows)
        case OnlyFor():
            yield from _shape(block.blocks)
        case Rule():
            return
        case _:
            yield block


def _line_shape(runs: Iterable[Run]) -> tuple[tuple[str, Marks], ...]:
    """Each word with its marks; a mark on white space alone counts for nothing."""
    characters = list(_characters(runs, frozenset()))
    shape: list[tuple[str, Marks]] = []
    word: list[tuple[str, Marks]] = []
    for character, marks in [*characters, (" ", frozenset[str]())]:
        if character.isspace():
            shape += word
            if word and shape[-1][0] != " ":
                shape.append((" ", frozenset()))
            word = []
        else:
            word.append((character, marks))
    return tuple(shape)


def _characters(runs: Iterable[Run], marks: Marks) -> Iterator[tuple[str, Marks]]:
    for run in runs:
        match run:
            case Text(words):
                yield from ((character, marks) for character in words)
            case Code(words):
                yield from ((character, marks | {"code"}) for character in words)
            case Strong(inner):
                yield from _characters(inner, marks | {"strong"})
            case Emphasis(inner):
                yield from _characters(inner, marks | {"emphasis"})
            case Struck(inner):
                yield from _characters(inner, marks | {"struck"})
            case InLanguage(language, inner):
                yield from _characters(inner, marks | {f"in {language}"})
            case Link():
                yield from _characters(run.runs, marks | {f"to {run.target}"})
            case InlineImage():
                yield (f"picture {run.target} {words_of_runs((run,))}", marks)
            case _:
                yield (" ", marks)
