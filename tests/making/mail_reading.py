"""How the tests read the HTML of a message: its words, its elements, and the colours that its words stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.briefing.newsletter_views import NewsletterPage
from generator.domain.prose import Heading, InlineImage, Paragraph, Prose, Table, blocks_in, words_of_runs

_VOID = ("meta", "br", "img", "hr", "link", "input", "col", "wbr")
_UNHEARD = ("style", "title", "script")
_DECLARATION = re.compile(r"(?:^|;)\s*(color|background-color)\s*:\s*(#[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are shown, with their ink and the paper behind them."""

    text: str
    ink: str
    paper: str


@dataclass(slots=True)
class _Open:
    tag: str
    ink: str
    paper: str


@dataclass
class Message(HTMLParser):
    """What stands in the HTML; what a hidden element says before all else is left out."""

    elements: list[Element] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=lambda: [_Open("", "#000000", "#ffffff")])

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, values))
        if tag in _VOID:
            return
        around = self._open[-1]
        said = dict(_DECLARATION.findall(values.get("style", "")))
        paper = said.get("background-color", values.get("bgcolor", around.paper))
        hidden = "display:none" in values.get("style", "").replace(" ", "")
        self._open.append(_Open("style" if hidden else tag, said.get("color", around.ink), paper))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        around = self._open[-1]
        if around.tag == "style":
            self.styles.append(data)
        elif around.tag not in _UNHEARD and data.strip():
            self.words.append(Words(data, around.ink, around.paper))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return in_one_line(" ".join(words.text for words in self.words))


def read(html: bytes) -> Message:
    message = Message()
    message.feed(html.decode("utf-8"))
    message.close()
    return message


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, definition of contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def in_one_line(text: str) -> str:
    """The words with one space between them, as they are read; spaces before a full stop are the markup's."""
    return re.sub(r"\s+", " ", text).strip()


def squeezed(text: str) -> str:
    """Without any space, so that neither line ends nor the edges of elements count."""
    return re.sub(r"\s+", "", text)


def sentences(page: NewsletterPage) -> Iterator[str]:
    """What the issue's writers wrote, in the order in which it is read."""
    yield from _of_prose(page.objective)
    for letter in page.letters[:1]:
        yield from _of_prose(letter.letter)
    for part in page.parts:
        yield part.workstream.title
        yield from _of_prose(part.summary)
        yield from _of_prose(part.introduction)
        for section in part.sections:
            for action in section.actions:
                yield from _of_prose(action.text)
                yield from _of_prose(action.detail)
                yield action.due.words if action.due else ""
                yield action.reason
    for move in page.moves:
        yield from (move.title, move.before.words, move.after.words, move.reason)
    for promise in page.unmentioned:
        yield from (promise.title, promise.workstream.title, promise.due.words if promise.due else "")
    for measure in page.measures:
        yield from (measure.title, measure.latest.value, measure.baseline.value, measure.target.value)
    for document in page.documents:
        yield from (document.title, document.summary)
    for contact in page.contacts:
        yield from (contact.purpose, contact.telephone, contact.email, contact.post)


def _of_prose(prose: Prose) -> Iterator[str]:
    for block in blocks_in(prose):
        match block:
            case Paragraph(runs) if [run for run in runs if isinstance(run, InlineImage)]:
                yield from (run.alt for run in runs if isinstance(run, InlineImage))
            case Paragraph() | Heading():
                yield words_of_runs(block.runs)
            case Table():
                yield from (words_of_runs(cell.runs) for row in block.rows for cell in row)
            case _:
                pass


def missing_in_order(page: NewsletterPage, text: str) -> list[str]:
    """The issue's sentences that the text does not have where they belong; marks of links and notes are no words."""
    said = squeezed(re.sub(r"\(\s*(?:link|note)\s+\d+\s*\)", "", re.sub(r"\s+", " ", text)))
    missing, at = [], 0
    for sentence in sentences(page):
        wanted = squeezed(sentence)
        found = said.find(wanted, at)
        if found < 0:
            missing.append(sentence)
        else:
            at = found + len(wanted)
    return missing
