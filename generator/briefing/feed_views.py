"""The views of feeds."""

from generator.briefing.page_views import PageView
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import CountView, SectionView
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was published, or changed after it.

    `id` is its whole and lasting address; `address` is the page's on the site. `published` and `updated` are moments as
    RFC 3339 has them. `change` is None for what was published; for a change, `title` names what was changed.
    """

    id: str
    address: str
    title: str
    published: str
    updated: str
    words: Prose
    counts: tuple[CountView, ...]
    sections: tuple[SectionView, ...]
    change: CorrectionView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView(PageView):
    """An Atom feed; `id` is its whole and lasting address, the first that it had.

    `about` is the address of the page that it follows, `updated` the moment of its newest entry.

    Entries stand newest first.
    """

    id: str
    about: str
    updated: str
    author: str
    entries: tuple[FeedEntry, ...]
