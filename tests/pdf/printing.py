"""Issues of the sample and of small programmes, printed for the tests that look at what comes out."""

import re
from collections.abc import Iterator, Mapping
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf
from pypdfium2 import raw

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.pages import site
from generator.briefing.views import ActionView
from generator.domain.prose import InlineImage, Paragraph, Prose, Table, plain_words, words_of_runs
from generator.making.catalogue import load_translations
from generator.making.press import Press
from generator.making.render import Renderer
from generator.making.theme import Theme, load_theme
from generator.reading.content import read_content
from generator.shipped import themes_folder
from generator.text.diagnostic import has_errors
from generator.text.source import Span
from tests.building import ON, SAMPLE, SAMPLE_ON
from tests.examples import smallest, write_files

NEWSLETTER = """newsletters:
  - {id: promises, title: Our promises, audience: residents, every: month}
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue with what was made of it; `missing` are the characters that became a box."""

    page: NewsletterPage
    file: bytes
    large: bool
    missing: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return f"{self.page.title}{', large print' if self.large else ''}"


def describer(content_folder: Path, audience: str) -> tuple[Describer, Theme]:
    content, sources, findings = read_content(content_folder)
    assert content is not None
    assert not has_errors(findings), findings
    wanted = content.programme.audience(audience)
    assert wanted is not None
    places = (content_folder / "themes", themes_folder())
    theme = load_theme(wanted.theme, places, dict(sources), [], Span("", 0, 0))
    assert theme is not None
    on = SAMPLE_ON if content_folder == SAMPLE else ON
    words = load_translations(content.programme.language, theme.folders)
    return Describer(brief(content, wanted, on, False), words.gettext), theme


def press_for(content_folder: Path, describe: Describer, theme: Theme) -> Press:
    words = load_translations(describe.content.programme.language, theme.folders)
    view = site(describe)
    return Press(Renderer(theme, view, words), theme, view, lambda target: (content_folder / target).read_bytes())


def printed_from(content_folder: Path, audience: str, newest: int | None = None) -> Iterator[Printed]:
    """Every issue of an audience's newsletters, oldest first, in both sizes; or only so many of the newest."""
    describe, theme = describer(content_folder, audience)
    with press_for(content_folder, describe, theme) as press:
        for issue in describe.issues[-newest if newest else None :]:
            page = issue_page(describe, issue)
            for large in (False, True):
                yield Printed(page, press.issue(page, large=large), large, press.missing)


@cache
def of_the_sample() -> tuple[Printed, ...]:
    """The newest issue of each audience: the longest words, every state, pictures, tables, measures and moves."""
    return tuple(it for audience in ("staff", "residents") for it in printed_from(SAMPLE, audience, newest=1))


def small(files: Mapping[str, str] | None = None, large: bool = False) -> Printed:
    """The smallest programme's issue for residents, with these files laid over it."""
    with TemporaryDirectory() as folder:
        laid = smallest() | {path: text.encode() for path, text in (files or {}).items()}
        laid["programme.yml"] += NEWSLETTER.encode()
        write_files(laid, Path(folder))
        return next(it for it in printed_from(Path(folder), "residents") if it.large == large)


def tags_of(element: Object) -> Iterator[Object]:
    """The elements of the structure tree below this one, in reading order, each before those inside it."""
    for child in children(element):
        yield child
        yield from tags_of(child)


def held_by(element: Object) -> list[object]:
    """What an element of the structure tree holds, in order: other elements, and the numbers of marked words."""
    found: object = element.get("/K", [])
    return list(found) if isinstance(found, Array | list) else [found]


def children(element: Object) -> list[Object]:
    return [child for child in held_by(element) if isinstance(child, Dictionary) and "/S" in child]


