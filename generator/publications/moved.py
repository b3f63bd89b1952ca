"""What stands at the addresses that editions and workstreams had before, so that no link to them breaks."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.moved import moved_feeds, moved_pages
from generator.domain import address
from generator.publications.artifact import Artifact, FromTemplate


def publish(describe: Describer) -> Iterator[Artifact]:
    """A page that leads on, on a file share too; it is no page of the site to be listed or found."""
    for page in moved_pages(describe):
        yield Artifact(address.file_at(page.address), FromTemplate("pages/moved.html", page))
    for before, feed in moved_feeds(describe):
        yield Artifact(before, FromTemplate("feeds/atom.xml", feed))
