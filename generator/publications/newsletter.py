"""Newsletters: every issue in every form that its newsletter has, and the page that lists them."""

from collections.abc import Collection, Iterator

from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import file_of, issues, issues_page
from generator.domain import address
from generator.domain.issue import Issue
from generator.domain.newsletter import Format
from generator.publications.artifact import Artifact, FromTemplate, MailMessage, MailPage, Making, PlainText, Printed


def publish(describe: Describer) -> Iterator[Artifact]:
    """What stands on the site: the pages, and the files that they lead to."""
    if not describe.content.programme.newsletters:
        return
    page = issues_page(describe)
    yield Artifact(address.file_at(page.address), FromTemplate("pages/newsletters.html", page), needs=files_named(page))
    for issue in issues(describe):
        yield from _on_site(issue, issue_page(describe, issue))


def to_send(describe: Describer, issue: Issue, formats: Collection[Format]) -> Iterator[Artifact]:
    """The files of one issue that stand by themselves, in those of the formats that its newsletter has."""
    page = issue_page(describe, issue)
    for format_ in issue.newsletter.formats:
        if format_ in formats:
            yield Artifact(file_of(issue, format_), _alone(format_, page), issue.newsletter.written_at)


def _on_site(issue: Issue, page: NewsletterPage) -> Iterator[Artifact]:
    origin = issue.newsletter.written_at
    for format_ in issue.newsletter.formats:
        if format_ is Format.HTML:
            template = FromTemplate("pages/newsletter.html", page)
            yield Artifact(address.file_at(page.address), template, origin, files_named(page))
        else:
            yield Artifact(file_of(issue, format_), _alone(format_, page), origin)


def _alone(format_: Format, page: NewsletterPage) -> Making:
    """A form that needs no other file beside it; as HTML it is the page that a mailing service takes."""
    match format_:
        case Format.HTML:
            return MailPage(page)
        case Format.PDF:
            return Printed(page, is_large=False)
        case Format.LARGE_PRINT:
            return Printed(page, is_large=True)
        case Format.EMAIL:
            return MailMessage(page)
        case Format.TEXT:
            return PlainText(page)
