"""An issue as it is sent: the whole of it or, where that is more than a mailbox takes, the beginnings of its lists."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from generator.briefing.newsletter_views import (
    LetterView,
    MoveView,
    NewsletterPage,
    NewsletterPart,
    PutRightView,
    UnmentionedView,
)
from generator.briefing.page_views import PageView
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import ActionView, CountView, DocumentView, DownloadView, MeasureView, SectionView
from generator.domain.prose import Prose
from generator.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is sent; None is all.

    `actions` are those of one state of one workstream, `blocks` the paragraphs, lists and so on of one prose, `parts`
    the workstreams and the things in every other list.
    """

    actions: int | None = None
    blocks: int | None = None
    parts: int | None = None


WHOLE = Extent()
# From the whole to almost nothing: the first that is small enough is sent. Long lists give way before words do.
EXTENTS = (
    WHOLE,
    Extent(20, 40, 60),
    Extent(10, 20, 40),
    Extent(5, 10, 30),
    Extent(3, 6, 20),
    Extent(1, 3, 15),
    Extent(0, 1, 10),
    Extent(0, 0, 0),
)


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """The first of a list, and how many more there are."""

    shown: tuple[T, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SentSection:
    """`more` is how many actions of this state are not sent."""

    state: str
    actions: tuple[ActionView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SentPart:
    """What is sent of one workstream. `rest` is the whole address of all of it, empty where that is not known."""

    of: NewsletterPart
    summary: Prose
    introduction: Prose
    sections: tuple[SentSection, ...]
    goes_on: bool
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage(PageView):
    """What is sent of an issue, which stands whole at `issue`.

    `letter` is the newest, of which `letter_goes_on` says that it is not whole. `parts_in_all` counts also those that
    are not sent. `files` are the forms other than the one that is read.
    """

    issue: NewsletterPage
    objective: Prose
    letter: Prose
    letter_goes_on: bool
    earlier_letters: Some[LetterView]
    counts: tuple[CountView, ...]
    parts: Some[SentPart]
    parts_in_all: int
    moves: Some[MoveView]
    unmentioned: Some[UnmentionedView]
    put_right: Some[PutRightView]
    measures: Some[MeasureView]
    documents: Some[DocumentView]
    corrections: Some[CorrectionView]
    files: tuple[DownloadView, ...]


def sent_page(issue: NewsletterPage, extent: Extent, as_format: str) -> SentPage:
    """The issue, no longer than the extent, for readers who have it in a format already."""
    letters = issue.letters
    letter = letters[0].letter[: extent.blocks] if letters else ()
    return SentPage(
        address=issue.address,
        title=issue.title,
        description=issue.description,
        issue=issue,
        objective=issue.objective[: extent.blocks],
        letter=letter,
        letter_goes_on=bool(letters) and letter != letters[0].letter,
        earlier_letters=_some(letters[1:], extent),
        counts=issue.counts,
        parts=_some((_part(part, issue.web, extent) for part in issue.parts), extent),
        parts_in_all=len(issue.parts),
        moves=_some(issue.moves, extent),
        unmentioned=_some(issue.unmentioned, extent),
        put_right=_some(issue.put_right, extent),
        measures=_some(issue.measures, extent),
        documents=_some(issue.documents, extent),
        corrections=_some(issue.corrections, extent),
        files=tuple(file for file in issue.files if file.format != as_format),
    )


def _some(things: Iterable[T], extent: Extent) -> Some[T]:
    every = tuple(things)
    shown = every[: extent.parts]
    return Some(shown, len(every) - len(shown))


def _part(part: NewsletterPart, web: str, extent: Extent) -> SentPart:
    summary, introduction = part.summary[: extent.blocks], part.introduction[: extent.blocks]
    sections = tuple(_section(section, extent) for section in part.sections)
    return SentPart(
        of=part,
        summary=summary,
        introduction=introduction,
        sections=sections,
        goes_on=(summary, introduction) != (part.summary, part.introduction) or any(it.more for it in sections),
        rest=f"{web}#{part.anchor}" if web else "",
    )


def _section(section: SectionView, extent: Extent) -> SentSection:
    actions = section.actions[: extent.actions]
    return SentSection(section.state, actions, len(section.actions) - len(actions))
