"""What a report says beside a promise: whoever reads it can hold what was done against what was promised, and when."""

from datetime import date
from pathlib import Path

from generator.briefing.report_views import ReportPage
from generator.domain.prose import plain_words
from tests.briefing.programmes import completed, future, written
from tests.briefing.reports import items, part, period, report

MADE = date(2020, 12, 1)


def told(folder: Path, updates: dict[str, str], begins: str, ends: str) -> ReportPage:
    return report(written(folder, updates), "residents", period(begins, ends), MADE)[0]


def facts(page: ReportPage, name: str) -> dict[str, dict[str, tuple[str, str]]]:
    """By the words of each item and the name of each fact: what it says, and the update that it refers to."""
    return {
        plain_words(item.words): {it.name: (it.words, it.reference.title if it.reference else "") for it in item.facts}
        for item in items(part(page, name))
    }


def test_what_was_done_stands_beside_the_words_that_had_promised_it(tmp_path: Path) -> None:
    updates = {
        "2020-01": future('Let twelve homes. {#homes due="March 2020"}', "Mend the lift. {#lift}"),
        "2020-02": completed("Let ten homes. {#homes}", "Mend the lift. {#lift}"),
    }
    done = facts(told(tmp_path, updates, "2020-02", "2020-02"), "done")
    assert done["Let ten homes."]["Promised"] == ("“Let twelve homes”, for March 2020", "January 2020")
    assert done["Mend the lift."]["Promised"] == ("without a date", "January 2020")


