"""Dates, numbers and sizes in words."""

from decimal import Decimal

import pytest

from generator.briefing.views import When
from generator.briefing.wording import Wording
from generator.domain.due import Due, parse_due


def due(words: str) -> Due:
    found = parse_due(words)
    assert isinstance(found, Due)
    return found


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("14 feb 2020", When("14 February 2020", "2020-02-14")),
        ("2020-02", When("February 2020", "2020-02")),
        *((it, When(it.capitalize())) for it in ("spring 2020", "SUMMER 2020", "Autumn 2020")),
        *((it, When("Winter 2019/20")) for it in ("winter 2019/20", "Winter 2019-2020", "winter 2019–20")),
        ("Winter 1999/2000", When("Winter 1999/00")),
        ("Q4 2019/20", When("January to March 2020")),
        ("2019/20", When("April 2019 to March 2020")),
        ("2020", When("2020", "2020")),
    ],
)
def test_a_due_is_said_as_people_say_it(written: str, said: When) -> None:
    assert Wording("en-GB").due(due(written)) == said


def test_welsh_dates_are_welsh() -> None:
    assert Wording("cy-GB").due(due("February 2020")).words == "Chwefror 2020"


def test_a_season_is_said_in_the_language_of_the_site() -> None:
    own = {"Spring %(year)s": "Gwanwyn %(year)s", "Winter %(years)s": "Gaeaf %(years)s"}
    welsh = Wording("cy-GB", lambda words: own.get(words, words))
    assert [welsh.due(due(it)).words for it in ("Spring 2020", "Winter 2019/20")] == ["Gwanwyn 2020", "Gaeaf 2019/20"]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1080", "services", "1,080 services"),
        ("97.50", "%", "97.50%"),
        ("139700", "GBP", "£139,700"),
        ("12.5", "GBP", "£12.50"),
        ("12.5", "FTE", "12.5 FTE"),
        ("8", "", "8"),
        ("-3", "days", "-3 days"),
    ],
)
def test_a_number_is_said_with_its_unit(value: str, unit: str, said: str) -> None:
    assert Wording("en-GB").amount(Decimal(value), unit) == said


@pytest.mark.parametrize(
    ("length", "said"), [(0, "1 kB"), (43_210, "43 kB"), (999_499, "999 kB"), (1_250_000, "1.2 MB")]
)
def test_a_size_is_said_in_thousands_of_bytes(length: int, said: str) -> None:
    assert Wording("en-GB").size(length) == said


def test_a_language_that_nobody_knows_speaks_english() -> None:
    assert Wording("zz-ZZ").due(due("February 2020")).words == "February 2020"
    assert Wording("ur-PK").direction == "rtl"


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (999, "999"), (1795, "1,795"), (-1795, "-1,795")])
def test_a_count_has_the_separators_of_its_language(count: int, words: str) -> None:
    assert Wording("en-GB").count(count) == words
