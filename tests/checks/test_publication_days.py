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
from generator.domain.record import Record
from tests.editions import edition

PROGRAMME = Programme("", "", (), Person("", ""), (Audience("staff", "", ""),))


def out(name: str, published: date) -> Edition:
    return replace(edition(1, [], name), published=published)


def warned(*editions: Edition) -> list[str]:
    return [found.subject for found in check(Content(programme=PROGRAMME, editions=editions))]


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
