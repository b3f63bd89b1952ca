"""Which pages a growing list of actions has."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain import register
from generator.domain.address import is_of_year, of_action, of_workstream, of_workstream_year, of_year
from generator.domain.edition import Action, Edition, State, Status, Update
from generator.domain.register import Register, Registers, find_registers
from generator.domain.weaving import weave
from generator.reading.names import ID_PATTERN
from tests.editions import EVERYONE, action, histories


def edition(day: date, *actions: Action, workstream: str = "it") -> Edition:
    return Edition(str(day), str(day), day, Status.PUBLISHED, EVERYONE, (), (Update(workstream, (), actions),))


def registers(*editions: Edition) -> Registers:
    return find_registers(editions, weave(editions).values())


def done(name: str) -> Action:
    return action(name, State.COMPLETED)


@pytest.fixture(autouse=True)
def _two_lines_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "LONG", 2)


def test_a_short_list_is_one_page_however_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "LONG", 3)
    found = registers(edition(date(2015, 1, 25), done("a")), edition(date(2020, 1, 25), done("b")))
    assert found.actions == found.of("it") == Register()
    assert found.actions.shows(date(1990, 1, 1))


def test_a_long_list_of_one_year_is_one_page() -> None:
    found = registers(edition(date(2019, 2, 1), done("a")), edition(date(2020, 1, 31), done("b")))
    assert found.actions == Register()


def test_what_ended_a_year_before_the_newest_edition_stands_by_year() -> None:
    found = registers(
        edition(date(2017, 5, 25), done("a")),
        edition(date(2019, 1, 25), done("b")),
        edition(date(2019, 2, 1), done("c")),
        edition(date(2020, 1, 25)),
    )
    assert found.actions == found.of("it") == Register(date(2019, 1, 25), (2019, 2017))
    assert [found.actions.shows(date(2019, 1, day)) for day in (25, 26)] == [False, True]


def test_what_is_open_makes_no_year() -> None:
    promised = [edition(date(2015 + year, 1, 25), action(f"a{year}", State.FUTURE)) for year in range(5)]
    assert registers(*promised).actions == Register()


def test_what_others_took_over_ended_when_they_did() -> None:
    first = edition(date(2015, 1, 25), action("lift", State.FUTURE))
    second = edition(date(2016, 1, 25), action("stairs", State.FUTURE, continues=["lift"]))
    found = registers(first, second, edition(date(2020, 1, 25)))
    assert found.actions.years == (2016,)
    assert found.of("it").years == ()  # its own page lists what it completed or stopped


def test_each_workstream_has_years_of_its_own() -> None:
    found = registers(
        edition(date(2015, 1, 25), done("a"), done("b")),
        edition(date(2016, 1, 25), action("c", State.STOPPED), done("d"), workstream="people"),
        edition(date(2020, 1, 25), done("e"), workstream="law"),
    )
    assert {name: found.of(name).years for name in ("it", "people", "law", "none")} == {
        "it": (2015,), "people": (2016,), "law": (), "none": (),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("newest", "a_year_before"), [(date(2020, 2, 29), date(2019, 2, 28)), (date(1, 3, 1), date(1, 3, 1))]
)
def test_every_day_has_one_a_year_before(newest: date, a_year_before: date) -> None:
    old = edition(a_year_before - timedelta(days=1) if a_year_before.year > 1 else date(1, 1, 1), done("a"), done("b"))
    assert registers(old, edition(newest)).actions.until == a_year_before


def test_a_programme_without_editions_has_no_years() -> None:
    assert registers() == Registers(Register(), {})


@given(histories())
def test_an_action_has_ended_exactly_where_it_does_not_stand_open(history: list[Edition]) -> None:
    for thread in weave(history).values():
        assert (thread.ended_in is None) == thread.standing(date(2021, 1, 1)).is_open


@given(st.integers(1, 9999), st.from_regex(ID_PATTERN, fullmatch=True))
def test_no_action_can_stand_where_a_year_stands(year: int, name: str) -> None:
    assert not ID_PATTERN.fullmatch(str(year))
    assert is_of_year(f"{of_year(year)}index.html")
    assert is_of_year(f"{of_workstream_year('it', year)}index.html")
    assert not is_of_year(f"{of_action(name)}index.html")
    assert not is_of_year(f"{of_workstream(name)}index.html")
