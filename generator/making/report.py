"""A report for a scrutiny committee as one HTML file."""

from generator.briefing.report_views import ReportPage
from generator.making.render import Renderer
from generator.making.standalone import standalone_page


def report_html(renderer: Renderer, page: ReportPage) -> bytes:
    """The page in UTF-8. Raises TemplateFailedError."""
    return standalone_page(renderer, "report/report.html", "report/report.css.jinja", page)
