"""A report for a scrutiny committee as one HTML file, which needs nothing but its documents and runs nothing."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

from generator.briefing.report_views import ReportPage
from generator.making.render import Renderer

_PAGE, _STYLES = "report/report.html", "report/report.css.jinja"


def report_html(renderer: Renderer, page: ReportPage) -> bytes:
    """The page in UTF-8. Its policy lets its own styles through by their digest, and nothing else.

    Source: Content Security Policy Level 3, 2.3.1 (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
    Raises TemplateFailedError.
    """
    digest = b64encode(sha256(renderer.asset(_STYLES)).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return renderer.page(_PAGE, replace(page, policy=policy))
