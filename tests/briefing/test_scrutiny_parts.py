"""What each part of a report says of one small programme in one quarter, whose every step is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.report_views import ReportItem, ReportPage, ReportPart
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.domain.content import Content
from generator.domain.prose import plain_words
from generator.domain.record import Correction, Withdrawal, Withdrawn
from generator.reading.content import read_content
from tests.briefing.programmes import written
from tests.briefing.reports import items, part, period, report
from tests.examples import smallest, write_files

MONTHS = {
    "2020-01": """\
## Future actions

- Paint the hall. {#hall due="March 2020"}
- Mend the lift. {#lift}
- Renew six bridges. {#bridges due="June 2020"}
- Replace the kiosks. {#kiosks due="May 2020"}
- Print the map. {#map due="June 2020"}

## Stopped

- Buy a television. {#television reason="Nobody would watch it."}
""",
    "2020-02": """\
## Completed

- Counted the bins. {#bins measure=services}

## Future actions

- Print the map. {#map due="May 2020"}
""",
    "2020-04": """\
## Completed

- Mended the lift. {#lift measure=services}
- Renewed three bridges. {#three from=bridges}
- Put up a fence. {#fence}

## Under way

- Paint the hall. {#hall}

## Future actions

- Renew three more bridges. {#rest from=bridges reason="The river is high."}
- Print the map. {#map due="July 2020"}

## Stopped

- Replace the kiosks. {#kiosks reason="The website does their job."}
- Buy a van. {#van reason="There is no money."}
""",
    "2020-06": """\
## Completed

- Painted the hall. {#hall}

## Future actions

- Renew three more bridges. {#rest reason="The river is still high."}
- Put up the rest of the fence. {#fence}
- Survey the bridges. {#survey from=bridges reason="They are old."}
""",
    "2020-08": "## Completed\n\n- Printed the map. {#map measure=services}\n",
}
MEASURES = """\
- id: services
  title: Complaints
  unit: complaints
  better: lower
  baseline: {date: 2018, value: 14}
  target: {date: December 2021, value: 5}
  readings:
    - {date: March 2020, value: 20}
    - {date: May 2020, value: 26}
    - {date: 2020, value: 40}
- id: share
  title: Answered in time
  unit: "%"
  better: higher
  baseline: {date: 2018, value: 60}
  target: {date: December 2021, value: 90}
  readings:
    - {date: March 2020, value: 70}
    - {date: June 2020, value: 71}
- id: calls
  title: Calls
  unit: calls
  better: higher
  baseline: {date: 2018, value: 3}
  target: {date: December 2021, value: 9}
"""
QUESTIONS = """\
- {id: long, asked: 2020-01-06, by: the chair, question: Asked long ago?}
- {id: done, asked: 2020-01-07, by: the chair, question: Answered long ago?, answer: It was., answered: 2020-02-03}
- {id: now, asked: 2020-01-08, by: the chair, question: Answered now?, answer: It is., answered: 2020-06-30}
- {id: late, asked: 2020-07-01, by: the chair, question: Asked too late?}
"""
QUARTER, MADE = period("2020-04", "2020-06"), date(2020, 9, 1)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    more = {"measures.yml": MEASURES, "questions.yml": QUESTIONS}
    return written(tmp_path_factory.mktemp("parts"), MONTHS, more)


@pytest.fixture(scope="module")
def page(content: Content) -> ReportPage:
    return report(content, "residents", QUARTER, MADE)[0]


def facts(found: ReportPart) -> dict[str, list[tuple[str, str]]]:
    """Each item's facts by its words: a name, and what it says or refers to."""

    def told(item: ReportItem) -> list[tuple[str, str]]:
        return [(it.name, it.words or (it.reference.title if it.reference else "")) for it in item.facts]

    return {plain_words(item.words): told(item) for item in items(found)}


def test_what_was_kept_late_stands_apart_from_what_had_no_date(page: ReportPage) -> None:
    done = part(page, "done")
    assert done.sentences == (
        "2 promises were carried out. None of them was done by the date first promised. 1 was carried out later. 1 had"
        " no date.",
    )
    april = next(it.title for it in page.editions)
    assert facts(done)["Mended the lift."] == [("Promised", "“Mend the lift”, without a date"), ("Done", april)]
    assert facts(done)["Painted the hall."] == [
        ("Promised", "“Paint the hall”, for March 2020"),
        ("Done", "later than first promised"),
    ]


def test_what_was_done_beside_names_what_it_was_part_of_and_whether_it_is_open_again(page: ReportPage) -> None:
    beside = facts(part(page, "done-beside"))
    assert beside["Renewed three bridges."][1:] == [("Part of", "Renew six bridges")]
    assert beside["Put up a fence."][1:] == [("At the end", "still to begin")]


def test_what_was_stopped_is_of_the_period_and_named_once_whether_or_not_it_was_promised(page: ReportPage) -> None:
    stopped = part(page, "stopped")
    assert stopped.sentences == ("1 promise was stopped. 1 plan was stopped that no update had promised.",)
    assert facts(stopped) == {
        "Replace the kiosks.": [("Promised", "for May 2020"), ("Stopped", "The website does their job.")],
        "Buy a van.": [("Stopped", "There is no money.")],
    }


def test_what_was_continued_names_what_took_it_over_and_the_reason_of_that_edition(page: ReportPage) -> None:
    (told,) = facts(part(page, "taken-over")).values()
    assert [it for it in told if it[0] != "Continued"] == [
        ("Promised", "for June 2020"),
        ("Part done", "Renewed three bridges"),
        ("Continued as", "Renew three more bridges"),
        ("Why", "The river is high."),
    ]


def stopped_in_parts(tmp_path: Path, *names: str) -> ReportPage:
    """Of a promise of January, what February tells as stopped in its place."""
    parts = "".join(f"- Build {name}. {{#{name} from=homes reason=Cost.}}\n" for name in names)
    months = {
        "2020-01": "## Future actions\n\n- Build twelve homes. {#homes due=2021}\n",
        "2020-02": f"## Stopped\n\n{parts}",
    }
    return report(written(tmp_path, months), "residents", period("2020-02", "2020-02"), MADE)[0]


def test_what_was_stopped_as_part_of_a_promise_is_not_called_a_plan_that_nobody_had_promised(tmp_path: Path) -> None:
    page = stopped_in_parts(tmp_path, "flats")
    stopped = part(page, "stopped")
    told = "1 thing was stopped as part of an earlier promise, which was continued as others."
    assert stopped.sentences == (f"No promise was stopped. {told}",)
    assert facts(stopped) == {"Build flats.": [("Stopped", "Cost."), ("Part of", "Build twelve homes")]}
    assert "1 thing was stopped as part of an earlier promise." in " ".join(page.summary.sentences)
    several = stopped_in_parts(tmp_path / "two", "flats", "houses")
    told = "2 things were stopped as part of earlier promises, which were continued as others."
    assert part(several, "stopped").sentences == (f"No promise was stopped. {told}",)
    assert "2 things were stopped as part of earlier promises." in " ".join(several.summary.sentences)


def test_a_promise_of_which_a_part_was_stopped_is_not_said_to_go_on_as_that(tmp_path: Path) -> None:
    (told,) = facts(part(stopped_in_parts(tmp_path, "flats"), "taken-over")).values()
    assert ("Part stopped", "Build flats") in told
    assert "Continued as" not in [name for name, _ in told]


def test_what_was_done_unpromised_and_stopped_after_that_is_told_as_stopped(tmp_path: Path) -> None:
    months = {
        "2020-01": "## Completed\n\n- Put up signs. {#signs}\n",
        "2020-02": "## Stopped\n\n- Put up signs. {#signs reason=Storm.}\n",
    }
    page, _ = report(written(tmp_path, months), "residents", period("2020-02", "2020-02"), MADE)
    stopped = part(page, "stopped")
    assert stopped.sentences == ("No promise was stopped. 1 plan was stopped that no update had promised.",)
    assert facts(stopped) == {"Put up signs.": [("Stopped", "Storm.")]}


def test_moves_are_those_of_the_period_and_each_without_a_reason_is_counted(page: ReportPage) -> None:
    moved = part(page, "moved")
    assert moved.sentences == (
        "The date of 1 promise was moved. 1 move was to a later day. No move was to an earlier day."
        " 1 move was made without a reason.",
    )
    assert list(facts(moved)) == ["Print the map."]


def test_a_measure_is_told_by_the_readings_of_times_that_had_ended(page: ReportPage) -> None:
    rows = [[cell.words for cell in row] for row in part(page, "measures").tables[0].rows]
    assert rows == [
        ["Complaints", "20 complaints, March 2020", "26 complaints, May 2020", "6 complaints more: worse",
         "5 complaints, December 2021"],
        ["Answered in time", "70%, March 2020", "71%, June 2020", "1 percentage point more: better",
         "90%, December 2021"],
        ["Calls", "3 calls, 2018", "3 calls, 2018", "no reading in the period", "9 calls, December 2021"],
    ]  # fmt: skip
    readings = facts(part(page, "measures"))
    assert [name for name, _ in readings["Complaints"]] == ["May 2020", "Done for it"]


def test_whole_percentage_points_are_counted_as_the_language_counts(content: Content) -> None:
    """Welsh says 1 pwynt, 2 bwynt, 3 phwynt."""
    describe = Describer(brief(content, content.programme.audiences[0], MADE), str, lambda one, more, count: f"{more}!")
    measures = next(it for it in report_page(describe, ReportRequest(QUARTER)).parts if it.anchor == "part.measures")
    assert measures.tables[0].rows[1][3].words == "1 percentage points! more: better"


def test_a_question_stands_in_the_report_while_it_has_no_answer_and_in_the_one_of_its_answer(page: ReportPage) -> None:
    asked = [plain_words(it.words) for it in items(part(page, "questions"))]
    assert asked == ["Asked long ago?", "Answered now?"]
    assert part(page, "questions").sentences == ("2 questions were put. 1 has an answer.",)


def test_what_was_withdrawn_is_told_by_its_kind_and_a_correction_by_its_words(content: Content) -> None:
    corrections = (Correction(date(2020, 7, 5), "The hall is in Mill Street.", "The street was wrong."),)
    withdrawals = tuple(Withdrawal(date(2020, 7, day), what, "Asked.") for day, what in enumerate(Withdrawn, 1))
    editions = tuple(
        replace(it, corrections=corrections, withdrawals=withdrawals) if it.id == "2020-04" else it
        for it in content.editions
    )
    page, _ = report(replace(content, editions=editions), "residents", QUARTER, MADE)
    told = {plain_words(it.words) for it in items(part(page, "corrections"))}
    by_kind = {"action": "An action was withdrawn.", "person": "Personal details were withdrawn."}
    expected = {by_kind.get(it.value, "Some words were withdrawn.") for it in Withdrawn}
    assert told == {"The hall is in Mill Street.", *expected}
    assert "An action was withdrawn." in told


def test_a_report_of_a_period_that_ends_today_is_no_report_of_one_that_goes_on(content: Content) -> None:
    on_the_day, _ = report(content, "residents", QUARTER, QUARTER.last)
    assert not on_the_day.summary.sentences[0].startswith("The period has not ended")


def test_what_is_opened_again_without_a_date_is_told_with_the_one_that_it_had(tmp_path: Path) -> None:
    letters = "## {}\n\n- Write plain letters. {{#letters {}}}\n"
    months = {
        "2020-04": letters.format("Future actions", 'due="May 2020"'),
        "2020-05": letters.format("Completed", ""),
        "2020-06": letters.format("Future actions", 'reason="We had counted one as all."'),
    }
    write_files(smallest(), tmp_path)
    for month, update in months.items():
        letter = f"---\npublished: {month}-25\n---\nHello.\n"
        files = {"edition.md": letter.encode(), "customer-services.md": update.encode()}
        write_files({f"editions/{month}/{name}": data for name, data in files.items()}, tmp_path)
    content, _, _ = read_content(tmp_path)
    assert content is not None
    told, _ = report(content, "residents", period("2020-04", "2020-06"), MADE)
    found = facts(part(told, "promised"))
    assert ("Opened again", "for May 2020") in [it for every in found.values() for it in every]
