"""Sites put in place: what is written, what is removed, and what is refused before anything is."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.failures import OutputChanged, OutputFailed, OutputRefused
from generator.output.manifest import sha256_hex
from generator.output.names import MANIFEST
from generator.output.plan import AsItStands, FileCounts, Piece
from generator.output.put import put_in_place
from tests.output.standing import standing
from tests.quick import QUICK

HOME = {"index.html": b"home", "updates/2020-01/index.html": b"january"}


def recorded(output: Path) -> dict[str, dict[str, str]]:
    sites: dict[str, dict[str, str]] = json.loads((output / MANIFEST).read_text())["sites"]
    return sites


def put_by_hand(path: Path, data: bytes = b"mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_first_build_puts_every_file_in_the_folder_of_its_site(tmp_path: Path) -> None:
    written = put_in_place(tmp_path / "output", {"staff": HOME, "residents": {"index.html": b"plain"}})
    assert written == FileCounts(added=3)
    assert standing(tmp_path / "output") == {
        "staff/index.html": b"home",
        "staff/updates/2020-01/index.html": b"january",
        "residents/index.html": b"plain",
    }


def test_a_second_build_of_the_same_touches_nothing(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    touched = [tmp_path / "staff", *(tmp_path / "staff").rglob("*"), tmp_path / MANIFEST]
    before = [path.stat().st_mtime_ns for path in touched]
    assert put_in_place(tmp_path, {"staff": HOME}) == FileCounts(unchanged=2)
    assert [path.stat().st_mtime_ns for path in touched] == before


def test_only_what_changed_is_written_and_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {**HOME, "old/page.html": b"old"}})
    written = put_in_place(
        tmp_path, {"staff": {"index.html": b"new home", "feed.xml": b"feed", **dict([*HOME.items()][1:])}}
    )
    assert written == FileCounts(added=1, changed=1, removed=1, unchanged=1)
    assert not (tmp_path / "staff/old").exists()
    assert (tmp_path / "staff/index.html").read_bytes() == b"new home"


def test_a_site_that_is_not_given_stays_as_it_is(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME, "residents": HOME})
    put_in_place(tmp_path, {"residents": {"index.html": b"plain"}})
    assert standing(tmp_path / "staff") == HOME
    assert standing(tmp_path / "residents") == {"index.html": b"plain"}
    assert recorded(tmp_path).keys() == {"staff", "residents"}


def test_a_site_without_files_leaves_no_folder_and_no_record(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    assert put_in_place(tmp_path, {"staff": {}}) == FileCounts(removed=2)
    assert not (tmp_path / "staff").exists()
    assert recorded(tmp_path) == {}


def test_files_that_we_did_not_make_are_never_touched(tmp_path: Path) -> None:
    mine = put_by_hand(tmp_path / "staff/updates/notes.txt")
    also_mine = put_by_hand(tmp_path / "README")
    (tmp_path / "staff/empty").mkdir()
    put_in_place(tmp_path, {"staff": HOME})
    put_in_place(tmp_path, {"staff": {}})
    assert (mine.read_bytes(), also_mine.read_bytes()) == (b"mine", b"mine")
    assert (tmp_path / "staff/empty").is_dir()
    assert standing(tmp_path / "staff") == {"updates/notes.txt": b"mine"}


def test_files_in_the_way_that_we_did_not_make_are_a_refusal_before_anything_is_written(tmp_path: Path) -> None:
    put_by_hand(tmp_path / "staff/index.html")
    put_by_hand(tmp_path / "staff/updates/2020-01/index.html")
    with pytest.raises(OutputRefused) as refused:
        put_in_place(tmp_path, {"staff": {**HOME, "a.html": b"a"}})
    assert len(refused.value.reasons) == 2
    assert len(str(refused.value).splitlines()) == 3
    assert f"`{tmp_path}/staff/index.html` stands in the way, and we did not make it: move it away" in str(
        refused.value
    )
    assert set(standing(tmp_path).values()) == {b"mine"}
    assert not (tmp_path / ".golden").exists()


def test_a_file_in_the_way_with_the_same_bytes_becomes_ours(tmp_path: Path) -> None:
    put_by_hand(tmp_path / "staff/index.html", b"home")
    assert put_in_place(tmp_path, {"staff": HOME}) == FileCounts(added=1, unchanged=1)
    assert put_in_place(tmp_path, {"staff": {}}) == FileCounts(removed=2)


def test_a_file_of_ours_that_someone_changed_is_written_again(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    put_by_hand(tmp_path / "staff/index.html")
    assert put_in_place(tmp_path, {"staff": HOME}) == FileCounts(changed=1, unchanged=1)
    assert standing(tmp_path / "staff") == HOME


def test_a_file_of_ours_that_someone_has_closed_to_us_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place(tmp_path, {"staff": {"index.html": b"ours"}})
    read = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path == tmp_path / "staff" / "index.html":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert put_in_place(tmp_path, {"staff": {"index.html": b"ours"}}).changed == 1


def test_a_file_of_ours_that_someone_took_away_is_written_again(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    (tmp_path / "staff/index.html").unlink()
    assert put_in_place(tmp_path, {"staff": HOME}) == FileCounts(added=1, unchanged=1)


def test_what_is_gone_already_is_not_counted_as_removed(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    (tmp_path / "staff/index.html").unlink()
    assert put_in_place(tmp_path, {"staff": {}}) == FileCounts(removed=1)


def test_what_was_to_be_left_as_it_stands_and_is_not_what_we_made_last_stops_the_change_before_it_is_begun(
    tmp_path: Path,
) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    ours = AsItStands(sha256_hex(b"home"), 4)
    changed: dict[str, Piece] = {"index.html": ours, "updates/2020-01/index.html": b"new"}
    assert put_in_place(tmp_path, {"staff": changed}) == FileCounts(changed=1, unchanged=1)
    put_in_place(tmp_path, {"staff": {**HOME, "index.html": b"of another build"}})
    never_made: dict[str, Piece] = {**HOME, "never.html": ours}
    for files in (changed, never_made):
        with pytest.raises(OutputChanged):
            put_in_place(tmp_path, {"staff": files}, first=lambda _: pytest.fail("it was begun"))
    assert standing(tmp_path / "staff") == {**HOME, "index.html": b"of another build"}
    assert recorded(tmp_path)["staff"]["index.html"] == sha256_hex(b"of another build")


DAMAGE = {
    "no JSON": b"{",
    "not UTF-8": b"\xff\xfe",
    "another version": b'{"version": 99, "sites": {}}',
    "a list": b"[]",
    "sites that are none": b'{"version": 1, "sites": []}',
    "files that are none": b'{"version": 1, "sites": {"staff": []}}',
    "a digest that is none": b'{"version": 1, "sites": {"staff": {"index.html": 1}}}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_manifest_counts_as_empty_and_the_refusal_says_what_to_do(tmp_path: Path, damage: bytes) -> None:
    put_in_place(tmp_path, {"staff": HOME})
    (tmp_path / MANIFEST).write_bytes(damage)
    with pytest.raises(OutputRefused, match=r"we cannot tell .* is damaged: .* delete it and build again"):
        put_in_place(tmp_path, {"staff": {"index.html": b"new"}})
    assert put_in_place(tmp_path, {"staff": HOME}) == FileCounts(unchanged=2)
    assert put_in_place(tmp_path, {"staff": {"index.html": b"new"}}) == FileCounts(changed=1, removed=1)


def test_a_manifest_with_paths_that_lead_out_removes_nothing_there(tmp_path: Path) -> None:
    precious = put_by_hand(tmp_path / "precious.txt")
    output = tmp_path / "output"
    put_by_hand(output / MANIFEST, b'{"version": 1, "sites": {"staff": {"../../precious.txt": "0"}}}')
    put_in_place(output, {"staff": HOME})
    assert precious.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "path",
    ["../x.html", "a/../../x.html", "/x.html", "", ".", "a//b", "a/", "C:/x.html", "C:x", "..\\x", "a\x00b", "\ud800"],
)
def test_no_file_can_be_put_outside_its_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputRefused, match="cannot be a file of the site `staff`: it "):
        put_in_place(tmp_path / "output", {"staff": {path: b"x"}})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("site", ["..", ".", "", "a/b", ".golden", ".GOLDEN", "C:", "/etc"])
def test_no_site_can_stand_outside_the_output_or_among_our_records(tmp_path: Path, site: str) -> None:
    with pytest.raises(OutputRefused, match="cannot be a site's folder: it "):
        put_in_place(tmp_path / "output", {site: HOME})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["staff", "staff/updates", ".golden"])
def test_a_folder_that_is_a_link_to_another_place_is_refused(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    output = tmp_path / "output"
    (output / link).parent.mkdir(parents=True)
    (output / link).symlink_to(elsewhere)
    with pytest.raises(OutputRefused, match="is a link to another place"):
        put_in_place(output, {"staff": HOME})
    assert list(elsewhere.iterdir()) == []


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put_in_place(output, {"staff": HOME})
    (output / "staff/updates").rename(tmp_path / "moved")
    (output / "staff/updates").symlink_to(tmp_path / "moved")
    with pytest.raises(OutputRefused, match="is a link to another place"):
        put_in_place(output, {"staff": {"index.html": b"home"}})
    assert (tmp_path / "moved/2020-01/index.html").exists()


def test_the_output_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "real")
    put_in_place(tmp_path / "output", {"staff": HOME})
    assert standing(tmp_path / "real/staff") == HOME


def test_a_link_in_the_place_of_a_file_of_ours_is_replaced_and_what_it_led_to_is_left(tmp_path: Path) -> None:
    precious = put_by_hand(tmp_path / "precious.txt", b"home")
    output = tmp_path / "output"
    put_in_place(output, {"staff": HOME})
    (output / "staff/index.html").unlink()
    (output / "staff/index.html").symlink_to(precious)
    assert put_in_place(output, {"staff": {**HOME, "index.html": b"new"}}).changed == 1
    assert precious.read_bytes() == b"home"
    assert not (output / "staff/index.html").is_symlink()


def test_a_link_that_we_did_not_make_is_in_the_way_even_with_the_same_bytes(tmp_path: Path) -> None:
    precious = put_by_hand(tmp_path / "precious.txt", b"home")
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff/index.html").symlink_to(precious)
    with pytest.raises(OutputRefused, match="stands in the way"):
        put_in_place(tmp_path, {"staff": HOME})


def test_a_pipe_in_the_way_is_refused_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "staff").mkdir()
    os.mkfifo(tmp_path / "staff/index.html")
    with pytest.raises(OutputRefused, match="stands in the way"):
        put_in_place(tmp_path, {"staff": HOME})


@pytest.mark.parametrize("inside", ["", "notes.txt"], ids=["empty", "with a file"])
def test_a_folder_where_a_file_has_to_stand_is_refused(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / "staff/index.html"
    folder.mkdir(parents=True)
    if inside:
        put_by_hand(folder / inside)
    with pytest.raises(OutputRefused, match="is a folder, and a file has to stand there"):
        put_in_place(tmp_path, {"staff": HOME})


@pytest.mark.parametrize("way", ["staff", "staff/updates"])
def test_a_file_where_a_folder_has_to_stand_is_refused(tmp_path: Path, way: str) -> None:
    put_by_hand(tmp_path / way)
    with pytest.raises(OutputRefused, match=rf"{way}` is a file, and a folder has to stand there"):
        put_in_place(tmp_path, {"staff": HOME})


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="is a file, so that nothing can be put into it"):
        put_in_place(put_by_hand(tmp_path / "output"), {"staff": HOME})


def test_an_output_that_is_a_link_to_nothing_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(tmp_path / "unmounted")
    with pytest.raises(OutputRefused, match="output` is a link to a place that is not there: make that folder"):
        put_in_place(tmp_path / "output", {"staff": HOME})


@pytest.mark.parametrize("place", ["residents", "residents/updates", "residents/new/deep"])
def test_nothing_is_put_into_a_site_where_its_readers_would_be_served_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The staff's pages of a build, into the folder from which a server gives residents theirs."""
    put_in_place(tmp_path, {"residents": HOME})
    before = standing(tmp_path)
    with pytest.raises(OutputRefused, match=r"residents` is a site already, and whatever is in it is shown to its"):
        put_in_place(tmp_path / place, {"staff": HOME})
    monkeypatch.chdir(tmp_path / "residents")
    with pytest.raises(OutputRefused, match="is a site already"):
        put_in_place(Path("output"), {"staff": HOME})
    assert standing(tmp_path) == before


