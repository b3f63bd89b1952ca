"""Searching as it is published: who gets an index, what is in it, and when it is made again."""

import gzip
from pathlib import Path

import pytest

from generator.build import Result, build, write
from generator.keeping.cache import Cache
from generator.making import searching
from generator.output.plan import AsItStands
from generator.request import BuildRequest
from tests.building import ON, built, files_of
from tests.examples import SMALLEST, files_in, smallest, write_files

PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
UPDATE = """
## Future actions

- Visit councils whose website works well. {#site-visits due="February 2020"}
- Sell Brook House to the hospital trust next door. {#secret for=staff}

  > We will sell a house.
"""
ENTRY = "pagefind/pagefind-entry.json"


def index_of(result: Result, site: str) -> dict[str, bytes]:
    return {path: data for path, data in files_of(result, site).items() if path.startswith("pagefind/")}


def opened(index: dict[str, bytes]) -> bytes:
    return b"\n".join(gzip.decompress(it) if it.startswith(b"\x1f\x8b") else it for it in index.values())


@pytest.fixture(scope="module")
def both_with_scripts(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Residents with the theme of staff."""
    changed = {
        "programme.yml": PROGRAMME.replace("theme: plain", "theme: council"),
        "editions/2020-01/customer-services.md": UPDATE,
    }
    return built(tmp_path_factory.mktemp("both"), changed)


def test_a_site_without_scripts_has_no_index_and_says_a_to_z(tmp_path: Path) -> None:
    result = built(tmp_path)
    assert index_of(result, "residents") == {}
    page = result.sites["residents"]["search/index.html"]
    assert isinstance(page, bytes)
    assert b"<script" not in page
    assert b"A to Z" in page
    assert "assets/pagefind-LICENSE.txt" not in result.sites["residents"]
    assert {ENTRY, "assets/pagefind-LICENSE.txt"} <= result.sites["staff"].keys()


def test_a_theme_can_do_without_an_index_and_keep_its_script(tmp_path: Path) -> None:
    theme = b"name: ours\ntitle: Ours\nextends: council\noptions: {search: ''}\n"
    write_files({"themes/ours/theme.yml": theme}, tmp_path)
    result = built(tmp_path, {"programme.yml": PROGRAMME.replace("theme: council", "theme: ours")})
    assert index_of(result, "staff") == {}
    assert "assets/site.js" in result.sites["staff"]
    assert not any("search" in path for path in result.sites["staff"] if path.startswith("assets/"))


def test_no_word_for_staff_is_in_the_residents_index(both_with_scripts: Result) -> None:
    staff, residents = (opened(index_of(both_with_scripts, site)) for site in ("staff", "residents"))
    assert b"Brook House" in staff
    assert b"actions/secret/" in staff
    assert b"Visit councils" in residents
    assert b"Brook" not in residents
    assert b"secret" not in residents


def test_without_pagefind_a_site_is_whole_and_lists_its_actions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "INDEXER", "nowhere_to_be_found")
    result = built(tmp_path)
    assert index_of(result, "staff") == {}
    page = files_of(result, "staff")["search/index.html"]
    assert b"assets/search.js" not in page
    assert b"letter.v" in page


class Programme:
    """One that is built again and again into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_files(smallest() | {"editions/2020-01/customer-services.md": UPDATE.encode()}, folder / "content")
        self._at_ns = 10**18

    def build(self) -> Result:
        self._at_ns += 10**9
        (self.folder / "output").mkdir(exist_ok=True)
        with Cache(self.folder / "cache", self.folder / "output", self.folder / "content", self._at_ns) as cache:
            result = build(BuildRequest(self.folder / "content", lambda _: ON, cache=cache))
            write(self.folder / "output", result, cache=cache)
            return result

    def edit(self, path: str, before: str, after: str) -> None:
        file = self.folder / "content" / path
        file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    def standing(self) -> dict[str, bytes]:
        return files_in(self.folder / "output" / "staff")

    def anew(self) -> dict[str, bytes]:
        return files_of(build(BuildRequest(self.folder / "content", lambda _: ON)), "staff")


def made_again(result: Result) -> set[str]:
    made = (path for path, piece in result.sites["staff"].items() if not isinstance(piece, AsItStands))
    return {path.removeprefix("pagefind/") for path in made if path.startswith("pagefind/")}


def test_an_index_is_made_again_only_when_what_it_tells_has_changed(tmp_path: Path) -> None:
    programme = Programme(tmp_path)
    programme.build()
    assert made_again(programme.build()) == set()
    programme.edit("programme.yml", "title: ", "title: New ")
    assert made_again(programme.build()) == set()
    programme.edit("editions/2020-01/customer-services.md", "whose website", "whose library")
    again = made_again(programme.build())
    assert sorted(path.split("/")[0].split("_")[0] for path in again) == [
        *("fragment", "index", "pagefind-entry.json", "pagefind.en"),
    ]
    assert programme.standing() == programme.anew()


def test_an_index_of_which_a_file_was_lost_is_made_whole(tmp_path: Path) -> None:
    programme = Programme(tmp_path)
    programme.build()
    lost = next(path for path in programme.standing() if path.endswith(".pf_fragment"))
    (tmp_path / "output" / "staff" / lost).unlink()
    programme.build()
    assert programme.standing() == programme.anew()
