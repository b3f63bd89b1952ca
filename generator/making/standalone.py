"""A page that is one HTML file: it needs nothing beside it but its documents, and runs nothing."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

from generator.briefing.report_views import ReportPage
from generator.briefing.review_views import ReviewPage
from generator.making.render import Renderer


def standalone_page(renderer: Renderer, template: str, styles: str, page: ReportPage | ReviewPage) -> bytes:
    """The page in UTF-8. Its policy lets its own styles through by their digest, and nothing else.

    Source: Content Security Policy Level 3, 2.3.1 (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
    Raises TemplateFailedError.
    """
    digest = b64encode(sha256(renderer.asset(styles)).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return renderer.page(template, replace(page, policy=policy))
