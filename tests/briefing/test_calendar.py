"""The order in which a calendar tells its days."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.briefing.calendar import calendar
from tests.briefing.describers import describer_of
from tests.briefing.programmes import future, written


def test_events_stand_in_the_order_of_their_days_and_those_of_one_day_in_that_of_their_pages(tmp_path: Path) -> None:
    promised = future(
        "Mend the lift. {#lift due=2020-03-31}",
        'Paint the hall. {#hall due="March 2020"}',
        "Print the map. {#map due=2020-02-10}",
        'Count the bins. {#bins due="January 2020"}',
    )
    written(tmp_path, {"2020-01": promised})
    describe = describer_of(tmp_path, "staff", date(2020, 2, 1))
    audience = replace(describe.briefing.audience, site="https://council.example/")
    describe.briefing = replace(describe.briefing, audience=audience)
    events = calendar(describe).events
    assert [it.page.removeprefix("https://council.example/") for it in events] == [
        "updates/2020-01/",
        "actions/bins/",
        "actions/map/",
        "actions/hall/",
        "actions/lift/",
    ]
