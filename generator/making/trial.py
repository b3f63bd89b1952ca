"""A theme tried: each of its templates is read and shown with everything and with nothing in it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from gettext import NullTranslations
from pathlib import Path

from generator.briefing.mailing import SentPage
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.page_views import PageView
from generator.briefing.specimens import bare_page, bare_site, full_pages, full_site, page_classes, template_of
from generator.briefing.views import SiteView
from generator.making.faults import Fault, as_finding
from generator.making.icons import FAVICON, HOME_SCREEN
from generator.making.outline import Lacking, lacking
from generator.making.render import Renderer, TemplateFailedError
from generator.making.sandbox import ThemeView
from generator.making.template_names import faults_in_text, noting
from generator.making.theme import Theme, files_of, is_template, published_name, templates_of
from generator.making.theme_file import span_in
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_WHOLE_PAGES = ("pages/", "gallery/", "report/", "review/")
_EXTENDS = re.compile(r"""\{%-?\s*extends\s+["'](?P<name>[^"']+)["']""")
_PUT_IN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?=["'])""")
_TEXT, _PAPER = "newsletter/newsletter.txt", "newsletter/print.json"


def try_theme(theme: Theme, sources: MutableMapping[str, Source], compiled_in: Path | None = None) -> list[Diagnostic]:
    """All that templates name and that is not there, and all else that keeps them from being shown, each once.

    `sources` learns the templates that are spoken of. `compiled_in` is where compiled templates are kept, as a
    Renderer's.
    """
    # The layout asks whether a theme has these icons before it names them.
    assets = frozenset((*(published_name(asset) for asset, _ in theme.assets()), FAVICON, HOME_SCREEN))
    views: dict[str, tuple[type, ...]] = {_TEXT: (SentPage,), _PAPER: (NewsletterPage,)}
    for view in page_classes():
        views[template_of(view)] = (*views.get(template_of(view), ()), view)
    templates = templates_of(theme)
    views |= {"site": (SiteView,), "theme": (ThemeView,)}
    found = set(faults_in_text(templates, assets, views, theme.folders))
    found.update(_missing_pages(theme, templates))
    for site, is_full in ((full_site(), True), (bare_site(), False)):
        renderer = Renderer(theme, site, NullTranslations(), noting(found.add), compiled_in)
        pages = [(template, page) for template, page in _pages(is_full) if template in templates]
        found.update(_shown(renderer, pages))
        found.update(_assets_shown(renderer, theme))
    return [as_finding(fault, sources) for fault in _each_line_once(found)]


def look_at_pages(theme: Theme, sources: MutableMapping[str, Source]) -> list[Diagnostic]:
    """What the theme's pages lack that every page needs, each once, with the tag that it is about where a template has
    it as it stands. Asked only of a theme whose templates can all be shown.
    """
    templates = templates_of(theme)
    found: dict[Lacking, set[str]] = {}
    for site, is_full in ((full_site(), True), (bare_site(), False)):
        renderer = Renderer(theme, site, NullTranslations())
        for template, page in _pages(is_full):
            if template.startswith(_WHOLE_PAGES):
                shown = renderer.page(template, page).decode("utf-8")
                for it in lacking(shown, is_full, site.canonical):
                    found.setdefault(it, set()).add(template)
    finder = _Finder(theme, templates)
    places = {(place, it.why, it.help) for it, names in found.items() for place in finder.places(it.tag, names)}
    return [
        Diagnostic("page-structure", why, span_in(file, line, sources), remedy)
        for (file, line), why, remedy in sorted(places)
    ]


