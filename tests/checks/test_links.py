"""Links to what has another name now, and pictures whose words are none."""

from pathlib import Path

import pytest

from tests.building import checked

LETTER = "editions/2020-01/edition.md"


def found(folder: Path, words: str, more: dict[str, str] | None = None) -> list[tuple[str, str]]:
    letter = f"---\npublished: 2020-01-31\n---\n{words}\n"
    return [(it.code, it.message) for it in checked(folder, {LETTER: letter, **(more or {})})]


MOVED = {
    "editions/2020-02/edition.md": "---\npublished: 2020-02-01\nmoved-from: 2020-02-old\n---\nHello.\n",
    "editions/2020-02/desk.md": "Hello.\n",
    "workstreams.yml": (
        "- {id: customer-services, title: Customer services, lead: {name: A, role: B}, summary: C.}\n"
        "- {id: desk, title: The desk, lead: {name: A, role: B}, summary: C., moved-from: counter}\n"
    ),
}


@pytest.mark.parametrize(
    "update",
    ["2020-02/desk", "2020-02/counter", "2020-02-old/desk", "2020-02-old/counter"],
)
def test_an_update_is_known_by_each_name_that_its_edition_and_its_workstream_had(update: str, tmp_path: Path) -> None:
    assert [
        it for it in found(tmp_path, f"See the [update](../{update}.md).", MOVED) if it[0] != "missing-update"
    ] == []


@pytest.mark.parametrize("words", ["", "   ", "&nbsp;", "&shy;", "\u200d", "-", "…", "\\*"])
def test_blanks_and_signs_are_no_words_for_a_picture(words: str, tmp_path: Path) -> None:
    told = found(tmp_path, f"See ![{words}](../../images/hall.png).", {"images/hall.png": "PNG"})
    assert told == [("image-without-alt", "this picture has no words for those who cannot see it")]


def test_what_could_not_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    told = found(tmp_path, "See the [plan](document:plan).", {"documents.yml": "- {id: plan, titel: Plan\n"})
    assert "unknown-document" not in [code for code, _ in told]
    assert told


@pytest.mark.parametrize("file", ["hall.avif", "hall.HEIC", "hall.tif"])
def test_a_picture_of_a_kind_that_is_not_published_is_not_called_missing(file: str, tmp_path: Path) -> None:
    told = found(tmp_path, f"See ![The new hall](../../images/{file}).", {f"images/{file}": "AVIF"})
    message = f"images/{file} is no picture of a kind that we publish"
    assert ("missing-linked-file", message) in told
    letter = f"---\npublished: 2020-01-31\n---\nSee ![The new hall](../../images/{file}).\n"
    helps = {it.message: it.help for it in checked(tmp_path / "again", {LETTER: letter})}
    assert helps[message] == "save it as JPEG or PNG, or as WebP, GIF or SVG, and write that name here"


@pytest.mark.parametrize("words", ["", " ", "&nbsp;", "&shy;", "-", "…", "****", "![ ](../../images/hall.png)"])
def test_a_link_needs_words_that_can_be_read_out(words: str, tmp_path: Path) -> None:
    told = found(tmp_path, f"See the plan [{words}](https://council.example/plan).", {"images/hall.png": "PNG"})
    assert ("empty-link", "this link has no words that can be read out") in told


@pytest.mark.parametrize("words", ["£", "7", "計画", "الخطة", "👍", "`x`", "![The hall](../../images/hall.png)"])
def test_a_number_a_picture_or_any_script_is_a_word_for_a_link(words: str, tmp_path: Path) -> None:
    told = found(tmp_path, f"See the plan [{words}](https://council.example/plan).", {"images/hall.png": "PNG"})
    assert "empty-link" not in {code for code, _ in told}