def test_a_date_that_came_later_than_its_promise_is_told_as_that(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Mend the lift. {#lift}"),
        "2020-02": future("Mend the lift. {#lift due='March 2020'}"),
        "2020-03": completed("Mend the lift. {#lift}"),
    }
    done = facts(told(tmp_path, updates, "2020-01", "2020-03"), "done")
    assert done["Mend the lift."]["Promised"] == ("without a date at first, then for March 2020", "January 2020")


LANE = {
    "2020-01": future('Build the lane. {#lane due="March 2020"}', 'Plant trees. {#trees due="June 2020"}'),
    "2020-02": future('Build the lane. {#lane due="April 2020" reason=Rain.}', "Plant trees. {#trees}"),
    "2020-03": future(
        "Build the first half. {#first from=lane}",
        'Build the second half. {#second from=lane due="August 2020" reason=Snow.}',
        'Plant trees along the lane. {#avenue from="lane trees" due="June 2020"}',
    ),
    "2020-04": completed("Built the first half. {#first}") + future("Build the second half. {#second}"),
}


def test_what_took_over_a_promise_is_told_as_it_was_first_promised_wherever_it_stands(tmp_path: Path) -> None:
    page = told(tmp_path, LANE, "2020-01", "2020-04")
    first = ("“Build the lane”, for March 2020", "January 2020")
    assert facts(page, "done")["Built the first half."]["Promised"] == first
    assert facts(page, "done")["Built the first half."]["Done"] == ("later than first promised", "April 2020")
    second = facts(page, "on-course")["Build the second half."]
    assert (second["Promised"], second["Due at the end"]) == (first, ("August 2020", ""))
    made = facts(page, "promised")
    assert made["Build the first half."]["Promised"] == ("for April 2020", "March 2020")
    assert made["Build the second half."]["Promised"] == ("for August 2020", "March 2020")
    assert made["Build the second half."]["In place of"] == first
    assert "In place of" not in made["Build the lane."]


def test_what_took_over_several_promises_is_told_as_each_of_them_was_first_promised(tmp_path: Path) -> None:
    updates = LANE | {
        "2020-05": future('Plant a park along the lane. {#park from="avenue" due="July 2020" reason=Sun.}'),
        "2020-06": completed("Planted a park. {#park}"),
    }
    page = told(tmp_path, updates, "2020-04", "2020-06")
    (park,) = [it for it in items(part(page, "done")) if "park" in plain_words(it.words)]
    assert [(it.name, it.words) for it in park.facts] == [
        ("Promised", "“Build the lane”, for March 2020"),
        ("Promised", "“Plant trees”, for June 2020"),
        ("Done", "later than first promised"),
    ]
    (moved,) = items(part(page, "moved"))
    assert [it.name for it in moved.facts] == ["Promised", "Promised", "Moved", "At the end"]


def test_what_was_done_in_place_of_several_promises_is_judged_by_the_earliest_of_their_dates(tmp_path: Path) -> None:
    updates = {
        "2020-01": future('Build the lane. {#lane due="March 2020"}', 'Plant trees. {#trees due="June 2020"}'),
        "2020-02": future('Build and plant an avenue. {#avenue from="lane trees"}'),
        "2020-03": completed("Built and planted an avenue. {#avenue}"),
    }
    (avenue,) = items(part(told(tmp_path, updates, "2020-01", "2020-03"), "done"))
    assert avenue.facts[-1].words == "by the earliest of the dates first promised"


def test_promises_in_place_of_others_are_counted_apart(tmp_path: Path) -> None:
    page = told(tmp_path, LANE, "2020-01", "2020-04")
    assert part(page, "promised").sentences[0].startswith("5 promises were made. 3 of these take the place of earlier")
    assert "3 of those made take the place of earlier ones." in " ".join(page.summary.sentences)
    assert "take" not in " ".join(told(tmp_path / "none", LANE, "2020-01", "2020-02").summary.sentences)


def test_a_promise_that_went_on_as_another_for_another_day_says_so(tmp_path: Path) -> None:
    page = told(tmp_path, LANE, "2020-01", "2020-04")
    continued = [
        [(it.name, it.words) for it in item.facts if it.name in ("Continued as", "Date")]
        for item in items(part(page, "taken-over"))
    ]
    later = ("Date", "from April 2020 to August 2020, 123 days later")
    merged = ("Date", "from April 2020 to June 2020, 61 days later")
    name = ("Continued as", "")
    assert continued == [[name, name, later, name, merged], [name]]


def test_how_many_promises_went_on_as_others_for_a_later_day_is_counted(tmp_path: Path) -> None:
    page = told(tmp_path, LANE, "2020-01", "2020-04")
    assert part(page, "taken-over").sentences == (
        "2 promises were continued as others. 1 of these went on for a later day.",
    )
    assert "2 were continued as others. 1 of these went on for a later day." in " ".join(page.summary.sentences)
    before = told(tmp_path / "before", LANE, "2020-01", "2020-02")
    assert part(before, "taken-over").sentences == ("No promise was continued as another.",)


TWICE = {
    "2020-01": future('Paint the hall. {#hall due="February 2020"}', 'Print the map. {#map due="10 March 2020"}'),
    "2020-02": completed("Painted the hall. {#hall}") + future("Print the map. {#map}"),
    "2020-03": completed("Printed the map. {#map}"),
    "2020-04": future('Paint the hall again. {#hall due="June 2020" reason=Damp.}'),
}


def test_what_was_done_in_time_and_opened_again_later_was_done_in_time(tmp_path: Path) -> None:
    page = told(tmp_path, TWICE, "2020-01", "2020-04")
    hall = facts(page, "done")["Painted the hall."]
    assert hall["Done"] == ("by the date first promised", "February 2020")
    assert hall["At the end"] == ("still to begin", "April 2020")
    assert "1 is open again at the end." in " ".join(page.summary.sentences)


def test_what_may_have_been_done_after_its_date_is_not_said_to_have_been_done_by_it(tmp_path: Path) -> None:
    page = told(tmp_path, TWICE, "2020-01", "2020-04")
    done = facts(page, "done")["Printed the map."]["Done"]
    assert done == ("told in the first update after the date first promised", "March 2020")
    assert part(page, "done").sentences == (
        "2 promises were carried out, each by the date first promised."
        " 1 of these counts so because the first update after its date tells of it.",
    )


def test_what_cannot_be_overdue_because_it_has_no_date_is_not_simply_on_course(tmp_path: Path) -> None:
    updates = {"2020-01": future("Mend the lift. {#lift}", 'Paint the hall. {#hall due="December 2020"}')}
    page = told(tmp_path, updates, "2020-01", "2020-01")
    assert part(page, "on-course").sentences == (
        "2 open promises were on course. 1 of them has no date to be overdue by.",
    )


def test_what_a_committee_asks_about_first_stands_before_what_was_merely_done(tmp_path: Path) -> None:
    page = told(tmp_path, TWICE, "2020-01", "2020-04")
    names = [it.anchor.removeprefix("part.") for it in page.parts]
    assert names[:6] == ["figures", "overdue", "silent", "moved", "stopped", "taken-over"]
    assert names[6:10] == ["done", "on-course", "promised", "done-beside"]


def test_the_cover_says_as_of_which_day_it_tells(tmp_path: Path) -> None:
    page = told(tmp_path, TWICE, "2020-01", "2020-03")
    cover = {it.name: it.words for it in page.cover}
    assert (cover["As it stood on"], cover["Made on"]) == ("31 March 2020", "1 December 2020")


def test_what_was_done_for_a_measure_stands_in_the_order_of_the_updates(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Mend the lift. {#lift measure=calls}"),
        "2020-02": completed("Printed the map. {#map measure=calls}"),
        "2020-03": completed("Mended the lift. {#lift measure=calls}"),
    }
    measure = (
        "- {id: calls, title: Calls, unit: calls, better: lower, baseline: {date: 2018, value: 3},"
        " target: {date: 2021, value: 1}}\n"
    )
    content = written(tmp_path, updates, {"measures.yml": measure})
    page, _ = report(content, "residents", period("2020-01", "2020-03"), MADE)
    (calls,) = items(part(page, "measures"))
    assert [it.words for it in calls.facts] == ["Printed the map", "Mended the lift"]
