"""What cells with several lines, merged cells and rows that are headings become."""

from dataclasses import replace

import docx
import pytest
from openpyxl import Workbook

from generator.domain.edition import State
from generator.domain.prose import plain_words
from tests.importing.bringing_in import OF_FINANCE, actions, placed, remarks_of
from tests.importing.documents import saved, table


def test_bullets_typed_into_one_cell_are_as_many_actions() -> None:
    cells = 'Action,Due,Status\n"• Train advisers\n• Write the words",May 2020,Planned\n'
    placing = placed("bullets.csv", cells, OF_FINANCE)
    assert actions(placing) == {
        "finance": [(State.FUTURE, "Train advisers", "May 2020"), (State.FUTURE, "Write the words", "May 2020")]
    }
    assert remarks_of(placing) == ("bullets.csv, row 2: 2 actions stand in one cell",)


@pytest.mark.parametrize("words", ["None", "N/A", "–", "-"])
def test_a_row_whose_action_says_that_there_is_none_becomes_no_action(words: str) -> None:
    placing = placed(
        "rows.csv", f"Action,Due,Status\nTrain advisers,May 2020,Planned\n{words},May 2020,Planned\n", OF_FINANCE
    )
    assert actions(placing) == {"finance": [(State.FUTURE, "Train advisers", "May 2020")]}
    assert [(it.place, it.why) for it in placing.unplaced] == [("rows.csv, row 3", "it says that there is nothing")]


def test_bullets_of_word_in_a_cell_are_brought_in() -> None:
    made = docx.Document()
    made.add_paragraph().add_run("Next steps").bold = True
    laid = table(made, ("Action", "Comment"), ("Train advisers", "Two things"))
    laid.cell(1, 0).paragraphs[0].style = "List Bullet"
    laid.cell(1, 0).add_paragraph("Write the words", style="List Bullet")
    laid.cell(1, 1).add_paragraph("a room", style="List Bullet")
    laid.cell(1, 1).add_paragraph("a trainer", style="List Bullet")
    placing = placed("rows.docx", saved(made), OF_FINANCE)
    assert [words for _, words, _ in actions(placing)["finance"]] == ["Train advisers", "Write the words"]
    assert plain_words(placing.updates["finance"].actions[0].text[1:]) == "Comment: Two things: a room; a trainer"


def test_bullets_in_a_row_without_a_place_are_kept_as_well() -> None:
    placing = placed("nobody.csv", 'Action,Due,Status\n"• Train\n• Write",May 2020,Planned\n')
    assert placing.updates == {}
    assert "Train; Write" in plain_words(placing.unplaced[0].prose)


def test_a_cell_as_high_as_two_rows_moves_no_other_into_its_column() -> None:
    made = docx.Document()
    laid = table(
        made,
        ("Workstream", "Action", "Due", "Status"),
        ("", "Close the accounts", "May 2020", "Planned"),
        ("", "Sell the van", "", "Done"),
        ("Digital and IT", "Empty the room", "", "Done"),
    )
    laid.cell(1, 0).merge(laid.cell(2, 0)).text = "Finance"
    assert actions(placed("rows.docx", saved(made))) == {
        "finance": [(State.FUTURE, "Close the accounts", "May 2020"), (State.COMPLETED, "Sell the van", "")],
        "it": [(State.COMPLETED, "Empty the room", "")],
    }


def test_a_date_as_high_as_two_rows_is_told() -> None:
    made = docx.Document()
    laid = table(made, ("Action", "Due", "Status"), ("Close the accounts", "", "Planned"), ("Sell", "", "Planned"))
    laid.cell(1, 1).merge(laid.cell(2, 1)).text = "May 2020"
    placing = placed("rows.docx", saved(made), OF_FINANCE)
    assert [due for _, _, due in actions(placing)["finance"]] == ["May 2020", ""]
    (remark,) = remarks_of(placing)
    assert remark.endswith("row 2 of the table at paragraph 1: a cell is as high as 2 rows; it is brought in with the "
                           "first of them")  # fmt: skip


def test_a_row_that_is_a_heading_says_whose_the_rows_below_it_are() -> None:
    made = docx.Document()
    laid = table(
        made,
        ("Plan for January", "", ""),
        ("Action", "Due", "Status"),
        ("Finance", "", ""),
        ("Close the accounts", "May 2020", "Planned"),
        ("Sell the van", "", "Done"),
        ("Digital and IT", "", ""),
        ("Empty the room", "", "Done"),
        ("Parks", "", ""),
        ("Plant limes", "", "Done"),
    )
    for row in (0, 2, 5, 7):
        laid.cell(row, 0).merge(laid.cell(row, 2)).text = laid.cell(row, 0).text.strip()
    placing = placed("rows.docx", saved(made))
    assert actions(placing) == {
        "finance": [(State.FUTURE, "Close the accounts", "May 2020"), (State.COMPLETED, "Sell the van", "")],
        "it": [(State.COMPLETED, "Empty the room", "")],
    }
    assert "Plant limes" in repr(placing.unplaced)
    assert remarks_of(placing) == ()


