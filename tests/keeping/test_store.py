"""The store: what is kept comes back, and what is damaged or of other code is thrown away."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from generator.keeping import store as store_module
from generator.keeping.store import Made, Store

MADE = {"index.html": Made("key", "digest", 3, (3, 4, 5))}
KNOWN = ("editions/2020-01/edition.md", "digest", "context")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / ".golden").mkdir()
    return tmp_path / ".golden" / "cache" / "kept.sqlite"


def filled(file: Path) -> None:
    store = Store(file)
    store.keep_made("staff", MADE, ())
    store.keep_readings({KNOWN: b"packed"})
    store.keep_notes({"/content/a.md": ((1, 2, 3), "note")})
    store.keep_built("staff", ("told",))
    store.save()
    store.close()


def test_of_files_in_a_folder_whose_name_is_no_text_nothing_is_kept_and_nothing_is_lost(file: Path) -> None:
    """As those of an old share, or wherever the system's own encoding has not all letters."""
    filled(file)
    store = Store(file)
    store.keep_notes({"/Stadtr\udce4te/content/a.md": ((1, 2, 3), "note")})
    store.keep_built("staff", ("later",))
    store.save()
    store.close()
    store = Store(file)
    assert store.notes() == {"/content/a.md": ((1, 2, 3), "note")}
    assert store.built("staff") == ("told",)
    store.close()


def test_what_is_kept_comes_back(file: Path) -> None:
    filled(file)
    store = Store(file)
    assert store.made("staff") == MADE
    assert store.made("residents") == {}
    assert store.readings() == {KNOWN: b"packed"}
    assert store.notes() == {"/content/a.md": ((1, 2, 3), "note")}
    assert store.built("staff") == ("told",)
    store.close()


def test_what_is_forgotten_is_gone(file: Path) -> None:
    filled(file)
    store = Store(file)
    store.keep_made("staff", {}, ["index.html"])
    store.forget_readings([KNOWN])
    store.forget_notes(["/content/a.md"])
    store.save()
    assert (store.made("staff"), store.readings(), store.notes()) == ({}, {}, {})
    store.close()


def test_a_blank_store_tells_of_nothing_kept_before_and_takes_its_place_when_it_is_saved(file: Path) -> None:
    filled(file)
    blank = Store(file, is_blank=True)
    assert (blank.made("staff"), blank.readings(), blank.notes(), blank.built("staff")) == ({}, {}, {}, None)
    blank.keep_made("residents", MADE, ())
    blank.close()
    assert Store(file).made("staff") == MADE
    blank = Store(file, is_blank=True)
    blank.keep_made("residents", MADE, ())
    blank.save()
    blank.close()
    store = Store(file)
    assert (store.made("residents"), store.made("staff")) == (MADE, {})
    assert (store.readings(), store.notes(), store.built("staff")) == ({}, {}, None)
    store.close()


def test_nothing_is_written_before_it_is_saved(file: Path) -> None:
    store = Store(file)
    store.keep_made("staff", MADE, ())
    assert not file.exists()
    store.close()


def test_no_folder_is_made_for_the_cache_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "output" / ".golden" / "cache" / "kept.sqlite")
    store.keep_made("staff", MADE, ())
    store.save()
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("cut", [0, 10, 100, 3000, 5000])
def test_a_store_that_is_cut_short_is_thrown_away_and_filled_again(file: Path, cut: int) -> None:
    filled(file)
    file.write_bytes(file.read_bytes()[:cut])
    store = Store(file)
    store.made("staff"), store.readings(), store.notes(), store.built("staff")
    store.close()
    filled(file)
    store = Store(file)
    assert store.made("staff") == MADE
    store.close()


@pytest.mark.parametrize("place", range(0, 40_000, 997))
def test_whichever_byte_is_wrong_nothing_is_read_otherwise_and_the_next_build_can_keep_something(
    file: Path, place: int
) -> None:
    filled(file)
    data = bytearray(file.read_bytes())
    data[place % len(data)] ^= 0xFF
    file.write_bytes(data)
    store = Store(file)
    assert store.built("staff") in (("told",), None)
    assert {note for _, note in store.notes().values()} <= {"note"}
    assert len(store.readings()) <= 1
    assert len(store.made("staff")) <= 1
    store.keep_built("staff", ("told since",))
    store.save()
    store.close()
    again = Store(file)
    assert again.built("staff") == ("told since",)
    again.close()


def test_damage_that_the_message_about_it_repeats_is_damage_all_the_same(file: Path) -> None:
    filled(file)
    whole = file.read_bytes()
    damaged = whole.replace(b"tablebuiltbuilt", b"table\x9duiltbuilt")  # the name of a table, which the message tells
    assert damaged != whole
    file.write_bytes(damaged)
    store = Store(file)
    assert store.notes() == {}
    assert store.built("staff") is None
    store.close()


def test_what_other_code_has_written_is_thrown_away(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file)
    monkeypatch.setattr(store_module, "code_key", lambda: "another version")
    store = Store(file)
    assert store.made("staff") == {}
    store.close()


def test_a_packed_value_that_was_changed_is_not_believed(file: Path) -> None:
    filled(file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE built SET packed = ?", (b"0" * 40,))
    connection.close()
    store = Store(file)
    assert store.built("staff") is None
    store.close()


def test_a_folder_that_cannot_be_written_keeps_nobody_from_building(file: Path) -> None:
    file.parent.mkdir()
    file.mkdir()  # something stands in its place
    store = Store(file)
    assert store.made("staff") == {}
    store.keep_made("staff", MADE, ())
    store.save()
    store.close()


def test_what_is_forgotten_is_written_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def elsewhere(*given: Any, **more: Any) -> sqlite3.Connection:
        """As SQLite comes with some systems."""
        connection: sqlite3.Connection = connect(*given, **more)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", elsewhere)
    store = Store(file)
    store.keep_readings({KNOWN: b"4 Mill Lane" * 1000})
    store.save()
    assert b"4 Mill Lane" in file.read_bytes()
    store.forget_readings([KNOWN])
    store.save()
    store.close()
    assert b"4 Mill Lane" not in file.read_bytes()


def test_a_store_for_reading_saves_nothing_and_leaves_what_it_cannot_use(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Store(file, is_for_reading=True).made("staff") == {}
    assert not file.exists()
    filled(file)
    before = file.read_bytes()
    store = Store(file, is_for_reading=True)
    assert (store.made("staff"), store.built("staff")) == (MADE, ("told",))
    store.keep_built("staff", ("later",))
    store.save()
    store.close()
    assert file.read_bytes() == before
    monkeypatch.setattr(store_module, "code_key", lambda: "other code")
    assert Store(file, is_for_reading=True).made("staff") == {}
    assert file.read_bytes() == before
