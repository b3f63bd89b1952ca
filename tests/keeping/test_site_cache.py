"""The site_cache: what stands in its place is known by how it looked when we saw it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.keeping.site_cache import Built, SiteCache
from generator.keeping.stamps import identity_of
from generator.keeping.store import Store

BUILT = Built("key", date(2020, 2, 1), {}, (), frozenset(), is_all_printed=True)
KEYS = {"index.html": "key", "new.html": "key"}


def test_a_file_that_somebody_changes_while_we_build_looks_otherwise_than_we_know_it(tmp_path: Path) -> None:
    page, new = tmp_path / "staff" / "index.html", tmp_path / "staff" / "new.html"
    page.parent.mkdir()
    (tmp_path / ".golden").mkdir()
    page.write_bytes(b"ours")
    store = Store(tmp_path / ".golden" / "cache" / "kept.sqlite")
    SiteCache(store, "staff", page.parent).put(KEYS, {"index.html": "digest"}, {"index.html": 4}, BUILT)
    store.save()
    site_cache = SiteCache(store, "staff", page.parent)
    assert site_cache.bytes_of("index.html") == b"ours"
    page.write_bytes(b"theirs")
    new.write_bytes(b"new")
    site_cache.put(KEYS, {"index.html": "digest", "new.html": "other"}, {"new.html": 3}, BUILT)
    found = site_cache.identities()
    assert found.keys() == {"index.html", "new.html"}
    assert found["new.html"] == identity_of(new)
    assert found["index.html"] != identity_of(page)
    assert SiteCache(store, "staff", page.parent).bytes_of("index.html") is None
    store.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Of a site with one file, which stands as it was made."""
    (tmp_path / ".golden").mkdir()
    (tmp_path / "index.html").write_bytes(b"ours")
    store = Store(tmp_path / ".golden" / "cache" / "kept.sqlite")
    SiteCache(store, "staff", tmp_path).put(KEYS, {"index.html": "digest"}, {"index.html": 4}, BUILT)
    store.save()
    yield store
    store.close()


def test_a_file_that_goes_after_it_was_seen_to_stand_has_no_bytes(store: Store, tmp_path: Path) -> None:
    site_cache = SiteCache(store, "staff", tmp_path)
    assert site_cache.stands("index.html")
    (tmp_path / "index.html").unlink()
    assert site_cache.bytes_of("index.html") is None


def test_why_a_file_is_made_is_said_in_words(store: Store, tmp_path: Path) -> None:
    site_cache = SiteCache(store, "staff", tmp_path)
    assert site_cache.why("new.html", "key") == "it is new"
    assert site_cache.why("index.html", "other") == "what it shows has changed"
    assert site_cache.why("index.html", "key") == "it is not there as we left it"
