"""The recipe: read, check, narrow, plan, make, put in place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.pages import site
from generator.checks.all import check_content
from generator.checks.coach.all import coach
from generator.checks.statement import check_claims
from generator.checks.weighing import weigh
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.programme import Programme
from generator.making.catalogue import load_translations
from generator.making.make import make_all, make_assets
from generator.making.render import Renderer
from generator.making.theme import load_theme, places_for
from generator.making.unprinted import find_unprinted
from generator.making.workshop import Workshop
from generator.output.plan import Written
from generator.output.put import put_in_place
from generator.publications.all import clashes, plan
from generator.publications.artifact import Artifact
from generator.reading.content import read_content
from generator.scanning.documents import find_document_metadata
from generator.scanning.privacy import find_personal_details
from generator.scanning.scan import find_leaks
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.source import Source, Span

Clock = Callable[[Programme], date]
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built. `audiences` empty means all; `today` is asked for the date once the time zone is known.

    `plan` says what is made for an audience: a whole site, or files that stand by themselves, which get no assets.
    `progress` is told what is being done, and how many steps it has, 0 for one step done.
    """

    content: Path
    today: Clock
    audiences: tuple[str, ...] = ()
    with_drafts: bool = False
    progress: Progress = field(default=lambda _, __: None)
    plan: Callable[[Describer], tuple[Artifact, ...]] = plan


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: `sites` holds every file's bytes, by site and path; it is empty where there are errors."""

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    sites: Mapping[str, Mapping[str, bytes]]
    editions: int = 0


class UnknownAudienceError(Exception):
    """An audience was asked for that the programme does not have; the message names those that it has."""


def build(request: Request) -> Result:
    """Make everything in memory. Writers' and theme authors' mistakes are findings; nothing is written here."""
    content, read_sources, findings = read_content(request.content)
    sources = dict(read_sources)
    if content is None:
        return Result(in_order(findings), sources, {})
    on = request.today(content.programme)
    findings.extend(check_content(content, on))
    findings.extend(coach(content, read_sources, on))
    sites: dict[str, dict[str, bytes]] = {}
    if not has_errors(findings):
        for audience in _asked(content, request.audiences):
            files, found = _make_site(content, audience, on, request, sources)
            findings.extend(found)
            sites[_folder(audience, request.with_drafts)] = files
    findings.extend(check_claims(content, findings))
    weighed = in_order(weigh(findings, content))
    return Result(weighed, sources, {} if has_errors(weighed) else sites, len(content.editions))


def write(
    output: Path,
    result: Result,
    *,
    is_atomic: bool = False,
    waits: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Written:
    """Put the sites in place, as put_in_place says. Raises OutputRefused and OutputFailed, with words for the user."""
    return put_in_place(output, result.sites, is_atomic=is_atomic, waits=waits, tell=tell)


def _open_to(audience: Audience, content: Content, on: date) -> Iterable[Content]:
    """What else an audience may read beside its own briefing: the council's own people, all that the public may."""
    if not audience.is_internal:
        return ()
    public = (other for other in content.programme.audiences if not other.is_internal)
    return (brief(content, other, on).content for other in public)


def _asked(content: Content, asked: tuple[str, ...]) -> Iterable[Audience]:
    audiences = content.programme.audiences
    unknown = [name for name in asked if content.programme.audience(name) is None]
    if unknown:
        known = ", ".join(audience.id for audience in audiences)
        raise UnknownAudienceError(f"this programme has no audience `{unknown[0]}`; it has {known}")
    return [audience for audience in audiences if not asked or audience.id in asked]


def _folder(audience: Audience, with_drafts: bool) -> str:
    """Drafts have a folder of their own, so that nobody publishes one by mistake."""
    return f"{audience.id}-drafts" if with_drafts else audience.id


def _make_site(
    content: Content, audience: Audience, on: date, request: Request, sources: dict[str, Source]
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    findings: list[Diagnostic] = []
    theme = load_theme(audience.theme, places_for(request.content), sources, findings, Span("programme.yml", 0, 0))
    if theme is None or findings:
        return {}, findings
    translations = load_translations(content.programme.language, theme.folders)
    describe = Describer(brief(content, audience, on, request.with_drafts), translations.gettext)
    if not audience.is_internal:
        findings.extend(find_personal_details(describe.content, content, sources, audience.title))
        findings.extend(find_document_metadata(describe.content, request.content, audience.title))
    artifacts = request.plan(describe)
    findings.extend(clashes(artifacts))
    view = site(describe)
    findings.extend(find_unprinted(artifacts, view, theme, sources.values()))
    renderer = Renderer(theme, view, translations)
    workshop = Workshop(renderer, theme, view, describe.wording, request.content)
    request.progress(audience.title, len(artifacts))
    files, faults = make_all(artifacts, workshop, sources, lambda: request.progress("", 0))
    if request.plan is plan:
        assets, asset_faults = make_assets(theme, renderer, sources)
        files, faults = {**assets, **files}, [*faults, *asset_faults]
    findings.extend(find_leaks(files, content, (describe.content, *_open_to(audience, content, on)), audience))
    return files, [*findings, *faults]
