"""Which editions an issue draws together, and when it comes out."""

from datetime import date

import pytest
from hypothesis import given

from generator.domain.due import YearOfQuarters
from generator.domain.edition import Edition
from generator.domain.issue import Issue, issues_of
from generator.domain.newsletter import Every, Newsletter
from generator.domain.workstream import Reference
from tests.editions import edition, histories

LATER = date(2021, 6, 1)
HALF_A_YEAR = [edition(month, []) for month in range(1, 7)]


def issues(
    every: Every | tuple[str, ...],
    editions: list[Edition],
    on: date = LATER,
    year: YearOfQuarters | None = None,
) -> tuple[Issue, ...]:
    named = every if isinstance(every, Every) else tuple(map(Reference, every))
    return issues_of(Newsletter("news", "News", "staff", named), editions, on, year)


def told(found: tuple[Issue, ...]) -> dict[str, list[str]]:
    return {issue.id: [it.id for it in issue.editions] for issue in found}


def test_a_monthly_one_has_an_issue_for_each_month() -> None:
    assert told(issues(Every.MONTH, HALF_A_YEAR[:2])) == {"2020-01": ["2020-01"], "2020-02": ["2020-02"]}


def test_a_special_edition_is_told_in_the_issue_of_its_month() -> None:
    editions = [edition(3, []), edition(3, [], "2020-03-flood")]
    assert told(issues(Every.MONTH, editions)) == {"2020-03": ["2020-03", "2020-03-flood"]}


def test_a_quarterly_one_draws_three_editions_together() -> None:
    assert told(issues(Every.QUARTER, HALF_A_YEAR)) == {
        "2020-q1": ["2020-01", "2020-02", "2020-03"],
        "2020-q2": ["2020-04", "2020-05", "2020-06"],
    }


def test_an_issue_comes_out_with_its_newest_edition() -> None:
    assert [it.published for it in issues(Every.QUARTER, HALF_A_YEAR)] == [
        HALF_A_YEAR[2].published,
        HALF_A_YEAR[5].published,
    ]


def test_an_issue_waits_for_the_edition_of_its_last_month() -> None:
    assert told(issues(Every.QUARTER, HALF_A_YEAR[:5], on=date(2020, 6, 30))).keys() == {"2020-q1"}


def test_an_issue_does_not_wait_for_an_edition_that_never_came() -> None:
    assert told(issues(Every.QUARTER, HALF_A_YEAR[:5], on=date(2020, 7, 1))).keys() == {"2020-q1", "2020-q2"}


def test_a_year_is_the_councils_own() -> None:
    assert told(issues(Every.YEAR, HALF_A_YEAR)).keys() == {"2020"}
    assert told(issues(Every.YEAR, HALF_A_YEAR, year=YearOfQuarters.FINANCIAL)) == {
        "2019-20": ["2020-01", "2020-02", "2020-03"],
        "2020-21": ["2020-04", "2020-05", "2020-06"],
    }


def test_a_newsletter_that_names_its_editions_draws_together_all_since_the_one_before() -> None:
    assert told(issues(("2020-02", "2020-05"), HALF_A_YEAR)) == {
        "2020-02": ["2020-01", "2020-02"],
        "2020-05": ["2020-03", "2020-04", "2020-05"],
    }


@pytest.mark.parametrize(
    ("name", "month"), [("2020-03", 3), ("2020-03-flood", 3), ("2020-13", 5), ("spring", 5), ("2020-03flood", 5)]
)
def test_the_month_is_the_one_in_the_name_or_else_that_of_publication(name: str, month: int) -> None:
    assert edition(5, [], name).month.first_day == date(2020, month, 1)


@given(histories())
def test_every_edition_is_in_one_issue_once_all_periods_are_over(editions: list[Edition]) -> None:
    for every in Every:
        found = [it.id for issue in issues(every, editions) for it in issue.editions]
        assert sorted(found) == sorted(it.id for it in editions)
