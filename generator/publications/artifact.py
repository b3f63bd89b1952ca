"""Artifacts: files to be made, each with what it is made from and where it will stand."""

from collections.abc import Callable
from dataclasses import field
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.briefing.calendar_views import CalendarView
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.open_data_views import DataTable, Histories, PackageView
from generator.briefing.page_views import PageView
from generator.briefing.search_views import SearchRecord
from generator.domain import address
from generator.domain.prose import NOWHERE
from generator.text.source import Span
from generator.values import dataclass

if TYPE_CHECKING:
    from generator.briefing.report_views import ReportPage  # no site has one


@dataclass(frozen=True, slots=True)
class FromTemplate:
    """A page: a theme's template and the view that it sees."""

    template: str
    page: PageView


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A file of the content, byte for byte; `source` is its path below the content folder."""

    source: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A newsletter's issue as a PDF, of standard or of large print."""

    page: NewsletterPage
    is_large: bool


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report for a scrutiny committee as one page that stands by itself."""

    page: "ReportPage"


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report as a PDF, with its documents attached."""

    page: "ReportPage"


@dataclass(frozen=True, slots=True)
class MailMessage:
    """An issue as a message that opens as an unsent draft."""

    page: NewsletterPage


@dataclass(frozen=True, slots=True)
class MailPage:
    """The HTML of an issue's message alone, for a mailing service."""

    page: NewsletterPage


@dataclass(frozen=True, slots=True)
class PlainText:
    """An issue as plain text."""

    page: NewsletterPage


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar to follow, in the language of its words."""

    calendar: CalendarView
    language: str


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A table for spreadsheets and programs."""

    table: DataTable
    is_for_excel: bool


@dataclass(frozen=True, slots=True)
class HistoriesFile:
    """Histories as JSON, with what the package says of all its files."""

    histories: Histories
    package: PackageView


@dataclass(frozen=True, slots=True)
class AsBytes:
    """A file that was made while it was planned: such as a table, of which most lines stay as they were."""

    data: bytes


@dataclass(frozen=True, slots=True)
class PackageFile:
    """What tells programs about the other files."""

    package: PackageView


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All files of a search index, whose names nobody knows before it is made, from records in a language.

    It stands for the folder of the artifact's path, of which no other artifact makes a file.
    """

    records: tuple[SearchRecord, ...]
    language: str


Making = (
    FromTemplate
    | CopyOf
    | Printed
    | ReportFile
    | PrintedReport
    | MailMessage
    | MailPage
    | PlainText
    | CalendarFile
    | CsvFile
    | HistoriesFile
    | AsBytes
    | PackageFile
    | SearchIndex
)


@dataclass(frozen=True, slots=True)
class Artifact:
    """`path` is relative to the site's root, with `/`; `origin` is the place in the content that it comes from.

    `needs` are the paths of artifacts that must be made before it, because it tells their sizes. What is needed needs
    nothing itself, so there are two ranks and never a circle.
    """

    path: str
    made_from: Making
    origin: Span = field(compare=False, default=NOWHERE)
    needs: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder whose files are made together with this one; empty for a file by itself."""
        return _folder(self.path)


def _folder(path: str) -> str:
    return address.SEARCH_FILES if path == address.SEARCH_INDEX else ""


class Subject(Enum):
    """What a page is about, which decides after which edits it is planned again.

    ACTION to WORKSTREAM_YEAR are about one thing each, named by the page's id. ISSUE is a newsletter's issue, named by
    its newest edition. PROMISES tells of all promises, and of nothing else that an edit of updates and letters can
    change; WORDS, the search index, changes with any such edit; REGISTER tells of many things, or of none in
    particular.
    """

    ACTION = auto()
    EDITION = auto()
    WORKSTREAM = auto()
    YEAR = auto()  # `2019`, of all actions
    WORKSTREAM_YEAR = auto()  # `libraries/2019`
    ISSUE = auto()
    PROMISES = auto()
    WORDS = auto()
    REGISTER = auto()

    @property
    def is_of_many(self) -> bool:
        """Whether a programme may have thousands of such pages in time, so that not all views are kept in memory."""
        return self in _OF_MANY


_OF_MANY = {Subject.ACTION, Subject.EDITION, Subject.WORKSTREAM, Subject.YEAR, Subject.WORKSTREAM_YEAR}


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page that is planned only when it is asked for; `id` names the thing that it is about.

    `plan` gives its artifact, whose needs are `needs`.
    """

    subject: Subject
    id: str
    address: str
    plan: Callable[[], Artifact]
    needs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return address.file_at(self.address)

    @property
    def folder(self) -> str:
        """As an artifact's."""
        return _folder(self.path)


def planned(file: Artifact | PageOf) -> Artifact:
    """The artifact itself; of a page that is not planned yet, the plan's."""
    return file.plan() if isinstance(file, PageOf) else file
