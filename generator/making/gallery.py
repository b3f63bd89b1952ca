"""The gallery of a theme: one page with every part in every state, and the files that it needs."""

from collections.abc import MutableMapping
from dataclasses import replace
from gettext import NullTranslations

from generator.briefing.gallery import GalleryPage
from generator.briefing.specimens import full_pages, full_site, template_of
from generator.making.make import failing_template, make_assets
from generator.making.render import Renderer, TemplateFailedError
from generator.making.theme import Theme
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_STYLES = "gallery/gallery.css"


def make_gallery(theme: Theme, sources: MutableMapping[str, Source]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files of the gallery by path, with what keeps the theme's templates from being shown."""
    (page,) = full_pages(GalleryPage)
    renderer = Renderer(theme, replace(full_site(), canonical=""), NullTranslations())
    files, findings = make_assets(theme, renderer, sources)
    try:
        files["index.html"] = renderer.page(template_of(GalleryPage), page)
        files["gallery.css"] = renderer.asset(_STYLES)
    except TemplateFailedError as error:
        findings.append(failing_template(error, sources))
    return files, findings
