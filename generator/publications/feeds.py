"""Atom feeds: the programme, its corrections, and each workstream.

The format is RFC 4287, written by the theme's template like every other page, so that a theme decides what it says.
"""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.feeds import feeds
from generator.publications.artifact import Artifact, FromTemplate


def publish(describe: Describer) -> Iterator[Artifact]:
    for feed in feeds(describe):
        yield Artifact(feed.address, FromTemplate("feeds/atom.xml", feed))
