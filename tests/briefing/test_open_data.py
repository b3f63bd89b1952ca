"""What a row of the data says of an action."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.briefing import open_data
from generator.briefing.describe import Describer
from generator.briefing.open_data_views import Cell
from generator.domain.progress import sum_of
from tests.briefing.describers import describer_of
from tests.briefing.programmes import completed, future, written
from tests.building import SAMPLE, SAMPLE_ON


def describer(folder: Path, updates: Mapping[str, str], on: date, audience: str = "residents") -> Describer:
    written(folder, updates)
    return describer_of(folder, audience, on)


def rows(describe: Describer) -> dict[Cell, dict[str, Cell]]:
    table = open_data.actions(describe)
    names = [it.name for it in table.columns]
    found = [dict(zip(names, row.cells(), strict=True)) for row in table.rows]
    return {row["id"]: row for row in found}


def test_an_id_lasts_where_a_writer_gave_it_in_every_update(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Open the desk.", "Paint the hall. {#hall}"),
        "2020-02": future("Open the desk. {#open-the-desk}", "Paint the hall. {#hall}"),
    }
    found = rows(describer(tmp_path, updates, date(2020, 3, 1)))
    assert {it: row["id_lasts"] for it, row in found.items()} == {"open-the-desk": False, "hall": True}


def test_what_is_overdue_was_late_from_the_day_after_its_due(tmp_path: Path) -> None:
    updates = {"2020-01": future("Paint the hall. {#hall due=2020-02-10}")}
    on_the_day = rows(describer(tmp_path, updates, date(2020, 2, 10)))["hall"]
    after = rows(describer_of(tmp_path, "residents", date(2020, 2, 11)))["hall"]
    assert [(it["standing"], it["was_late"]) for it in (on_the_day, after)] == [("future", False), ("overdue", True)]


def test_moves_to_an_earlier_day_and_a_promise_without_a_date_are_told_as_what_they_are(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall due=2020-06-30}", "Mend the lift. {#lift}"),
        "2020-02": future("Paint the hall. {#hall due=2020-06-20}"),
    }
    found = rows(describer(tmp_path, updates, date(2020, 3, 1)))
    told_of = [(row["times_moved_later"], row["days_moved"], row["passed_over"]) for row in found.values()]
    assert dict(zip(found, told_of, strict=True)) == {"hall": (0, -10, False), "lift": (0, None, True)}


def test_what_was_said_again_after_it_was_done_is_closed_by_the_first_that_said_so(tmp_path: Path) -> None:
    done = completed("Painted the hall. {#hall}")
    found = rows(describer(tmp_path, {"2020-01": done, "2020-02": done}, date(2020, 3, 1)))["hall"]
    assert (found["closed_in"], found["last_update"], found["promised_in"]) == ("2020-01", "2020-02", None)


def test_what_was_continued_says_in_which_update(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall}", "Mend the lift. {#lift}"),
        "2020-02": future("Paint the roof. {#roof from=hall}") + completed("Mended the lift. {#lift}"),
        "2020-03": future("Paint the door. {#door from=hall}"),
    }
    found = rows(describer(tmp_path, updates, date(2020, 4, 1)))
    assert (found["hall"]["continued_in"], found["hall"]["continued_on"]) == ("2020-02", "2020-02-28")
    assert {found[it]["continued_in"] for it in ("lift", "roof", "door")} == {None}


def test_what_was_opened_again_for_a_later_day_is_told_by_its_count_and_not_as_moved(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall due=2020-02-10}"),
        "2020-02": completed("Painted the hall. {#hall}"),
        "2020-03": future("Paint the hall again. {#hall due=2020-06-20 reason=Damp.}"),
    }
    found = rows(describer(tmp_path, updates, date(2020, 4, 1)))["hall"]
    assert (found["times_reopened"], found["times_moved_later"], found["days_moved"]) == (1, 0, 131)
    assert found["was_late"]


def test_the_words_of_an_action_are_one_line_whatever_blocks_they_stand_in(tmp_path: Path) -> None:
    action = 'Send this text. {#send\n  reason="It was\n  asked for."}\n\n  ```\n  one\n    two\n  ```'
    describe = describer(tmp_path, {"2020-01": future(action)}, date(2020, 3, 1))
    assert rows(describe)["send"]["text"] == "Send this text. one two"
    assert rows(describe)["send"]["reason"] == "It was asked for."
    (history,) = open_data.histories(describe, open_data.actions(describe)).rows
    assert "Send this text. one two" in history()[0]


def more_than_none(cell: Cell) -> bool:
    return isinstance(cell, int) and cell > 0


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_the_figures_of_the_progress_page_can_be_counted_in_the_table(audience: str) -> None:
    """As docs/how-to/follow-and-reuse.md says."""
    describe = describer_of(SAMPLE, audience, SAMPLE_ON)
    every = rows(describe).values()
    promises = [row for row in every if row["promised_in"]]
    kept = [row for row in promises if row["standing"] == "completed"]
    shown = sum_of(describe.tallies.values())
    assert (len(promises), len(kept)) == (shown.made, shown.kept)
    assert sum(row["first_due"] is not None and not row["was_late"] for row in kept) == shown.kept_on_time
    for standing in ("stopped", "continued", "overdue", "unmentioned"):
        assert sum(row["standing"] == standing for row in promises) == getattr(shown, standing)
    assert sum(row["standing"] in ("future", "under_way") for row in promises) == shown.on_course
    moved = [more_than_none(row["times_moved_later"]) or more_than_none(row["days_moved"]) for row in promises]
    assert sum(moved) == shown.moved
    assert sum(bool(row["passed_over"]) for row in every) == shown.passed_over
    assert sum(bool(row["times_reopened"]) for row in promises) == shown.reopened
    done = sum(row["standing"] == "completed" and not row["promised_in"] for row in every)
    assert done == shown.unpromised + shown.parts_done


def test_the_data_are_called_after_the_newest_update(tmp_path: Path) -> None:
    describe = describer(tmp_path, {"2020-01": "Hello.\n", "2020-02": "Hello.\n"}, date(2020, 3, 1))
    table = open_data.actions(describe)
    assert open_data.package(describe, (table,), open_data.histories(describe, table)).version == "2020-02"


def test_the_points_of_a_measure_are_counted_from_one(tmp_path: Path) -> None:
    measure = (
        "- {id: calls, title: Calls, unit: calls, better: higher, baseline: {date: 2018, value: 3},"
        " target: {date: 2021, value: 9}}\n"
    )
    written(tmp_path, {"2020-01": "Hello.\n"}, {"measures.yml": measure})
    points = [it.cells()[:3] for it in open_data.measures(describer_of(tmp_path, "staff", date(2020, 3, 1))).rows]
    assert points == [("calls", 1, "baseline"), ("calls", 2, "target")]
