"""Where the pages of editions and workstreams stood before, and where they stand now, for one audience.

What the audience does not see is not in it, nor what that was called.
"""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.feed_views import FeedView
from generator.briefing.feeds import feed_of_workstream, workstream_feed
from generator.briefing.hosting_views import ForwardView
from generator.briefing.newsletters import issue_view
from generator.briefing.page_views import MovedPage
from generator.briefing.views import LinkTo
from generator.domain import address


def moves(describe: Describer) -> tuple[ForwardView, ...]:
    """For servers that lead on by themselves, so that no page has to."""
    pages = (ForwardView(page.address.removesuffix("/"), page.now.address, True) for page in moved_pages(describe))
    feeds = (ForwardView(before, now, False) for before, now in _feeds(describe))
    return (*pages, *feeds)


def moved_pages(describe: Describer) -> Iterator[MovedPage]:
    for before, now in _pages(describe):
        yield MovedPage(
            address=before,
            title=describe.translate("This page has moved"),
            trail=(describe.home,),
            now=now,
        )


def moved_feeds(describe: Describer) -> Iterator[tuple[str, FeedView]]:
    """The feed itself once more at each address that it had: a feed reader does not know what a page tells."""
    for workstream in describe.content.workstreams:
        link = feed_of_workstream(describe, workstream) if workstream.moved_from else None
        if link:
            feed = workstream_feed(describe, workstream, link)
            for former in workstream.moved_from:
                yield address.of_workstream_feed(former.id), feed


def _pages(describe: Describer) -> Iterator[tuple[str, LinkTo]]:
    for edition in describe.content.editions:
        for former in edition.moved_from:
            yield address.of_edition(former.id), describe.link_to_edition(edition)
    for workstream in describe.content.workstreams:
        for former in workstream.moved_from:
            yield address.of_workstream(former.id), describe.link_to_workstream(workstream.id)
            for year in describe.registers.of(workstream.id).years:
                now = LinkTo(f"{workstream.title}, {year}", address.of_workstream_year(workstream.id, year))
                yield address.of_workstream_year(former.id, year), now
    yield from _issues(describe)


def _issues(describe: Describer) -> Iterator[tuple[str, LinkTo]]:
    """Those that are called after an edition."""
    for issue in describe.issues if any(it.moved_from for it in describe.content.editions) else ():
        view = issue_view(describe, issue)
        for former in issue.editions[-1].moved_from if issue.period is None and view.address else ():
            yield address.of_issue(issue.newsletter.id, former.id), LinkTo(view.issue, view.address)


def _feeds(describe: Describer) -> Iterator[tuple[str, str]]:
    for workstream in describe.content.workstreams:
        now = feed_of_workstream(describe, workstream)
        for former in workstream.moved_from if now else ():
            yield address.of_workstream_feed(former.id), address.of_workstream_feed(workstream.id)
