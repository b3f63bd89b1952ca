"""A whole content folder, read."""

import os
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.content import Content
from generator.domain.edition import Status
from generator.reading.content import read_content
from generator.text.diagnostic import Diagnostic
from tests.examples import smallest, write_files

SAMPLE = Path(__file__).parents[2] / "content"
UPDATE = "editions/2020-01/customer-services.md"


def read(folder: Path, **changed: bytes) -> tuple[Content | None, list[Diagnostic]]:
    write_files(smallest() | changed, folder)
    content, _, findings = read_content(folder)
    return content, findings


def test_the_smallest_programme_is_sound(tmp_path: Path) -> None:
    content, findings = read(tmp_path)
    assert not findings
    assert content
    (edition,) = content.editions
    assert (edition.title, [update.workstream for update in edition.updates]) == ("January 2020", ["customer-services"])
    assert not content.unread


def test_an_edition_whose_status_cannot_be_read_counts_as_a_draft(tmp_path: Path) -> None:
    letter = b"---\npublished: 2020-01-31\nstatus: darft\n---\nNobody has agreed to this yet.\n"
    content, findings = read(tmp_path, **{"editions/2020-01/edition.md": letter})
    assert [found.code for found in findings] == ["unknown-choice"]
    assert content
    assert content.editions[0].status is Status.DRAFT


class Shuffled(list["os.DirEntry[str]"]):
    """What a folder holds, as os.scandir gives it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@given(st.integers())
def test_the_order_in_which_files_are_found_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    scandir, looked_at = os.scandir, set[str]()

    def shuffled(path: str) -> Shuffled:
        with scandir(path) as entries:
            found = Shuffled(entries)
        looked_at.add(path)
        chance.shuffle(found)
        return found

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        more = {
            "pages/about.md": b"---\ntitle: About us\n---\nWe.",
            "pages/board.md": b"---\ntitle: The board\n---\nThey.",
            "images/map.png": b"x",
            "editions/2020-02/edition.md": b"---\npublished: 2020-02-28\n---\nA letter.",
            "editions/2020-02/customer-services.yml": b"completed:\n  - {id: site-visits, text: We visited.}\n",
        }
        expected = read(Path(folder), **more)
        patch.setattr(os, "scandir", shuffled)
        assert read(Path(folder), **more) == expected
        assert {f"{folder}/pages", f"{folder}/editions"} <= looked_at


def test_the_sample_is_the_same_with_windows_line_ends_and_byte_order_marks(tmp_path: Path) -> None:
    for path in SAMPLE.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix in (".md", ".yml"):
                data = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
            write_files({path.relative_to(SAMPLE).as_posix(): data}, tmp_path)
    windows, _, findings = read_content(tmp_path)
    assert not findings
    assert windows == read_content(SAMPLE)[0]


def test_without_a_programme_that_can_be_read_all_other_files_are_still_looked_at(tmp_path: Path) -> None:
    content, findings = read(tmp_path, **{"programme.yml": b"title: [", UPDATE: b"## Compleated\n\n- a\n"})
    assert content is None
    assert sorted(found.code for found in findings) == ["unknown-heading", "yaml-syntax"]


def test_editions_stand_by_the_day_of_publication_and_then_by_name(tmp_path: Path) -> None:
    days = {"2020-02": "2020-02-28", "2020-03-flood": "2020-02-28", "a-special": "2019-12-31"}
    more = {
        f"editions/{name}/edition.md": f"---\npublished: {day}\ntitle: {name}\n---\nA letter.".encode()
        for name, day in days.items()
    }
    content, findings = read(tmp_path, **more)
    assert not findings
    assert content
    assert [edition.id for edition in content.editions] == ["a-special", "2020-01", "2020-02", "2020-03-flood"]


@pytest.mark.parametrize(
    "broken", [b"---\nfor: [staff\n---\n## Completed\n\n- a\n", b"---\nfor: staf\n---\n## Completed\n\n- a\n"]
)
def test_an_update_whose_audience_cannot_be_read_is_for_nobody(broken: bytes, tmp_path: Path) -> None:
    content, findings = read(tmp_path, **{UPDATE: broken})
    assert len(findings) == 1
    assert content
    assert [update.audiences for update in content.editions[0].updates] == [frozenset()]


def test_of_an_update_in_two_forms_one_is_taken(tmp_path: Path) -> None:
    content, findings = read(tmp_path, **{UPDATE.replace(".md", ".yml"): b"future:\n  - {id: a, text: A.}\n"})
    assert [found.code for found in findings] == ["two-forms"]
    assert content
    assert [action.id for action in content.editions[0].updates[0].actions] == ["website-funding", "site-visits"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({UPDATE: b"## Compleated\n\n- a\n"}, "editions/"),
        ({UPDATE: b"caf\xe9"}, "editions/"),
        ({"measures.yml": b"- {id: a}\n"}, "measures.yml"),
        ({"workstreams.yml": b"- id: a: b\n"}, "workstreams.yml"),
        ({"pages/about.md": b"---\ntitle: [\n---\n"}, "pages/"),
    ],
)
def test_where_something_could_not_be_read_nothing_is_called_unknown(
    files: dict[str, bytes], place: str, tmp_path: Path
) -> None:
    content, _ = read(tmp_path, **files)
    assert content
    assert not content.is_whole_for(place)
    assert content.is_whole_for("documents.yml")


def test_pictures_are_for_whom_each_folder_on_the_way_says(tmp_path: Path) -> None:
    content, findings = read(
        tmp_path,
        **{
            "images/a.png": b"x", "images/staff/b.png": b"x", "images/staff/c/d.png": b"x",
            "images/staff/images.yml": b"for: [staff]\n", "images/staff/c/images.yml": b"for: [staff, residents]\n",
        },
    )  # fmt: skip
    assert not findings
    assert content
    assert {image.path: sorted(image.audiences) for image in content.images} == {
        "images/a.png": ["residents", "staff"],
        "images/staff/b.png": ["staff"],
        "images/staff/c/d.png": ["staff"],
    }
