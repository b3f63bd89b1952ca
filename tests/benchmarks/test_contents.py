"""The made content: always the same, right, and as varied as what people write."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.contents import Size, main, make_content
from generator.checks.all import check_content
from generator.domain.prose import plain_words
from generator.reading.content import read_content
from tests.examples import files_in

SIZE = Size(14, 4, 9)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "content"
    make_content(folder, SIZE.editions, SIZE.workstreams, SIZE.actions)
    return folder


def test_the_same_size_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make_content(tmp_path, SIZE.editions, SIZE.workstreams, SIZE.actions)
    assert files_in(tmp_path) == files_in(made)


def test_the_command_makes_the_same(made: Path, tmp_path: Path) -> None:
    main([str(SIZE.editions), str(SIZE.workstreams), str(SIZE.actions), str(tmp_path / "by-command")])
    assert files_in(tmp_path / "by-command") == files_in(made)


def test_the_bytes_are_those_of_every_machine_and_every_python(tmp_path: Path) -> None:
    make_content(tmp_path, 2, 2, 3)
    whole = hashlib.sha256(b"".join(data for _, data in sorted(files_in(tmp_path).items())))
    assert whole.hexdigest()[:16] == "6b20d29337fa3f03"


def test_a_larger_programme_begins_as_a_smaller_one_does(made: Path, tmp_path: Path) -> None:
    make_content(tmp_path, SIZE.editions - 2, SIZE.workstreams, SIZE.actions)
    assert files_in(tmp_path).items() <= files_in(made).items()


@pytest.mark.parametrize("audiences", [1, 2])
def test_it_lacks_nothing_but_the_page_that_no_update_needs(tmp_path: Path, audiences: int) -> None:
    make_content(tmp_path, SIZE.editions, SIZE.workstreams, SIZE.actions, audiences)
    content, _, findings = read_content(tmp_path)
    assert content is not None
    assert len(content.programme.audiences) == audiences
    findings.extend(check_content(content, SIZE.today))
    assert [found.code for found in findings] == ["missing-statement"]


def test_every_update_has_as_many_actions_as_were_asked_for(made: Path) -> None:
    content, _, _ = read_content(made)
    assert content is not None
    assert {len(update.actions) for edition in content.editions for update in edition.updates} == {SIZE.actions}
    assert {len(edition.updates) for edition in content.editions} == {SIZE.workstreams}


def test_hardly_a_sentence_stands_twice(made: Path) -> None:
    content, _, _ = read_content(made)
    assert content is not None
    actions = [action for edition in content.editions for update in edition.updates for action in update.actions]
    times = Counter(plain_words(action.text) for action in actions)
    assert len(times) > 0.95 * len(actions)
    lengths = sorted(map(len, times))
    assert lengths[-1] > 3 * lengths[0]


def test_there_is_some_of_everything_that_makes_work(made: Path) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in made.rglob("*.md"))
    for mark in (
        "for=staff",
        "\n  > ",
        "\n  - ",
        "](https://",
        "::: staff",
        "reason=",
        "after=",
        'due="28 ',
        "## Stopped",
    ):
        assert mark in text, mark
