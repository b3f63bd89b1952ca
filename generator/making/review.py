"""What an approver must read as one HTML file, which needs nothing beside it and runs nothing."""

from base64 import b64encode
from collections.abc import MutableMapping
from dataclasses import replace
from hashlib import sha256

from generator.briefing.review_views import ReviewPage
from generator.making.make import failing_template
from generator.making.render import Renderer, TemplateFailedError
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_PAGE, _STYLES = "review/changes.html", "review/changes.css.jinja"


def make_review(
    renderer: Renderer, page: ReviewPage, sources: MutableMapping[str, Source]
) -> tuple[bytes, list[Diagnostic]]:
    """The page in UTF-8, or what keeps the theme's templates from being shown.

    Its policy lets its own styles through by their digest, and nothing else.
    Source: Content Security Policy Level 3, 2.3.1 (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
    """
    try:
        digest = b64encode(sha256(renderer.asset(_STYLES)).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        return renderer.page(_PAGE, replace(page, policy=policy)), []
    except TemplateFailedError as error:
        return b"", [failing_template(error, sources)]
