"""Lines that were typed to look like headings, bullets and numbers, made into what they were meant for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.domain.prose import (
    Block,
    BulletList,
    Emphasis,
    InLanguage,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Run,
    Strong,
    Struck,
    Text,
    words_of_runs,
)
from generator.importing.document import Grid, Piece, split_runs
from generator.importing.lines import tidy
from generator.reading.pasted import pasted_bullet
from generator.values import dataclass

Alone = Callable[[str], bool]

_NUMBER = re.compile(r"\(?(?P<number>\d{1,2}|[a-z])[.)]\s+(?=\S)")
_HYPHEN = re.compile(r"[-*]\s+(?=\S)")
# Signs that say whether a thing is done, and not only that an item begins.
_ANSWERS = ("☐", "☑", "☒", "✗", "✘", "[ ]", "[]", "[x]", "[X]")
_TICKS = ("✓", "✔")
_SHORT = 48
# Of a line, not of a sentence: typed lists end their items with a semicolon as well, and the last with nothing behind.
_ENDED = re.compile(r"[.!?;][\"'”’)]?$")

Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What words of a typed list begin with. `sign` is the bullet, or `#` and the number or letter; `length` is how
    many characters it takes, with the space behind it.
    """

    sign: str
    length: int

    @property
    def is_number(self) -> bool:
        return self.sign.startswith("#")

    @property
    def is_answer(self) -> bool:
        return self.sign in _ANSWERS or self.sign in _TICKS

    @property
    def begins_list(self) -> bool:
        return not self.is_number or self.sign in ("#1", "#a")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A paragraph that begins with a mark."""

    mark: _Mark
    piece: Piece


def settle(pieces: Iterable[Piece], stands_alone: Alone, *, is_typed: bool) -> tuple[Piece, ...]:
    """`is_typed` says that lines end where a typist ended them, so that a paragraph may run over several."""
    apart = (each for piece in pieces for each in _apart(piece, stands_alone, is_typed=is_typed))
    return tuple(_gathered(apart, stands_alone))


def _apart(piece: Piece, alone: Alone, *, is_typed: bool) -> Iterator[Piece]:
    """The paragraphs that one paragraph of several lines is; the lists that one list with headings in it is."""
    match piece.part:
        case Paragraph(runs):
            for line in _paragraphs(runs, alone, is_typed=is_typed):
                yield replace(piece, part=Paragraph(line))
        case BulletList(items) | NumberedList(items):
            yield from _lists(piece, items, alone, is_typed=is_typed)
        case Grid(rows):
            yield replace(piece, part=replace(piece.part, rows=tuple(tuple(map(_cell, row)) for row in rows)))
        case _:
            yield piece


def _cell(cell: Prose) -> Prose:
    """Nothing in a cell is a heading, and its lines end where somebody ended them."""
    settled = settle((Piece(block, "") for block in cell), lambda _: False, is_typed=False)
    return tuple(piece.part for piece in settled if not isinstance(piece.part, Grid))


def _paragraphs(runs: Line, alone: Alone, *, is_typed: bool) -> Iterator[Line]:
    lines = [tidy(line) for line in split_runs(runs, lambda run: isinstance(run, LineBreak))]
    lines = [line for line in lines if line]
    words = [_words(line) for line in lines]
    if len(lines) > 1 and alone(" ".join(words)) and not any(map(alone, words)):
        yield _joined(lines, is_typed=True)  # such as `Workstream lead` above a name, as one heading
        return
    sentences = [it for it in words if not alone(it)]
    each_ends = is_typed and len(sentences) > 1 and all(map(_ENDED.search, sentences))
    open_lines: list[Line] = []
    for line, its_words in zip(lines, words, strict=True):
        begins = each_ends or alone(its_words) or _mark(its_words) is not None
        if begins and open_lines:
            yield _joined(open_lines, is_typed=is_typed)
            open_lines = []
        open_lines.append(line)
        if alone(its_words):
            yield _joined(open_lines, is_typed=is_typed)
            open_lines = []
    if open_lines:
        yield _joined(open_lines, is_typed=is_typed)


def _joined(lines: Iterable[Line], *, is_typed: bool) -> Line:
    """As one paragraph. A typist breaks a line because it is full, or, when it is short, because it ends there."""
    runs: list[Run] = []
    before = ""
    for line in lines:
        words = _words(line)
        is_full = len(before) > _SHORT or not words[:1].isupper() or before.endswith((".", ","))
        runs += [*([Text(" ") if is_typed and is_full else LineBreak()] if runs else []), *line]
        before = words
    return tidy(runs)


def _lists(piece: Piece, items: tuple[Prose, ...], alone: Alone, *, is_typed: bool) -> Iterator[Piece]:
    """A heading typed right below a bullet ends the list there."""
    is_numbered = isinstance(piece.part, NumberedList)
    open_items: list[Prose] = []

    def made() -> Iterator[Piece]:
        if open_items:
            made_items = tuple(open_items)
            yield replace(piece, part=NumberedList(made_items) if is_numbered else BulletList(made_items))
            open_items.clear()

    for item in items:
        own: list[Block] = []
        for block in item:
            lines = list(_paragraphs(block.runs, alone, is_typed=is_typed)) if isinstance(block, Paragraph) else []
            if not lines:
                own.append(
                    block if not isinstance(block, BulletList | NumberedList) else _inner(block, is_typed=is_typed)
                )
            for number, line in enumerate(lines):
                if alone(_words(line)) and (number or own):
                    open_items += [tuple(own)] if own else []
                    yield from made()
                    yield replace(piece, part=Paragraph(line))
                    own = []
                else:
                    own.append(Paragraph(line))
        if own:
            open_items.append(tuple(own))
    yield from made()


def _inner(block: BulletList | NumberedList, *, is_typed: bool) -> Block:
    """A list within a list: its lines are joined, and nothing in it is a heading."""
    items: list[Prose] = []
    for item in block.items:
        own: list[Block] = []
        for each in item:
            if isinstance(each, Paragraph):
                own += [Paragraph(line) for line in _paragraphs(each.runs, lambda _: False, is_typed=is_typed)]
            else:
                own.append(_inner(each, is_typed=is_typed) if isinstance(each, BulletList | NumberedList) else each)
        items.append(tuple(own))
    return replace(block, items=tuple(items))


def _words(line: Line) -> str:
    return words_of_runs(line).strip()


def _mark(words: str) -> _Mark | None:
    if answer := next((it for it in _ANSWERS if words.startswith(it)), ""):
        return _Mark(answer, len(answer))
    pasted = pasted_bullet(words)
    if pasted and pasted[0] == 0:
        return _Mark(words[0], pasted[1])
    if hyphen := _HYPHEN.match(words):
        return _Mark(words[0], hyphen.end())
    number = _NUMBER.match(words)
    return _Mark(f"#{number['number']}", number.end()) if number else None


def _gathered(pieces: Iterable[Piece], alone: Alone) -> Iterator[Piece]:
    """Paragraphs below each other that begin with a bullet, as one list; a second kind of bullet stands within it."""
    run: list[_Marked] = []
    for piece in pieces:
        mark = _mark_of(piece, alone)
        if mark and _goes_on(run, mark):
            run.append(_Marked(mark, piece))
            continue
        yield from _as_list(run)
        run = []
        if mark and mark.begins_list:
            run.append(_Marked(mark, piece))
        else:
            yield piece
    yield from _as_list(run)


def _mark_of(piece: Piece, alone: Alone) -> _Mark | None:
    """The mark of an item; None for what is none: a mark without words, and a numbered heading."""
    words = _words(piece.part.runs) if isinstance(piece.part, Paragraph) and not piece.aside else ""
    mark = _mark(words)
    return mark if mark and words[mark.length :].strip() and not alone(words) else None


def _goes_on(run: list[_Marked], mark: _Mark) -> bool:
    if not run or not mark.is_number:
        return bool(run)
    last = next((it.mark.sign for it in reversed(run) if it.mark.is_number), "")  # bullets may stand between numbers
    return bool(last) and _after(last[1:]) == mark.sign[1:]


def _after(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _as_list(run: list[_Marked]) -> Iterator[Piece]:
    if not run:
        return
    first = run[0]
    if first.mark.is_number and len(run) == 1:  # one number alone is part of the words
        yield first.piece
        return
    items: list[list[Block]] = []
    says_what_is_done = any(it.mark.sign in _ANSWERS for it in run)
    for marked in run:
        mark = marked.mark
        length = 0 if mark.is_answer and says_what_is_done else mark.length
        block = Paragraph(_without(marked.piece, length))
        is_alike = (mark.is_number and first.mark.is_number) or (mark.is_answer and first.mark.is_answer)
        is_within = mark.sign != first.mark.sign and not is_alike
        if is_within and items and isinstance(items[-1][-1], BulletList):
            inner = items[-1][-1]
            items[-1][-1] = BulletList((*inner.items, (block,)))
        elif is_within and items:
            items[-1].append(BulletList(((block,),)))
        else:
            items.append([block])
    made = tuple(tuple(item) for item in items)
    yield replace(first.piece, part=NumberedList(made) if first.mark.is_number else BulletList(made))


def _without(piece: Piece, length: int) -> Line:
    """The runs without so many characters at their beginning."""
    runs = piece.part.runs if isinstance(piece.part, Paragraph) else ()
    return tidy(_cut(runs, length))


def _cut(runs: Line, length: int) -> Iterator[Run]:
    left = length
    for run in runs:
        if left <= 0:
            yield run
        elif isinstance(run, Text):
            words = run.words.lstrip() if left == length else run.words
            if words[left:].strip() or words[left:]:
                yield Text(words[left:].lstrip())
            left -= len(words)
        elif isinstance(run, Emphasis | Strong | Struck | InLanguage | Link):
            inner = tuple(_cut(run.runs, left))
            left -= len(words_of_runs(run.runs))
            if inner:
                yield replace(run, runs=inner)
        else:
            yield run
