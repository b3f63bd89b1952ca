"""Tables whose heads do not stand in the first row, or stand in it and come again."""

from collections.abc import Sequence

from openpyxl import Workbook

from generator.domain.prose import plain_words
from generator.importing.placed import Placing
from tests.importing.bringing_in import actions, placed
from tests.importing.documents import saved


def placed_rows(title: str, rows: Sequence[Sequence[str]]) -> Placing:
    """Of a workbook with one sheet of this title."""
    book = Workbook()
    book.worksheets[0].title = title
    for row in rows:
        book.worksheets[0].append(list(row))
    return placed("divided.xlsx", saved(book))


def words(placing: Placing) -> dict[str, list[str]]:
    return {id_: [text for _, text, _ in said] for id_, said in actions(placing).items()}


def test_labels_above_the_heads_of_the_columns_do_not_make_a_table_of_words_out_of_the_actions() -> None:
    placing = placed_rows(
        "Plan",
        [
            ["Workstream", "Finance", "Lead", "Jo Shah"],
            ["Reporting period", "January 2020"],
            ["", "", "Delivery"],
            ["Ref", "Action", "Due", "Status"],
            ["1", "Close the accounts", "May 2020", "Planned"],
        ],
    )
    assert words(placing) == {"finance": ["Close the accounts"]}
    introduction = [plain_words((block,)) for block in placing.updates["finance"].introduction]
    assert introduction == ["Lead: Jo Shah", "Reporting period: January 2020", "Delivery"]


def test_heads_that_come_again_are_no_action() -> None:
    placing = placed_rows(
        "Finance",
        [
            ["Completed"],
            ["Action", "Owner", "Date"],
            ["Paid small firms", "Jo Shah", ""],
            ["Next steps"],
            ["Action", "Owner", "Due"],
            ["Close the accounts", "", "May 2020"],
            ["Ask residents", "", ""],
        ],
    )
    assert words(placing) == {"finance": ["Paid small firms", "Close the accounts", "Ask residents"]}
    assert [it.state.name for it in placing.updates["finance"].actions] == ["COMPLETED", "FUTURE", "FUTURE"]
    assert placing.unplaced == ()


def test_an_action_alone_right_above_heads_that_come_again_stays_an_action() -> None:
    placing = placed_rows(
        "Finance",
        [["Next steps"], ["Action", "Owner"], ["Pay", "Jo"], ["Ask"], ["Action", "Owner"], ["Close", "Jo"]],
    )
    assert words(placing) == {"finance": ["Pay", "Ask", "Close"]}


def test_what_a_row_is_of_does_not_make_it_a_head() -> None:
    """Logs have a column that says `Action` or `Risk`."""
    placing = placed_rows(
        "Finance",
        [
            ["Type", "Description", "Owner", "Status"],
            ["Action", "Pay", "Lead", "Planned"],
            ["Action", "Ask", "", "Done"],
        ],
    )
    assert words(placing) == {"finance": ["Pay", "Ask"]}