def test_a_row_across_the_table_that_names_nothing_of_ours_is_no_promise() -> None:
    made = docx.Document()
    laid = table(made, ("Action", "Due", "Status"), ("Phase 2", "", ""), ("Close the accounts", "", "Planned"))
    laid.cell(1, 0).merge(laid.cell(1, 2))
    placing = placed("rows.docx", saved(made), OF_FINANCE)
    assert [words for _, words, _ in actions(placing)["finance"]] == ["Close the accounts"]
    assert [it.why for it in placing.unplaced] == ["it stands across the whole table, as a heading does"]


def test_a_row_of_another_workstream_s_heading_is_not_taken_for_the_lead_s_own() -> None:
    made = docx.Document()
    laid = table(made, ("Action", "Due", "Status"), ("Digital and IT", "", ""), ("Empty the room", "", "Done"))
    laid.cell(1, 0).merge(laid.cell(1, 2))
    placing = placed("rows.docx", saved(made), OF_FINANCE)
    assert actions(placing) == {}
    assert "Empty the room" in repr(placing.unplaced)


def test_of_two_columns_that_are_named_for_dates_the_second_is_kept_as_words() -> None:
    """It was lost, and counted as if it had become a date."""
    request = replace(OF_FINANCE, mapped={"from": "due", "until": "due"})
    placing = placed("two.csv", "Action,From,Until,Status\nTrain advisers,March 2020,May 2020,Planned\n", request)
    (action,) = placing.updates["finance"].actions
    assert action.due == "March 2020"
    assert plain_words(action.text).split("\n")[-1].endswith("Until: May 2020")


def test_a_workstream_that_is_not_quite_named_so_is_told() -> None:
    cells = "Action,Workstream,Status\nTrain advisers,Digital and IT services,Planned\nAsk,Our peoples,Planned\n"
    placing = placed("near.csv", cells)
    assert list(placing.updates) == ["it", "people"]
    assert remarks_of(placing) == (
        "near.csv, row 2: “Digital and IT services” was taken for Digital and IT",
        "near.csv, row 3: “Our peoples” was taken for Our people",
    )


def test_a_file_or_a_sheet_that_is_not_quite_named_for_a_workstream_is_told() -> None:
    placing = placed("Our peoples.csv", "Action,Status\nTrain advisers,Planned\n")
    assert list(placing.updates) == ["people"]
    assert remarks_of(placing) == ("Our peoples.csv: “Our peoples” was taken for Our people",)
    book = Workbook()
    book.worksheets[0].title = "Finances"
    book.worksheets[0].append(["Action", "Status"])
    book.worksheets[0].append(["Train advisers", "Planned"])
    placing = placed("sheets.xlsx", saved(book))
    assert remarks_of(placing) == ("sheets.xlsx, the sheet Finances: “Finances” was taken for Finance",)


def test_a_workbook_is_whose_it_is_named_for_where_its_sheets_do_not_say() -> None:
    """A CSV of the same name was."""
    book = Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("Our people")):
        sheet.append(["Action", "Status"])
        sheet.append(["Train advisers", "Planned"])
    placing = placed("Finance.xlsx", saved(book))
    assert list(placing.updates) == ["people", "finance"]
    assert remarks_of(placing) == ()


def test_a_dash_in_a_cell_that_has_nothing_to_say_is_nothing() -> None:
    cells = "Action,Workstream,Owner,Due,Status\nPay small firms.,Finance,-,–,Planned\n"
    placing = placed("dashes.csv", cells)
    assert [plain_words(it.text) for it in placing.updates["finance"].actions] == ["Pay small firms."]
    assert remarks_of(placing) == ()


@pytest.mark.parametrize(("head", "cell"), [("On track?", "Yes"), ("Done", "☒"), ("Owner", "Jo Shah. Sam Roe.")])
def test_a_cell_counts_for_itself_whatever_its_column_is_called(head: str, cell: str) -> None:
    placing = placed("counted.csv", f"Action,Workstream,{head},Status\nPay small firms.,Finance,{cell},Planned\n")
    (action,) = placing.updates["finance"].actions
    assert cell in plain_words(action.text)
