"""The views of what an approver must read before an edition goes out."""

from generator.briefing.page_views import PageView
from generator.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One action. `words` are all that it says; `lines` are sentences, what became of it first, and what others read
    last. `place` is where its words stand.
    """

    id: str
    change: str
    words: str
    lines: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGroup:
    """The actions of one workstream, in the order in which changes are told."""

    title: str
    items: tuple[ReviewItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage(PageView):
    """What one edition changes. All of it are sentences in the approver's language.

    `summary` counts; `reading` is what has to be read in full, each with its place; `corrections` are changes to what
    was published before; `measures` are new readings. `policy` lets the page's own styles through, and nothing else.
    """

    organisation: str
    summary: tuple[str, ...]
    groups: tuple[ReviewGroup, ...]
    reading: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    policy: str = ""
