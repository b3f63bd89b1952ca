"""What a server should say with every file of a site, so that a browser does no more than the pages need."""

from generator.briefing.hosting_views import (
    ApacheFile,
    ForwardView,
    HeadersFile,
    IisFile,
    KindView,
    NginxFile,
    RedirectsFile,
    RobotsFile,
    SecurityFile,
)
from generator.briefing.page_views import PageView
from generator.briefing.views import HeaderView
from generator.domain import address
from generator.domain.audience import Audience
from generator.domain.security import SecurityContact

# Everything that a page needs stands beside it, and no page holds anything that would have to be run.
# Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
# What finds words in an index is a program in WebAssembly. Only the page for searching may run it: each other page has
# the stricter policy in itself, and of two policies a browser keeps both.
SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
# Not in a page's own policy, where browsers pass it over.
_FRAMED_BY = "frame-ancestors 'self'"

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TEXTS = (
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js", "mjs"),
    ("text/plain", "txt"),
    ("text/csv", "csv"),
    ("text/calendar", "ics"),
    ("application/xml", "xml"),
    ("application/json", "json"),
    ("image/svg+xml", "svg"),
)
_OTHERS = (
    ("application/wasm", "wasm"),
    ("application/octet-stream", "pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"),
    ("font/woff2", "woff2"),
    ("image/png", "png"),
    ("image/jpeg", "jpg", "jpeg"),
    ("image/webp", "webp"),
    ("image/gif", "gif"),
    ("image/x-icon", "ico"),
    ("message/rfc822", "eml"),
    ("application/pdf", "pdf"),
    ("application/epub+zip", "epub"),
    ("application/zip", "zip"),
    ("application/rtf", "rtf"),
    ("application/msword", "doc"),
    ("application/vnd.ms-excel", "xls"),
    ("application/vnd.ms-powerpoint", "ppt"),
    (f"{_OFFICE}.wordprocessingml.document", "docx"),
    (f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    (f"{_OFFICE}.presentationml.presentation", "pptx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
)
# What a site is made of, and what councils publish as documents. IIS gives no file of a kind that it has not been told.
# Source: IANA, Media Types, https://www.iana.org/assignments/media-types/
KINDS = (
    *(KindView(name, tuple(endings), is_text=True) for name, *endings in _TEXTS),
    *(KindView(name, tuple(endings), is_text=False) for name, *endings in _OTHERS),
)

_SERVERS = (
    ("iis.xml", "web.config", IisFile),
    ("nginx.txt", "nginx-headers.conf", NginxFile),
    ("apache.txt", "apache-headers.conf", ApacheFile),
)


def headers(audience: Audience, is_searched: bool) -> tuple[HeaderView, ...]:
    """The headers for one audience's site. What is for the council's own people is not for search engines."""
    policy = SEARCH_POLICY if is_searched else POLICY
    shared = (
        HeaderView("Content-Security-Policy", f"{policy}; {_FRAMED_BY}"),
        HeaderView("X-Content-Type-Options", "nosniff"),
        HeaderView("X-Frame-Options", "SAMEORIGIN"),
        HeaderView("Referrer-Policy", "no-referrer"),
        HeaderView("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        HeaderView("Cross-Origin-Opener-Policy", "same-origin"),
    )
    return (*shared, HeaderView("X-Robots-Tag", "noindex")) if audience.is_internal else shared


def security_file(told: SecurityContact, audience: Audience) -> SecurityFile:
    """It is looked for at the root of a domain alone, whatever path of that the site has.

    Source: RFC 9116, section 3.
    """
    steps = audience.site.split("/")[:3]  # the scheme, nothing, and the host
    return SecurityFile(
        address=address.SECURITY,
        title="",
        is_found_anywhere=True,
        contacts=told.contacts,
        expires=f"{told.expires.isoformat()}T23:59:59Z",
        policy=told.policy,
        canonical=f"{'/'.join(steps)}/{address.SECURITY}" if audience.site else "",
    )


def hosting_files(
    audience: Audience,
    sitemap: str,
    moves: tuple[ForwardView, ...],
    security: SecurityContact | None,
    is_searched: bool,
) -> tuple[tuple[str, PageView], ...]:
    """The files that different servers and search engines read, each with the template that writes it.

    `sitemap` is the whole address of the list of pages, or empty.
    """
    told = headers(audience, is_searched)
    redirects = RedirectsFile(address="_redirects", title="", is_found_anywhere=True, moves=moves)
    return (
        ("headers.txt", HeadersFile(address="_headers", title="", is_found_anywhere=True, headers=told)),
        *(
            (template, view(address=name, title="", is_found_anywhere=True, headers=told, kinds=KINDS, moves=moves))
            for template, name, view in _SERVERS
        ),
        ("robots.txt", RobotsFile(address="robots.txt", title="", is_found_anywhere=True, sitemap=sitemap)),
        *([("redirects.txt", redirects)] if moves else []),
        *([("security.txt", security_file(security, audience))] if security and not audience.is_internal else []),
    )
