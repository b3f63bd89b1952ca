"""The view of one issue of a newsletter: the same for its web page, PDF, e-mail and plain text.

It tells what was known on the day on which its newest edition came out, so that a copy on paper and the page on the
web never differ.
"""

from generator.briefing.page_views import PageView
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import (
    ContactView,
    CountView,
    DocumentView,
    DownloadView,
    IssueView,
    LinkTo,
    MeasureView,
    OutcomeView,
    PersonView,
    SectionView,
    When,
)
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class LetterView:
    """The director's letter of one edition."""

    edition: LinkTo
    published: When
    letter: Prose


@dataclass(frozen=True, slots=True)
class MoveView:
    """A due that moved in the time that the issue tells of; `days` is negative where it was brought forward.

    `state` is that of the action on the issue's day: future, under_way, completed or stopped.
    """

    title: str
    address: str
    workstream: LinkTo
    before: When
    after: When
    days: int
    reason: str
    state: str


@dataclass(frozen=True, slots=True)
class UnmentionedView:
    """An open promise that none of the issue's editions names, as it stood on the issue's day.

    `outcome` tells which update named it last, and whether it was overdue. `is_restricted` is as an action's.
    """

    title: str
    address: str
    workstream: LinkTo
    due: When | None
    outcome: OutcomeView
    is_restricted: bool


@dataclass(frozen=True, slots=True)
class PutRightView:
    """What was changed in an earlier issue after it came out, for those who have that one on paper or in their mail."""

    issue: LinkTo
    change: CorrectionView


@dataclass(frozen=True, slots=True)
class NewsletterPart:
    """What one workstream reports: its newest introduction, then its actions by state, each once, by newest mention;
    one that went on as another is told by that one alone.

    `summary` says what the workstream is for. An action's `outcome` is given only where it was overdue or not mentioned
    on the issue's day: what comes later is not this issue's. What moved, and why, is told by `moves` of the page alone.
    """

    anchor: str
    workstream: LinkTo
    lead: PersonView
    summary: Prose
    introduction: Prose
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsletterPage(PageView):
    """One issue. `title` names newsletter and issue; `newsletter` and `issue` are the two alone.

    `letters` are newest first: the first is shown whole, the others are named. `web` is the page's whole address, for
    paper; empty where the site's own is not known. `earlier` and `later` are the issues before and after. `files` are
    its other forms, `ask` those who give it in yet another. `corrections` are changes since it came out, `put_right`
    those of earlier issues between the last and this one, each newest first. The day is that of its newest edition.
    """

    newsletter: str
    issue: str
    organisation: str
    programme: str
    published: When
    director: PersonView
    objective: Prose
    letters: tuple[LetterView, ...]
    counts: tuple[CountView, ...]
    contents: tuple[LinkTo, ...]
    parts: tuple[NewsletterPart, ...]
    moves: tuple[MoveView, ...]
    unmentioned: tuple[UnmentionedView, ...]
    put_right: tuple[PutRightView, ...]
    measures: tuple[MeasureView, ...]
    documents: tuple[DocumentView, ...]
    contacts: tuple[ContactView, ...]
    corrections: tuple[CorrectionView, ...]
    web: str
    files: tuple[DownloadView, ...]
    ask: tuple[ContactView, ...]
    earlier: LinkTo | None
    later: LinkTo | None
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewslettersPage(PageView):
    """Every issue of every newsletter, newest first. `rhythms` say how often each comes out that keeps to a period."""

    issues: tuple[IssueView, ...]
    rhythms: tuple[str, ...]
