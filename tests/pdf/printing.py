"""Issues of the sample and of small programmes, printed for the tests that look at what comes out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pikepdf import Array, Dictionary, Object

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import issue_page, issues
from generator.briefing.pages import site
from generator.domain.prose import Image, Paragraph, Prose, Table, plain_words, words_of_runs
from generator.making.catalogue import load_translations
from generator.making.press import Press
from generator.making.render import Renderer
from generator.making.theme import Theme, load_theme
from generator.reading.content import read_content
from generator.shipped import themes_folder
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
    assert content is not None, findings
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


def printed_from(content_folder: Path, audience: str) -> Iterator[Printed]:
    """Every issue of an audience's newsletters, oldest first, in both sizes."""
    describe, theme = describer(content_folder, audience)
    with press_for(content_folder, describe, theme) as press:
        for issue in issues(describe):
            page = issue_page(describe, issue)
            for large in (False, True):
                yield Printed(page, press.issue(page, large=large), large, press.missing)


@cache
def of_the_sample() -> tuple[Printed, ...]:
    """The newest issue of each audience: the longest words, every state, pictures, tables, measures and moves."""
    return tuple(it for audience in ("staff", "residents") for it in tuple(printed_from(SAMPLE, audience))[-2:])


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


def children(element: Object) -> list[Object]:
    found = element.get("/K", [])
    every = list(found) if isinstance(found, Array) else [found]
    return [child for child in every if isinstance(child, Dictionary) and "/S" in child]


def words_shown(page: NewsletterPage) -> Iterator[Prose]:
    """The writers' words of an issue, in the order in which they are read."""
    yield page.objective
    yield from (letter.letter for letter in page.letters[:1])
    for part in page.parts:
        yield part.introduction
        for section in part.sections:
            for action in section.actions:
                yield action.text
                yield action.detail


def sentences(page: NewsletterPage) -> list[str]:
    """Their sentences and cells of tables, without white space, which a line's end on paper may be or not be."""
    found = [words for prose in words_shown(page) for words in _sentences(prose)]
    return [bare(words) for words in found if bare(words)]


def _sentences(prose: Prose) -> Iterator[str]:
    for block in prose:
        if isinstance(block, Table):
            yield from (words_of_runs(cell.runs) for row in (block.head, *block.rows) for cell in row)
        elif not isinstance(block, Paragraph) or not all(isinstance(run, Image) for run in block.runs):
            yield from re.split(r"(?<=[.?!]) ", plain_words((block,)))


def bare(words: str) -> str:
    return re.sub(r"\s+", "", words)
