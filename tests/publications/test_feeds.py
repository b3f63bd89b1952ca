"""Feeds as a feed reader understands them."""

from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.building import built, files_of, sample
from tests.examples import SMALLEST

ADDRESS = "https://council.example/one/"
PROGRAMME = (
    (SMALLEST / "programme.yml")
    .read_text(encoding="utf-8")
    .replace("theme: plain}", f'theme: plain, site: "{ADDRESS}"}}')
)
LETTER = """---
published: 2020-01-31
corrections:
  - {date: 2020-02-01, what: We said 61., why: We had miscounted.}
  - {date: 2020-02-01, what: A name was wrong., why: We had misheard it., for: [staff]}
  - {date: 2020-01-31, what: A sum was wrong., why: "We wrote £3 < £2."}
---
January was a month of [decisions](workstream:customer-services).
"""


def site(folder: Path, letter: str = LETTER, programme: str = PROGRAMME) -> dict[str, bytes]:
    files = {"programme.yml": programme, "editions/2020-01/edition.md": letter}
    return files_of(built(folder, files), "residents")


def read(data: bytes) -> Any:
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_the_programmes_feed_has_what_was_published_and_what_was_changed_newest_first(tmp_path: Path) -> None:
    feed = read(site(tmp_path)["feed.xml"])
    assert feed.feed.title == "One Council: updates"
    assert [(entry.title, entry.published[:10]) for entry in feed.entries] == [
        ("Changed: January 2020", "2020-02-01"),
        ("January 2020", "2020-01-31"),
        ("Changed: January 2020", "2020-01-31"),
    ]
    assert "decisions" in feed.entries[1].content[0].value


def test_an_entry_whose_edition_was_corrected_is_one_to_read_again_and_a_correction_for_others_changes_nothing(
    tmp_path: Path,
) -> None:
    """A feed reader keeps the words that it has, with a wrong date or a name that was withdrawn, until told so."""
    for feed in ("feed.xml", "workstreams/customer-services/feed.xml"):
        entries = {entry.title: entry for entry in read(site(tmp_path)[feed]).entries}
        entry = entries["January 2020"]
        assert (entry.published[:10], entry.updated[:10]) == ("2020-01-31", "2020-02-01"), feed
    hidden = LETTER.replace("had miscounted.}", "had miscounted., for: [staff]}")
    for entry in read(site(tmp_path, hidden)["feed.xml"]).entries:
        assert entry.updated[:10] == entry.published[:10]


def test_an_entry_is_one_to_read_again_after_each_correction_on_the_day_on_which_it_came_out(tmp_path: Path) -> None:
    note = "  - {date: 2020-01-31, what: It is July., why: We had misread it.}\n"
    letters = [f"---\npublished: 2020-01-31\n{changes}---\nHello.\n" for changes in ("", f"corrections:\n{note}")]
    letters.append(letters[-1].replace(note, note * 2))
    for feed in ("feed.xml", "workstreams/customer-services/feed.xml"):
        told = [
            next(entry.updated for entry in read(site(tmp_path, letter)[feed]).entries if "Changed" not in entry.title)
            for letter in letters
        ]
        assert told == sorted(set(told)), feed
        assert all(moment.startswith("2020-01-31T00:00:0") for moment in told)


def test_who_follows_one_workstream_hears_what_was_changed_in_its_editions(tmp_path: Path) -> None:
    files = site(tmp_path)
    told = {
        entry.id for entry in read(files["workstreams/customer-services/feed.xml"]).entries if "Changed" in entry.title
    }
    assert told == {entry.id for entry in read(files["corrections.xml"]).entries}
    assert len(told) == 2


def test_the_feed_of_corrections_has_only_those_that_its_readers_are_told_of(tmp_path: Path) -> None:
    told = [entry.content[0].value for entry in read(site(tmp_path)["corrections.xml"]).entries]
    assert [words.strip() for words in told] == [
        "<p>We said 61. We had miscounted.</p>",
        "<p>A sum was wrong. We wrote £3 &lt; £2.</p>",
    ]


def test_a_workstreams_feed_has_its_actions_with_their_dues(tmp_path: Path) -> None:
    feed = read(site(tmp_path)["workstreams/customer-services/feed.xml"])
    entry = next(it for it in feed.entries if it.title == "January 2020")
    assert "Due: February 2020." in entry.content[0].value
    assert entry.link == f"{ADDRESS}updates/2020-01/#workstream.customer-services"


def test_links_in_a_feed_are_whole_for_it_is_read_elsewhere(tmp_path: Path) -> None:
    feed = site(tmp_path)["feed.xml"].decode()
    assert f"&lt;a href=&#34;{ADDRESS}workstreams/customer-services/&#34;&gt;decisions" in feed
    assert 'href="../' not in feed


def test_an_entry_is_read_alone_and_stays_as_it_was_when_others_come_out(tmp_path: Path) -> None:
    words = "We bought a CRM.[^1]\n\n| Month | Calls |\n| --- | --- |\n| May | 5 |\n\n[^1]: In May.\n"
    first = {
        "programme.yml": PROGRAMME,
        "glossary.yml": "- {term: CRM, means: customer records management}\n",
        "editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\n{words}",
    }
    both = first | {"editions/2020-02/edition.md": f"---\npublished: 2020-02-01\n---\n{words}"}
    before = read(files_of(built(tmp_path / "first", first), "residents")["feed.xml"]).entries
    after = read(files_of(built(tmp_path / "both", both), "residents")["feed.xml"]).entries
    assert "CRM (customer records management)" in before[0].content[0].value
    assert after[1].content[0].value == before[0].content[0].value


def test_a_feed_without_entries_was_changed_when_the_newest_edition_came_out(tmp_path: Path) -> None:
    feed = read(site(tmp_path, "---\npublished: 2020-01-31\n---\nHello.\n")["corrections.xml"])
    assert (feed.entries, feed.feed.updated) == ([], "2020-01-31T00:00:00+00:00")


def test_a_site_whose_address_is_not_known_has_no_feeds_and_names_none(tmp_path: Path) -> None:
    files = site(tmp_path, programme=(SMALLEST / "programme.yml").read_text(encoding="utf-8"))
    assert not [path for path in files if path.endswith(".xml")]
    assert b"atom" not in b"".join(data for path, data in files.items() if path.endswith(".html"))


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_every_feed_of_the_sample_is_sound_and_its_ids_are_its_own(audience: str) -> None:
    files = sample()[audience]
    feeds = [read(data) for path, data in files.items() if path.endswith(("feed.xml", "corrections.xml"))]
    assert len(feeds) > 2
    for feed in feeds:
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids)
        assert feed.feed.links[0].rel == "self"
        assert feed.feed.author == "Merebrook Borough Council"
        assert feed.feed.updated == max([feed.feed.updated, *(entry.updated for entry in feed.entries)])


def test_every_feed_that_a_page_names_is_there() -> None:
    files = sample()["residents"]
    workstream = files["workstreams/it/index.html"].decode()
    assert 'title="One Council: updates" href="../../feed.xml"' in workstream
    assert 'title="One Council: Digital and IT" href="feed.xml"' in workstream
    assert {"feed.xml", "corrections.xml", "workstreams/it/feed.xml"} <= files.keys()
