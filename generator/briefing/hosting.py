"""What a server should say with every file of a site, so that a browser does no more than the pages need."""

from generator.briefing.page_views import HostingFile
from generator.briefing.views import HeaderView
from generator.domain import address
from generator.domain.audience import Audience

# Everything that a page needs stands beside it, and no page holds anything that would have to be run.
# Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
# Not in a page's own policy, where browsers pass it over.
_FRAMED_BY = "frame-ancestors 'self'"


def headers(audience: Audience) -> tuple[HeaderView, ...]:
    """The headers for one audience's site. What is for the council's own people is not for search engines."""
    shared = (
        HeaderView("Content-Security-Policy", f"{POLICY}; {_FRAMED_BY}"),
        HeaderView("X-Content-Type-Options", "nosniff"),
        HeaderView("X-Frame-Options", "SAMEORIGIN"),
        HeaderView("Referrer-Policy", "no-referrer"),
        HeaderView("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        HeaderView("Cross-Origin-Opener-Policy", "same-origin"),
    )
    return (*shared, HeaderView("X-Robots-Tag", "noindex")) if audience.is_internal else shared


def hosting_files(audience: Audience) -> tuple[HostingFile, ...]:
    """The files that different servers read, and the one for search engines; each has the template of its name."""
    return tuple(
        HostingFile(address=name, title=name, is_found_anywhere=True, headers=headers(audience))
        for name in address.FOR_SERVERS
    )
