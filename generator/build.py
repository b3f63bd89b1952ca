"""The recipe: read, check, narrow, plan, make, put in place."""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import field
from datetime import date
from functools import partial
from pathlib import Path

from generator.briefing.briefing import Briefings
from generator.checks.all import check_all, conclude
from generator.domain.audience import DRAFTS, Audience
from generator.domain.content import Content
from generator.keeping.cache import Cache
from generator.output.manifest import Made, Manifest
from generator.output.plan import AsItStands, FileCounts, Piece
from generator.output.publication import publication_at
from generator.output.put import USUAL, PutManner, put_in_place
from generator.output.site_folder import refuse_published
from generator.processes import can_divide, can_send, cores, share_out, side_by_side, with_new_processes
from generator.reading.audiences import audience_named
from generator.reading.content import read_content
from generator.reading.memory import Memory
from generator.request import BuildRequest
from generator.scanning.documents import find_in_documents
from generator.scanning.sayings import Sayings
from generator.site import Ingredients, MadeSite, Site, make_site
from generator.site_job import site_jobs
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.source import Source
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: what was found, with the texts to show it by, and the sites by their folders' names.

    `made` is empty where there are errors. `editions` counts those of the content; `on` is the day of the build, and
    None where the content could not be read.
    """

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    made: Mapping[str, Site] = field(default_factory=dict)
    editions: int = 0
    on: date | None = None
    timezone: str = ""

    @property
    def sites(self) -> Mapping[str, Mapping[str, Piece]]:
        """Every file of each site by its path."""
        return {name: site.files for name, site in self.made.items()}


LARGE = 100  # updates, from which on it pays to divide the process
LARGER = 300  # updates, from which on it pays to begin a new one


def build(request: BuildRequest) -> Result:
    """Make everything in memory. Writers' and theme authors' mistakes are findings; nothing is written here."""
    cache = request.cache
    memory: Memory = cache.memory if cache else request.memory
    content, read_sources, findings = read_content(
        request.content, memory=memory, share_out=share_out if can_divide() else None
    )
    sources: ChainMap[str, Source] = ChainMap({}, read_sources)
    if content is None:
        return Result(in_order(findings), sources)
    on = request.today(content.programme)
    findings.extend(check_all(content, sources, on))
    findings.extend(request.further(content, request.progress))
    sites: dict[str, Site] = {}
    sayings = Sayings(memory.heard)
    if not has_errors(findings):
        # Before the work is divided, so that what is found is remembered by the one process that saves it.
        asked = _asked(content, request.audiences)
        findings.extend(find_in_documents(content, asked, request.content, memory))
        for made in _make_sites(content, on, request, read_sources, sayings):
            sites[made.name] = made.site
            findings.extend(made.findings)
            sources.update(made.theme_sources)
    concluded = conclude(findings, content)
    if has_errors(concluded):
        sites = {}
    return Result(concluded, sources, sites, len(content.editions), on, content.programme.timezone)


def write(
    output: Path,
    result: Result,
    manner: PutManner = USUAL,
    *,
    cache: Cache | None = None,
    then: Callable[[], None] = lambda: None,
) -> FileCounts:
    """Put the sites in place, as put_in_place says; before another build can change them, let the cache know, and
    call `then`.

    Raises OutputRefused and OutputFailed, with words for the user; OutputChanged, after which to build again.
    """

    def remember(made: Mapping[str, Made]) -> None:
        if cache:
            for name, site in result.made.items():
                new = {path: len(it) for path, it in site.files.items() if not isinstance(it, AsItStands)}
                if site.built:
                    cache.put(name, site.keys, made[name], new, site.built)
            cache.close(is_complete=True)
        then()

    def look_for_published(_: Manifest) -> None:
        for name in result.sites:
            refuse_published(output / name, publication_at(output, name))

    return put_in_place(output, result.sites, manner, first=look_for_published, then=remember)


def _make_sites(
    content: Content, on: date, request: BuildRequest, sources: MutableMapping[str, Source], sayings: Sayings
) -> list[MadeSite]:
    """Large ones side by side: another process costs more than a small one takes."""
    asked = {_folder(audience, request.with_drafts): audience for audience in _asked(content, request.audiences)}
    if request.cache:
        request.cache.open_site_caches(asked)
    briefings = Briefings(content, on)
    briefings.of_the_public()  # before the work is divided, since more than one site asks for them
    hands = cores()  # for each of them, since an edit of a theme may leave the others with nothing to do
    ingredients = Ingredients(briefings, request, sources, sayings, hands)
    jobs = [partial(make_site, ingredients, audience, name) for name, audience in asked.items()]
    updates = sum(len(edition.updates) for edition in content.editions)
    if updates >= LARGE and can_divide():
        return side_by_side(jobs)
    if updates >= LARGER and _is_worth_sending(request, asked):
        others = {name: audience.id for name, audience in list(asked.items())[1:]}
        return with_new_processes(jobs[0], site_jobs(briefings, request, tuple(sources), others))
    return [job() for job in jobs]


def _is_worth_sending(request: BuildRequest, asked: Collection[str]) -> bool:
    """Where most of a site stands already, another process would take longer to learn of it than to make the rest."""
    is_all_made = request.cache is None or request.cache.knows_nothing_of(asked)
    return len(asked) > 1 and is_all_made and request.is_of_sites and can_send()


def _asked(content: Content, asked: tuple[str, ...]) -> Iterable[Audience]:
    """Raises UserError for one that the programme does not have."""
    named = [audience_named(content.programme, name) for name in asked]
    return [audience for audience in content.programme.audiences if not asked or audience in named]


def _folder(audience: Audience, with_drafts: bool) -> str:
    """Drafts have a folder of their own, so that nobody publishes one by mistake."""
    return f"{audience.id}{DRAFTS}" if with_drafts else audience.id
