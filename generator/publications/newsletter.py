"""Newsletters: every issue in every form that its newsletter has, and the page that lists them."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import issue_page, issues, issues_page
from generator.domain import address
from generator.domain.issue import Issue
from generator.domain.newsletter import Format
from generator.publications.artifact import Artifact, FromTemplate, Printed


def publish(describe: Describer) -> Iterator[Artifact]:
    if not describe.content.programme.newsletters:
        return
    page = issues_page(describe)
    yield Artifact(address.file_at(page.address), FromTemplate("pages/newsletters.html", page), needs=files_named(page))
    for issue in issues(describe):
        yield from _forms(issue, issue_page(describe, issue))


def _forms(issue: Issue, page: NewsletterPage) -> Iterator[Artifact]:
    origin = issue.newsletter.written_at
    if Format.HTML in issue.newsletter.formats:
        yield Artifact(
            address.file_at(page.address), FromTemplate("pages/newsletter.html", page), origin, files_named(page)
        )
    for file in page.files:
        yield Artifact(file.address, Printed(page, is_large=file.format == Format.LARGE_PRINT), origin)
