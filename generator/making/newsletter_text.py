"""An issue of a newsletter as plain text."""

from generator.briefing.mailing import WHOLE, Extent, sent_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.making.plain_text import wrapped
from generator.making.render import Renderer

_TEMPLATE = "newsletter/newsletter.txt"
# Says that the file is UTF-8 where a council's server does not: browsers would take it for an older code.
_MARK = "\ufeff"


def text_file(renderer: Renderer, page: NewsletterPage) -> bytes:
    """The whole issue in UTF-8, in lines of 72 columns, with a byte order mark. Raises TemplateFailedError."""
    return f"{_MARK}{as_text(renderer, page, WHOLE)}".encode()


def as_text(renderer: Renderer, page: NewsletterPage, extent: Extent) -> str:
    """The issue, no longer than the extent, in lines of 72 columns. Raises TemplateFailedError."""
    return wrapped(renderer.plain_text(_TEMPLATE, sent_page(page, extent, as_format="text")))
