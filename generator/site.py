"""The recipe for one audience's site: narrow, plan, make what is not made yet, and look for leaks."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field

from generator.again import Before
from generator.briefing.briefing import Briefings
from generator.briefing.describe import Describer
from generator.briefing.pages import site
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.keeping.shelf import Built
from generator.making.catalogue import load_translations
from generator.making.keys import keyring_for
from generator.making.make import make_all, make_assets
from generator.making.render import Renderer
from generator.making.theme import load_theme
from generator.making.unprinted import find_unprinted
from generator.making.workshop import Workshop
from generator.output.plan import AsItStands, Piece
from generator.publications.all import clashes, plan
from generator.request import Request
from generator.scanning.documents import find_document_metadata
from generator.scanning.privacy import find_personal_details
from generator.scanning.sayings import Sayings
from generator.scanning.scan import find_leaks
from generator.scanning.secrets import secrets
from generator.shipped import places_for
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of a site by its path, and what the cache has to know of them: their keys, and what the site was
    made from. `why` tells what was made again, and for what reason.
    """

    files: Mapping[str, Piece] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    built: Built | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A site by its folder's name, what was found while it was made, and the texts of themes to show that by."""

    name: str
    site: Site
    findings: tuple[Diagnostic, ...]
    theme_sources: Mapping[str, Source]


def make_site(
    briefings: Briefings,
    request: Request,
    read: MutableMapping[str, Source],
    sayings: Sayings,
    audience: Audience,
    name: str,
) -> MadeSite:
    """`name` is that of the site's folder, `read` are the content's texts. Without a cache, everything is made."""
    theme_sources: dict[str, Source] = {}
    sources = ChainMap(theme_sources, read)
    site, findings = _make_site(briefings, request, sources, sayings, audience, name)
    return MadeSite(name, site, tuple(findings), theme_sources)


def _make_site(
    briefings: Briefings,
    request: Request,
    sources: MutableMapping[str, Source],
    sayings: Sayings,
    audience: Audience,
    name: str,
) -> tuple[Site, list[Diagnostic]]:
    content = briefings.content
    findings: list[Diagnostic] = []
    theme = load_theme(audience.theme, places_for(request.content), sources, findings, Span("programme.yml", 0, 0))
    if theme is None or findings:
        return Site(), findings
    translations = load_translations(content.programme.language, theme.folders)
    describe = Describer(briefings.of(audience, request.with_drafts), translations.gettext)
    if not audience.is_internal:
        findings.extend(find_personal_details(describe.content, content, sources, audience.title, sayings))
        findings.extend(find_document_metadata(describe.content, request.content, audience.title))
    view = site(describe)
    pictures = [image.path for image in describe.content.images]
    before = Before(request.cache, name)
    before.compare(content, describe, lambda: keyring_for(view, theme, pictures, request.content))
    artifacts = plan(describe, before.leaves_alone) if request.plan is plan else request.plan(describe)
    findings.extend(clashes(artifacts))
    findings.extend(find_unprinted(artifacts, view, theme, sources))
    standing: dict[str, Piece] = {**before.standing(artifacts)}
    to_make = [it for it in artifacts if it.path not in standing]
    request.progress(audience.title, len(to_make))
    renderer = Renderer(theme, view, translations)
    workshop = Workshop(renderer, theme, view, describe.wording, request.content)
    lengths = {path: it.length for path, it in standing.items() if isinstance(it, AsItStands)}
    made, faults = make_all(to_make, workshop, sources, lambda: request.progress("", 0), lengths)
    assets: dict[str, bytes] = {}
    if request.plan is plan:
        kept = before.assets()
        standing = {**kept, **standing}
        assets, asset_faults = ({}, []) if kept else make_assets(theme, renderer, sources)
        faults = [*faults, *asset_faults]
    known = (describe.content, *_open_to(audience, briefings))
    hidden = secrets(content, known, sayings)
    findings.extend(find_leaks({**assets, **made}.items(), hidden, known, audience))
    if new := before.not_looked_for(hidden):
        findings.extend(find_leaks(before.read(standing), new, known, audience))
    keys, built = before.after(assets, hidden)
    files = {**standing, **assets, **made}
    return Site(files, keys, built, before.why({**assets, **made}, keys)), [*findings, *faults]


def _open_to(audience: Audience, briefings: Briefings) -> Iterable[Content]:
    """What else an audience may read beside its own briefing: the council's own people, all that the public may."""
    return (it.content for it in briefings.of_the_public()) if audience.is_internal else ()
