"""What a person is told after an import: all that is to be looked at, once."""

from generator.importing.telling import folded


def test_what_is_said_alike_of_several_rows_is_said_once() -> None:
    remarks = [
        *(f"plan.csv, row {number}: “TBC” is not a date that is certain" for number in (2, 4, 5)),
        "plan.csv, row 3: “soon” is not a date that is certain",
        "“Pay”: is it the promise `pay`?",
    ]
    assert list(folded(remarks)) == [
        "plan.csv, rows 2, 4 and 5: “TBC” is not a date that is certain",
        "plan.csv, row 3: “soon” is not a date that is certain",
        "“Pay”: is it the promise `pay`?",
    ]


def test_many_rows_are_counted() -> None:
    remarks = [f"plan.xlsx, row {number} of the sheet Plan: no date" for number in range(2, 62)]
    assert list(folded(remarks)) == ["plan.xlsx, 60 rows from 2 to 61 of the sheet Plan: no date"]
