"""Views that no programme was read for: with everything in them, or with as little as a view can have.

They are made from the classes of the views themselves, so that a new field or a new view is tried as well. A theme is
checked with them, and its gallery shows them. Their words are those of an invented council, in English in any language.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from generator.briefing.feed_views import FeedView
from generator.briefing.gallery import GalleryPage
from generator.briefing.hosting_views import (
    ApacheFile,
    HeadersFile,
    IisFile,
    NginxFile,
    RedirectsFile,
    RobotsFile,
    SecurityFile,
    SitemapFile,
)
from generator.briefing.mailing import SentPage, Some
from generator.briefing.open_data_views import Column, DataDownload
from generator.briefing.page_views import (
    ActionPage,
    ActionsYearPage,
    PageView,
    ProgressPage,
    StandingGroup,
    WorkstreamGroup,
    WorkstreamYearPage,
)
from generator.briefing.report_views import ReportPage
from generator.briefing.review_views import ReviewPage
from generator.briefing.search_views import EntryView
from generator.briefing.specimen_prose import LETTER, PARAGRAPH
from generator.briefing.specimen_words import (
    ADDRESSES,
    DAYS,
    MAY_BE_EMPTY,
    PAIRS,
    TITLES,
    VALUES,
    WHENS,
    WORDS,
)
from generator.briefing.statement_views import StatementPage
from generator.briefing.thread_views import (
    CompletedView,
    CorrectionView,
    EditionTally,
    EventView,
    PromiseView,
    SinceGroup,
    TallyPart,
    TiedPromise,
    WorkstreamTally,
)
from generator.briefing.views import (
    ActionView,
    CountView,
    DownloadView,
    LinkTo,
    OutcomeView,
    SectionView,
    SiteView,
    TermGroup,
    When,
)
from generator.domain.prose import Paragraph, Prose, Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
V = TypeVar("V", bound="DataclassInstance")
P = TypeVar("P", bound=PageView)

# Where it is not the template that has the view's own name.
TEMPLATES: Mapping[type, str] = {
    FeedView: "feeds/atom.xml",
    GalleryPage: "gallery/index.html",
    ApacheFile: "hosting/apache.txt",
    HeadersFile: "hosting/headers.txt",
    IisFile: "hosting/iis.xml",
    NginxFile: "hosting/nginx.txt",
    ReportPage: "report/report.html",
    ReviewPage: "review/changes.html",
    RedirectsFile: "hosting/redirects.txt",
    RobotsFile: "hosting/robots.txt",
    SecurityFile: "hosting/security.txt",
    SitemapFile: "hosting/sitemap.xml",
    SentPage: "newsletter/email.html",
    StatementPage: "pages/accessibility.html",
    ActionsYearPage: "pages/actions-year.html",
    WorkstreamYearPage: "pages/workstream-year.html",
}

STATES = ("completed", "under_way", "future", "stopped")
STANDINGS = ("overdue", "unmentioned", "under_way", "future", "completed", "stopped", "continued")
_WORST = ("overdue", "unmentioned", "moved", "on_course", "nothing_open")

# The field of a view that says which of a few things it is, and all that it may say, as the views' own words tell.
KINDS: Mapping[type, tuple[str, tuple[str, ...]]] = {
    ActionPage: ("standing", STANDINGS),
    ActionView: ("state", STATES),
    CorrectionView: ("kind", ("correction", "withdrawal", "withdrawal", "withdrawal")),  # of three things
    CountView: ("state", STATES),
    DataDownload: ("format", ("csv", "json")),
    DownloadView: ("format", ("pdf", "large-print", "email", "text")),
    EditionTally: ("direction", ("more", "fewer", "same", "first")),
    EventView: (
        "kind",
        (
            *("promised", "under_way", "repeated", "moved_later", "moved_earlier", "completed", "stopped"),
            *("reopened", "reported", "completed_in_part", "continued", "unmentioned", "dated", "no_longer_under_way"),
            *("taken_over_later", "taken_over_earlier"),
        ),
    ),
    OutcomeView: ("standing", STANDINGS),
    ProgressPage: ("worst", _WORST),
    EntryView: ("standing", STANDINGS),
    PromiseView: ("standing", STANDINGS),
    SectionView: ("state", STATES),
    StatementPage: ("compliance", ("full", "partial", "none")),
    SinceGroup: ("kind", ("completed", "promised", "reopened", "moved", "brought_forward", "stopped", "unmentioned")),
    StandingGroup: ("standing", STANDINGS),
    TallyPart: ("kind", ("kept", "on_course", "late", "closed")),
    TiedPromise: ("standing", STANDINGS),
    WorkstreamTally: ("worst", _WORST),
}
# What a view with no more than it must have can be; of these, all are shown where there are several.
BARE_KINDS: Mapping[type, tuple[str, ...]] = {
    EditionTally: ("first",),
    EventView: ("promised", "under_way", "reopened"),
    OutcomeView: ("under_way", "future"),
    ProgressPage: ("on_course",),
    WorkstreamTally: ("on_course",),
}
_BARE_KIND = ("future",)
# Groups, which are made only for what is in them, and what says the same whatever is known.
_NEVER_BARE = (
    *(
        Column,
        CorrectionView,
        CountView,
        DataDownload,
        DownloadView,
        SectionView,
        SinceGroup,
        StandingGroup,
        TallyPart,
        TermGroup,
    ),
    WorkstreamGroup,
)
_NEVER_WITHOUT_WORDS = ("text", "words")
_GROUPS_OF_ACTIONS = (SectionView, CompletedView)
_ACTIONS_OF_GROUPS = 1  # a list of all kinds of actions in each group would be a long one
# A withdrawal says what was withdrawn in one of these words.
_WITHDRAWN = ("words", "person", "action")
_ITEMS = 2  # in a list of links or of sentences


def page_classes() -> tuple[type[PageView], ...]:
    """The views of whole pages, by name; those of modules that nobody has imported yet are not among them."""
    # A class with slots is a copy of the one that was written, which stays a subclass without a name.
    found = (
        view for view in PageView.__subclasses__() if vars(sys.modules[view.__module__]).get(view.__name__) is view
    )
    return tuple(sorted(found, key=lambda view: view.__name__))


def template_of(view: type[PageView]) -> str:
    """The theme's template that shows a page: `HomePage` is shown by `pages/home.html`."""
    return TEMPLATES.get(view) or f"pages/{view.__name__.removesuffix('Page').lower()}.html"


