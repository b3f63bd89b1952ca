"""Reports for scrutiny committees, and what a test asks of them."""

from dataclasses import replace
from datetime import date

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.report_views import ReportItem, ReportPage, ReportPart
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.domain.content import Content
from generator.domain.due import Unclear
from generator.domain.period import Period, period_between


def period(begins: str, ends: str) -> Period:
    found = period_between(begins, ends)
    assert not isinstance(found, Unclear)
    return found


def report(content: Content, audience: str, told: Period, on: date) -> tuple[ReportPage, Content]:
    """The report, and what the audience may know."""
    readers = content.programme.audience(audience)
    assert readers is not None
    briefing = brief(content, replace(readers, site="https://council.example/"), on)
    return report_page(Describer(briefing, str), ReportRequest(told)), briefing.content


def part(page: ReportPage, name: str) -> ReportPart:
    return next(it for it in page.parts if it.anchor == f"part.{name}")


def items(found: ReportPart) -> list[ReportItem]:
    return [item for group in found.groups for item in group.items]


def rows(page: ReportPage, table: int) -> list[list[str]]:
    shown = part(page, "figures").tables[table].rows
    return [[cell.words or (cell.reference.title if cell.reference else "") for cell in row] for row in shown]
