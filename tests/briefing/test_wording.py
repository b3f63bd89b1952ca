"""Dates, numbers and sizes in words."""

from datetime import date
from decimal import Decimal

import pytest

from generator.briefing.views import When
from generator.briefing.wording import Wording
from generator.domain.due import Due, parse_due
from generator.domain.saying import normal


@pytest.fixture(autouse=True)
def each_language_is_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build, whose sites have one. Babel lets months of one language stand for those of the next, where that
    has no others for them when they stand alone: after Cornish, October was `mis Hedra` in Welsh.
    """
    monkeypatch.setattr("babel.localedata._cache", {})


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


@pytest.mark.parametrize(
    ("words", "are_months"),
    [
        ("October to December 2026", True),
        ("April 2026 to March 2027", True),
        ("January to December 2026", True),
        ("December 2026 to February 2027", True),
        ("April 2026 to April 2027", False),
        ("October 2026 to December 2027", False),  # no period that a page would say
        ("December to October 2026", False),
        ("We begin in October 2026", False),
        ("October to December 2026.", False),
        ("October to December", False),
    ],
)
def test_a_period_of_months_is_known_by_its_words(words: str, are_months: bool) -> None:
    assert Wording("en-GB").says_months(words) is are_months


def test_a_period_of_months_is_known_in_the_language_of_the_site() -> None:
    wording = Wording("cy-GB", lambda words: words.replace(" to ", " – "))
    assert wording.says_months(normal("Hydref – Rhagfyr 2026"))
    assert not wording.says_months("October to December 2026")


def test_a_season_is_known_by_its_words_too_of_which_there_are_more_in_other_languages() -> None:
    phrases = {"Autumn %(year)s": "Tymor yr hydref %(year)s", "Winter %(years)s": "Tymor y\xa0gaeaf %(years)s"}
    wording = Wording("cy-GB", lambda words: phrases.get(words, words))
    assert wording.says_months(wording.due(due("Autumn 2026")).words)
    assert wording.says_months("Tymor y gaeaf 2026/27")
    assert not wording.says_months("Tymor yr hydref 2026 ar ben")


def test_welsh_dates_are_welsh() -> None:
    assert Wording("cy-GB").due(due("February 2020")).words == "Chwefror 2020"


@pytest.mark.parametrize(
    ("language", "day", "month", "months"),
    [
        ("en", "2 November 2026", "November 2026", "October 2026 to January 2027"),
        ("en-US", "November 2, 2026", "November 2026", "October 2026 to January 2027"),
        ("cy", "2 Tachwedd 2026", "Tachwedd 2026", "Hydref 2026 to Ionawr 2027"),
        ("gd", "2mh dhen t-Samhain 2026", "An t-Samhain 2026", "An Dàmhair 2026 to Am Faoilleach 2027"),
        ("kw", "2 mis Du 2026", "mis Du 2026", "mis Hedra 2026 to mis Genver 2027"),
        ("es", "2 de noviembre de 2026", "noviembre de 2026", "octubre de 2026 to enero de 2027"),
        ("pl", "2 listopada 2026", "listopad 2026", "październik 2026 to styczeń 2027"),
        ("lt", "2026 m. lapkričio 2 d.", "2026 m. lapkritis", "2026 m. spalis to 2027 m. sausis"),
        ("hu", "2026. november 2.", "2026. november", "2026. október to 2027. január"),
    ],
)
def test_day_month_and_year_stand_in_the_order_of_the_language(
    language: str, day: str, month: str, months: str
) -> None:
    wording = Wording(language)
    assert wording.day(date(2026, 11, 2)) == When(day, "2026-11-02")
    assert wording.month(date(2026, 11, 2)) == month
    assert wording.months(date(2026, 10, 1), date(2027, 1, 31)) == months


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "97.5%"), ("cy", "97.5%"), ("de", "97,5\xa0%"), ("eu", "%\xa097,5"), ("tr", "%97,5")],
)
def test_the_sign_for_per_cent_stands_where_the_language_has_it(language: str, said: str) -> None:
    assert Wording(language).amount(Decimal("97.5"), "%") == said


def test_a_language_of_britain_alone_has_its_country() -> None:
    assert [Wording(it).locale for it in ("cy", "cy-GB", "gd", "en-GB", "en", "pl")] == [
        *("cy_GB", "cy_GB", "gd_GB", "en_GB", "", "")
    ]


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
        ("-3", "days", "−3 days"),
        ("-12.5", "%", "−12.5%"),
        ("-4000", "GBP", "−£4,000"),
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


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (999, "999"), (1795, "1,795"), (-1795, "−1,795")])
def test_a_count_has_the_separators_of_its_language(count: int, words: str) -> None:
    assert Wording("en-GB").count(count) == words
