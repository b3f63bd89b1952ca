"""The list of a site's pages for search engines, with the day on which each was last published."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice

from generator.briefing.describe import Describer
from generator.briefing.hosting_views import SitemapEntry, SitemapFile
from generator.briefing.last_told import editions_telling
from generator.domain import address

_MOST = 50_000  # addresses in one list; source: https://www.sitemaps.org/protocol.html
# Whatever comes out changes what these tell.
_OF_ALL_EDITIONS = (
    *(address.HOME, address.UPDATES, address.WORKSTREAMS, address.ACTIONS, address.TIMELINE, address.PROGRESS),
    address.DATA,
)


def address_of_sitemap(describe: Describer) -> str:
    """The whole address of the list; empty where a site is not for search engines, or where nobody knows its own."""
    audience = describe.briefing.audience
    return f"{audience.site}{address.SITEMAP}" if audience.site and not audience.is_internal else ""


def sitemap(describe: Describer, pages: Iterable[str]) -> SitemapFile:
    """`pages` are the addresses of all pages, in the order in which they are told; the first 50,000 are listed."""
    days = _days(describe)
    listed = islice(pages, _MOST)
    entries = tuple(SitemapEntry(page, days[page].isoformat() if page in days else "") for page in listed)
    return SitemapFile(address=address.SITEMAP, title="", is_found_anywhere=True, entries=entries)


def _days(describe: Describer) -> Mapping[str, date]:
    """The day of the newest edition, or of a change of one, by which each page changed. An action's page also tells
    that others have taken it over, and that an edition says nothing of it.
    """
    found: dict[str, date] = {}

    def tell(page: str, day: date) -> None:
        found[page] = max(day, found.get(page, day))

    for edition in describe.content.editions:
        day = edition.changed
        for page in (*_OF_ALL_EDITIONS, address.of_edition(edition.id)):
            tell(page, day)
        for update in edition.updates:
            tell(address.of_workstream(update.workstream), day)
    for action, editions in editions_telling(describe, describe.threads.values()).items():
        tell(address.of_action(action), max(edition.changed for edition in editions))
    for thread in describe.threads.values():
        silent = thread.ended_in or (thread.newest if thread.is_passed_over else None)
        if silent:
            tell(address.of_action(thread.id), silent.published)
    return found