def test_records_of_somebody_else_further_up_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".golden" / "manifest.json").mkdir(parents=True)  # nobody can read it, root included
    assert put_in_place(tmp_path / "output", {"staff": HOME}).added == 2


def test_a_file_of_ours_gives_way_to_a_folder_and_a_folder_of_ours_to_a_file(tmp_path: Path) -> None:
    as_file, as_folder = {"plan": b"1", "x": b"x"}, {"plan/a/index.html": b"2", "plan/b": b"3", "x": b"x"}
    put_in_place(tmp_path, {"staff": as_file})
    assert put_in_place(tmp_path, {"staff": as_folder}) == FileCounts(added=2, removed=1, unchanged=1)
    assert standing(tmp_path / "staff") == as_folder
    assert put_in_place(tmp_path, {"staff": as_file}) == FileCounts(added=1, removed=2, unchanged=1)
    assert standing(tmp_path / "staff") == as_file


def test_names_that_differ_in_capitals_or_accents_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused) as refused:
        put_in_place(tmp_path, {"staff": {"A.html": b"", "a.html": b"", "\u00e9": b"", "e\u0301": b""}, "Staff": {}})
    assert len(refused.value.reasons) == 3
    assert "`staff/A.html` and `staff/a.html` are one and the same on a disk" in str(refused.value)


