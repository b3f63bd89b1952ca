"""The recipe for one audience's site: narrow, plan, make what is not made yet, and look for leaks."""

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import field, replace

from generator.briefing.briefing import Briefings
from generator.briefing.describe import Describer
from generator.briefing.pages import site as site_view
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.incremental import PreviousBuild, recall
from generator.keeping.site_cache import Built
from generator.making.catalogue import load_translations
from generator.making.faults import as_finding
from generator.making.keys import keyring_for
from generator.making.make import make_assets
from generator.making.render import Renderer
from generator.making.searching import is_searchable
from generator.making.tables import table_file
from generator.making.template_blocks import lost_words
from generator.making.theme import Theme, load_theme
from generator.making.unprinted import find_unprinted
from generator.making.workshop import Workshop
from generator.output.plan import AsItStands, Piece
from generator.publications.all import clashes
from generator.publications.artifact import Artifact, AsBytes, CsvFile, HistoriesFile, PageOf, planned
from generator.request import BuildRequest
from generator.scanning.privacy import find_personal_details
from generator.scanning.sayings import Sayings
from generator.scanning.scan import Hits, leaks, search
from generator.scanning.secrets import secrets
from generator.shares import MadeShare, Task, make_in_shares, search_in_shares
from generator.shipped import places_for
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of a site by its path, and what the cache has to know of them: their keys, and what the site was
    made from. `why` tells what was made again, and for what reason.
    """

    files: Mapping[str, Piece] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    built: Built | None = None
    why: tuple[str, ...] = ()

    @property
    def bytes_by_path(self) -> Mapping[str, bytes]:
        """All its files, to be handed on whole; of a build without a cache, which makes every one of them.

        Raises ValueError where some were left as they stand: what is handed on would lack them.
        """
        made = {path: it for path, it in self.files.items() if not isinstance(it, AsItStands)}
        if len(made) < len(self.files):
            raise ValueError(f"left as they stand, and not made: {', '.join(sorted(self.files.keys() - made.keys()))}")
        return made


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A site by its folder's name, what was found while it was made, and the texts of themes to show that by."""

    name: str
    site: Site
    findings: tuple[Diagnostic, ...]
    theme_sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What all sites of one build are made from: `read` are the content's texts, for findings to be shown by.

    Up to `hands` processes share the work of a site.
    """

    briefings: Briefings
    request: BuildRequest
    read: MutableMapping[str, Source]
    sayings: Sayings
    hands: int


def make_site(of: Ingredients, audience: Audience, name: str) -> MadeSite:
    """`name` is that of the site's folder. Without a cache, everything is made."""
    request, content = of.request, of.briefings.content
    findings: list[Diagnostic] = []
    theme_sources: dict[str, Source] = {}
    sources = ChainMap(theme_sources, of.read)
    theme = load_theme(audience.theme, places_for(request.content), sources, findings, audience.theme_at)
    if theme is None or findings:
        return MadeSite(name, Site(), tuple(findings), theme_sources)
    translations = load_translations(content.programme.language, theme.folders)
    briefing = of.briefings.of(audience, request.with_drafts)
    describe = Describer(briefing, translations.gettext, translations.ngettext, is_searched=is_searchable(theme))
    if not audience.is_internal:
        findings.extend(find_personal_details(describe.content, content, sources, audience.title, of.sayings))
    view = site_view(describe)
    pictures = [image.path for image in describe.content.images]
    before = recall(request.cache, name, content, describe, lambda: keyring_for(view, theme, pictures, request.content))
    every = tuple(request.plan(describe))
    findings.extend(clashes(every))
    chosen = _choose(every, before)
    if before.is_anew:
        findings.extend(as_finding(it, sources) for it in lost_words(theme))
    unprinted = tuple(find_unprinted(chosen.planned, view, theme, sources))
    findings.extend(unprinted)
    known = (describe.content, *_open_to(audience, of.briefings))
    hidden = secrets(content, known, of.sayings, describe.wording)
    request.progress(audience.title, len(chosen.others) + len(chosen.pages))
    renderer = Renderer(theme, view, translations, compiled_in=request.compiled_in)
    workshop = Workshop(renderer, theme, view, describe.wording, request.content)
    task = Task(workshop, sources, before, hidden, known, lambda: request.progress("", 0))
    shares = make_in_shares(task, chosen.pages, chosen.others, _lengths(chosen.standing), of.hands)
    for share in shares:
        sources.update(share.texts)
    assets = _make_assets(theme, renderer, sources, before) if request.is_of_sites else _Assets()
    standing = {**assets.kept, **chosen.standing, **{path: it for share in shares for path, it in share.kept.items()}}
    findings.extend(leaks(_search_all(task, shares, assets, standing, of.hands), audience))
    findings.extend(_faults(shares, assets))
    site = _site(task, shares, assets, standing, is_all_printed=not unprinted)
    return MadeSite(name, site, tuple(findings), theme_sources)


