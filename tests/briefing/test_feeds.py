"""Which entries a feed has, in which order, and by what a feed reader knows them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from generator.briefing.feeds import feeds
from generator.domain import address
from generator.domain.record import Correction, Withdrawal, Withdrawn
from generator.domain.workstream import Reference
from tests.briefing.describers import SITE, residents_describer
from tests.briefing.programmes import written


def test_a_feed_has_the_newest_sixty_entries_newest_first(tmp_path: Path) -> None:
    content = written(tmp_path, {"2020-01": "Hello.\n"})
    (one,) = content.editions
    days = [date(2020, 1, 28) + timedelta(days=it) for it in range(61)]
    editions = tuple(replace(one, id=f"e{it}", published=day) for it, day in enumerate(days))
    feed, *_ = feeds(residents_describer(replace(content, editions=editions)))
    assert [it.published[:10] for it in feed.entries] == [day.isoformat() for day in reversed(days[1:])]
    assert feed.updated == feed.entries[0].updated


def test_a_feed_without_entries_was_last_changed_when_the_newest_update_came_out(tmp_path: Path) -> None:
    describe = residents_describer(written(tmp_path, {"2020-01": "Hello.\n", "2020-02": "Hello.\n"}))
    corrections = next(it for it in feeds(describe) if it.address == address.CORRECTIONS_FEED)
    assert (corrections.entries, corrections.updated) == ((), "2020-02-28T00:00:00+00:00")


def test_an_entry_keeps_the_id_by_which_it_was_first_known_and_begins_when_the_day_does_where_the_council_is(
    tmp_path: Path,
) -> None:
    content = written(tmp_path, {"2020-01": "Hello.\n"})
    (one,) = content.editions
    renamed = replace(one, id="new-name", moved_from=(Reference("2020-01"),), published=date(2020, 6, 30))
    entry = next(feeds(residents_describer(replace(content, editions=(renamed,))))).entries[0]
    assert (entry.id, entry.address) == (f"{SITE}updates/2020-01/", "updates/new-name/")
    assert entry.updated == "2020-06-30T00:00:00+01:00"


def test_one_more_change_of_a_day_renames_none_that_was_told_before(tmp_path: Path) -> None:
    (one,) = (content := written(tmp_path, {"2020-01": "Hello.\n"})).editions
    day = date(2020, 2, 1)

    def ids(corrections: int, withdrawals: int) -> dict[str, str]:
        changed = replace(
            one,
            corrections=tuple(Correction(day, f"Correction {it}", "We erred.") for it in range(corrections)),
            withdrawals=tuple(Withdrawal(day, Withdrawn.WORDS, f"Withdrawal {it}") for it in range(withdrawals)),
        )
        told = feeds(residents_describer(replace(content, editions=(changed,))))
        feed = next(it for it in told if it.address == address.CORRECTIONS_FEED)
        return {f"{it.change.what} {it.change.why}": it.id for it in feed.entries if it.change}

    before, after = ids(1, 1), ids(2, 2)
    assert before.items() <= after.items()
    assert len(set(after.values())) == 4
