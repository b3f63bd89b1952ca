"""The views of files that servers and search engines read, one class a file."""

from generator.briefing.page_views import PageView
from generator.briefing.views import HeaderView
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class ForwardView:
    """From `before` to `now`, both paths from the site's root; that of a page before has no `/` at its end."""

    before: str
    now: str
    is_page: bool


@dataclass(frozen=True, slots=True)
class KindView:
    """How servers call a kind of files, and the endings of their names, without the dot.

    Of what `is_text`, they say that it is UTF-8.
    """

    name: str
    endings: tuple[str, ...]
    is_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApacheFile(PageView):
    """For Apache, to be included in its own, or to stand in the site as `.htaccess`."""

    headers: tuple[HeaderView, ...]
    kinds: tuple[KindView, ...]
    moves: tuple[ForwardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadersFile(PageView):
    """For hosts that read a file `_headers`."""

    headers: tuple[HeaderView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IisFile(PageView):
    """For IIS, which reads `web.config`."""

    headers: tuple[HeaderView, ...]
    kinds: tuple[KindView, ...]
    moves: tuple[ForwardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NginxFile(PageView):
    """For nginx, to be included in its own."""

    headers: tuple[HeaderView, ...]
    kinds: tuple[KindView, ...]
    moves: tuple[ForwardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectsFile(PageView):
    """For hosts that read a file `_redirects`."""

    moves: tuple[ForwardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile(PageView):
    """For search engines. `sitemap` is the whole address of the list of pages, or empty."""

    sitemap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityFile(PageView):
    """For whoever finds a weakness. `expires` is a moment as RFC 3339 has it; `canonical` is the whole address at which
    the file has to stand, or empty.
    """

    contacts: tuple[str, ...]
    expires: str
    policy: str
    canonical: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page by its address, and the day on which it last changed, or nothing where that is not known."""

    address: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapFile(PageView):
    """The pages of a site, for search engines."""

    entries: tuple[SitemapEntry, ...]
