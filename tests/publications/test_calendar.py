"""Calendars as two calendar programs' readers understand them."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from generator.domain.record import stand_in
from tests.building import built, files_of, sample
from tests.examples import SMALLEST

ADDRESS = "https://council.example/one/"
WITHOUT_ADDRESS = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
PROGRAMME = WITHOUT_ADDRESS.replace("theme: plain}", f'theme: plain, site: "{ADDRESS}"}}')
LETTER = "---\npublished: 2020-01-31\n---\nHello.\n"
UPDATE = """
## Completed

- The desk is open. {#desk}

## Future actions

- Visit other councils; ask, and listen. {#visits due="14 February 2020"}
- Agree the contract. {#contract due="March 2020"}
- Choose a supplier. {#supplier due="Q4 2019/20"}
- Move the records. {#records due="Winter 2020/21"}
- Sell Brook House to the hospital trust next door. {#sale due="May 2020" for=staff}
- Think about the rest. {#rest}
- Rent a hall. {#hall due="April 2020"}
- Rent two halls. {#halls from=hall}
"""


def files(folder: Path, update: str = UPDATE, programme: str = PROGRAMME) -> dict[str, bytes]:
    laid = {
        "programme.yml": programme,
        "editions/2020-01/edition.md": LETTER,
        "editions/2020-01/customer-services.md": update,
    }
    return files_of(built(folder, laid), "residents")


def events(data: bytes) -> dict[str, Any]:
    """By the last part of the address that each leads to."""
    calendar = Calendar.from_ical(data)
    assert not calendar.errors
    found = {str(event["URL"]).rstrip("/").rpartition("/")[2]: event for event in calendar.walk("VEVENT")}
    assert not [event.errors for event in found.values() if event.errors]
    return found


def test_a_day_stands_on_its_day(tmp_path: Path) -> None:
    event = events(files(tmp_path)["calendar.ics"])["visits"]
    assert event["SUMMARY"] == "Due: Visit other councils; ask, and listen"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2020, 2, 14), date(2020, 2, 15))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("action", "day", "title"),
    [
        ("contract", date(2020, 3, 31), "Due March 2020 (last day): Agree the contract"),
        ("supplier", date(2020, 3, 31), "Due January to March 2020 (last day): Choose a supplier"),
        ("records", date(2021, 2, 28), "Due Winter 2020/21 (last day): Move the records"),
    ],
)
def test_a_longer_time_stands_on_its_last_day_and_says_so(tmp_path: Path, action: str, day: date, title: str) -> None:
    event = events(files(tmp_path)["calendar.ics"])[action]
    assert (event["SUMMARY"], event["DTSTART"].dt, event["DTEND"].dt) == (title, day, day + timedelta(days=1))
    assert "No day was given. This is the last day of that time." in event["DESCRIPTION"]


def test_what_is_done_or_taken_over_or_has_no_date_or_is_for_others_has_no_day(tmp_path: Path) -> None:
    data = files(tmp_path)["calendar.ics"]
    assert events(data).keys() == {"2020-01", "visits", "contract", "supplier", "records"}
    assert b"Brook" not in data


def test_an_update_stands_on_the_day_on_which_it_came_out(tmp_path: Path) -> None:
    event = events(files(tmp_path)["calendar.ics"])["2020-01"]
    assert (event["SUMMARY"], event["DTSTART"].dt) == ("Update: January 2020", date(2020, 1, 31))


def test_an_event_that_moves_is_the_same_event_moved(tmp_path: Path) -> None:
    later = {
        "programme.yml": PROGRAMME,
        "editions/2020-01/edition.md": LETTER,
        "editions/2020-01/customer-services.md": UPDATE,
        "editions/2020-02/edition.md": "---\npublished: 2020-02-01\n---\nHello again.\n",
        "editions/2020-02/customer-services.md": "## Future actions\n\n- Agree the contract. {#contract due=2020-05}\n",
    }
    before = events(files(tmp_path / "before")["calendar.ics"])["contract"]
    after = events(files_of(built(tmp_path / "after", later), "residents")["calendar.ics"])["contract"]
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert after["DTSTART"].dt == date(2020, 5, 31)


CORRECTED = "corrections:\n  - {{date: {}, what: It is another month., why: We had misread it.}}\n"


def event_of(folder: Path, action: str, first: tuple[str, str], second: tuple[str, str]) -> Any:
    """Of two editions, each given by what stands in its front matter beside the day, and by its update."""
    letter = "---\npublished: 2020-0{}-01\n{}---\nHello.\n"
    laid = {"programme.yml": PROGRAMME}
    for month, (changes, update) in enumerate((first, second), 1):
        laid[f"editions/2020-0{month}/edition.md"] = letter.format(month, changes)
        laid[f"editions/2020-0{month}/customer-services.md"] = update
    return events(files_of(built(folder, laid, on=date(2020, 2, 9)), "residents")["calendar.ics"])[action]


def is_taken_for_newer(before: Any, after: Any) -> bool:
    """Programs keep what they know where the sequence is not a later one, and some look at the stamps alone."""
    stamps = all(before[name].dt < after[name].dt for name in ("DTSTAMP", "LAST-MODIFIED"))
    return bool(before["UID"] == after["UID"] and before["SEQUENCE"] < after["SEQUENCE"] and stamps)


def promised(due: str) -> str:
    return f"## Future actions\n\n- Agree the contract. {{#contract due='{due}'}}\n"


@pytest.mark.parametrize("due", ["March 2020", "May 2020", "June 2020"])
def test_a_day_that_was_corrected_or_withdrawn_reaches_whoever_knows_the_event(tmp_path: Path, due: str) -> None:
    """A move may also be undone."""
    first = ("", promised("March 2020"))
    moved = event_of(tmp_path / "moved", "contract", first, ("", promised("May 2020")))
    corrected = event_of(tmp_path / "corrected", "contract", first, (CORRECTED.format("2020-02-03"), promised(due)))
    assert is_taken_for_newer(moved, corrected)
    fields = f"date: 2020-02-04, what: action, action: {stand_in('contract')}, why: Not decided., for: [residents]"
    gone = (f"withdrawals:\n  - {{{fields}}}\n", "Nothing new.\n")
    assert is_taken_for_newer(moved, event_of(tmp_path / "withdrawn", "contract", first, gone))


def test_a_day_that_is_corrected_on_the_day_on_which_it_came_out_reaches_them_too_and_so_does_a_second_correction(
    tmp_path: Path,
) -> None:
    first, correction = ("", promised("March 2020")), CORRECTED.format("2020-02-01")
    again = f"{correction}{CORRECTED.format('2020-02-01').partition(chr(10))[2]}"
    changes = (("", "May 2020"), (correction, "June 2020"), (again, "July 2020"))
    told = [event_of(tmp_path / due, "contract", first, (change, promised(due))) for change, due in changes]
    assert [is_taken_for_newer(*pair) for pair in pairwise(told)] == [True, True]


def test_a_move_that_a_correction_takes_out_of_an_edition_reaches_them_too(tmp_path: Path) -> None:
    first = ("", promised("March 2020"))
    moved = event_of(tmp_path / "moved", "contract", first, ("", promised("May 2020")))
    taken_out = event_of(tmp_path / "out", "contract", first, (CORRECTED.format("2020-02-03"), "Nothing new.\n"))
    assert taken_out["DTSTART"].dt < moved["DTSTART"].dt
    assert is_taken_for_newer(moved, taken_out)


def test_a_day_that_an_action_has_from_the_one_that_it_took_over_is_corrected_with_that(tmp_path: Path) -> None:
    """Its own edition says no date, and was not corrected."""
    second = ("", "## Future actions\n\n- Agree two contracts. {#contracts from=contract}\n")
    before = event_of(tmp_path / "before", "contracts", ("", promised("March 2020")), second)
    first = (CORRECTED.format("2020-02-03"), promised("May 2020"))
    after = event_of(tmp_path / "after", "contracts", first, second)
    assert before["DTSTART"].dt < after["DTSTART"].dt
    assert is_taken_for_newer(before, after)


def test_an_update_that_was_given_another_name_is_the_same_event(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-02-01\n{}---\nHello again.\n"
    first = {"programme.yml": PROGRAMME, "editions/2020-02/edition.md": letter.format("")}
    renamed = {"programme.yml": PROGRAMME, "editions/2020-03/edition.md": letter.format("moved-from: 2020-02\n")}
    before = events(files_of(built(tmp_path / "before", first), "residents")["calendar.ics"])["2020-02"]
    after = events(files_of(built(tmp_path / "after", renamed), "residents")["calendar.ics"])["2020-03"]
    assert before["UID"] == after["UID"]
    assert after["URL"] == f"{ADDRESS}updates/2020-03/"


def test_a_site_whose_address_is_not_known_has_no_calendar_and_names_none(tmp_path: Path) -> None:
    made = files(tmp_path, programme=WITHOUT_ADDRESS)
    assert "calendar.ics" not in made
    assert b"calendar" not in made["timeline/index.html"]


def test_what_is_coming_leads_to_the_calendar(tmp_path: Path) -> None:
    page = files(tmp_path)["timeline/index.html"].decode()
    assert f'<a href="../calendar.ics" type="text/calendar">{ADDRESS}calendar.ics</a>' in page
    assert '<link rel="alternate" type="text/calendar"' in page


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_two_readers_understand_the_samples_calendar_alike(audience: str) -> None:
    data = sample()[audience]["calendar.ics"]
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    one = events(data)
    other = {event.uid.value: event for event in vobject.readOne(data.decode()).vevent_list}
    assert len(one) == len(other) > 20
    for event in one.values():
        same = other[str(event["UID"])]
        assert (same.summary.value, same.dtstart.value) == (str(event["SUMMARY"]), event["DTSTART"].dt)
        assert same.description.value == str(event["DESCRIPTION"])
        assert str(event["URL"]) in event["DESCRIPTION"]
