"""Feeds of what is published and of what is changed after that, for one audience."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from generator.briefing.anchors import with_anchors
from generator.briefing.describe import Describer
from generator.briefing.feed_views import FeedEntry, FeedView
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.edition import Edition, Update
from generator.domain.telling import LastTold, last_told
from generator.domain.workstream import Workstream

_MOST_ENTRIES = 60  # five years of a monthly edition
_CHANGED, _WITHDRAWN = "changed", "withdrawn"  # in ids, which stay


def feeds(describe: Describer) -> Iterator[FeedView]:
    """Those of the whole programme."""
    editions = describe.newest_first
    changes = [entry for edition in editions for entry in _changes(describe, edition)]
    for link in feeds_of_programme(describe):
        told = [_of_edition(describe, it) for it in _newest(editions)] if link.address == address.FEED else []
        yield _feed(describe, link, link.address, address.UPDATES, (*told, *changes))


def workstream_feed(describe: Describer, workstream: Workstream, link: LinkTo) -> FeedView:
    """Its updates, and what was changed in their editions: a correction does not say in whose update it was made.
    `link` is what `feed_of_workstream` gives.
    """
    told = {
        edition.id: update
        for edition in describe.newest_first
        for update in edition.updates
        if update.workstream == workstream.id
    }
    editions = [edition for edition in describe.newest_first if edition.id in told]
    updates = [_of_update(describe, it, told[it.id], workstream.first_id) for it in _newest(editions)]
    changes = [entry for edition in editions for entry in _changes(describe, edition)]
    first = address.of_workstream_feed(workstream.first_id)
    return _feed(describe, link, first, address.of_workstream(workstream.id), (*updates, *changes))


def feeds_of_programme(describe: Describer) -> tuple[LinkTo, ...]:
    if not _has_feeds(describe):
        return ()
    title = {"programme": describe.content.programme.title}
    return (
        LinkTo(describe.translate("%(programme)s: updates") % title, address.FEED),
        LinkTo(describe.translate("%(programme)s: corrections") % title, address.CORRECTIONS_FEED),
    )


def feed_of_workstream(describe: Describer, workstream: Workstream) -> LinkTo | None:
    """None where the site can have no feeds."""
    if not _has_feeds(describe):
        return None
    titles = {"programme": describe.content.programme.title, "workstream": workstream.title}
    title = describe.translate("%(programme)s: %(workstream)s") % titles
    return LinkTo(title, address.of_workstream_feed(workstream.id))


def _has_feeds(describe: Describer) -> bool:
    """A feed needs whole addresses, and the moment at which something was published."""
    return bool(describe.briefing.audience.site and describe.content.editions)


def _feed(describe: Describer, link: LinkTo, first: str, about: str, entries: Iterable[FeedEntry]) -> FeedView:
    """The newest entries; a feed without any was last changed when the newest edition came out.

    `first` is the first address that it had, by which readers know it.
    """
    newest_first = sorted(entries, key=lambda entry: (entry.updated, entry.published), reverse=True)[:_MOST_ENTRIES]
    return FeedView(
        address=link.address,
        title=link.title,
        is_found_anywhere=True,
        id=describe.whole(first),
        about=about,
        updated=newest_first[0].updated
        if newest_first
        else _moment(describe, LastTold(describe.newest_first[0].published)),
        author=describe.content.programme.organisation,
        entries=tuple(newest_first),
    )


def _newest(editions: Iterable[Edition]) -> Sequence[Edition]:
    """Those for which a feed may have room, in its order: entries of older ones need not be made."""
    return sorted(editions, key=lambda edition: (last_told([edition]), edition.published), reverse=True)[:_MOST_ENTRIES]


def _of_edition(describe: Describer, edition: Edition) -> FeedEntry:
    page = address.of_edition(edition.id)
    return FeedEntry(
        id=describe.whole(address.of_edition(edition.first_id)),
        address=page,
        title=edition.title,
        published=_moment(describe, LastTold(edition.published)),
        updated=_moment(describe, last_told([edition])),
        words=with_anchors(edition.letter, "letter"),
        counts=describe.counts(edition, edition.updates),
        sections=(),
        change=None,
    )


def _of_update(describe: Describer, edition: Edition, update: Update, first_told_as: str) -> FeedEntry:
    page = address.of_update(edition.id, update.workstream)
    view = describe.update(edition, update)
    return FeedEntry(
        id=describe.whole(address.of_update(edition.first_id, first_told_as)),
        address=page,
        title=edition.title,
        published=_moment(describe, LastTold(edition.published)),
        updated=_moment(describe, last_told([edition])),
        words=view.introduction,
        counts=view.counts,
        sections=view.sections,
        change=None,
    )


def _changes(describe: Describer, edition: Edition) -> Iterator[FeedEntry]:
    """What was openly changed in an edition.

    The number in the id counts those of one kind and one day in the order in which they were written, which is that in
    which they are told: one more renames none, whether a writer or `golden withdraw` adds it below the others.
    """
    seen: Counter[str] = Counter()
    entries = []
    for change in describe.corrections(edition):
        of_day = f"{_CHANGED if change.kind == 'correction' else _WITHDRAWN}.{change.when.machine}"
        seen[of_day] += 1
        entries.append(_of_change(describe, edition, change, f"{of_day}.{seen[of_day]}"))
    return reversed(entries)


def _of_change(describe: Describer, edition: Edition, change: CorrectionView, part: str) -> FeedEntry:
    moment = _moment(describe, LastTold(date.fromisoformat(change.when.machine)))
    return FeedEntry(
        id=describe.whole(f"{address.of_edition(edition.first_id)}#{part}"),
        address=address.of_edition(edition.id),
        title=edition.title,
        published=moment,
        updated=moment,
        words=(),
        counts=(),
        sections=(),
        change=change,
    )


def _moment(describe: Describer, told: LastTold) -> str:
    """In days that begin where the council is."""
    return told.moment(ZoneInfo(describe.content.programme.timezone)).isoformat()
