"""How long newsletters take to print, in both sizes, beside WeasyPrint: `python -m benchmarks.newsletters`.

120 monthly editions of 5 workstreams with 5 actions each, unless told otherwise, each with a letter, a picture and the
charts of two measures: seven pages to print and twelve in large print. Ours is timed whole, from the views to the bytes
of every file; so that the machine's other work weighs on both alike, WeasyPrint prints a share of the same issues in
the same run, from HTML with the same words, picture and charts, tagged for PDF/UA-1, and its time is scaled up. Its
HTML is made before the clock starts.

It needs WeasyPrint, which nothing else here does: `pip install weasyprint`, and on Debian
`apt install libpango-1.0-0 libpangoft2-1.0-0`. Without it, ours alone is timed.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pypdfium2
from PIL import Image

from benchmarks.contents import make_content
from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.pages import site
from generator.briefing.views import ActionView, MeasureView
from generator.domain.prose import plain_words
from generator.making.catalogue import load_translations
from generator.making.glossary import Expander
from generator.making.press import Press
from generator.making.prose import PageWords, blocks_html
from generator.making.render import Renderer
from generator.making.theme import load_theme
from generator.reading.content import read_content
from generator.shipped import themes_folder
from generator.text.source import Span

_ON = date(2030, 12, 31)
_SHARE = 12  # WeasyPrint prints every twelfth issue
_NEWSLETTER = """\
newsletters:
  - {id: news, title: One Council news, audience: staff, every: month, formats: [pdf, large-print]}
"""
_MEASURES = """\
- id: online
  title: Services you can use online
  unit: services
  better: higher
  baseline: {date: January 2014, value: 14}
  target: {date: December 2025, value: 80}
  readings: [{date: June 2014, value: 21}, {date: September 2014, value: 31}, {date: December 2014, value: 38}]
- id: calls
  title: Average wait on the telephone
  unit: seconds
  better: lower
  baseline: {date: January 2014, value: 412}
  target: {date: December 2025, value: 180}
  readings: [{date: June 2014, value: 371}, {date: September 2014, value: 352}, {date: December 2014, value: 318}]
"""
_LETTER = """
We promised to make the council simpler to use, and this is what has come of it since the last letter.

![A library with its door open](images/library.png)

## What went well

Residents can now ask for most services in one place, at any hour, and by telephone as before.

- The new forms take four minutes where the old ones took eleven.
- Nobody is asked for a second time what the council already knows.

## What did not

Two promises moved, and the reasons are in this issue. If a date matters to you, please write to me.
"""
_LOOKS = """
@page {{ size: A4; margin: 27mm 22mm 24mm; @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }}
  @top-left {{ content: "One Council news" }} }}