def test_a_name_that_is_a_file_and_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="`staff/A` is a file, and the folder of `staff/a/b`"):
        put_in_place(tmp_path, {"staff": {"A": b"", "a/b": b""}})


def test_a_name_that_changes_in_its_capitals_is_written_anew_where_the_disk_holds_both_for_one(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {"Docs/plan.pdf": b"plan"}})
    (tmp_path / "staff/docs").mkdir()
    (tmp_path / "staff/docs/plan.pdf").hardlink_to(tmp_path / "staff/Docs/plan.pdf")  # as such a disk would answer
    assert put_in_place(tmp_path, {"staff": {"docs/plan.pdf": b"plan"}}) == FileCounts(changed=1)
    assert standing(tmp_path / "staff") == {"docs/plan.pdf": b"plan"}


def test_a_name_that_changes_in_its_capitals_is_another_file_on_a_disk_that_tells_them(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {"Plan.pdf": b"plan"}})
    assert put_in_place(tmp_path, {"staff": {"plan.pdf": b"plan"}}) == FileCounts(added=1, removed=1)
    assert standing(tmp_path / "staff") == {"plan.pdf": b"plan"}


def test_on_such_a_disk_the_other_name_may_be_a_file_of_somebody_else(tmp_path: Path) -> None:
    put_in_place(tmp_path, {"staff": {"Plan.pdf": b"ours"}})
    put_by_hand(tmp_path / "staff/plan.pdf")
    with pytest.raises(OutputRefused, match=r"plan.pdf` stands in the way, and we did not make it"):
        put_in_place(tmp_path, {"staff": {"plan.pdf": b"ours"}})
    assert standing(tmp_path / "staff") == {"Plan.pdf": b"ours", "plan.pdf": b"mine"}


