"""The account of promises over a period: its sum is what the editions say, however they say it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.account import StepKind, account_of, steps_of
from generator.domain.due import Unclear, YearOfQuarters
from generator.domain.edition import Edition, State
from generator.domain.period import Period, period_between
from generator.domain.progress import changes
from generator.domain.weaving import weave
from tests.editions import action, edition, histories, thread

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED


def test_each_step_opens_a_promise_or_closes_one() -> None:
    story = thread(PROMISED, BEGUN, DONE, DONE, PROMISED, STOPPED, STOPPED)
    told = [step.kind for step in steps_of(story)]
    assert told == [StepKind.MADE, StepKind.KEPT, StepKind.REOPENED, StepKind.STOPPED]


def test_what_is_done_without_a_promise_is_told_once_and_opens_nothing() -> None:
    assert [step.kind for step in steps_of(thread(DONE, DONE))] == [StepKind.UNPROMISED]
    assert [step.kind for step in steps_of(thread(DONE, PROMISED, DONE))] == [
        StepKind.UNPROMISED, StepKind.REOPENED, StepKind.KEPT,
    ]  # fmt: skip


def test_a_promise_that_others_take_over_is_closed_by_the_edition_in_which_they_do() -> None:
    threads = weave([edition(1, [action("a", PROMISED)]), edition(2, [action("b", PROMISED, continues=("a",))])])
    (made, ended) = steps_of(threads["a"])
    assert (made.kind, ended.kind, ended.edition.id) == (StepKind.MADE, StepKind.CONTINUED, "2020-02")


@given(histories(), st.data())
def test_the_sum_is_that_of_the_open_promises_after_each_edition(editions: list[Edition], data: st.DataObject) -> None:
    """`changes` counts the open promises in another way, edition by edition."""
    days = st.sampled_from([edition.published + timedelta(day) for edition in editions for day in (-1, 0, 1)])
    one, other = sorted((data.draw(days), data.draw(days)))
    period = Period(one, other)
    found = changes(weave(editions), editions)
    before = [it.open for it in found if it.edition.published < period.first]
    after = [it.open for it in found if it.edition.published <= period.last]
    threads = weave(editions).values()
    account = account_of((step for each in threads for step in steps_of(each)), period)
    assert account.before == (before[-1] if before else 0)
    assert account.open == (after[-1] if after else 0)


def test_a_period_is_whole_months_in_the_forms_of_dues() -> None:
    summer = period_between("2026-04", "September 2026")
    assert summer == Period(date(2026, 4, 1), date(2026, 9, 30))
    assert period_between("Q1 2026", "Q2 2026", YearOfQuarters.FINANCIAL) == summer
    assert period_between("2026/27", "2026/27") == Period(date(2026, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("begins", "ends", "why"),
    [
        ("soon", "2026-09", "`soon` is no date"),
        ("2026-04", "30 September 2026", "`30 September 2026` is one day"),
        ("2026-09", "2026-04", "`2026-04` is before `2026-09`"),
    ],
)
def test_what_is_no_period_is_told_in_words(begins: str, ends: str, why: str) -> None:
    told = period_between(begins, ends)
    assert isinstance(told, Unclear)
    assert told.why == why
