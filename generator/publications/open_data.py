"""Open data: what was promised and what is measured, for other people's programs and spreadsheets."""

from collections.abc import Iterator

from generator.briefing import open_data
from generator.briefing.describe import Describer
from generator.briefing.downloads import files_named
from generator.domain import address
from generator.publications.artifact import Artifact, CsvFile, FromTemplate, HistoriesFile, PackageFile


def publish(describe: Describer) -> Iterator[Artifact]:
    actions, measures = open_data.actions(describe), open_data.measures(describe)
    histories = open_data.histories(describe, actions)
    package = open_data.package(describe, (actions, measures), histories)
    is_for_excel = describe.content.programme.open_data.is_for_excel
    yield Artifact(actions.address, CsvFile(actions, is_for_excel))
    yield Artifact(measures.address, CsvFile(measures, is_for_excel))
    yield Artifact(histories.address, HistoriesFile(histories, package))
    yield Artifact(address.DATA_PACKAGE, PackageFile(package))
    page = open_data.data_page(describe, package)
    yield Artifact(address.file_at(page.address), FromTemplate("pages/data.html", page), needs=files_named(page))