def test_many_reasons_are_counted_past_the_first_ten(tmp_path: Path) -> None:
    files = {f"{number}.html": b"" for number in range(25)}
    for path in files:
        put_by_hand(tmp_path / "staff" / path)
    with pytest.raises(OutputRefused) as refused:
        put_in_place(tmp_path, {"staff": files})
    assert len(refused.value.reasons) == 25
    assert len(str(refused.value).splitlines()) == 12
    assert str(refused.value).endswith("and 15 more")


def test_a_machine_that_cannot_is_one_line_of_words_with_its_cause(tmp_path: Path) -> None:
    put_by_hand(tmp_path / ".golden")
    with pytest.raises(OutputFailed) as failed:
        put_in_place(tmp_path, {"staff": HOME})
    assert isinstance(failed.value.__cause__, OSError)
    assert str(failed.value).startswith(f"could not make `{tmp_path / '.golden'}`: file exists (")
    assert "\n" not in str(failed.value)


def test_the_manifest_has_the_same_bytes_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    put_in_place(tmp_path / "one", {"staff": HOME, "residents": HOME})
    put_in_place(tmp_path / "two", {"residents": dict(reversed(HOME.items())), "staff": HOME})
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


NAMES = st.lists(st.sampled_from(["a", "b", "c", "index.html"]), min_size=1, max_size=3).map("/".join)


@st.composite
def sites(draw: st.DrawFn) -> Mapping[str, Mapping[str, bytes]]:
    return {
        site: _without_clashes(draw(st.dictionaries(NAMES, st.binary(max_size=2), max_size=6)))
        for site in draw(st.lists(st.sampled_from(["staff", "residents"]), unique=True))
    }


def _without_clashes(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: data for path, data in files.items() if not any(other.startswith(f"{path}/") for other in files)}


@given(st.lists(sites(), max_size=4))
def test_after_any_builds_each_site_holds_what_its_last_build_made_and_what_was_there_before(
    builds: list[Mapping[str, Mapping[str, bytes]]],
) -> None:
    with TemporaryDirectory(dir=QUICK) as folder:
        output = Path(folder)
        mine = put_by_hand(output / "staff/mine.txt")
        last: dict[str, Mapping[str, bytes]] = {}
        for build in builds:
            put_in_place(output, build)
            last.update(build)
        assert mine.read_bytes() == b"mine"
        mine.unlink()
        wanted = {f"{site}/{path}": data for site, files in last.items() for path, data in files.items()}
        assert standing(output) == wanted
