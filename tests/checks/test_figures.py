"""Figures that readers have been given, and what became of them in measures.yml."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.figures import check
from generator.reading.content import read_content
from tests.authoring.record_examples import FILES, LETTER, RECORD, UPDATE, content_of, freeze_again, laid, lay
from tests.examples import smallest

MEASURE = """\
- id: online
  title: Services online
  baseline: {date: 2018, value: 14}
  target: {date: December 2021, value: 80}
  readings:
    - {date: March 2019, value: 31}
    - {date: December 2019, value: 40}
    - {date: May 2020, value: 52}
"""
GONE = "    - {date: December 2019, value: 40}\n"
FEBRUARY = "editions/2020-02/edition.md"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """January and February are frozen; the reading of May is of no time that they could know."""
    laid(tmp_path, {"measures.yml": MEASURE})
    freeze_again(tmp_path)
    lay(tmp_path, FEBRUARY, "---\npublished: 2020-02-03\n---\nFebruary.\n")
    freeze_again(tmp_path, edition="2020-02")
    return tmp_path


def found(programme: Path, before: str, after: str) -> list[str]:
    assert before in MEASURE
    lay(programme, "measures.yml", MEASURE.replace(before, after))
    return [it.message for it in check(content_of(programme))]


def test_figures_as_they_were_published_are_no_finding(programme: Path) -> None:
    assert found(programme, "- id", "- id") == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("value: 40", "value: 45", "the reading of `online` for December 2019 is 45; it was 40"),
        (
            "    - {date: December 2019, value: 40}\n",
            "",
            "the reading of `online` for December 2019 is gone; it was 40",
        ),
        ("value: 80", "value: 60", "the target of `online` is 60 (December 2021); it was 80 (December 2021)"),
        ("date: December 2021", "date: 2022", "the target of `online` is 80 (2022); it was 80 (December 2021)"),
        ("value: 14", "value: 10", "the baseline of `online` is 10 (2018); it was 14 (2018)"),
        (MEASURE, "[]\n", "the measure `online` is gone; it was there"),
    ],
)
def test_a_figure_that_was_published_is_not_changed_without_a_word(
    programme: Path, before: str, after: str, message: str
) -> None:
    """Once, by the newest edition that gave it, although both did."""
    assert found(programme, before, after) == [f"{message} when the edition 2020-02 was frozen on 3 February 2020"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("value: 40", "value: 40.0"),
        ("date: December 2019", "date: Dec 2019"),
        ("value: 52", "value: 53"),
        ("value: 52}\n", "value: 52}\n    - {date: June 2020, value: 55}\n"),
        ("title: Services online", "title: Services that you can use online"),
    ],
    ids=["decimals", "another way to write the date", "not published yet", "a new reading", "its title"],
)
def test_what_changes_no_published_figure_is_no_finding(programme: Path, before: str, after: str) -> None:
    assert found(programme, before, after) == []


def test_a_change_that_readers_are_told_of_may_be_made_and_is_sealed_with_it(programme: Path) -> None:
    told = "corrections:\n  - {date: 2020-02-03, what: It was 45 in December 2019., why: We missed five.}\n"
    lay(programme, FEBRUARY, f"---\npublished: 2020-02-03\n{told}---\nFebruary.\n")
    assert found(programme, "value: 40", "value: 45") == []
    freeze_again(programme, edition="2020-02")
    assert [it.message for it in check(content_of(programme))] == []
    assert len(found(programme, "value: 40", "value: 46")) == 1


def test_a_change_that_an_older_edition_tells_of_is_told_to_the_readers_of_the_newest_as_well(programme: Path) -> None:
    told = "corrections:\n  - {date: 2020-02-03, what: It was 45 in December 2019., why: We missed five.}\n"
    january = (programme / LETTER).read_text(encoding="utf-8")
    lay(programme, LETTER, january.replace("title: January 2020\n", f"title: January 2020\n{told}"))
    assert len(found(programme, "value: 40", "value: 45")) == 1


def test_a_measure_that_readers_could_not_see_is_not_in_the_record(tmp_path: Path) -> None:
    laid(tmp_path, {"measures.yml": MEASURE.replace("  title", "  for: [staff]\n  title")})
    lay(tmp_path, FEBRUARY, "---\npublished: 2020-02-03\nfor: [residents]\n---\nFebruary.\n")
    assert b"figures" in freeze_again(tmp_path)["editions/2020-01/frozen.yml"]
    assert b"figures" not in freeze_again(tmp_path, edition="2020-02")["editions/2020-02/frozen.yml"]


def _told(extra: str = "", what: str = "It was another.") -> str:
    note = f"corrections:\n  - {{date: 2020-02-03, what: {what}, why: We missed five.}}\n"
    return f"---\npublished: 2020-02-03\n{extra}{note}---\nFebruary.\n"


def test_a_figure_that_is_taken_away_is_told_once_and_not_again_of_each_edition_before(programme: Path) -> None:
    lay(programme, FEBRUARY, _told())
    assert found(programme, GONE, "") == []
    freeze_again(programme, edition="2020-02")
    assert [it.message for it in check(content_of(programme))] == []


def test_a_measure_that_is_taken_away_is_told_once_and_not_again_of_each_edition_before(tmp_path: Path) -> None:
    calls = MEASURE.replace("id: online", "id: calls")
    laid(tmp_path, {"measures.yml": MEASURE + calls})
    freeze_again(tmp_path)
    lay(tmp_path, FEBRUARY, "---\npublished: 2020-02-03\n---\nFebruary.\n")
    freeze_again(tmp_path, edition="2020-02")
    assert found(tmp_path, "- id", "- id") == [
        "the measure `calls` is gone; it was there when the edition 2020-02 was frozen on 3 February 2020"
    ]
    lay(tmp_path, FEBRUARY, _told())
    freeze_again(tmp_path, edition="2020-02")
    assert [it.message for it in check(content_of(tmp_path))] == []


def test_a_change_is_not_hidden_by_freezing_the_next_edition_over_it(programme: Path) -> None:
    """A target could be moved until it is reached, by whoever does so in the days before an edition goes out."""
    march = "editions/2020-03/edition.md"
    lay(programme, march, "---\npublished: 2020-03-03\n---\nMarch.\n")
    lay(programme, "measures.yml", MEASURE.replace("value: 80", "value: 60"))
    freeze_again(programme, date(2020, 3, 3), "2020-03")
    told = [
        "the target of `online` is 60 (December 2021) in the edition 2020-03; it was 80 (December 2021) "
        "when the edition 2020-02 was frozen on 3 February 2020"
    ]
    assert [it.message for it in check(content_of(programme))] == told
    lay(programme, march, _told().replace("2020-02-03\n", "2020-03-03\n", 1))
    freeze_again(programme, date(2020, 3, 4), "2020-03")
    assert [it.message for it in check(content_of(programme))] == []


def test_a_change_that_is_told_where_it_was_but_sealed_after_the_next_edition_is_told(programme: Path) -> None:
    """February tells of it, March is frozen with it, and only then somebody seals February."""
    lay(programme, FEBRUARY, _told())
    lay(programme, "measures.yml", MEASURE.replace("value: 80", "value: 60"))
    lay(programme, "editions/2020-03/edition.md", "---\npublished: 2020-03-03\n---\nMarch.\n")
    freeze_again(programme, date(2020, 3, 3), "2020-03")
    freeze_again(programme, date(2020, 3, 4), "2020-02")
    assert [it.message for it in check(content_of(programme))] == []


def test_an_edition_that_is_sealed_again_keeps_the_figures_that_it_gave_first(programme: Path) -> None:
    """The readers of January had 80, and are told of a slip of the pen."""
    lay(programme, FEBRUARY, _told())
    assert found(programme, "value: 80", "value: 60") == []
    freeze_again(programme, edition="2020-02")
    january = (programme / LETTER).read_text(encoding="utf-8")
    slip = "corrections:\n  - {date: 2020-02-03, what: A word., why: A slip.}\n"
    lay(programme, LETTER, january.replace("title: January 2020\n", f"title: January 2020\n{slip}"))
    freeze_again(programme)
    target = '"target": {"date": "December 2021", "from": "2021-12-01", "to": "2021-12-31", "value": "80"}'
    assert target.replace('"target"', "target") in (programme / RECORD).read_text(encoding="utf-8")
    assert [it.message for it in check(content_of(programme))] == []


def test_each_audience_is_told_by_what_it_read_last(tmp_path: Path) -> None:
    """February is for staff alone: residents had the figure in January, and are not told by staff's corrections."""
    laid(tmp_path, {"measures.yml": MEASURE})
    freeze_again(tmp_path)
    lay(tmp_path, FEBRUARY, "---\npublished: 2020-02-03\nfor: [staff]\n---\nFebruary.\n")
    freeze_again(tmp_path, edition="2020-02")
    assert len(found(tmp_path, "value: 80", "value: 60")) == 2
    lay(tmp_path, FEBRUARY, _told("for: [staff]\n"))
    freeze_again(tmp_path, edition="2020-02")
    (left,) = check(content_of(tmp_path))
    assert "in editions/2020-01/edition.md, with `for: [residents]`, and seal" in left.help


