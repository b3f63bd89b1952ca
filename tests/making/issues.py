"""Issues of the sample's newsletters, and what renders them, for the tests of each form."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.pages import site
from generator.making.catalogue import load_translations
from generator.making.render import Renderer
from generator.making.theme import Theme, load_theme
from generator.reading.content import read_content
from generator.shipped import themes_folder
from generator.text.source import Span
from tests.building import SAMPLE, SAMPLE_ON


@lru_cache(maxsize=2)
def describer(audience: str) -> Describer:
    content, _, findings = read_content(SAMPLE)
    assert content is not None, findings
    reader = content.programme.audience(audience)
    assert reader is not None
    return Describer(brief(content, reader, SAMPLE_ON), str)


def newest_issue(audience: str) -> NewsletterPage:
    """The newest issue of the sample's newsletter for an audience."""
    describe = describer(audience)
    return issue_page(describe, describe.issues[-1])


def renderer_for(audience: str, *own_themes: Path, **site_values: object) -> Renderer:
    """What renders an audience's site of the sample; some values of the site may be others."""
    describe = describer(audience)
    theme = theme_named(describe.briefing.audience.theme, *own_themes)
    translations = load_translations(describe.content.programme.language, theme.folders)
    return Renderer(theme, replace(site(describe), **site_values), translations)  # type: ignore[arg-type]  # a test names fields that there are


def theme_named(name: str, *own_themes: Path) -> Theme:
    theme = load_theme(name, (*own_themes, themes_folder()), {}, [], Span("", 0, 0))
    assert theme is not None
    return theme


def in_new_words(page: NewsletterPage, **values: object) -> NewsletterPage:
    changed: Mapping[str, object] = values
    return replace(page, **changed)  # type: ignore[arg-type]  # a test names fields that there are
