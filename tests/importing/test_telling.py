"""What a person is told after an import: all that is to be looked at, once."""

from generator.importing.document import Remark
from generator.importing.telling import folded


def test_what_is_said_alike_of_several_rows_is_said_once() -> None:
    remarks = [
        *(Remark("“TBC” is not a date that is certain", f"row {number}", "plan.csv") for number in (2, 4, 5)),
        Remark("“soon” is not a date that is certain", "row 3", "plan.csv"),
        Remark("is it the promise `pay`?", "“Pay”"),
    ]
    assert list(folded(remarks)) == [
        "plan.csv, rows 2, 4 and 5: “TBC” is not a date that is certain",
        "plan.csv, row 3: “soon” is not a date that is certain",
        "“Pay”: is it the promise `pay`?",
    ]


def test_many_rows_are_counted() -> None:
    remarks = [Remark("no date", f"row {number} of the sheet Plan", "plan.xlsx") for number in range(2, 62)]
    assert list(folded(remarks)) == ["plan.xlsx, 60 rows from 2 to 61 of the sheet Plan: no date"]


def test_of_many_other_places_the_first_few_are_named() -> None:
    remarks = [Remark("the link “here” has no address", f"paragraph {number}", "plan.docx") for number in range(1, 13)]
    (told,) = folded(remarks)
    assert told.startswith("plan.docx, paragraph 1, paragraph 2, ")
    assert told.endswith("paragraph 8 and 4 more: the link “here” has no address")