@font-face {{ font-family: Atkinson; src: url({fonts}/AtkinsonHyperlegibleNext_400Regular.ttf) }}
@font-face {{ font-family: Atkinson; font-weight: bold; src: url({fonts}/AtkinsonHyperlegibleNext_700Bold.ttf) }}
body {{ font: {size}pt/1.4 Atkinson }} h1, h2, h3 {{ break-after: avoid }} li, figure {{ break-inside: avoid }}
img {{ max-width: 100%; max-height: 80mm }} a {{ color: #00458b }} .mark {{ width: 0.8em; height: 0.8em }}
.contents a::after {{ content: leader(" ") target-counter(attr(href), page) }}
.action {{ display: grid; grid-template-columns: 1fr 42mm; column-gap: 6mm }}
"""
_MARK = '<svg class="mark" viewBox="0 0 16 16" role="presentation"><path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Z"/></svg>'
_QR = (  # as many modules as a code for an address of this length has
    '<svg xmlns="http://www.w3.org/2000/svg" width="130" viewBox="0 0 41 41" role="img" aria-label="QR code"><path d="'
    + "".join(f"M{at * 7 % 37} {at // 37 + 2}h2v1h-2z" for at in range(37 * 18))
    + '"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds by the clock, and of the processors' work, which other programs do not lengthen."""

    seconds: float
    work: float

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s ({self.work:.1f} s of work)"


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser("python -m benchmarks.newsletters", description=__doc__)
    parser.add_argument("editions", type=int, nargs="?", default=120, help="default: 120")
    editions = parser.parse_args(words).editions
    with TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        _write(root, editions)
        press, pages = _press(root)
        with press:
            ours = _timed(lambda: _print(press, pages))
            print(f"{len(pages)} editions in two sizes, {_pages(press, pages[-1])} pages each")
            print(f"ours         {ours}")
        if find_spec("weasyprint") is None:
            print("WeasyPrint is not here to compare with: pip install weasyprint (the docstring says more)")
            return
        some = [(_html(page, large), str(root)) for page in pages[::_SHARE] for large in (False, True)]
        theirs = _timed(lambda: [_by_weasyprint(*it) for it in some], 2 * len(pages) / len(some))
        print(f"WeasyPrint   {theirs}, scaled up from {len(some)} files of {_length(some[-2:])} pages")
        print(
            f"WeasyPrint takes {theirs.seconds / ours.seconds:.1f} times as long, "
            f"{theirs.work / ours.work:.1f} times the processor's time"
        )


def _write(root: Path, editions: int) -> None:
    make_content(root, editions, 5, 5)
    with (root / "programme.yml").open("a", encoding="utf-8") as programme:
        programme.write(_NEWSLETTER)
    (root / "measures.yml").write_text(_MEASURES, encoding="utf-8")
    (root / "images").mkdir()
    Image.effect_mandelbrot((900, 500), (-2, -1, 1, 1), 60).convert("RGB").save(root / "images" / "library.png")
    for letter in root.glob("editions/*/edition.md"):
        letter.write_text(letter.read_text(encoding="utf-8") + _LETTER, encoding="utf-8")


def _press(root: Path) -> tuple[Press, list[NewsletterPage]]:
    content, sources, findings = read_content(root)
    if content is None:
        raise SystemExit(f"the made content cannot be read: {findings[0].message}")
    audience = content.programme.audiences[0]
    theme = load_theme(audience.theme, (themes_folder(),), dict(sources), [], Span("", 0, 0))
    if theme is None:
        raise SystemExit("the theme cannot be read")
    words = load_translations(content.programme.language, theme.folders)
    describe = Describer(brief(content, audience, _ON, False), words.gettext)
    view = site(describe)
    press = Press(Renderer(theme, view, words), theme, view, lambda target: (root / target).read_bytes())
    return press, [issue_page(describe, issue) for issue in describe.issues]


def _print(press: Press, pages: list[NewsletterPage]) -> list[bytes]:
    begun = [press.begin(page, large=large) for page in pages for large in (False, True)]
    return [it.result() for it in begun]


def _by_weasyprint(html: str, root: str) -> bytes:
    import weasyprint  # noqa: PLC0415  no dependency of ours: whoever wants to compare installs it

    file = weasyprint.HTML(string=html, base_url=f"{root}/").write_pdf(pdf_variant="pdf/ua-1")
    if not isinstance(file, bytes):
        raise TypeError("WeasyPrint gave no file")
    return file


def _html(page: NewsletterPage, large: bool) -> str:
    fonts = (themes_folder() / "base" / "newsletter" / "fonts").as_uri()
    looks = _LOOKS.format(size=18 if large else 12, fonts=fonts)
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{escape(page.title)}</title><style>{looks}</style></head>'
        f"<body><h1>{escape(page.title)}</h1>{''.join(_body(page))}</body></html>"
    )


def _body(page: NewsletterPage) -> Iterator[str]:
    words = PageWords(lambda target: target, lambda text: text, Expander(()))
    yield blocks_html(page.objective, words)
    for letter in page.letters[:1]:
        yield f"<h2>The director’s letter</h2>{blocks_html(letter.letter, words, 3)}"
    links = "".join(f'<li><a href="#{it.anchor}">{escape(it.workstream.title)}</a></li>' for it in page.parts)
    yield f'<h2>In this issue</h2><ul class="contents">{links}</ul><p>{_QR}</p>'
    for part in page.parts:
        yield f'<h2 id="{part.anchor}">{escape(part.workstream.title)}</h2><p>Led by {escape(part.lead.role)}</p>'
        for section in part.sections:
            items = "".join(f"<li>{_action(it)}</li>" for it in section.actions)
            yield f"<h3>{_MARK} {section.state}</h3><ul>{items}</ul>"
    if page.moves:
        rows = "".join(
            f'<tr><th><a href="https://a.example/{it.address}">{escape(it.title)}</a></th>'
            f"<td>{it.before.words}</td><td>{it.after.words}</td></tr>"
            for it in page.moves
        )
        yield f"<h2>What moved</h2><table><tr><th>Promise</th><th>Was due</th><th>Is due now</th></tr>{rows}</table>"
    yield from map(_chart, page.measures)


def _action(action: ActionView) -> str:
    due = f"Due<br><b>{escape(action.due.words)}</b>" if action.due else ""
    return f'<div class="action"><p>{escape(plain_words(action.text))}</p><p>{due}</p></div>'


def _chart(measure: MeasureView) -> str:
    readings = (measure.baseline, *measure.readings, measure.target)
    most = max(float(it.number) for it in readings)
    bars = "".join(
        f'<rect x="120" y="{place * 14}" width="{float(it.number) / most * 240:.0f}" height="9"/>'
        f'<text x="0" y="{place * 14 + 9}" font-size="9">{escape(it.when.words)} {escape(it.value)}</text>'
        for place, it in enumerate(readings)
    )
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="420" height="{len(readings) * 14}">{bars}</svg>'
    return f"<h2>{escape(measure.title)}</h2><figure>{drawing}</figure>"


def _pages(press: Press, page: NewsletterPage) -> str:
    return " and ".join(str(_count(press.issue(page, large=large))) for large in (False, True))


def _length(some: list[tuple[str, str]]) -> str:
    return " and ".join(str(_count(_by_weasyprint(*it))) for it in some)


def _count(file: bytes) -> int:
    with pypdfium2.PdfDocument(BytesIO(file)) as document:
        return len(document)


def _timed(work: Callable[[], object], times: float = 1) -> Time:
    started, worked = perf_counter(), process_time()
    work()
    return Time((perf_counter() - started) * times, (process_time() - worked) * times)


if __name__ == "__main__":
    main()
