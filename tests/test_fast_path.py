"""The fast path: the same words again are answered at once, and only where a build would find all as it left it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.arguments import hours_of
from generator.fast_path import answer_at_once, output_of
from generator.keeping import stamps
from tests.examples import smallest, write_files

WORDS = ["build", "--on", "2020-02-01"]
UPDATE = Path("content/editions/2020-01/customer-services.md")
GOLDEN = Path("output/.golden")


@pytest.fixture(autouse=True)
def programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(stamps, "_COARSEST_DATE_NS", 0)  # what was written just now is old enough


def without_seconds(said: str) -> str:
    return re.sub(r"in \d+\.\d s", "in some seconds", said)


@pytest.mark.parametrize("more", [[], ["--explain"], ["--quiet"], ["--format", "json"], ["--output", "output"]])
def test_the_same_words_again_are_answered_as_a_build_would(
    more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    UPDATE.write_text("## Completed\n\n- We met last year. {#met}\n")
    words = [*WORDS, *more]
    assert answer_at_once(words) is None
    assert main(words) == 0
    capsys.readouterr()
    assert main(words) == 0
    long_way = capsys.readouterr()
    assert answer_at_once(words) == 0
    fast = capsys.readouterr()
    assert "relative-time" in fast.out
    assert "\0" not in fast.out + fast.err
    assert [*map(without_seconds, fast)] == [*map(without_seconds, long_way)]


def test_what_was_said_to_a_wider_terminal_is_not_said_again_to_a_narrower_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    UPDATE.write_text("## Completed\n\n- We met last year, and the year before that, in the hall. {#met}\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    said = {}
    for columns in ("100", "50"):
        monkeypatch.setenv("COLUMNS", columns)
        for number in range(3):  # made, found unchanged, and answered at once
            assert answer_at_once(WORDS) == 0 if number == 2 else main(WORDS) == 0
            said[columns, number] = capsys.readouterr().out.partition("\n\nstaff")[0]
        assert len({said[columns, number] for number in range(3)}) == 1
    assert said["50", 0] != said["100", 0]


def edit() -> None:
    UPDATE.write_text(f"{UPDATE.read_text()}\nMore words.\n")


def break_off(number: int) -> Callable[[], None]:
    def damage() -> None:
        for file in (GOLDEN / "cache").glob("answer-*" if number else "receipt-*"):
            file.write_bytes(file.read_bytes()[:-3])

    return damage


@pytest.mark.parametrize(
    "change",
    [
        edit,
        UPDATE.unlink,
        lambda: Path("content/more.md").write_text("More.\n"),
        lambda: Path("output/staff/index.html").write_text("<p>Ours now.</p>"),
        lambda: Path("output/residents/index.html").unlink(),
        (GOLDEN / "manifest.json").unlink,
        lambda: (GOLDEN / "journal.json").write_text("{}"),
        lambda: write_files({"theme.yml": b"name: ours\n"}, Path("themes/ours")),
        break_off(0),
        break_off(1),
    ],
    ids=["an edit", "a file gone", "a new file", "a page changed", "a page gone", "no manifest", "a build broken off",
         "a theme", "a damaged receipt", "a damaged answer"],
)  # fmt: skip
def test_whatever_has_changed_goes_the_long_way(change: Callable[[], object]) -> None:
    assert main(WORDS) == 0
    assert answer_at_once(WORDS) == 0
    change()
    assert answer_at_once(WORDS) is None


@pytest.mark.parametrize(
    "words",
    [["build"], ["build", "--on", "2020-02-02"], [*WORDS, "--strict"], ["check", "--on", "2020-02-01"],
     [*WORDS, "--output", "elsewhere"], []],
)  # fmt: skip
def test_so_do_other_words(words: list[str]) -> None:
    assert main(WORDS) == 0
    assert answer_at_once(words) is None


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("SOURCE_DATE_EPOCH", "1580515200"), ("TERM", "dumb")])
def test_so_do_the_same_words_where_they_mean_something_else(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(WORDS) == 0
    monkeypatch.setenv(name, value)
    assert answer_at_once(WORDS) is None


def test_so_do_they_for_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(WORDS) == 0
    monkeypatch.setattr("generator.keeping.receipt.code", lambda: "another version")
    assert answer_at_once(WORDS) is None


def test_on_another_day_today_is_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    begins, ends = hours_of("2020-02-01", "Europe/London")
    for module in ("arguments", "build"):
        monkeypatch.setattr(f"generator.commands.{module}.today_in", lambda _: date(2020, 2, 1))
    assert main(["build"]) == 0
    for now, answer in ((begins - 1, None), (begins, 0), (ends - 1, 0), (ends, None)):
        monkeypatch.setattr("time.time", lambda now=now: now)
        assert answer_at_once(["build"]) == answer


def test_a_file_that_may_change_again_under_one_date_is_looked_into_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stamps, "_COARSEST_DATE_NS", 2_000_000_000)
    assert main(WORDS) == 0
    assert answer_at_once(WORDS) is None
    assert main(WORDS) == 0
    assert answer_at_once(WORDS) is None
    monkeypatch.setattr(stamps, "_COARSEST_DATE_NS", 0)
    assert main(WORDS) == 0
    assert answer_at_once(WORDS) == 0


def test_a_disk_that_takes_nothing_keeps_us_from_nothing_but_a_faster_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "it")

    assert main(WORDS) == 0
    for file in (GOLDEN / "cache").glob("answer-*"):
        file.unlink()
    monkeypatch.setattr("generator.keeping.binding.os.replace", full)
    assert main(WORDS) == 0
    assert answer_at_once(WORDS) is None


@pytest.mark.parametrize("option", ["--no-cache", "--no-c"])
def test_whoever_wants_all_made_anew_gets_that_each_time(option: str) -> None:
    assert main(WORDS) == 0
    assert main([*WORDS, option]) == 0
    assert answer_at_once([*WORDS, option]) is None
    assert answer_at_once(WORDS) == 0


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["build"], "output"),
        (["build", "-o", "there"], "there"),
        (["build", "--output", "there", "-q"], "there"),
        (["build", "--output=there"], "there"),
        (["build", "--output"], "output"),
    ],
)
def test_where_the_output_is_can_be_told_from_the_words(words: list[str], output: str) -> None:
    assert output_of(words) == output


def test_words_that_hide_where_the_output_is_go_the_long_way_each_time() -> None:
    words = [*WORDS, "-othere"]
    assert main(words) == 0
    assert main(words) == 0
    assert answer_at_once(words) is None
    assert not list(Path("there/.golden/cache").glob("answer-*"))
    assert not Path("output").exists()


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-07-01", 24), ("2026-10-25", 25)])
def test_a_day_has_as_many_hours_as_its_place_gives_it(day: str, hours: int) -> None:
    begins, ends = hours_of(day, "Europe/London")
    assert ends - begins == hours * 3600


NUMBER = "01632 960999"


def kept_with_number() -> list[str]:
    files = sorted((GOLDEN / "cache").iterdir())
    return [file.name.partition("-")[0] for file in files if NUMBER.encode() in file.read_bytes()]


def test_what_was_said_of_other_words_of_a_command_is_not_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    sound = UPDATE.read_text()
    UPDATE.write_text(f"Ring {NUMBER}.\n\n{sound}")
    quiet = [*WORDS, "--quiet"]
    assert main(quiet) == main(quiet) == 0
    UPDATE.write_text(sound)
    assert main(WORDS) == 0
    capsys.readouterr()
    assert answer_at_once(quiet) is None
    assert main(quiet) == 0
    assert NUMBER not in capsys.readouterr().out


def test_words_that_were_taken_out_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = UPDATE.read_text()
    UPDATE.write_text(f"Ring {NUMBER}.\n\n{sound}")
    for more in ([], ["--quiet"], ["--audience", "residents"]):
        assert main([*WORDS, *more]) == main([*WORDS, *more]) == 0
    assert set(kept_with_number()) == {"answer", "receipt", "kept.sqlite"}
    UPDATE.write_text(sound)
    monkeypatch.setattr(stamps, "_COARSEST_DATE_NS", 2_000_000_000)  # so that no new answer is kept
    assert main(WORDS) == 0
    assert kept_with_number() == []


def test_an_answer_of_another_day_is_neither_given_nor_kept() -> None:
    for day in ("2020-02-01", "2020-03-02", "2020-04-01"):
        assert main(["build", "--on", day]) == main(["build", "--on", day]) == 0
    assert answer_at_once(["build", "--on", "2020-02-01"]) is None
    assert answer_at_once(["build", "--on", "2020-04-01"]) == 0
    assert len([*(GOLDEN / "cache").glob("answer-*")]) == 1


def test_a_look_ahead_does_not_stay_where_the_words_of_an_earlier_day_were_answered() -> None:
    march = Path("content/editions/2020-03/edition.md")
    march.parent.mkdir()
    march.write_text("---\npublished: 2020-03-31\n---\nNobody may know this yet.\n")
    page = Path("output/residents/updates/2020-03/index.html")
    assert main(WORDS) == main(WORDS) == 0
    assert main(["build", "--on", "2020-03-31"]) == 0
    assert page.exists()
    assert answer_at_once(WORDS) is None
    assert main(WORDS) == 0
    assert not page.exists()
