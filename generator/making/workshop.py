"""How each kind of artifact is made, and what has to be at hand for it."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from generator.briefing.downloads import with_sizes
from generator.briefing.views import SiteView
from generator.briefing.wording import Wording
from generator.making.images import publishable
from generator.making.render import Renderer
from generator.making.tables import package_file, table_file
from generator.making.theme import Theme
from generator.publications.artifact import (
    Artifact,
    AsBytes,
    CalendarFile,
    CopyOf,
    CsvFile,
    FromTemplate,
    HistoriesFile,
    MailMessage,
    MailPage,
    PackageFile,
    PlainText,
    Printed,
    PrintedReport,
    ReportFile,
    SearchIndex,
)
from generator.reading.standing import place_of

if TYPE_CHECKING:
    from generator.making.press import Press

# Gives what was begun: the bytes of one file, or several files by their paths.
Finish = Callable[[], bytes | Mapping[str, bytes]]


class Workshop:
    """One site's tools, to be used in a `with`. What only newsletters need is fetched when the first of them is made.

    `content` is the folder in which documents and pictures stand, at the paths that they have on the site.
    """

    def __init__(self, renderer: Renderer, theme: Theme, site: SiteView, wording: Wording, content: Path) -> None:
        self._renderer = renderer
        self._theme = theme
        self._site = site
        self._wording = wording
        self._content = content
        self._open = ExitStack()
        self._press: Press | None = None

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._press = None
        self._open.close()

    def begin(self, artifact: Artifact) -> Finish | None:
        """Begins to print a PDF, or to make a search index, beside all other work; gives what waits for it.

        A PDF is one file, an index several. None for what has no such work: `make` makes it at once.
        Raises TemplateFailedError, UnreadableImageError, as what it gives does.
        """
        match artifact.made_from:
            case Printed(page, is_large):
                return self._printing().begin(page, large=is_large).result
            case PrintedReport(report):
                return self._printing().begin_report(report).result
            case SearchIndex():
                from generator.making.indexing import begin_index  # noqa: PLC0415  few builds change the index

                return begin_index(artifact.made_from)
            case _:
                return None

    def make(self, artifact: Artifact, lengths: Mapping[str, int]) -> bytes:
        """The artifact's bytes; `lengths` has those of what it needs, in bytes.

        Raises TemplateFailedError, UnreadableImageError.
        """
        match artifact.made_from:
            case FromTemplate(template, page):
                return self._renderer.page(template, with_sizes(page, lengths, self._wording))
            case CopyOf(source):
                return self._file(source)
            case Printed(page, is_large):
                return self._printing().issue(page, large=is_large)
            case PrintedReport(report):
                return self._printing().begin_report(report).result()
            case ReportFile(report):
                from generator.making.report import report_html  # noqa: PLC0415  no site has one

                return report_html(self._renderer, report)
            case MailMessage() | MailPage() | PlainText():
                from generator.making.email import mailed  # noqa: PLC0415  few builds send anything

                return mailed(self._renderer, artifact.made_from)
            case CalendarFile(calendar, language):
                from generator.making.calendar import calendar_file  # noqa: PLC0415  an edit need not wait for it

                return calendar_file(calendar, language)
            case CsvFile() | HistoriesFile():
                return table_file(artifact.made_from)
            case PackageFile(package):
                return package_file(package)
            case AsBytes(data):
                return data
            case SearchIndex():
                raise ValueError(f"{artifact.path} has not been begun")

    def _file(self, path: str) -> bytes:
        """A file of the content; a picture without what cameras and programs write into it."""
        return publishable(place_of(self._content, path).read_bytes(), path)

    def _printing(self) -> "Press":
        if self._press is None:
            from generator.making.press import Press  # noqa: PLC0415  Typst is large, and only paper needs it

            self._press = self._open.enter_context(Press(self._renderer, self._theme, self._site, self._file))
        return self._press
