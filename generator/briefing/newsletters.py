"""The issues of an audience's newsletters: which have come out, what they are called, and where their files stand."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.newsletter_views import (
    NewslettersPage,
)
from generator.briefing.views import DownloadView, IssueView
from generator.domain import address
from generator.domain.issue import Issue
from generator.domain.newsletter import Every, Format

_ENDINGS = {
    Format.HTML: ".html",
    Format.PDF: ".pdf",
    Format.LARGE_PRINT: "-large-print.pdf",
    Format.EMAIL: ".eml",
    Format.TEXT: ".txt",
}


def issues_page(describe: Describer) -> NewslettersPage:
    newest_first = sorted(describe.issues, key=lambda issue: issue.published, reverse=True)
    return NewslettersPage(
        address=address.NEWSLETTERS,
        title=describe.translate("Newsletters"),
        trail=(describe.home,),
        issues=tuple(issue_view(describe, issue) for issue in newest_first),
        rhythms=tuple(_rhythms(describe)),
    )


def _rhythms(describe: Describer) -> Iterator[str]:
    """When there is more to read, for whoever waits for it."""
    say = describe.translate
    sentences: dict[object, str] = {
        Every.MONTH: say("A new issue of %(newsletter)s comes out every month."),
        Every.QUARTER: say("A new issue of %(newsletter)s comes out every three months."),
        Every.YEAR: say("A new issue of %(newsletter)s comes out once a year."),
    }
    for newsletter in describe.content.programme.newsletters:
        if sentence := sentences.get(newsletter.every):
            yield sentence % {"newsletter": newsletter.title}


def newest_issues(describe: Describer) -> tuple[IssueView, ...]:
    """The newest issue of each newsletter, in the programme's order."""
    newest = {issue.newsletter.id: issue for issue in describe.issues}  # they stand oldest first
    return tuple(issue_view(describe, issue) for issue in newest.values())


def issue_view(describe: Describer, issue: Issue) -> IssueView:
    return IssueView(
        newsletter=issue.newsletter.title,
        issue=time_told(describe, issue),
        address=address_of(issue) if Format.HTML in issue.newsletter.formats else "",
        published=describe.wording.day(issue.published),
        files=tuple(downloads(issue)),
        is_draft=not issue.is_out(describe.briefing.on),
    )


def downloads(issue: Issue) -> Iterator[DownloadView]:
    """The files of an issue, its web page left out; their sizes are not known before they are made."""
    for format_ in issue.newsletter.formats:
        if format_ is not Format.HTML:
            yield DownloadView(format_.value, file_of(issue, format_))


def file_of(issue: Issue, format_: Format) -> str:
    """Where a form of an issue stands that is a file by itself."""
    return f"{address_of(issue)}{issue.newsletter.id}-{issue.id}{_ENDINGS[format_]}"


def address_of(issue: Issue) -> str:
    return address.of_issue(issue.newsletter.id, issue.id)


def time_told(describe: Describer, issue: Issue) -> str:
    """The issue by the time that it tells of, or by its edition where it names editions."""
    return describe.wording.due(issue.period).words if issue.period else issue.editions[-1].title


def title_of(describe: Describer, issue: Issue) -> str:
    return describe.translate("%(newsletter)s, %(issue)s") % {
        "newsletter": issue.newsletter.title,
        "issue": time_told(describe, issue),
    }
