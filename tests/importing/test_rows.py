"""Columns are found by their heads, and the likeliest is taken."""

import pytest

from generator.domain.prose import BulletList
from generator.importing.document import Grid, paragraph
from generator.importing.rows import actions_in, is_table_of_actions, rows_of


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(tuple((paragraph(cell),) if cell else () for cell in row) for row in rows)
    return Grid(cells, tuple(f"row {number}" for number in range(1, len(rows) + 1)))


@pytest.mark.parametrize(
    ("heads", "mapped", "fields"),
    [
        (("Action", "Due", "RAG"), {}, ["action", "due", "rag"]),
        (("Description", "Action", "By When?", "Who"), {}, ["note", "action", "due", "owner"]),
        (("Description", "Target date"), {}, ["action", "due"]),
        (("Work stream", "Key actions", "Lead Officer", "Notes"), {}, ["workstream", "action", "owner", "note"]),
        (("Promise", "Finish", "Due"), {"promise": "action", "finish": "due"}, ["action", "due", "note"]),
        (("Task", "From", "Until"), {"from": "due", "until": "due"}, ["action", "due", "note"]),
        (("Promise", "Status", "Status"), {"promise": "action", "status": "status"}, ["action", "status", "note"]),
    ],
)
def test_a_column_is_known_by_its_head_or_as_the_user_says(
    heads: tuple[str, ...], mapped: dict[str, str], fields: list[str]
) -> None:
    table = grid(heads, tuple("x" for _ in heads))
    assert is_table_of_actions(table, mapped)
    (row,) = rows_of(table, mapped)
    assert [entry.field for entry in row.entries] == fields


@pytest.mark.parametrize("heads", [("Month", "Calls"), ("Description", "Pounds"), ("Owner", "Due")])
def test_a_table_of_something_else_holds_no_actions(heads: tuple[str, ...]) -> None:
    assert not is_table_of_actions(grid(heads, ("x", "y")), {})


def test_empty_rows_are_passed_over_and_the_others_keep_their_places() -> None:
    rows = list(rows_of(grid(("Action", "Due"), ("", ""), ("x", "")), {}))
    assert [(row.place, len(row.entries)) for row in rows] == [("row 3", 1)]


def test_each_bullet_of_a_cell_is_an_action() -> None:
    bullets = BulletList(((paragraph("a"),), (paragraph("b"),)))
    assert actions_in((bullets,)) == ((paragraph("a"),), (paragraph("b"),))
    assert actions_in((paragraph("a"), paragraph("more"))) == ((paragraph("a"), paragraph("more")),)


def test_a_list_below_words_is_what_they_say_more_and_no_further_actions() -> None:
    more = BulletList(((paragraph("at the depot"),), (paragraph("at the hall"),)))
    assert actions_in((paragraph("Train:"), more)) == ((paragraph("Train:"), more),)
