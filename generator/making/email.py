"""An issue of a newsletter as a message that waits to be sent, and as HTML for a mailing service.

Neither names anybody: to whom it goes, and from whom, is the council's to say when it sends it.
"""

import re
from email.message import EmailMessage
from email.policy import SMTP
from functools import lru_cache
from hashlib import sha256

from css_inline import CSSInliner, InlineError

from generator.briefing.mailing import EXTENTS, Extent, SentPage, sent_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.making.newsletter_text import as_text, text_file
from generator.making.render import Renderer, TemplateFailedError
from generator.publications.artifact import MailMessage, MailPage, PlainText
from generator.values import dataclass

# Gmail shows no more of a message than its first 102 kB, behind a link that few follow.
MOST_BYTES = 100_000
_HTML = "newsletter/email.html"
_INLINER = CSSInliner(load_remote_stylesheets=False, minify_css=True)
_KEPT = ' data-css-inline="keep"'  # has told the inliner what it had to know
_BETWEEN_TAGS = re.compile(r">\n\s+<")
_LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class _Sent:
    html: bytes
    message: bytes


def mailed(renderer: Renderer, made_from: MailMessage | MailPage | PlainText) -> bytes:
    """One of the forms in which an issue leaves the site. Raises TemplateFailedError."""
    match made_from:
        case MailMessage(page):
            return email_message(renderer, page)
        case MailPage(page):
            return email_html(renderer, page)
        case PlainText(page):
            return text_file(renderer, page)


def email_html(renderer: Renderer, page: NewsletterPage) -> bytes:
    """The issue as HTML in UTF-8 that needs nothing else, for a mailing service. Raises TemplateFailedError."""
    return _fitting(renderer, page).html


def email_message(renderer: Renderer, page: NewsletterPage) -> bytes:
    """The issue as an .eml file that opens as a draft, in HTML and in plain text, and is under 100,000 bytes.

    It holds the beginnings of lists that would make it longer, each with how much more there is. The same issue gives
    the same bytes: nothing in it comes from a clock or from chance. Raises TemplateFailedError.
    """
    return _fitting(renderer, page).message


@lru_cache(maxsize=1)  # the two forms of an issue are asked for one after the other
def _fitting(renderer: Renderer, page: NewsletterPage) -> _Sent:
    """The issue at the longest of the extents at which the message is small enough, or at the shortest of all."""
    *longer, shortest = EXTENTS
    for extent in longer:
        sent = _as_long_as(extent, renderer, page)
        if len(sent.message) <= MOST_BYTES:
            return sent
    return _as_long_as(shortest, renderer, page)


def _as_long_as(extent: Extent, renderer: Renderer, page: NewsletterPage) -> _Sent:
    html = _html(renderer, sent_page(page, extent, as_format="email"))
    text = as_text(renderer, page, extent)
    return _Sent(html.encode("utf-8"), _message(page.title, renderer.language, text, html))


def _html(renderer: Renderer, page: SentPage) -> str:
    """The page with its styles on its elements, since many mail programs take no others."""
    shown = renderer.sent(_HTML, page)
    try:
        html = _INLINER.inline(shown).replace(_KEPT, "")
    except InlineError as error:
        why = f"a style in it cannot be read ({str(error).lower()}): look at each `style`"
        raise TemplateFailedError(renderer.file_of(_HTML), 0, why) from error
    return _BETWEEN_TAGS.sub(">\n<", html)


def _message(title: str, language: str, text: str, html: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _LINE_ENDS.sub(" ", title).strip()  # a line end would begin another header
    message["X-Unsent"] = "1"  # Outlook opens it to be written on and sent
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = language
    # Quoted-printable never has `=_`, so that no line of either part can be taken for the boundary.
    message.set_boundary(f"=_{sha256((text + html).encode()).hexdigest()[:32]}")
    return message.as_bytes()