class _Finder:
    """Where in a theme's files the tags of its finished pages are written."""

    def __init__(self, theme: Theme, templates: Mapping[str, Path]) -> None:
        files = (file for folder in theme.folders for name, file in files_of(folder) if name.endswith(".html"))
        self._texts = {file: file.read_text(encoding="utf-8", errors="replace") for file in files}
        self._templates = templates

    def places(self, tag: str, names: Collection[str]) -> Iterator[tuple[Path, int]]:
        """The first line that has the tag, or one with the same attributes: of the template of each page that is named,
        or of others, the theme's own first. Where no file has it, or the tag is missing: the layout, if all of
        its pages are named, else the page's own template.
        """
        for name in names:
            template = self._templates[name]
            yield self._with(tag, template) or (self._layout_at_fault(template, names) or template, 1)

    def _with(self, tag: str, template: Path) -> tuple[Path, int] | None:
        files = (template, *self._texts) if tag else ()
        for find in (_at, _at_like):
            for file in files:
                at = find(tag, self._texts[file])
                if at >= 0:
                    return file, self._texts[file].count("\n", 0, at) + 1
        return None

    def _layout_at_fault(self, template: Path, names: Collection[str]) -> Path | None:
        layout = _EXTENDS.search(self._texts[template])
        if not layout:
            return None
        pages = (name for name in self._templates if name.startswith("pages/"))
        extending = {it for it in pages if layout[0] in self._texts[self._templates[it]]}
        return self._templates.get(layout["name"]) if extending <= {*names} else None


def _at(tag: str, text: str) -> int:
    return text.find(tag)


def _at_like(tag: str, text: str) -> int:
    """Where a tag of the same element stands with the same attributes, whose values are put in; -1 if nowhere."""
    wanted = _attributes(tag)
    opener = re.escape(tag.split(maxsplit=1)[0].rstrip(">/"))
    element = re.compile(rf"{opener}\b(?:\{{\{{.*?\}}\}}|\{{%.*?%\}}|[^>])*+>")
    return next((it.start() for it in element.finditer(text) if _attributes(it.group()) == wanted), -1)


def _attributes(tag: str) -> frozenset[str]:
    return frozenset(_ATTRIBUTE.findall(_PUT_IN.sub("", tag)))


def _missing_pages(theme: Theme, templates: Mapping[str, Path]) -> Iterator[Fault]:
    for view in page_classes():
        if template_of(view) not in templates:
            remedy = "write it, or extend a theme that has it"
            yield Fault(theme.folders[0] / "theme.yml", 0, f"there is no `{template_of(view)}`", remedy)


def _pages(is_full: bool) -> Iterator[tuple[str, PageView]]:
    for view in page_classes():
        for page in full_pages(view) if is_full else (bare_page(view),):
            yield template_of(view), page


def _shown(renderer: Renderer, pages: Iterable[tuple[str, PageView]]) -> Iterator[Fault]:
    for template, page in pages:
        try:
            _show(renderer, template, page)
        except TemplateFailedError as error:
            yield Fault(error.file, error.line, error.why.rstrip("."), "")


def _show(renderer: Renderer, template: str, page: PageView) -> None:
    """A page in every form that it has: what is sent is HTML and plain text, what is printed has words of its own."""
    match page:
        case SentPage():
            renderer.sent(template, page)
            renderer.plain_text(_TEXT, page)
        case NewsletterPage():
            renderer.page(template, page)
            renderer.data(_PAPER, page)
        case _:
            renderer.page(template, page)


def _assets_shown(renderer: Renderer, theme: Theme) -> Iterator[Fault]:
    for asset, _ in theme.assets():
        try:
            if is_template(asset):
                renderer.asset(asset)
        except TemplateFailedError as error:
            yield Fault(error.file, error.line, error.why.rstrip("."), "")


def _each_line_once(found: Collection[Fault]) -> Iterator[Fault]:
    """What a line names and is not there; what else fails in that line follows from it, and is left out. So is what
    was told of another line of the file with its remedy: of what is never closed, Jinja tells the end of the file.

    A template that is not there has no line; whoever names it has.
    """
    named = {(fault.file, it) for fault in found if fault.help for it in (fault.line, fault.why)}
    for fault in sorted(found):
        if fault.help or (fault.line and not named & {(fault.file, fault.line), (fault.file, fault.why)}):
            yield fault
