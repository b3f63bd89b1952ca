"""What all pages of a site share: theme, templates and assets, kept for as long as nothing of it changes."""

from collections.abc import Mapping, MutableMapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from generator.briefing.views import SiteView
from generator.domain.programme import Programme
from generator.keeping.stamps import Folders, folders_below
from generator.making.catalogue import load_translations
from generator.making.make import make_assets
from generator.making.render import Renderer
from generator.making.theme import Theme, load_theme
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass

# What a browser can take up without loading a page again.
_STYLES, _ICONS = (".css", ".woff2"), ("favicon.", "apple-touch-icon.")


@dataclass(frozen=True, slots=True)
class Themes:
    """The theme of each audience as its files are now; `looks` tells of every file that it was read from."""

    by_audience: Mapping[str, Theme]
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    looks: Mapping[Path, Folders] = field(default_factory=dict)


def read_themes(
    programme: Programme, places: tuple[Path, ...], seen: Mapping[Path, Folders], before: Themes | None
) -> Themes:
    """Those of `before` where no file has changed. A theme with findings is left out. What is `seen` in a place is not
    looked at again.
    """
    names = {audience.id: audience.theme for audience in programme.audiences}
    looks = {place: seen[place] if place in seen else dict(folders_below(place)) for place in places}
    if before and before.looks == looks and _names(before) == names:
        return before
    themes: dict[str, Theme] = {}
    findings: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for audience in programme.audiences:
        found: list[Diagnostic] = []
        theme = load_theme(audience.theme, places, sources, found, audience.theme_at)
        findings.extend(found)
        if theme is not None and not found:
            themes[audience.id] = theme
    return Themes(themes, tuple(findings), sources, looks)


def _names(themes: Themes) -> Mapping[str, str]:
    return {audience: theme.name for audience, theme in themes.by_audience.items()}


@dataclass(frozen=True, slots=True)
class Fittings:
    """`styles` and `rest` are digests of the stylesheets with their fonts and icons, and of all other assets."""

    theme: Theme
    view: SiteView
    renderer: Renderer
    assets: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...]
    styles: str
    rest: str

    def fit(self, theme: Theme, view: SiteView) -> bool:
        return self.theme is theme and self.view == view


def fittings_for(theme: Theme, view: SiteView, sources: MutableMapping[str, Source]) -> Fittings:
    renderer = Renderer(theme, view, load_translations(view.language, theme.folders))
    assets, faults = make_assets(theme, renderer, sources)
    styles = {path: data for path, data in assets.items() if path.endswith(_STYLES) or any(it in path for it in _ICONS)}
    rest = {path: data for path, data in assets.items() if path not in styles}
    return Fittings(theme, view, renderer, assets, tuple(faults), _digest(styles), _digest(rest))


def _digest(files: Mapping[str, bytes]) -> str:
    told = sha256()
    for path, data in files.items():
        told.update(f"{path} {len(data)} ".encode())
        told.update(data)
    return told.hexdigest()[:16]