def test_a_correction_about_a_figure_for_staff_is_asked_for_staff_alone(tmp_path: Path) -> None:
    """Else residents would read of a measure that they are not shown."""
    staffs = MEASURE.replace("  title", "  for: [staff]\n  title")
    laid(tmp_path, {"measures.yml": staffs, UPDATE: FILES[UPDATE].replace(" measure=online", "")})
    freeze_again(tmp_path)
    lay(tmp_path, "measures.yml", staffs.replace("value: 80", "value: 60"))
    (found,) = check(content_of(tmp_path))
    assert "under `corrections:` in editions/2020-01/edition.md, with `for: [staff]`, and seal" in found.help
    lay(tmp_path, "measures.yml", MEASURE.replace("value: 80", "value: 60"))  # residents never had the 80
    (found,) = check(content_of(tmp_path))
    assert "with `for: [staff]`" in found.help


def test_a_figure_in_the_same_words_is_the_same_whatever_quarters_mean_since(tmp_path: Path) -> None:
    quarters = MEASURE.replace("December 2019", "Q4 2019").replace("date: 2018", "date: Q1 2018")
    programme = smallest()["programme.yml"].decode()
    laid(tmp_path, {"measures.yml": quarters, "programme.yml": f"{programme}quarters: calendar\n"})
    freeze_again(tmp_path)
    lay(tmp_path, "programme.yml", f"{programme}quarters: financial\n")
    assert [it.message for it in check(content_of(tmp_path))] == []


def test_of_two_readings_of_one_time_the_one_that_readers_had_is_looked_for(tmp_path: Path) -> None:
    laid(tmp_path, {"measures.yml": MEASURE.replace(GONE, GONE.replace("40", "38") + GONE)})
    freeze_again(tmp_path)
    assert [it.message for it in check(content_of(tmp_path))] == []


def test_what_could_not_be_read_is_not_called_gone(programme: Path) -> None:
    lay(programme, "measures.yml", MEASURE.replace("value: 14", "value: forty"))
    content, _, findings = read_content(programme)
    assert content is not None
    assert [it.code for it in findings] == ["wrong-type"]
    assert list(check(content)) == []
