"""Words that try to become a script, in every place where words can stand: in a real browser none of them is more."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog

from generator.briefing.issue_page import issue_page
from generator.briefing.pages import site
from generator.build import build, write
from generator.making.allowed_html import ATTRIBUTES, TAGS, VALUES
from generator.making.catalogue import load_translations
from generator.making.email import email_html, email_message
from generator.making.glossary import Expander
from generator.making.prose import PageWords, blocks_html
from generator.making.render import Renderer
from generator.reading.desk import Desk
from generator.reading.passage import MarkdownPassage
from generator.reading.prose import read_prose
from generator.request import BuildRequest
from generator.text.source import Source
from tests.browser.looking import PATIENCE
from tests.browser.sites import AUDIENCES, MISSING, site_in
from tests.building import ON
from tests.examples import write_files
from tests.hostile.accepted import sound_in_prose, sound_in_text
from tests.hostile.payloads import CALL, FEWER, PAYLOADS
from tests.hostile.programme import programme_saying
from tests.pdf.printing import describer

HARMLESS = [f"Harmless {number}" for number in range(8)]
AT_ONCE = 30  # words that one title says: as many lines as the programme needs come of the fewest words
IN_A_MESSAGE, LINES = 60, 6  # the programme that says them has no fewer lines
SAID = [pytest.param(FEWER, id="fewer"), pytest.param(PAYLOADS, id="all", marks=pytest.mark.long)]
OF_A_FRAGMENT = {"html", "head", "body", "title"}

WATCH = """
window.hits = [];
window.hit = what => { window.hits.push(`ran ${what}`); };
document.addEventListener('securitypolicyviolation',
    event => window.hits.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
ASK = """() => [window.hits, [...new Set([...document.querySelectorAll('*')].flatMap(
    element => [element.localName, ...[...element.attributes].map(it => `${element.localName} ${it.name}`)]))]]"""


@dataclass(slots=True)
class Seen:
    """What a browser met on some pages: what ran or was refused, and which elements and attributes there were."""

    hits: list[str] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)


@pytest.fixture
def watched(chromium: Browser) -> Iterator[tuple[BrowserContext, Seen]]:
    seen = Seen()

    def dismiss(dialog: Dialog) -> None:
        seen.hits.append(f"dialog: {dialog.message}")
        dialog.dismiss()  # an open one would hold up all that follows

    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    context.on("console", lambda message: seen.hits.append(f"console: {message.text}"))
    context.on("dialog", dismiss)
    context.on("request", lambda asked: seen.hits.append(asked.url) if "evil" in asked.url else None)
    yield context, seen
    context.close()


def look(context: BrowserContext, seen: Seen, addresses: list[str]) -> Seen:
    page = context.new_page()
    for address in addresses:
        page.goto(address)
        hits, elements = page.evaluate(ASK)
        seen.hits += [f"{address}: {hit}" for hit in hits]
        seen.elements |= set(elements)
    page.close()
    return seen


def sites_saying(files: Mapping[str, bytes], folder: Path, count: int | None = None) -> list[str]:
    """Of a template that repeats so many pages, and all where there is no count, also newsletters as letters; but for
    the page not found, which is at home on the web alone.
    """
    write_files(files, folder / "content")
    result = build(BuildRequest(folder / "content", lambda _: ON))
    assert result.sites, [found for found in result.findings if found.severity == "error"][:5]
    write(folder / "output", result)
    sites = [site_in(folder / "output" / audience) for audience in AUDIENCES]
    made = ((site, page) for site in sites for pages in site.of_each_template(count).values() for page in pages)
    return [site.url(page) for site, page in made if page != MISSING]


def test_there_are_several_hundred_and_most_come_to_a_page() -> None:
    assert len(PAYLOADS) > 500
    assert sum(map(sound_in_text, PAYLOADS)) > 500
    assert sum(map(sound_in_prose, PAYLOADS)) > 400
    assert sum(map(sound_in_text, FEWER)) > 200
    assert sum(map(sound_in_prose, FEWER)) > 150
    assert not any(map(sound_in_prose, ["[x](javascript:hit(1))", "<javascript:hit(1)>", "![x](data:text/html,x)"]))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("payloads", SAID)
