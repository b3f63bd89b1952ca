"""Whose part of a text each line is in: what is nobody's that we know goes to nobody."""

from dataclasses import replace

from generator.domain.prose import plain_words
from tests.importing.bringing_in import REQUEST, actions_and_rest, placed, remarks_of


def test_a_lead_whom_nobody_knows_ends_the_section_before() -> None:
    actions, left = actions_and_rest(
        "Workstream Lead Priya Nair\nCompleted\n- We bought laptops.\n\n"
        "Workstream Lead Zed Unknown\nCompleted\n- We closed the depot.\n\nFuture actions\n- Sell it.\n\n"
        "Finance\nCompleted\n- We closed the accounts.\n"
    )
    assert actions == {"customer-services": ["We bought laptops."], "finance": ["We closed the accounts."]}
    assert "Zed Unknown" in left
    assert "We closed the depot." in left
    assert "Sell it." in left


def test_two_headings_right_below_a_bullet_leave_no_empty_bullet() -> None:
    actions, left = actions_and_rest(
        "Workstream Lead Priya Nair\nCompleted\n- We bought laptops.\nWorkstream Lead Zed Unknown\nCompleted\n"
        "- We closed the depot.\n"
    )
    assert actions == {"customer-services": ["We bought laptops."]}
    assert left == "Workstream Lead Zed Unknown Completed We closed the depot."


def test_a_lead_right_below_the_workstream_is_its_own() -> None:
    actions, _ = actions_and_rest("Finance\nWorkstream lead: Zed Unknown\nCompleted\n- We closed the accounts.\n")
    assert actions == {"finance": ["We closed the accounts."]}


def test_a_title_that_nobody_knows_ends_the_section_where_the_headings_begin_again() -> None:
    actions, left = actions_and_rest(
        "Finance\n\nCompleted\n\n- We closed the accounts.\n\nParks and gardens\n\nCompleted\n\n- We planted limes.\n"
    )
    assert actions == {"finance": ["We closed the accounts."]}
    assert "Parks and gardens" in left
    assert "We planted limes." in left


def test_the_reference_of_a_row_is_that_of_the_first_action_in_its_cell_alone() -> None:
    text = (
        "<table><tr><th>Ref<th>Action<th>Workstream<th>Status"
        "<tr><td>laptops<td><ul><li>Buy one.<li>Buy two.</ul><td>Finance<td>Planned</table>"
    )
    actions = placed("placing.html", text).updates["finance"].actions
    assert [(action.id, plain_words(action.text)) for action in actions] == [("laptops", "Buy one."), ("", "Buy two.")]


def test_a_row_without_a_workstream_is_never_given_that_of_a_row_before_one_that_has_no_place() -> None:
    rows = ("Buy.,Finance", "Open it.,", "Sell.,Parks", "Plant limes.,")
    placing = placed("placing.csv", "\n".join(("Action,Workstream,Status", *(f"{row},Planned" for row in rows))))
    assert [plain_words(action.text) for action in placing.updates["finance"].actions] == ["Buy.", "Open it."]
    assert placing.updates.keys() == {"finance"}
    (left,) = placing.unplaced
    assert left.place == "placing.csv, rows 4 and 5"
    assert remarks_of(placing) == (
        "placing.csv, row 3: no workstream is named; it was taken for that of the row above",
    )


def test_a_row_of_another_workstream_is_set_aside_where_one_lead_s_is_asked_for() -> None:
    text = "Action,Workstream,Status\nBuy.,Finance,Planned\nMend.,Digital and IT,Planned\n"
    placing = placed("placing.csv", text, replace(REQUEST, workstream="it"))
    assert {name: len(section.actions) for name, section in placing.updates.items()} == {"it": 1}
    assert [it.why for it in placing.unplaced] == ["it is of another workstream than it"]


def test_a_heading_among_those_of_another_workstream_is_set_aside_with_them() -> None:
    """It got into an introduction of nobody's, so that the file was refused for the words that would be lost."""
    text = (
        "# Digital and IT\n\n## Risks\n\nThe lift is old.\n\n# Finance\n\n## Completed\n\n- We closed the accounts.\n"
    )
    placing = placed("placing.md", text, replace(REQUEST, workstream="finance"))
    assert {name: len(section.actions) for name, section in placing.updates.items()} == {"finance": 1}
    assert {it.why for it in placing.unplaced} == {"it is of another workstream than finance"}
    assert [plain_words(it.prose) for it in placing.unplaced] == ["Digital and IT Risks The lift is old."]


def test_the_reason_of_what_was_not_stopped_stays_among_its_words() -> None:
    rows = ("Buy.,Planned", "Close them.,Stopped")
    text = "\n".join(("Action,Status,Workstream,Reason", *(f"{row},Finance,They are old" for row in rows)))
    actions = placed("placing.csv", text).updates["finance"].actions
    assert [(action.reason, plain_words(action.text)) for action in actions] == [
        ("", "Buy. Reason: They are old"),
        ("They are old", "Close them."),
    ]


def test_a_reference_that_cannot_be_an_id_stays_among_the_words() -> None:
    """Whoever reads the content would refuse it: a README is passed over, and Windows keeps some names for itself."""
    rows = ("laptops,Buy", "readme,Write", "con,Talk")
    text = "\n".join(("Ref,Action,Workstream,Status", *(f"{row},Finance,Planned" for row in rows)))
    actions = placed("placing.csv", text).updates["finance"].actions
    assert [(action.id, plain_words(action.text)) for action in actions] == [
        ("laptops", "Buy"),
        ("", "Write Ref: readme"),
        ("", "Talk Ref: con"),
    ]


def test_what_a_column_is_for_is_asked_where_its_cells_say_it() -> None:
    rows = ("Action,Team,Finish,RAG", "Buy,Finance,1 May 2020,Green", "Sell,Our people,2 May 2020,Complete")
    remarks = remarks_of(placed("columns.csv", "\n".join(rows)))
    assert [it.partition(": ")[2] for it in remarks] == [
        'the column “Finish” holds dates: --map "Finish=due" may be meant',
        'the column “Team” names workstreams: --map "Team=workstream" may be meant',
        "a column headed Status says whether each is done, in words such as Completed, In progress, Planned or "
        'Stopped; one with another head is named with --map "HEAD=status"',
    ]


def test_a_date_that_may_be_meant_in_two_ways_is_told_where_it_gives_no_due() -> None:
    placing = placed(
        "dates.txt", "Finance\n\nNext steps\n\n- Agree it on 3/4/2020.\n\nCompleted\n\n- Paid on 3/4/2020.\n"
    )
    assert remarks_of(placing) == (
        "dates.txt, line 5: “3/4/2020” gives no due date, for it may be meant in two ways: write it with its month and "
        "its year",
    )
