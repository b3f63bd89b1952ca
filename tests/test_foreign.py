"""In another language nothing of the interface stays English: pages, newsletters, feeds, calendars, data and paper."""

import email
import json
import re
from collections.abc import Iterator
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from babel.dates import get_month_names
from icalendar import Calendar
from pypdfium2 import PdfDocument

from generator.briefing.mailing import SentPage
from generator.briefing.specimens import bare_page, bare_site, full_pages, full_site, page_classes, template_of
from generator.making.catalogue import load_translations
from generator.making.render import Renderer
from generator.making.template_names import noting
from generator.making.theme import load_theme
from generator.shipped import themes_folder
from generator.text.source import Span
from tests.foreign import LANGUAGE, foreign_report, foreign_sample, in_other_letters, lay_theme

_MARKED = re.compile(r"«[^«»]*»")
# The names of success criteria are those of the standard, and say that they are English.
_UNHEARD = re.compile(r"<(script|style|code)\b.*?</\1>|<!--.*?-->|<span lang=\"en\">.*?</span>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_TOLD = re.compile(
    r'\b(title|alt|aria-label|aria-roledescription|placeholder|data-(?!script|standing|kind)[\w-]+)="([^"]*)"'
)
_META = re.compile(r'<meta (?:name="description"|property="og:(?:title|description|site_name)") content="([^"]*)"')
_ADDRESS = re.compile(r"mailto:\S+|\S+@\S+|\S+\.example\S*|\S+/\S*|\S+\.pdf\b")
_ENGLISH = re.compile(r"(?<![\w&#.])[A-Za-z][A-Za-z’]+(?![\w-])")
_MONTHS = {name for form in ("format", "stand-alone") for name in get_month_names("wide", form, LANGUAGE).values()}
# What is the same in every language: units, and kinds of files.
_SAME = _MONTHS | {"kB", "MB", "PDF", "CSV", "JSON"}


def without_marked(words: str) -> str:
    """What is not said by a catalogue; phrases stand within each other."""
    while (shorter := _MARKED.sub(" ", words)) != words:
        words = shorter
    return words


def english_in(words: str) -> list[str]:
    left = _ADDRESS.sub(" ", without_marked(words))
    return [found for found in _ENGLISH.findall(left) if found not in _SAME]


def heard_in(markup: str) -> Iterator[str]:
    """What a page says to those who read it, hear it or find it."""
    markup = _UNHEARD.sub(" ", markup)
    yield from (unescape(words) for _, words in _TOLD.findall(markup))
    yield from map(unescape, _META.findall(markup))
    yield unescape(_TAG.sub("\n", markup))


def files(ending: str) -> Iterator[tuple[str, bytes]]:
    found = [
        (f"{site}/{path}", data)
        for site, every in foreign_sample().items()
        for path, data in every.items()
        if path.endswith(ending) and "/fonts/" not in path
    ]
    assert found
    yield from found


def english_of(ending: str) -> dict[str, list[str]]:
    told = (
        (path, [it for words in heard_in(data.decode()) for it in english_in(words)]) for path, data in files(ending)
    )
    return {path: found for path, found in told if found}


def english_on_paper(data: bytes) -> list[str]:
    with PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        titles = [document.get_metadata_value(name) for name in ("Title", "Subject")]
    return [it for words in ("\n".join(pages), *titles) for it in english_in(words)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>«Published %(day)s»</p>".replace("%(day)s", "3 Medi 2026"), []),
        ("<p>«From «Medi» to «Awst» in all»</p>", []),
        ("<p>«Home» and Ìäñäáñîîê</p>", ["and"]),
        ('<img alt="Chart"><a aria-label="Close">«Shut»</a>', ["Chart", "Close"]),
        ("<title>Search - «Actions»</title>", ["Search"]),
        ('<meta name="description" content="All updates">', ["All", "updates"]),
        ("<p>formats@merebrook.example (PDF, 12 kB)</p><code>due_first</code>", []),
    ],
)
def test_english_is_seen_wherever_a_template_says_it(markup: str, found: list[str]) -> None:
    assert [it for words in heard_in(markup) for it in english_in(words)] == found


