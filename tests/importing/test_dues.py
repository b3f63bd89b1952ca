"""A date is taken from a sentence only where it can mean nothing else."""

from datetime import date

import pytest

from generator.domain.due import YearOfQuarters
from generator.importing.dues import certain, promised_due, remark_on, uncertain_date

JANUARY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Visit three councils by March 2020.", "March 2020"),
        ("Have the new team in place by Spring 2020", "Spring 2020"),
        ("Open the doors on 14th February 2020.", "14th February 2020"),
        ("Finish by the end of Q4 2019/20.", "Q4 2019/20"),
        ("Sell the screens in May 2020.", "May 2020"),
        ("Go to Cabinet in February 2020. Then we will make a plan.", "February 2020"),
        ("Answer by 2020-02-14.", "2020-02-14"),
        ("Publish the charter by end March 2020.", "March 2020"),
        ("Publish the charter by the end of March 2020.", "March 2020"),
        ("Move the telephones by 31/3/20.", "31 March 2020"),
        ("Move the telephones by 31.03.2020", "31 March 2020"),
        ("Go to Cabinet in February 2020\nwith the plan", "February 2020"),
    ],
)
def test_a_sentence_that_gives_its_date_gives_the_due(words: str, due: str) -> None:
    assert promised_due(words, JANUARY, None) == due


@pytest.mark.parametrize(
    "words",
    [
        "Visit three councils this February.",
        "Visit three councils soon.",
        "Begin again from February 2020.",
        "Carry out what was agreed in March 2020.",
        "Review the plan of March 2020.",
        "Start in March 2020 and end in May 2020.",
        "Tell what happened in December 2019.",
        "Decide in Winter 2020.",
        "Decide in Q1 2020.",
        "Decide before March 2020.",
        "Decide by March 2020, if there is money.",
        "If members agree, decide by March 2020.",
        "If Cllr. Brown agrees, decide by March 2020.",
        "Meet on February 2020.",
        "Be there by 31 February 2020.",
        "Pay by 3/4/2020.",
        "Cut the cost by 2020.",
    ],
)
def test_what_may_mean_something_else_is_left_alone(words: str) -> None:
    assert promised_due(words, JANUARY, None) == ""


def test_a_bare_quarter_is_certain_where_the_programme_says_which_year_it_counts_in() -> None:
    assert promised_due("Decide in Q1 2020.", JANUARY, YearOfQuarters.CALENDAR) == "Q1 2020"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("14/02/2020", "14 February 2020"),
        ("14.02.2020", "14 February 2020"),
        ("02/02/2020", "2 February 2020"),
        ("03/04/2020", None),
        ("14/13/2020", None),
        ("31/02/2020", None),
        ("March 2020", "March 2020"),
        ("early spring", None),
        ("end March 2020", "March 2020"),
        ("End of Mar 2020", "Mar 2020"),
        ("by the end of March 2020", "March 2020"),
        ("by 14 February 2020", "14 February 2020"),
        ("end 14 February 2020", None),
        ("Q4 25/26", "Q4 2025/26"),
        ("Q4 2025-26", "Q4 2025-26"),
        ("Q4 25/27", None),
        ("01-Apr-27", "1 April 2027"),
        ("1 Apr 27", "1 April 2027"),
        ("31-Feb-27", None),
        ("31/3/27", "31 March 2027"),
        ("1/3/27", None),
        ("Mar-26", "March 2026"),
        ("Sept '26", "September 2026"),
        ("Mar 26", None),
        ("26-Mar", None),
        ("ASAP", None),
    ],
)
def test_of_numbers_alone_the_order_must_be_plain(words: str, due: str | None) -> None:
    found = certain(words, None)
    assert (found.words if found else None) == due


def test_a_month_and_two_figures_is_taken_for_a_month_as_excel_shows_it_and_told() -> None:
    assert remark_on("Mar-26", certain("Mar-26", None)) == "“Mar-26” was taken for March 2026, not for a day in March"
    assert remark_on("Mar ’26", certain("Mar ’26", None)) == ""
    assert remark_on("March 2026", certain("March 2026", None)) == ""
    assert remark_on("ASAP", None) == "“ASAP” is not a date that is certain; it is kept as words"
    assert remark_on("3/4/2026", None) == (
        "“3/4/2026” is not a date that is certain; it is kept as words: write 3 April 2026 or 4 March 2026"
    )


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Agree it at the board on 3/4/20.", "3/4/20"),
        ("Wi-Fi by end of March", "end of March"),
        ("Answer by 15th January.", "by 15th January"),
        ("Choose an archive – Q4", "Q4"),
        ("Move the telephones by 31/3/20.", ""),
        ("Wi-Fi by the end of March 2020", ""),
        ("Finish in Q4 2019/20", ""),
        ("Ask residents.", ""),
    ],
)
def test_a_date_that_nobody_can_know_is_asked_for(words: str, asked: str) -> None:
    assert uncertain_date(words, None) == asked
