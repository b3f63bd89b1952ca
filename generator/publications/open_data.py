"""Open data: what was promised and what is measured, for other people's programs and spreadsheets."""

from collections.abc import Callable, Iterator
from functools import cache

from generator.briefing import open_data
from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.briefing.open_data_views import DataTable, Histories, PackageView
from generator.domain import address
from generator.publications.artifact import (
    Artifact,
    CsvFile,
    FromTemplate,
    HistoriesFile,
    Making,
    PackageFile,
    PageOf,
    Subject,
)


def publish(describe: Describer) -> Iterator[PageOf]:
    """Each file is planned when it is asked for; what two of them tell is found once."""
    is_for_excel = describe.content.programme.open_data.is_for_excel

    @cache
    def actions() -> DataTable:
        return open_data.actions(describe)

    @cache
    def measures() -> DataTable:
        return open_data.measures(describe)

    @cache
    def histories() -> Histories:
        return open_data.histories(describe, actions())

    @cache
    def package() -> PackageView:
        return open_data.package(describe, (actions(), measures()), histories())

    def page() -> Artifact:
        view = open_data.data_page(describe, package())
        return Artifact(address.file_at(view.address), FromTemplate("pages/data.html", view), needs=files_named(view))

    yield _file(address.DATA_ACTIONS, lambda: CsvFile(actions(), is_for_excel))
    yield _file(address.DATA_MEASURES, lambda: CsvFile(measures(), is_for_excel))
    yield _file(address.DATA_HISTORIES, lambda: HistoriesFile(histories(), package()))
    yield _file(address.DATA_PACKAGE, lambda: PackageFile(package()))
    yield PageOf(Subject.PROMISES, address.DATA, address.DATA, page)


def _file(path: str, made_from: Callable[[], Making]) -> PageOf:
    return PageOf(Subject.PROMISES, path, path, lambda: Artifact(path, made_from()))