def words_of_tags(file: bytes) -> str:
    """The words in the order in which the tags give them to a screen reader, which is not that of the drawing."""
    said = _marked_words(file)
    with Pdf.open(BytesIO(file)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return "".join(said.get(place, "") for place in _marks(pdf.Root.StructTreeRoot, pages, None))


def _marks(element: Object, pages: Mapping[tuple[int, int], int], page: int | None) -> Iterator[tuple[int, int]]:
    """The page and number of each piece of marked words below an element, in order."""
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    for child in held_by(element):
        if isinstance(child, int):
            assert page is not None
            yield page, child
        elif isinstance(child, Dictionary) and "/MCID" in child:
            yield (pages[child.Pg.objgen] if "/Pg" in child else page or 0), int(child.MCID)
        elif isinstance(child, Dictionary) and "/S" in child:
            yield from _marks(child, pages, page)


def _marked_words(file: bytes) -> Mapping[tuple[int, int], str]:
    said: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                place = number, raw.FPDFPageObj_GetMarkedContentID(item)
                length = raw.FPDFTextObj_GetText(item, words, None, 0)
                held = create_string_buffer(length)
                raw.FPDFTextObj_GetText(item, words, cast(held, POINTER(c_ushort)), length)
                said[place] = said.get(place, "") + held.raw.decode("utf-16-le").rstrip("\0")
    return said


def words_shown(page: NewsletterPage) -> Iterator[Prose]:
    """The writers' prose of an issue, in the order in which it is read."""
    yield page.objective
    yield from (letter.letter for letter in page.letters[:1])
    for part in page.parts:
        yield part.summary
        yield part.introduction
        for section in part.sections:
            for action in section.actions:
                yield action.text
                yield action.detail


def sentences(page: NewsletterPage, large: bool = False) -> list[str]:
    """Every sentence, cell and fact, in order, without white space, which a line's end on paper may be or not be."""
    return [bare(words) for words in _all_words(page, large) if bare(words)]


def _all_words(page: NewsletterPage, large: bool) -> Iterator[str]:
    yield page.published.words
    yield from _sentences(page.objective)
    for correction in page.corrections:
        yield from (correction.when.words, correction.why)
    yield from (words for letter in page.letters[:1] for words in _sentences(letter.letter))
    yield page.director.role
    for part in page.parts:
        yield from (part.workstream.title, part.lead.name, part.lead.role)
        yield from (*_sentences(part.summary), *_sentences(part.introduction))
        for section in part.sections:
            for action in section.actions:
                yield from _of_action(action, large)
    for move in page.moves:
        yield from (move.title, move.before.words, move.after.words, move.reason)
    for promise in page.unmentioned:
        yield from (promise.title, promise.workstream.title, promise.due.words if promise.due else "")
    for measure in page.measures:
        yield from (measure.title, measure.latest.value, measure.latest.when.words)
        for reading in (measure.baseline, *measure.readings, measure.target):
            yield from (reading.when.words, reading.value)
    for document in page.documents:
        yield from (document.title, document.summary)
    # Contacts stand side by side, so that each is looked for by itself.


def _of_action(action: ActionView, large: bool) -> Iterator[str]:
    yield from (*_sentences(action.text), *_sentences(action.detail))
    if action.reason:
        yield f"Reason: {action.reason}"
    yield from (other.title for other in (*action.waits_for, *action.continues))
    if action.due and large:
        yield f"Due {action.due.words}"
    if action.project:
        yield f"Project: {action.project.title}"
    if action.measure:
        yield f"Measure: {action.measure.title}"
    if action.due and not large:
        yield f"Due {action.due.words}"


def _sentences(prose: Prose) -> Iterator[str]:
    for block in prose:
        if isinstance(block, Table):
            yield from (words_of_runs(cell.runs) for row in (block.head, *block.rows) for cell in row)
        elif not isinstance(block, Paragraph) or not all(isinstance(run, InlineImage) for run in block.runs):
            yield from re.split(r"(?<=[.?!]) ", plain_words((block,)))


def bare(words: str) -> str:
    return re.sub(r"\s+", "", words)


def kind(element: Object) -> str:
    """Of a tag: `H1`, `TD`."""
    return str(element.S).removeprefix("/")
