"""What a measure says, word for word."""

from dataclasses import replace

import pytest

from generator.briefing.measured import how_far, how_to_read, what_it_says
from generator.domain.measure import Better, Measure
from tests.briefing.measures import ENGLISH, MONTHS, measure

ONLINE = measure(("2018", "14"), ("December 2021", "80"), target=("2020", "60"), unit="services")
BEGAN = "It began at 14 services (2018). The newest reading is 80 services (December 2021). "


def says(of: Measure) -> str:
    return what_it_says(of, ENGLISH, str)


def toward(value: str, better: Better = Better.HIGHER) -> Measure:
    aimed = measure(("2018", "14"), target=("2020", value), unit="services").target
    return replace(ONLINE, target=aimed, better=better)


@pytest.mark.parametrize(
    ("of", "aim"),
    [
        (toward("60"), "That is above the target of 60 services (2020)."),
        (toward("90"), "The target was 90 services (2020). That time has passed with 10 services still to go."),
        (
            toward("60", Better.LOWER),
            "The target was 60 services (2020). That time has passed with 20 services still to go.",
        ),
        (toward("90", Better.LOWER), "That is below the target of 90 services (2020), as it should be."),
        (toward("80"), "That is the target (80 services, 2020)."),
        (toward("80.0", Better.LOWER), "That is the target (80.0 services, 2020)."),
    ],
)
def test_it_says_how_the_newest_reading_is_to_the_target(of: Measure, aim: str) -> None:
    assert says(of) == BEGAN + aim


@pytest.mark.parametrize(
    ("of", "way"),
    [
        (toward("146"), "50 per cent of the way from start to target."),
        (toward("80"), "100 per cent of the way from start to target."),
        (toward("10", Better.LOWER), "Further from the target than at the start."),
        (toward("60", Better.LOWER), "The target was met at the start, and is not met now."),
        (toward("14", Better.LOWER), "The target was met at the start, and is not met now."),
        (toward("90", Better.LOWER), "The target is met."),
        (toward("14"), "The target is met."),
    ],
)
def test_it_says_how_far_it_is_and_gives_no_share_of_a_way_that_there_is_not(of: Measure, way: str) -> None:
    assert how_far(of, str) == way


def test_a_target_whose_time_had_passed_by_the_newest_reading_is_not_told_as_still_to_come() -> None:
    late = measure(("2018", "14"), ("2021", "50"), target=("2020", "60"), unit="services")
    assert says(late).endswith("The target was 60 services (2020). That time has passed with 10 services still to go.")
    share = measure(("2018", "82.5"), ("2020", "92.3"), target=("2020", "97"), unit="%")
    assert says(share).endswith("The target was 97% (2020). That time has passed, and it has not been reached.")
    reached_late = measure(("2018", "14"), ("2021", "60"), target=("2020", "60"), unit="services")
    assert says(reached_late).endswith("That is the target (60 services, 2020).")


def test_without_a_reading_it_says_so() -> None:
    assert says(replace(ONLINE, readings=())) == (
        "It began at 14 services (2018), and nothing has been read since. "
        "The target is 60 services (2020): 46 services still to go."
    )


def test_how_much_is_left_of_a_share_would_be_another_share_and_is_not_said() -> None:
    share = measure(("2018", "82.5"), ("2019", "92.3"), target=("2020", "97"), unit="%")
    assert says(share).endswith("The target is 97% (2020), which has not been reached.")


def notes(of: Measure) -> list[str]:
    return list(how_to_read(of, ENGLISH, str))


def test_a_line_that_goes_through_zero_does_not_leave_it_out() -> None:
    assert notes(measure(*zip(MONTHS, ("-40", "-20", "10", "20", "30"), strict=True), target=("2027", "120"))) == []


def test_a_line_that_begins_at_zero_and_has_no_gap_needs_no_note() -> None:
    assert notes(measure(*((month, "50") for month in MONTHS), target=("2027", "120"))) == []


def test_a_line_says_where_its_scale_begins_and_where_readings_are_missing() -> None:
    of = measure(
        *((month, "148000") for month in MONTHS), ("April 2027", "139000"), target=("2027", "125000"), unit="GBP"
    )
    assert notes(of) == [
        "The scale goes from £120,000 to £150,000, and leaves out 0.",
        "Between September 2026 and April 2027 there is no reading, and the line is broken.",
    ]


def test_bars_need_no_note() -> None:
    assert notes(ONLINE) == []
