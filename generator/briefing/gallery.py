"""The page that shows every part of a theme in every state, for its author and for the tests."""

from generator.briefing.chart_views import BarChart, LineChart
from generator.briefing.newsletter_views import MoveView, UnmentionedView
from generator.briefing.open_data_views import DataDownload, DataFileView
from generator.briefing.page_views import PageView, StandingGroup, WorkstreamGroup
from generator.briefing.search_views import EntryView, SearchView
from generator.briefing.statement_views import NonAccessibleView
from generator.briefing.thread_views import (
    CompletedView,
    CorrectionView,
    EditionTally,
    EventView,
    PromiseView,
    SinceGroup,
    TallyView,
    WorkstreamTally,
)
from generator.briefing.views import (
    ActionView,
    ContactView,
    CountView,
    DocumentView,
    EditionView,
    IssueView,
    LinkTo,
    MeasureView,
    OutcomeView,
    PersonView,
    ProjectView,
    UpdateView,
    When,
    WorkstreamView,
)
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage(PageView):
    """Each field holds what one part shows: one view of each kind, and one with no more than it must have.

    `contents` lead to the parts. `states` are the words that a state may be. `moment` is a day, `period` has no form
    for machines. `measures` are shown in short, `listed` in lines, `tabled` in tables and `measured` whole; `line` and
    `bars` are charts, told in `chart` and `chart_about`. `groups` and `workstream_groups` are what a list of actions
    can be narrowed by; `group` is one of them with its actions. `years` are the pages of earlier ones. `claims` are
    what a statement can claim, each with what the parts that it names are.
    `search` is what a search needs; `letters` and `entries` are of the list from A to Z.
    """

    contents: tuple[LinkTo, ...]
    states: tuple[str, ...]
    moment: When
    period: When
    people: tuple[PersonView, ...]
    contacts: tuple[ContactView, ...]
    counts: tuple[CountView, ...]
    actions: tuple[ActionView, ...]
    done: tuple[ActionView, ...]
    ledger: CompletedView
    outcomes: tuple[OutcomeView, ...]
    promises: tuple[PromiseView, ...]
    since: tuple[SinceGroup, ...]
    edition: LinkTo
    earlier: LinkTo
    later: LinkTo
    events: tuple[EventView, ...]
    update: UpdateView
    empty_update: UpdateView
    editions: tuple[EditionView, ...]
    workstreams: tuple[WorkstreamView, ...]
    projects: tuple[ProjectView, ...]
    documents: tuple[DocumentView, ...]
    data_files: tuple[DataDownload, ...]
    data_file: DataFileView
    measures: tuple[MeasureView, ...]
    listed: tuple[MeasureView, ...]
    line: LineChart
    bars: BarChart
    chart: str
    chart_about: str
    tabled: tuple[MeasureView, ...]
    measured: tuple[MeasureView, ...]
    tally: TallyView
    empty_tally: TallyView
    worst: tuple[str, ...]
    workstream_tallies: tuple[WorkstreamTally, ...]
    edition_tallies: tuple[EditionTally, ...]
    corrections: tuple[CorrectionView, ...]
    issues: tuple[IssueView, ...]
    moves: tuple[MoveView, ...]
    unmentioned: tuple[UnmentionedView, ...]
    claims: tuple[tuple[str, str], ...]
    statement: tuple[NonAccessibleView, ...]
    groups: tuple[StandingGroup, ...]
    group: StandingGroup
    years: tuple[LinkTo, ...]
    workstream_groups: tuple[WorkstreamGroup, ...]
    search: SearchView
    letters: tuple[LinkTo, ...]
    entries: tuple[EntryView, ...]
    prose: Prose
