"""What an approver must read as one HTML file."""

from collections.abc import MutableMapping

from generator.briefing.review_views import ReviewPage
from generator.making.make import failing_template
from generator.making.render import Renderer, TemplateFailedError
from generator.making.standalone import standalone_page
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source


def make_review(
    renderer: Renderer, page: ReviewPage, sources: MutableMapping[str, Source]
) -> tuple[bytes, list[Diagnostic]]:
    """The page in UTF-8, or what keeps the theme's templates from being shown."""
    try:
        return standalone_page(renderer, "review/changes.html", "review/changes.css.jinja", page), []
    except TemplateFailedError as error:
        return b"", [failing_template(error, sources)]
