"""Newsletters: every issue in every form that its newsletter has, and the page that lists them."""

from collections.abc import Callable, Collection, Iterator
from functools import cache, partial

from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import address_of, downloads, file_of, issues_page
from generator.domain import address
from generator.domain.issue import Issue
from generator.domain.newsletter import Format
from generator.publications.artifact import (
    Artifact,
    FromTemplate,
    MailMessage,
    MailPage,
    Making,
    PageOf,
    PlainText,
    Printed,
    Subject,
)


def publish(describe: Describer) -> Iterator[Artifact | PageOf]:
    """What stands on the site: the pages, and the files that they lead to."""
    if not describe.content.programme.newsletters:
        return
    every = issues_page(describe)
    template = FromTemplate("pages/newsletters.html", every)
    yield Artifact(address.file_at(every.address), template, needs=files_named(every))
    for issue in describe.issues:
        page = cache(partial(issue_page, describe, issue))  # once for all forms
        for format_ in issue.newsletter.formats:
            yield _on_site(issue, format_, page)


def to_send(describe: Describer, issue: Issue, formats: Collection[Format]) -> Iterator[Artifact]:
    """The files of one issue that stand by themselves, in those of the formats that its newsletter has."""
    page = issue_page(describe, issue)
    for format_ in issue.newsletter.formats:
        if format_ in formats:
            yield Artifact(file_of(issue, format_), _alone(format_, page), issue.newsletter.written_at)


def _on_site(issue: Issue, format_: Format, page: Callable[[], NewsletterPage]) -> PageOf:
    newest, is_page = issue.editions[-1].id, format_ is Format.HTML
    where = address_of(issue) if is_page else file_of(issue, format_)
    needs = tuple(it.address for it in downloads(issue)) if is_page else ()

    def plan() -> Artifact:
        making = FromTemplate("pages/newsletter.html", page()) if is_page else _alone(format_, page())
        return Artifact(address.file_at(where), making, issue.newsletter.written_at, needs)

    return PageOf(Subject.ISSUE, newest, where, plan, needs)


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
