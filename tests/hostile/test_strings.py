"""Awkward words in every field of every file: findings or a site, never a traceback, and nothing outside its folder."""

from datetime import date
from pathlib import Path

import pytest

from generator.build import build, write
from generator.checks.all import check_all
from generator.output.failures import OutputRefused
from generator.reading.content import read_content
from generator.request import BuildRequest
from generator.text.diagnostic import in_order
from generator.text.formats import listing
from tests.building import ON
from tests.examples import smallest, write_files
from tests.hostile.accepted import sound_in_prose, sound_in_text
from tests.hostile.fields import ACTIONS, FIELDS, MARKDOWN, WHOLE, in_file, plain, quoted
from tests.hostile.programme import AT_ONCE, programme_saying
from tests.hostile.strings import STRINGS

DAY = date(2020, 2, 1)


def look(folder: Path, files: dict[str, str]) -> None:
    """Read and check the smallest programme with these files, and tell what is found."""
    changed = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
    content, sources, findings = read_content(folder, changed)
    if content is not None:
        findings.extend(check_all(content, sources, DAY))
    listing("text", in_order(findings), sources)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("smallest")
    write_files(smallest(), made)
    return made


def test_there_are_more_than_three_hundred_strings_and_two_hundred_fields() -> None:
    assert len(STRINGS) > 300
    assert len(FIELDS) > 200


@pytest.mark.parametrize("part", range(4))
def test_each_string_in_all_fields_of_a_file_at_once(part: int, folder: Path) -> None:
    for number, words in enumerate(STRINGS[part::4]):
        path, document = WHOLE[number % len(WHOLE)]
        look(folder, {path: in_file(path, (plain, quoted)[number % 2](document, words))})


@pytest.mark.parametrize("part", range(4))
def test_each_string_in_a_field_of_its_own(part: int, folder: Path) -> None:
    """A few fields for each string, others for the next; the long form takes all of both."""
    for number, words in enumerate(STRINGS[part::4]):
        for path, document in FIELDS[number % 150 :: 150]:
            look(folder, {path: in_file(path, quoted(document, words))})


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("part", range(8))
def test_each_string_in_each_field(part: int, folder: Path) -> None:
    for words in STRINGS[part::8]:
        for path, document in FIELDS:
            look(folder, {path: in_file(path, quoted(document, words))})
            look(folder, {path: in_file(path, plain(document, words))})


def in_markdown(text: str, words: str) -> str:
    return text.replace("PLACE", words)


@pytest.mark.parametrize("part", range(4))
def test_each_string_in_each_place_of_markdown(part: int, folder: Path) -> None:
    letter, update = "---\npublished: 2020-01-31\n---\n", "Words.\n\n## Future actions\n\n"
    for number, words in enumerate(STRINGS[part::4]):
        places = MARKDOWN[number % 9 :: 9]
        actions = ACTIONS[number % 7 :: 7]
        for place, action in zip(places, actions, strict=False):
            look(
                folder,
                {
                    "editions/2020-01/edition.md": letter + in_markdown(place, words) + "\n",
                    "editions/2020-01/customer-services.md": update + in_markdown(action, words) + "\n",
                },
            )


def test_each_string_as_the_name_of_a_file(folder: Path) -> None:
    for words in STRINGS:
        if len(words) < 300 and "\0" not in words:
            paths = (f"pages/{words}.md", f"editions/{words}/edition.md", f"documents/{words}", f"images/{words}")
            look(folder, dict.fromkeys(paths, "---\ntitle: a\n---\nWords.\n"))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("half", range(2))  # all of them at once are more signs than a file may have
def test_all_strings_that_are_sound_make_a_site_within_its_folder(half: int, tmp_path: Path) -> None:
    text = [words for words in STRINGS if words.strip() and len(words) < 2_000 and sound_in_text(words)]
    prose = [words for words in STRINGS if words[:1].isalnum() and "\n" not in words and sound_in_prose(words)]
    assert len(text) > 300
    write_files(programme_saying(text[half::2], prose[half::2], AT_ONCE // 2), tmp_path / "content")
    result = build(BuildRequest(tmp_path / "content", lambda _: ON))
    assert result.sites, [found for found in result.findings if found.severity == "error"][:5]
    try:
        write(tmp_path / "output", result)
    except OutputRefused as refused:
        pytest.fail(str(refused))
    assert {path.name for path in tmp_path.iterdir()} == {"content", "output"}
    assert {path.name for path in (tmp_path / "output").iterdir()} == {".golden", "staff", "residents"}
