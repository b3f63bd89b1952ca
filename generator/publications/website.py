"""The website: every page of one audience, with the documents and pictures that its pages show."""

from collections.abc import Iterator

from generator.briefing import pages, statement
from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.newsletters import issues
from generator.briefing.page_views import PageView
from generator.domain import address
from generator.domain.prose import NOWHERE
from generator.publications.artifact import Artifact, CopyOf, FromTemplate
from generator.text.source import Span


def publish(describe: Describer) -> Iterator[Artifact]:
    content, issued = describe.content, issues(describe)
    yield _page("home", pages.home(describe))
    yield _page("updates", pages.updates(describe))
    for edition in content.editions:
        yield _page("edition", pages.edition(describe, edition, issued), edition.written_at)
    yield _page("workstreams", pages.workstreams(describe))
    for workstream in content.workstreams:
        yield _page("workstream", pages.workstream(describe, workstream), workstream.written_at)
    yield _page("actions", pages.actions(describe))
    for thread in describe.threads.values():
        yield _page("action", pages.action(describe, thread), thread.latest.action.written_at)
    yield _page("timeline", pages.timeline(describe))
    yield _page("progress", pages.progress(describe))
    yield _page("documents", pages.documents(describe))
    yield _page("glossary", pages.glossary(describe))
    yield _page("formats", statement.formats(describe))
    if content.statement:
        yield _page("accessibility", statement.statement(describe, content.statement), content.statement.written_at)
    for page in content.pages:
        yield _page("text", pages.text(describe, page), page.written_at)
    yield _page("missing", pages.missing(describe))
    yield from _files(describe)


def _page(template: str, page: PageView, origin: Span = NOWHERE) -> Artifact:
    path = address.file_at(page.address)
    return Artifact(path, FromTemplate(f"pages/{template}.html", page), origin, files_named(page))


def _files(describe: Describer) -> Iterator[Artifact]:
    for document in describe.content.documents:
        path = address.of_document(document.file)
        yield Artifact(path, CopyOf(path), document.written_at)
    for image in describe.content.images:
        yield Artifact(image.path, CopyOf(image.path))