def full_pages(view: type[P]) -> tuple[P, ...]:
    """The page with everything in it, once for each kind that it may be of."""
    return Specimens().each(view)


def bare_page(view: type[P]) -> P:
    """The page as it is on the first day of a programme."""
    return Specimens().bare(view)


def full_site() -> SiteView:
    return Specimens().full(SiteView)


def bare_site() -> SiteView:
    return Specimens().bare(SiteView)


class Specimens:
    """Makes views, each with words and anchors that those before it do not have, as far as there are others."""

    def __init__(self) -> None:
        self._made: Counter[str] = Counter()

    def each(self, view: type[V], most: int | None = None) -> tuple[V, ...]:
        """One view of each kind, or a single one; the first few of them where `most` says how many."""
        name, kinds = KINDS.get(view, ("", ()))
        return tuple(self._view(view, {name: kind}) for kind in kinds[:most]) or (self.full(view),)

    def all(self, view: type[V]) -> tuple[V, ...]:
        """A view of each kind, and one that has no more than it must."""
        return (*self.each(view), *self._bare_ones(view))

    def _bare_ones(self, view: type[V]) -> tuple[V, ...]:
        kinds = BARE_KINDS.get(view, ("",))
        return () if view in _NEVER_BARE else tuple(self.bare(view, kind=kind) for kind in kinds)

    def full(self, view: type[V]) -> V:
        """One view with everything in it; where there are kinds, it is of another kind each time."""
        name, kinds = KINDS.get(view, ("", ()))
        return self._view(view, {name: kinds[self._next(view.__name__) % len(kinds)]} if kinds else {})

    def bare(self, view: type[V], of: str = "", kind: str = "") -> V:
        name, _ = KINDS.get(view, ("", ()))
        known = {name: kind or BARE_KINDS.get(view, _BARE_KIND)[0]} if name else {}
        return self._view(view, known, of, is_full=False)

    def _view(self, view: type[V], known: Mapping[str, object], of: str = "", is_full: bool = True) -> V:
        """`of` is the field that will hold it: the title of a link to a workstream is a workstream's."""
        values = {**(VALUES.get(view, {}) if is_full else {}), **known}
        hints = get_type_hints(view)
        for field in fields(view):
            if field.name not in values:
                values[field.name] = self._value(view, field.name, hints[field.name], of, is_full)
        if view is CorrectionView and values["kind"] == "withdrawal":
            values["what"] = _WITHDRAWN[self._next("withdrawal") % len(_WITHDRAWN)]
        return view(**values)

    def _some(self, inner: Any, name: str, is_full: bool) -> Some[Any]:
        return Some(self._several(inner, name, Some), 1) if is_full else Some((), 0)

    def _value(self, view: type, name: str, hint: Any, of: str, is_full: bool) -> object:
        if name.startswith("empty_"):
            return self.bare(hint)
        if hint == Prose:
            return self._prose(name) if is_full or name in _NEVER_WITHOUT_WORDS else ()
        if get_origin(hint) is Some:
            return self._some(get_args(hint)[0], name, is_full)
        if get_origin(hint) is UnionType:
            (inner,) = (one for one in get_args(hint) if one is not NoneType)
            return self._one(inner, name, is_full) if is_full else None
        if get_origin(hint) is tuple:
            return self._several(get_args(hint)[0], name, view) if is_full else ()
        if hint is str:
            return self._word(view, name, of, is_full)
        if hint is bool:
            return is_full and name != "is_found_anywhere" and self._next(name) % 2 == 0
        if hint is int:
            return 3 + self._next(name) % 9 if is_full else 0
        return self._one(hint, name, is_full)

    def _one(self, view: type, name: str, is_full: bool) -> object:
        if view is When:
            return When(*self._from(DAYS if name in ("published", "moment") else WHENS, "when"))
        if view is LinkTo:
            return LinkTo(self._title(name), "#main")
        return self.full(view) if is_full else self.bare(view, name)

    def _several(self, item: Any, name: str, holder: type) -> tuple[object, ...]:
        if item == Prose:
            return tuple(self._prose(name) for _ in range(_ITEMS))
        if get_origin(item) is tuple:
            return PAIRS.get(name, ())
        if item is str:
            return WORDS.get(name, ())
        if item is LinkTo:
            return tuple(self._one(LinkTo, name, is_full=True) for _ in range(_ITEMS))
        if item is ActionView and holder in _GROUPS_OF_ACTIONS:
            return (*self.each(item, _ACTIONS_OF_GROUPS), self.bare(item))
        return self.all(item)

    def _word(self, view: type, name: str, of: str, is_full: bool) -> str:
        if name == "address":
            return ADDRESSES.get(view.__name__, "specimen/" if issubclass(view, PageView) else "#main")
        if name in ("anchor", "id"):
            return f"specimen.{self._next('anchor') + 1}" if name == "anchor" else f"specimen-{self._next('id') + 1}"
        if name == "title":
            return self._title(of or view.__name__)
        if not is_full and name in MAY_BE_EMPTY:
            return ""
        return self._from(WORDS.get(name, (name.replace("_", " "),)), name)

    def _title(self, of: str) -> str:
        return self._from(TITLES.get(of, TITLES["action"]), f"title of {of}")

    def _prose(self, name: str) -> Prose:
        if name in ("letter", "body", "prose"):
            return LETTER
        return (Paragraph((Text(f"{self._title('action')}."),)),) if name in _NEVER_WITHOUT_WORDS else PARAGRAPH

    def _from(self, choice: Sequence[T], name: str) -> T:
        return choice[self._next(name) % len(choice)]

    def _next(self, name: str) -> int:
        """How many of that name were made before."""
        self._made[name] += 1
        return self._made[name] - 1
