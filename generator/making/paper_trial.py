"""A theme's own paper tried: what it lays out is printed with everything in it and with nothing, before an issue is."""

import re
from collections.abc import Iterable, Iterator, MutableMapping
from concurrent.futures import Future
from gettext import NullTranslations

from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.report_views import ReportPage
from generator.briefing.specimens import bare_page, bare_site, full_pages, full_site
from generator.making.images import UnreadableImageError
from generator.making.press import Press
from generator.making.render import Renderer, TemplateFailedError
from generator.making.theme import Theme, files_of
from generator.making.theme_file import span_in
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
_NO_LABEL = re.compile(r"label `<(?P<name>[^>]*)>`")


def try_paper(theme: Theme, sources: MutableMapping[str, Source]) -> list[Diagnostic]:
    """What keeps an issue or a report from being printed, each once; nothing is tried where all paper is ours."""
    if not _has_own_paper(theme):
        return []
    faults = {(error.file, error.line, error.why) for error in _failures(theme) if not _is_of_a_specimen(error)}
    return [
        Diagnostic(
            "template-error", f"a template cannot be shown: {why}", span_in(file, line, sources), "mend the theme"
        )
        for file, line, why in sorted(faults)
    ]


def _is_of_a_specimen(error: TemplateFailedError) -> bool:
    """Whether it lacks what a page of the web leads to within itself, which paper that is made of it does not have; the
    label is not written in the theme then, but comes with the page.
    """
    label = _NO_LABEL.search(error.why)
    if label is None:
        return False
    lines = error.file.read_text(encoding="utf-8", errors="replace").split("\n")
    return not any(label["name"] in line for line in lines[max(0, error.line - 1) : error.line])


def _has_own_paper(theme: Theme) -> bool:
    own = (folder for folder in theme.folders if not folder.resolve().is_relative_to(themes_folder().resolve()))
    return any(name.endswith(".typ") for folder in own for name, _ in files_of(folder))


def _failures(theme: Theme) -> Iterator[TemplateFailedError]:
    for site, issues in ((full_site(), full_pages(NewsletterPage)), (bare_site(), (bare_page(NewsletterPage),))):
        renderer = Renderer(theme, site, NullTranslations())
        with Press(renderer, theme, site, lambda _: _PICTURE) as press:
            try:
                printed = [press.begin(issue, large=large) for issue in issues for large in (False, True)]
                if site == bare_site():
                    printed.append(press.begin_report(bare_page(ReportPage)))
                yield from _failed(printed)
            except TemplateFailedError as error:
                yield error
            except UnreadableImageError:
                return  # the logo, which is told beside the other pictures


def _failed(printed: Iterable[Future[bytes]]) -> Iterator[TemplateFailedError]:
    for one in printed:
        error = one.exception()
        if isinstance(error, TemplateFailedError):
            yield error
        elif error:
            raise error