def test_in_every_place_of_a_site_they_are_only_words(
    watched: tuple[BrowserContext, Seen], tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    context, seen = watched
    text, prose = list(filter(sound_in_text, payloads)), list(filter(sound_in_prose, payloads))
    harmless = look(context, Seen(), sites_saying(programme_saying(HARMLESS, [MARKDOWN], 1), tmp_path / "harmless", 1))
    pages = sites_saying(programme_saying(text, prose, AT_ONCE), tmp_path / "hostile")
    assert len(pages) > 50
    assert any(CALL in Path(page.removeprefix("file://")).read_text() for page in pages)
    look(context, seen, pages)
    assert seen.hits == []
    assert seen.elements - harmless.elements == set()


def messages_saying(text: Sequence[str], prose: Sequence[str], folder: Path) -> list[str]:
    """Each newsletter as the page for a mailing service, and as what a mail program shows of the message.

    A message takes so much and no more, so that the words are divided among many.
    """
    made = []
    for number in range(max(len(text), len(prose)) // IN_A_MESSAGE + 1):
        batch = slice(number * IN_A_MESSAGE, (number + 1) * IN_A_MESSAGE)
        words = text[batch] if len(text[batch]) == IN_A_MESSAGE else text[:IN_A_MESSAGE]
        content = folder / str(number)
        write_files(programme_saying(words, prose[batch], IN_A_MESSAGE // LINES), content)
        for audience in ("staff", "residents"):
            describe, theme = describer(content, audience)
            translations = load_translations(describe.content.programme.language, theme.folders)
            renderer = Renderer(theme, site(describe), translations)
            page = issue_page(describe, describe.issues[-1])
            message = message_from_bytes(email_message(renderer, page), policy=SMTP).get_body(("html",))
            assert message is not None
            for name, html in (("page", email_html(renderer, page)), ("part", message.get_content().encode())):
                file = content / f"{audience}-{name}.html"
                file.write_bytes(html)
                made.append(file.as_uri())
    return made


@pytest.mark.timeout(300)
@pytest.mark.parametrize("payloads", SAID)
def test_in_every_place_of_a_message_they_are_only_words(
    watched: tuple[BrowserContext, Seen], tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    """A mail program has no policy of ours: what is made of words stands by itself."""
    context, seen = watched
    text, prose = list(filter(sound_in_text, payloads)), list(filter(sound_in_prose, payloads))
    plain = [f"Harmless {number}" for number in range(IN_A_MESSAGE)]
    harmless = look(context, Seen(), messages_saying(plain, [MARKDOWN], tmp_path / "harmless"))
    pages = messages_saying(text, prose, tmp_path / "hostile")
    said = "".join(Path(page.removeprefix("file://")).read_text() for page in pages)
    assert said.count(CALL) > len(pages) * IN_A_MESSAGE / 2
    look(context, seen, pages)
    assert seen.hits == []
    assert seen.elements - harmless.elements == set()


MARKDOWN = """\
## A heading

*a* **b** ~~c~~ `d` <https://a.example> x[^1] a\\
b ![x](/images/x.png)

> quote

1. one

- two

| a | b |
| :-: | --: |
| c | d |

```
code
```

---

3. three

[^1]: A note.
"""


@pytest.mark.timeout(300)
def test_what_markdown_makes_of_them_is_harmless_even_where_the_checks_are_passed_over(
    watched: tuple[BrowserContext, Seen],
) -> None:
    """As if nobody had looked at addresses, and no policy held: what is made of words stands by itself."""
    context, seen = watched
    page = context.new_page()
    page.goto("about:blank")
    body = "\n".join(f"<div>{_html(words)}</div>" for words in PAYLOADS)
    page.set_content(f"<!doctype html><html><head><title>t</title></head><body>{body}</body></html>")
    for link in page.query_selector_all("a[href]")[:40]:
        link.evaluate("it => it.dispatchEvent(new MouseEvent('mouseover'))")
    hits, elements = page.evaluate(ASK)
    assert [*hits, *(hit for hit in seen.hits if "ERR_" not in hit)] == []
    names = {name for name in elements if " " not in name}
    assert names - OF_A_FRAGMENT - TAGS == set()
    allowed = {f"{tag} {name}" for listed in (ATTRIBUTES, VALUES) for tag in listed for name in listed[tag]}
    assert {name for name in elements if " " in name and not name.endswith(" class")} - allowed == set()
    schemes = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(it => it.protocol)")
    assert set(schemes) <= {"http:", "https:", "mailto:", "tel:", "about:", ":"}  # the last: no base to lead from


def _html(words: str) -> str:
    source = Source("pages/words.md", words)
    prose = read_prose(MarkdownPassage(source, words, source.span(0, len(words))), Desk(source, []))
    words_of_page = PageWords(lambda target: re.sub(r"^[^/]*:", "", target), lambda said: said, Expander(()))
    return blocks_html(prose, words_of_page)
