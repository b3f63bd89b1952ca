"""The website: every page of one audience, with the documents and pictures that its pages show."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.briefing import measures, pages, registers, statement
from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.newsletters import downloads
from generator.briefing.page_views import PageView
from generator.domain import address
from generator.domain.edition import Edition
from generator.domain.issue import Issue
from generator.domain.measure import Measure
from generator.domain.prose import NOWHERE
from generator.domain.thread import Thread
from generator.domain.workstream import Workstream
from generator.publications.artifact import Artifact, CopyOf, FromTemplate, PageOf, Subject
from generator.text.source import Span


def publish(describe: Describer) -> Iterator[Artifact | PageOf]:
    content = describe.content
    yield _register(address.HOME, lambda: _page("home", pages.home(describe)))
    yield _register(address.UPDATES, lambda: _page("updates", pages.updates(describe)))
    yield from _editions(describe)
    yield _register(address.WORKSTREAMS, lambda: _page("workstreams", pages.workstreams(describe)))
    yield from _workstreams(describe)
    yield _of_promises(address.ACTIONS, lambda: _page("actions", registers.actions(describe)))
    for year in describe.registers.actions.years:
        yield PageOf(Subject.YEAR, str(year), address.of_year(year), partial(_year, describe, year))
    for thread in describe.threads.values():
        yield PageOf(Subject.ACTION, thread.id, address.of_action(thread.id), partial(_action, describe, thread))
    yield _of_promises(address.TIMELINE, lambda: _page("timeline", pages.timeline(describe)))
    yield _of_promises(address.PROGRESS, lambda: _page("progress", pages.progress(describe)))
    if content.measures:
        yield _register(address.MEASURES, lambda: _page("measures", measures.measures(describe)))
    for measure in content.measures:
        yield _of_promises(address.of_measure(measure.id), partial(_measure, describe, measure))
    yield _page("documents", pages.documents(describe))
    yield _page("glossary", pages.glossary(describe))
    yield _page("formats", statement.formats(describe))
    if content.statement:
        yield _page("accessibility", statement.statement(describe, content.statement), content.statement.written_at)
    for page in content.pages:
        yield _page("text", pages.text(describe, page), page.written_at)
    yield _page("missing", pages.missing(describe))
    yield from _files(describe)


def _editions(describe: Describer) -> Iterator[PageOf]:
    """Each edition's page, which offers the files of the newsletters' issues that draw on it."""
    drawing: dict[str, list[Issue]] = {}  # by the id of an edition, the issues that draw on it
    for issue in describe.issues:
        for edition in issue.editions:
            drawing.setdefault(edition.id, []).append(issue)
    for edition in describe.content.editions:
        own = drawing.get(edition.id, ())
        needs = tuple(download.address for issue in own for download in downloads(issue))
        plan = partial(_edition, describe, edition, own)
        yield PageOf(Subject.EDITION, edition.id, address.of_edition(edition.id), plan, needs)


def _workstreams(describe: Describer) -> Iterator[PageOf]:
    """Each workstream's page, and one for each of its earlier years."""
    for workstream in describe.content.workstreams:
        plan = partial(_workstream, describe, workstream)
        yield PageOf(Subject.WORKSTREAM, workstream.id, address.of_workstream(workstream.id), plan)
        for year in describe.registers.of(workstream.id).years:
            plan = partial(_workstream_of_year, describe, workstream, year)
            page_address = address.of_workstream_year(workstream.id, year)
            yield PageOf(Subject.WORKSTREAM_YEAR, f"{workstream.id}/{year}", page_address, plan)


def _register(where: str, plan: Callable[[], Artifact]) -> PageOf:
    """A page of which nothing but its address is known before it is planned."""
    return PageOf(Subject.REGISTER, where, where, plan)


def _of_promises(where: str, plan: Callable[[], Artifact]) -> PageOf:
    return PageOf(Subject.PROMISES, where, where, plan)


def _edition(describe: Describer, edition: Edition, drawing: Iterable[Issue]) -> Artifact:
    return _page("edition", pages.edition(describe, edition, drawing), edition.written_at)


def _workstream(describe: Describer, workstream: Workstream) -> Artifact:
    return _page("workstream", registers.workstream(describe, workstream), workstream.written_at)


def _workstream_of_year(describe: Describer, workstream: Workstream, year: int) -> Artifact:
    return _page("workstream-year", registers.workstream_of_year(describe, workstream, year), workstream.written_at)


def _year(describe: Describer, year: int) -> Artifact:
    return _page("actions-year", registers.actions_of_year(describe, year))


def _action(describe: Describer, thread: Thread) -> Artifact:
    return _page("action", pages.action(describe, thread), thread.latest.action.written_at)


def _measure(describe: Describer, measure: Measure) -> Artifact:
    return _page("measure", measures.measure(describe, measure), measure.written_at)


def _page(template: str, page: PageView, origin: Span = NOWHERE) -> Artifact:
    path = address.file_at(page.address)
    return Artifact(path, FromTemplate(f"pages/{template}.html", page), origin, files_named(page))


def _files(describe: Describer) -> Iterator[Artifact]:
    for document in describe.content.documents:
        path = address.of_document(document.file)
        yield Artifact(path, CopyOf(path), document.written_at)
    for image in describe.content.images:
        yield Artifact(image.path, CopyOf(image.path))
