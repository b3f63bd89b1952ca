"""Risks, decisions that are wanted and the like, which stand beside actions in many reports."""

import docx
import pytest

from generator.domain.prose import plain_words
from generator.importing.other_matter import names_other_matter
from tests.importing.bringing_in import actions_and_rest, placed, remarks_of
from tests.importing.documents import saved, table


@pytest.mark.parametrize(
    "words", ["Risks", "Key risks & issues", "RISKS/ISSUES:", "Decisions needed", "Support required", "Lessons learned"]
)
def test_a_title_of_another_matter_is_known(words: str) -> None:
    assert names_other_matter(words)


@pytest.mark.parametrize(
    "words", ["Risks were fewer.", "Budget consultation", "Reduce the risks", "Support for carers", ""]
)
def test_what_only_begins_like_one_is_none(words: str) -> None:
    assert not names_other_matter(words)


@pytest.mark.parametrize("title", ["Risks and issues", "## Risks and issues", "**Team news**", "Decisions required:"])
def test_what_stands_below_another_title_is_no_promise(title: str) -> None:
    """A risk was told to residents as what the council would do next."""
    head = "## Next steps" if title.startswith("#") else "Next steps"
    actions, left = actions_and_rest(
        f"# Finance\n\n{head}\n\n- Close the accounts.\n\n{title}\n\n- The supplier may fold.\n\nCompleted\n\n"
        "- Paid small firms.\n"
    )
    assert actions == {"finance": ["Close the accounts.", "Paid small firms."]}
    assert left.endswith("The supplier may fold.")


@pytest.mark.parametrize(
    "typed",
    [
        "Next steps\n- Close the accounts.\nKey risks\n- The supplier may fold.\nCompleted\n- Paid small firms.\n",
        "Next steps\n\nClose the accounts.\n\nRisks:\nThe supplier may fold.\n\nCompleted\nPaid small firms.\n",
    ],
    ids=["right below a bullet", "right above its words"],
)
def test_a_title_without_an_empty_line_around_it_is_a_title_as_well(typed: str) -> None:
    """It was the end of the promise above it, and what stood below it a promise of its own."""
    actions, left = actions_and_rest(f"Finance\n\n{typed}")
    assert actions == {"finance": ["Close the accounts.", "Paid small firms."]}
    assert left.endswith("The supplier may fold.")


@pytest.mark.parametrize("line", ["support.", "costs", "Costs: 40,000", "Costs fell"])
def test_a_line_of_a_sentence_that_runs_on_is_no_title(line: str) -> None:
    actions, _ = actions_and_rest(
        f"Finance\n\nNext steps\n\n- Tell those who have asked us for help what they pay and\n  {line}\n"
    )
    (words,) = actions["finance"]
    assert words.endswith(line)


def test_a_smaller_heading_leaves_what_stands_below_it_among_the_actions() -> None:
    actions, left = actions_and_rest(
        "# Finance\n\n## Next steps\n\n- Close the accounts.\n\n### For schools\n\n- Pay them.\n\n**And**\n\n- Rest.\n"
    )
    assert actions == {"finance": ["Close the accounts.", "Pay them.", "Rest."]}
    assert left == "For schools And"


def test_a_report_of_four_boxes_has_two_with_actions() -> None:
    made = docx.Document()
    made.add_heading("Finance", 1)
    boxes = (("Achievements", "Planned for next month"), ("Paid.", "Close."), ("Risks / Issues", "Decisions required"))
    table(made, *boxes, ("The supplier may fold.", "Agree the tender."))
    placing = placed("report.docx", saved(made))
    assert [plain_words(it.text) for it in placing.updates["finance"].actions] == ["Paid.", "Close."]
    assert [it.why for it in placing.unplaced] == [
        f"nothing says whether what stands below “{title}” is done or to come"
        for title in ("Risks / Issues", "Decisions required")
    ]


def test_a_label_below_the_actions_of_a_form_is_the_title_of_another_matter() -> None:
    made = docx.Document()
    rows = (("Workstream", "Finance"), ("Next steps", "Close the accounts."), ("Risks", "The supplier may fold."))
    table(made, *rows)
    placing = placed("report.docx", saved(made))
    assert [plain_words(it.text) for it in placing.updates["finance"].actions] == ["Close the accounts."]
    assert [it.why for it in placing.unplaced] == ["nothing says whether what stands below “Risks” is done or to come"]


def test_a_list_below_a_heading_that_nobody_knows_is_asked_about() -> None:
    placing = placed(
        "ours.txt", "Finance\n\nProgress since last report\n\n- Paid small firms.\n- Closed the accounts.\n"
    )
    (question,) = remarks_of(placing)
    assert question.startswith("ours.txt, line 5: a list of 2 stands in the introduction: if it tells actions")
