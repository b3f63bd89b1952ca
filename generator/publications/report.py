"""A report for a scrutiny committee: its page, its PDF, and the documents beside them. It stands on no site."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.publications.artifact import Artifact, CopyOf, PrintedReport, ReportFile

PAGE, PAPER = "report.html", "report.pdf"


def to_hand_in(describe: Describer, request: ReportRequest) -> Iterator[Artifact]:
    page = report_page(describe, request)
    yield Artifact(PAGE, ReportFile(page))
    yield Artifact(PAPER, PrintedReport(page))
    for appendix in page.appendices:
        yield Artifact(appendix.file, CopyOf(appendix.file))
