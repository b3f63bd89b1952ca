"""Newsletters: every issue in every form that its newsletter has, and the page that lists them."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import file_of, issue_page, issues, issues_page
from generator.domain import address
from generator.domain.issue import Issue
from generator.domain.newsletter import Format
from generator.publications.artifact import (
    Artifact,
    FromTemplate,
    MailMessage,
    MailPage,
    Making,
    PlainText,
    Printed,
)


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
    for format_ in issue.newsletter.formats:
        for number, making in enumerate(_made(format_, page)):
            yield Artifact(file_of(issue, format_, number), making, origin)


def _made(format_: Format, page: NewsletterPage) -> tuple[Making, ...]:
    match format_:
        case Format.HTML:
            return ()
        case Format.PDF:
            return (Printed(page, is_large=False),)
        case Format.LARGE_PRINT:
            return (Printed(page, is_large=True),)
        case Format.EMAIL:
            return (MailMessage(page), MailPage(page))
        case Format.TEXT:
            return (PlainText(page),)
