"""Days of publication beside the months that folders are named for."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.publication_days import check
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.record import Correction, Record, SealedNote, Withdrawal, Withdrawn
from tests.editions import edition

ON = date(2022, 1, 1)
PROGRAMME = Programme("", "", (), Person("", ""), (Audience("staff", "", ""),))


def out(name: str, published: date) -> Edition:
    return replace(edition(1, [], name), published=published)


def warned(*editions: Edition) -> list[str]:
    return [found.subject for found in check(Content(programme=PROGRAMME, editions=editions), ON)]


@pytest.mark.parametrize(
    ("published", "is_far"),
    [
        (date(2020, 1, 31), True),
        (date(2020, 2, 1), False),
        (date(2020, 5, 31), False),
        (date(2020, 6, 1), True),
        (date(2019, 2, 28), True),
        (date.max, False),
    ],
)
def test_a_day_is_far_before_its_month_and_more_than_three_months_after_it(published: date, is_far: bool) -> None:
    assert bool(warned(out("2020-02", published))) is is_far
    assert bool(warned(out("2020-02-flood", published))) is is_far


def test_what_is_frozen_came_out_on_its_day_whatever_its_name() -> None:
    far = out("2020-02", date(2021, 2, 28))
    sealed = replace(far, record=Record(date(2021, 3, 1), far.audiences, Person("", "")))
    assert (warned(far), warned(sealed)) == (["2020-02"], [])


def test_a_programme_may_come_out_in_the_month_before() -> None:
    two = out("2020-02", date(2020, 1, 30)), out("2020-03", date(2020, 2, 27))
    assert warned(*two) == []
    assert warned(*two, out("2021-04", date(2020, 3, 30))) == ["2021-04"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2020, 2, 27), "27 February 2020, before the edition came out, on 28 February 2020"),
        (date(2020, 2, 28), ""),
        (ON, ""),
        (date(2022, 2, 1), ""),
        (date(2022, 2, 2), "2 February 2022, which is more than a month ahead"),
    ],
)
def test_a_correction_is_of_a_day_on_which_somebody_could_make_it(day: date, said: str) -> None:
    correction = Correction(day, "It is in Mill Street.", "The street was wrong.")
    told = replace(out("2020-02", date(2020, 2, 28)), corrections=(correction,))
    found = [it.message for it in check(Content(programme=PROGRAMME, editions=(told,)), ON)]
    assert found == ([f"this correction is dated {said}"] if said else [])
    sealed = Record(date(2020, 3, 1), told.audiences, Person("", ""), corrections=(SealedNote(day, correction.digest),))
    assert warned(replace(told, record=sealed)) == []


def test_a_withdrawal_is_judged_as_a_correction_is() -> None:
    withdrawal = Withdrawal(date(2030, 1, 1), Withdrawn.PERSON, "Somebody asked us.")
    told = replace(out("2020-02", date(2020, 2, 28)), withdrawals=(withdrawal,))
    (found,) = check(Content(programme=PROGRAMME, editions=(told,)), ON)
    assert found.message == "this withdrawal is dated 1 January 2030, which is more than a month ahead"