def test_no_page_says_anything_in_english() -> None:
    assert english_of(".html") == {}


def test_no_feed_says_anything_in_english() -> None:
    told = re.compile(r"<(?:title|summary|content|name|subtitle)\b[^>]*>(.*?)</", re.DOTALL)
    said = {
        path: [it for words in told.findall(data.decode())
               for it in english_in(_TAG.sub("\n", unescape(unescape(words))))]
        for path, data in files("feed.xml")
    }  # fmt: skip
    assert {path: found for path, found in said.items() if found} == {}


def test_no_newsletter_says_anything_in_english_as_text_or_as_mail() -> None:
    assert {
        path: found for path, data in files(".txt") if "newsletters/" in path and (found := english_in(data.decode()))
    } == {}
    for path, data in files(".eml"):
        message = email.message_from_bytes(data, policy=default)
        assert english_in(str(message["Subject"])) == [], path
        for part in message.walk():
            if part.get_content_type() == "text/html":
                said = [it for words in heard_in(part.get_content()) for it in english_in(words)]
                assert said == [], path


def test_no_calendar_says_anything_in_english() -> None:
    for path, data in files(".ics"):
        calendar = Calendar.from_ical(data.decode())
        told = [
            str(one.get(name, ""))
            for one in calendar.walk()
            for name in ("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME")
        ]
        assert [english_in(words.replace("\n", " ")) for words in told if english_in(words)] == [], path


def test_no_description_of_the_data_says_anything_in_english() -> None:
    def told(value: object) -> Iterator[str]:
        match value:
            case dict():
                yield from (str(words) for name, words in value.items() if name in ("title", "description"))
                yield from (words for one in value.values() for words in told(one))
            case list():
                yield from (words for one in value for words in told(one))

    for path, data in files("datapackage.json"):
        assert [found for words in told(json.loads(data)) if (found := english_in(words))] == [], path


def test_no_newsletter_says_anything_in_english_on_paper() -> None:
    drawn = {word for _, data in files(".svg") for word in _ENGLISH.findall(_TAG.sub(" ", data.decode()))}
    printed = [data for path, data in files(".pdf") if "newsletters/" in path]
    # One issue of each newsletter, in both sizes of print. What stands in pictures is their drawer's.
    assert [found for data in (*printed[:2], *printed[-2:]) if (found := set(english_on_paper(data)) - drawn)] == []


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "bare"])
def test_no_template_says_anything_in_english_in_any_state(is_full: bool, tmp_path: Path) -> None:
    lay_theme(tmp_path / "themes" / "own", "own", "council")
    theme = load_theme("own", (tmp_path / "themes", themes_folder()), {}, [], Span("", 0, 0))
    assert theme
    site = in_other_letters(full_site() if is_full else bare_site(), is_view=True)
    renderer = Renderer(theme, site, load_translations(LANGUAGE, theme.folders), noting(lambda _: None))
    said: dict[str, set[str]] = {}
    for view in page_classes():
        template = template_of(view)
        # The gallery is for theme authors; all words of a report stand in its view, which is looked at below.
        if template.endswith(".html") and not template.startswith(("gallery/", "report/")):
            for page in full_pages(view) if is_full else (bare_page(view),):
                shown = in_other_letters(page, is_view=True)
                html = (
                    renderer.sent(template, shown)
                    if isinstance(page, SentPage)
                    else renderer.page(template, shown).decode()
                )
                said.setdefault(template, set()).update(it for words in heard_in(html) for it in english_in(words))
    assert {template: found for template, found in said.items() if found} == {}


def test_no_report_says_anything_in_english() -> None:
    report = foreign_report()
    assert [it for words in heard_in(report["report.html"].decode()) for it in english_in(words)] == []
    assert english_on_paper(report["report.pdf"]) == []
