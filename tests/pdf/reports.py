"""Reports of the sample, for the tests that look at what comes out."""

from functools import cache

from generator.briefing.report_views import ReportPage
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.domain.due import Unclear
from generator.domain.period import period_between
from tests.building import SAMPLE
from tests.pdf.printing import describer, press_for


@cache
def page_of_the_sample(begins: str = "2026-09", audience: str = "staff") -> ReportPage:
    """A report up to September 2026; that of the month alone has a document and every kind of part."""
    describe, _ = describer(SAMPLE, audience)
    period = period_between(begins, "2026-09")
    assert not isinstance(period, Unclear)
    return report_page(describe, ReportRequest(period))


@cache
def report_of_the_sample(begins: str = "2026-09", audience: str = "staff") -> tuple[ReportPage, bytes]:
    """The same with its PDF."""
    page = page_of_the_sample(begins, audience)
    describe, theme = describer(SAMPLE, audience)
    with press_for(SAMPLE, describe, theme) as press:
        file = press.begin_report(page).result()
        assert not press.missing
    return page, file
