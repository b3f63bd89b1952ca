"""Headings in the forms that people use, and sentences that only look like them."""

import pytest

from generator.domain.edition import State
from generator.importing.heads import Head, Heads, status
from tests.importing.sourced import sourced


def heads() -> Heads:
    content = sourced().content
    return Heads(content.workstreams, content.programme, {"wins": State.COMPLETED, "camau i'w cymryd": State.FUTURE})


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Completed", State.COMPLETED),
        ("COMPLETED:", State.COMPLETED),
        ("What we've done", State.COMPLETED),
        ("What we’ve done so far", State.COMPLETED),
        ("Completed in January", State.COMPLETED),
        ("Completed since the last update", State.COMPLETED),
        ("Key achievements this quarter", State.COMPLETED),
        ("Actions completed", State.COMPLETED),
        ("Wins", State.COMPLETED),
        ("Underway", State.UNDER_WAY),
        ("In progress", State.UNDER_WAY),
        ("What we are working on", State.UNDER_WAY),
        ("Next steps", State.FUTURE),
        ("3. Next Steps", State.FUTURE),
        ("Actions for next month:", State.FUTURE),
        ("Planned for February 2020", State.FUTURE),
        ("What’s next?", State.FUTURE),
        ("What we will do next", State.FUTURE),
        ("Looking ahead", State.FUTURE),
        ("Forward look", State.FUTURE),
        ("So what have we done so far?", State.COMPLETED),
        ("Camau i’w cymryd:", State.FUTURE),
        ("Stopped", State.STOPPED),
        ("No longer going ahead", State.STOPPED),
    ],
)
def test_a_state_is_known_by_its_heading(words: str, state: State) -> None:
    assert heads().read(words, is_heading=False) == Head(state=state)


@pytest.mark.parametrize(
    "words",
    [
        "Completed.",
        "Next steps are agreed with members",
        "Progress",
        "Progress this month",
        "On hold",
        "Actions for",
        "We have completed the first of the four buildings",
        "Priya Nair",
        "Programme Director Amina Yusuf",
        "The finance team has moved",
        "",
    ],
)
def test_a_line_that_says_something_else_is_no_heading(words: str) -> None:
    assert heads().read(words, is_heading=False) is None


@pytest.mark.parametrize(
    ("words", "workstream"),
    [
        ("Customer Services", "customer-services"),
        ("customer-services", "customer-services"),
        ("Workstream 3: Our people", "people"),
        ("Workstream lead Priya Nair", "customer-services"),
        ("Lead: Priya Nair, Head of Customer Services", "customer-services"),
        ("Digital & IT", "it"),
        ("IT update January 2020", "it"),
        ("Finance (Margaret Whitlock)", "finance"),
    ],
)
def test_a_workstream_is_known_by_its_title_its_id_or_its_lead(words: str, workstream: str) -> None:
    assert heads().read(words, is_heading=False) == Head(workstream)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Priya Nair", Head("customer-services")),
        ("Custommer servises", Head("customer-services", is_near=True)),
        ("Customer services transformation", Head("customer-services", is_near=True)),
        ("Finance – next steps", Head("finance", State.FUTURE)),
        ("Completed: Finance", Head("finance", State.COMPLETED)),
        ("Financial inclusion of our residents", None),
        ("Fleet", None),
    ],
)
def test_a_heading_may_be_near_to_a_title_and_say_two_things(words: str, head: Head | None) -> None:
    assert heads().read(words, is_heading=True) == head


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Complete", (State.COMPLETED, True)),
        ("In progress", (State.UNDER_WAY, True)),
        ("On track", (State.UNDER_WAY, False)),
        ("Not started", (State.FUTURE, True)),
        ("Cancelled", (State.STOPPED, True)),
        ("On hold", (None, False)),
        ("75%", (None, False)),
        ("75% complete", (None, False)),
        ("100% complete", (State.COMPLETED, False)),
        ("In progress (40%)", (State.UNDER_WAY, False)),
        ("Completed 3/11/26", (State.COMPLETED, False)),
        ("Done?", (None, False)),
    ],
)
def test_a_cell_says_how_an_action_stands(words: str, said: tuple[State | None, bool]) -> None:
    assert status(words) == said