def _faults(shares: Sequence[MadeShare], assets: "_Assets") -> Iterator[Diagnostic]:
    """What is wrong with the theme, each fault once, although every share may have met it."""
    faults = (*(it for share in shares for it in share.faults), *assets.faults)
    yield from {(it.code, it.span, it.message): it for it in faults}.values()


def _site(
    task: Task,
    shares: Sequence[MadeShare],
    assets: "_Assets",
    standing: Mapping[str, AsItStands],
    *,
    is_all_printed: bool,
) -> Site:
    made = {path: data for share in shares for path, data in share.made.items()}
    keys, built = task.before.after(assets.made, made, task.hidden, is_all_printed=is_all_printed)
    new_files = {**assets.made, **made}
    return Site({**standing, **new_files}, keys, built, task.before.why(new_files, keys))


@dataclass(frozen=True, slots=True)
class _Choice:
    """What of a site stays as it stands, and what is to be made: `pages`, each planned when its turn comes, and
    `others`. `planned` are all that had to be planned to know that.
    """

    standing: Mapping[str, AsItStands]
    pages: Sequence[PageOf]
    others: Sequence[Artifact]
    planned: Sequence[Artifact]


def _choose(every: Sequence[Artifact | PageOf], before: PreviousBuild) -> _Choice:
    """What tells the sizes of others stays only where these stand, too, so it is asked about after them."""
    standing: dict[str, AsItStands] = {}
    pages: list[PageOf] = []
    planned: list[Artifact] = []
    for rank in ([it for it in every if not it.needs], [it for it in every if it.needs]):
        standing.update(before.untouched(it for it in rank if standing.keys() >= set(it.needs)))
        own_pages, own_planned = _divided((it for it in rank if it.path not in standing), before)
        for artifact in own_planned:
            standing.update(before.standing(artifact))
        pages += own_pages
        planned += own_planned
    return _Choice(standing, pages, [it for it in planned if it.path not in standing], planned)


def _search_all(
    task: Task, shares: Sequence[MadeShare], assets: "_Assets", standing: Collection[str], hands: int
) -> list[Hits]:
    """What was made has been looked into; what stands is, where something has become secret since it was made."""
    found = [*(share.found for share in shares), search(assets.made.items(), task.hidden, task.known)]
    if new := task.before.not_looked_for(task.hidden):
        found += search_in_shares(task, standing, new, hands)
    return found


def _lengths(standing: Mapping[str, AsItStands]) -> Mapping[str, int]:
    return {path: it.length for path, it in standing.items()}


@dataclass(frozen=True, slots=True)
class _Assets:
    """A theme's: either all of them are `kept` as they stand, or all are `made`."""

    kept: Mapping[str, AsItStands] = field(default_factory=dict)
    made: Mapping[str, bytes] = field(default_factory=dict)
    faults: Sequence[Diagnostic] = ()


def _make_assets(
    theme: Theme, renderer: Renderer, sources: MutableMapping[str, Source], before: PreviousBuild
) -> _Assets:
    if kept := before.assets():
        return _Assets(kept)
    return _Assets({}, *make_assets(theme, renderer, sources))


def _divided(left: Iterable[Artifact | PageOf], before: PreviousBuild) -> tuple[list[PageOf], list[Artifact]]:
    """Pages that are each planned when their turn comes, and all else, planned now."""
    pages: list[PageOf] = []
    others: list[Artifact] = []
    for found in left:
        if isinstance(found, PageOf) and found.subject.is_of_many:
            pages.append(found)
        else:
            others.append(_at_once(planned(found), before))
    return pages, others


def _at_once(artifact: Artifact, before: PreviousBuild) -> Artifact:
    """Tables are made here: most of their lines stay as they were, and it takes less to join them than to plan them."""
    if isinstance(artifact.made_from, CsvFile | HistoriesFile):
        lines = before.lines(artifact.path)
        return replace(artifact, made_from=AsBytes(table_file(artifact.made_from, lines)))
    return artifact


def _open_to(audience: Audience, briefings: Briefings) -> Iterable[Content]:
    """What else an audience may read beside its own briefing: the council's own people, all that the public may."""
    return (it.content for it in briefings.of_the_public()) if audience.is_internal else ()
