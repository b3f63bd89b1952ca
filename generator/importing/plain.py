"""Text and Markdown: lines are kept apart, so that what was meant as a heading can still be seen."""

import re
from functools import partial
from html import unescape

from generator.domain.prose import (
    LineBreak,
    Link,
    NoteMark,
    Notes,
    Paragraph,
    Run,
    Text,
    words_of_runs,
)
from generator.domain.rewording import map_runs
from generator.importing.counting import letters_missing, texts_of
from generator.importing.document import A_FOOTNOTE, ImportedDocument, Piece, Remark, prose_of
from generator.importing.encodings import decoded
from generator.importing.web_page import no_address
from generator.reading.desk import Desk
from generator.reading.languages import without_marks
from generator.reading.markdown import Markdown
from generator.reading.passage import MarkdownPassage
from generator.text.source import Source

_DEFINITION = re.compile(r"^([ \t>]*)\[(?=[^\]\n]+\]:)", re.MULTILINE)
_INDENT = re.compile(r"^(?:[ ]{4,}|[ ]{0,3}\t[ \t]*)(?![-+*•·–o\d\s])", re.MULTILINE)
_ADDRESS = re.compile(r"[\w.+-]+://\S+|\]\([^)\n]*\)|\]\[[^\]\n]*\]")
_TIMES = re.compile(r"(?<=\w)\*(?=\w)")  # 5*3 multiplies
_NUMBER = re.compile(r"^[ \t>*+-]*\d{1,9}[.)](?=\s)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


def read_plain(data: bytes, name: str) -> ImportedDocument:
    """As Markdown, which plain text nearly always is; line by line where Markdown would swallow words."""
    text = decoded(data, name)
    document = _as_markdown(text, name)
    read = [words for piece in document.pieces for words in texts_of(prose_of(piece.part))]
    raw = unescape(_NUMBER.sub("", _ADDRESS.sub(" ", without_marks(text))))
    return _as_lines(text, name) if letters_missing(raw, read) else document


def _as_markdown(text: str, name: str) -> ImportedDocument:
    source = Source(name, _prepared(text))
    markdown = Markdown(MarkdownPassage(source, source.text, source.whole), Desk(source, []))
    if any(finding.code == "too-deep" for finding in markdown.desk.findings):
        return ImportedDocument(name, ())
    pieces: list[Piece] = []
    remarks: list[Remark] = []
    for block in markdown.top():
        words = source.text[slice(*markdown.lines(block))]
        line = source.text.count("\n", 0, markdown.lines(block)[0] + len(words) - len(words.lstrip("\n"))) + 1
        dead: list[str] = []
        living = partial(_living, dead=dead)
        for part in map_runs(markdown.prose((block,)), living):
            if isinstance(part, Notes):
                pieces += [Piece(it, f"line {line}", A_FOOTNOTE) for note in part.notes for it in note]
            else:
                pieces.append(Piece(part, f"line {line}"))
        remarks += [Remark(no_address(it), f"line {line}") for it in dead]
    return ImportedDocument(name, tuple(pieces), remarks=tuple(remarks))


def _prepared(text: str) -> str:
    """A break at the end of each line, and no indentation or definition that nobody meant."""
    if not _FENCE.search(text):
        text = _INDENT.sub("", text)
    text = _DEFINITION.sub(r"\1\\[", text)
    text = _TIMES.sub(r"\\*", text)
    return "\n".join(f"{line.rstrip()}  " if line.strip() else "" for line in text.split("\n"))


def _living(run: Run, dead: list[str]) -> tuple[Run, ...]:
    """A link without an address gives its words alone."""
    match run:
        case Link() if run.target.strip() in ("", "#"):
            dead.append(words_of_runs(run.runs))
            return run.runs
        case NoteMark(number):
            return (Text(f"[{number}]"),)
        case _:
            return (run,)


def _as_lines(text: str, name: str) -> ImportedDocument:
    """Each line as it stands; an empty one ends a paragraph."""
    pieces: list[Piece] = []
    runs: list[Run] = []
    begin = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            begin = begin if runs else number
            runs += [*([LineBreak()] if runs else []), Text(" ".join(line.split()))]
        elif runs:
            pieces.append(Piece(Paragraph(tuple(runs)), f"line {begin}"))
            runs = []
    return ImportedDocument(name, tuple(pieces))
