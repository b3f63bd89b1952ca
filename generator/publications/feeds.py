"""Atom feeds: the programme, its corrections, and each workstream.

The format is RFC 4287, written by the theme's template like every other page, so that a theme decides what it says.
"""

from collections.abc import Iterator
from functools import partial

from generator.briefing.describe import Describer
from generator.briefing.feed_views import FeedView
from generator.briefing.feeds import feed_of_workstream, feeds, workstream_feed
from generator.briefing.views import LinkTo
from generator.domain.workstream import Workstream
from generator.publications.artifact import Artifact, FromTemplate, PageOf, Subject


def publish(describe: Describer) -> Iterator[Artifact | PageOf]:
    for feed in feeds(describe):
        yield _atom(feed)
    for workstream in describe.content.workstreams:
        if link := feed_of_workstream(describe, workstream):
            plan = partial(_of_workstream, describe, workstream, link)
            yield PageOf(Subject.WORKSTREAM, workstream.id, link.address, plan)


def _of_workstream(describe: Describer, workstream: Workstream, link: LinkTo) -> Artifact:
    return _atom(workstream_feed(describe, workstream, link))


def _atom(feed: FeedView) -> Artifact:
    return Artifact(feed.address, FromTemplate("feeds/atom.xml", feed))
