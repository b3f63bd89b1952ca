"""The views of whole pages, one class a template of the website."""

from generator.briefing.chart_views import BarChart, LineChart
from generator.briefing.thread_views import (
    CompletedView,
    CorrectionView,
    EditionTally,
    EventView,
    PeriodView,
    PromiseView,
    SinceView,
    TallyView,
    TiedPromise,
    WorkstreamTally,
)
from generator.briefing.views import (
    CountView,
    DocumentView,
    EditionView,
    IssueView,
    LinkTo,
    MeasureView,
    PersonView,
    ProjectView,
    TermGroup,
    UpdateView,
    When,
    WorkstreamView,
    YearView,
)
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """The day on which something came out, and that of its last open change, as ISO 8601 has them."""

    published: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page has. `trail` leads from the home page to the page above this one; `description` is for machines.

    `is_found_anywhere` is true only of the page for a missing address, which cannot know where it stands. `release` is
    given of a page that is a publication of its own.
    """

    address: str
    title: str
    description: str = ""
    trail: tuple[LinkTo, ...] = ()
    is_found_anywhere: bool = False
    release: ReleaseView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(PageView):
    """`coming` are the open promises that are due next, those that are overdue first. `has_open` says that a promise is
    open at all, be it without a date.

    `all_measures` leads to the page of measures; None where there are none.
    """

    objective: Prose
    director: PersonView
    latest: EditionView | None
    since: SinceView | None
    coming: tuple[PromiseView, ...]
    has_open: bool
    workstreams: tuple[WorkstreamView, ...]
    measures: tuple[MeasureView, ...]
    all_measures: LinkTo | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesPage(PageView):
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage(PageView):
    """`contents` lead to each update on this page. `corrections` are changes since its publication, newest first.

    `minutes_to_read` is 0 where the page is too short for its length to matter.
    `issues` are those of newsletters that draw on it.
    """

    published: When
    director: PersonView
    letter: Prose
    contents: tuple[LinkTo, ...]
    updates: tuple[UpdateView, ...]
    counts: tuple[CountView, ...]
    earlier: LinkTo | None
    later: LinkTo | None
    is_draft: bool
    corrections: tuple[CorrectionView, ...]
    issues: tuple[IssueView, ...]
    minutes_to_read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkstreamsPage(PageView):
    workstreams: tuple[WorkstreamView, ...]


@dataclass(frozen=True, slots=True)
class RecentView:
    """How a long list is cut: what ended in the twelve months up to `up_to` stands on its own page.

    What ended before is found by year; `years` are those pages, newest first and never none.
    """

    up_to: When
    years: tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkstreamPage(PageView):
    """`open` are its promises by due, overdue ones first; `completed` what was done, newest edition first.

    `latest` leads to its newest update, whose introduction is `introduction`. Where the list is `recent`, what was
    completed or stopped before is not listed. `ended` is its last day, if it goes on no more.
    """

    lead: PersonView
    ended: When | None
    summary: Prose
    priority: str
    feed: LinkTo | None
    projects: tuple[ProjectView, ...]
    measures: tuple[MeasureView, ...]
    latest: LinkTo | None
    introduction: Prose
    open: tuple[PromiseView, ...]
    completed: tuple[CompletedView, ...]
    stopped: tuple[PromiseView, ...]
    recent: RecentView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkstreamYearPage(PageView):
    """What one workstream completed in one year, newest edition first, and what it stopped in it.

    `years` are all of its years that have a page, newest first.
    """

    year: str
    workstream: LinkTo
    completed: tuple[CompletedView, ...]
    stopped: tuple[PromiseView, ...]
    years: tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """The threads that stand alike, never none; `address` is the group's own on the page.

    `count` is how many there are in all, and `listed` how many of them are here; older ones may be found by year.
    """

    standing: str
    address: str
    count: int
    listed: int
    promises: tuple[PromiseView, ...]


@dataclass(frozen=True, slots=True)
class WorkstreamGroup:
    """How many threads one workstream has, never none."""

    id: str
    workstream: LinkTo
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsPage(PageView):
    """Every thread once, by where it stands (`standing`, in the order of OutcomeView's list) and then by due; what has
    ended newest first.

    `workstreams` are those that have a thread, in their own order; `count` is how many threads there are, and `listed`
    how many of them are here. Those that ended before what is `recent` are only counted; where
    that is None, none did. `data` leads to all of them as data.
    """

    groups: tuple[StandingGroup, ...]
    workstreams: tuple[WorkstreamGroup, ...]
    count: int
    listed: int
    recent: RecentView | None
    data: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsYearPage(PageView):
    """Every thread that ended in one year, as on the page of all actions.

    `years` are all that have a page, newest first.
    """

    year: str
    groups: tuple[StandingGroup, ...]
    workstreams: tuple[WorkstreamGroup, ...]
    count: int
    years: tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPage(PageView):
    """One thread. `words` are those of its newest mention; `events` are its story, oldest first and never none.

    `due_months` are those of a season; empty where the due is none. `first_due` is given only where the due has been
    moved. `ended` is the month of the edition that told that it was
    completed, stopped or continued; None while it is open. `days_taken` is 0 where it was not promised and completed.
    `waited_for_by` are the open promises that wait for it, or waited until it ended.
    """

    words: Prose
    standing: str
    due: When | None
    due_months: str
    first_due: When | None
    ended: When | None
    days_taken: int
    was_late: bool
    workstream: LinkTo
    project: LinkTo | None
    measure: LinkTo | None
    events: tuple[EventView, ...]
    waits_for: tuple[LinkTo, ...]
    waited_for_by: tuple[LinkTo, ...]
    continues: tuple[TiedPromise, ...]
    continued_by: tuple[TiedPromise, ...]
    is_restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage(PageView):
    """What is coming: overdue promises, then each period by its end, then promises without a date.

    `as_of` is the day by which it is judged what is overdue: who reads the page later, reads how it was then.
    `calendar` has the same dates for a calendar program, and `calendar_address` is where such a program asks for them;
    None and empty where the site's address is not known.
    """

    as_of: When
    overdue: tuple[PromiseView, ...]
    periods: tuple[PeriodView, ...]
    undated: tuple[PromiseView, ...]
    calendar: LinkTo | None
    calendar_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage(PageView):
    """Promises in figures. `worst` is the heaviest of its workstreams', so that no headline is greener than they.

    `as_of` is the day of the figures: who reads the page later, reads how it was then.
    `average_slip` is how late moved promises are on average, in whole days; `slipped` is how many that counts.
    `data` leads to what the figures were made from, `all_measures` to the page of measures; None where there are none.
    """

    as_of: When
    worst: str
    tally: TallyView
    slipped: int
    average_slip: int
    workstreams: tuple[WorkstreamTally, ...]
    editions: tuple[EditionTally, ...]
    measures: tuple[MeasureView, ...]
    all_measures: LinkTo | None
    data: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresPage(PageView):
    measures: tuple[MeasureView, ...]
    data: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage(PageView):
    """One measure with its chart, which is one of `line` and `bars`.

    `notes` are what a reader must know of the chart, so as not to be misled by it. `promises` are the open ones that
    are to change the measure.
    """

    measure: MeasureView
    line: LineChart | None
    bars: BarChart | None
    notes: tuple[str, ...]
    promises: tuple[PromiseView, ...]
    data: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage(PageView):
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPage(PageView):
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(PageView):
    """A page of the writer's own, such as the one about the programme.

    `minutes_to_read` is 0 where the page is too short for its length to matter.
    """

    summary: str
    body: Prose
    contents: tuple[LinkTo, ...]
    minutes_to_read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(PageView):
    """What stands at an address that something had before; `now` is where it stands."""

    now: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage(PageView):
    """What stands at an address that nothing has."""
