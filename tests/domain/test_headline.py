"""The short names of actions."""

import pytest

from generator.domain.edition import Action, State
from generator.domain.headline import headline
from generator.domain.prose import FileNote, Link, Paragraph, Strong, Text
from generator.domain.weaving import weave
from tests.editions import action, edition

CLAUSE = "Open the library at Eastgate every Saturday from nine to one, with the self-service point we tried in spring"
PROMISED, UNDER_WAY, DONE, STOPPED = State.FUTURE, State.UNDER_WAY, State.COMPLETED, State.STOPPED


def named(words: str) -> str:
    return headline((Paragraph((Text(words),)), Paragraph((Text("More."),))))


def test_it_is_the_first_sentence_without_its_full_stop() -> None:
    assert named("Open the library. It is late.") == "Open the library"
    assert named("Open the library") == "Open the library"
    assert headline(()) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (f"{CLAUSE} and two people to help with it all day", f"{CLAUSE} …"),
        ("Open, " + "word " * 40, "Open, " + "word " * 25 + "word …"),
        ("x" * 200, "x" * 140 + " …"),
    ],
    ids=["at the end of a clause", "at the end of a word", "anywhere"],
)
def test_a_very_long_one_is_cut_where_it_hurts_least(words: str, name: str) -> None:
    assert named(words) == name


def test_what_a_link_says_of_its_file_is_no_part_of_it() -> None:
    link = Link("documents/plan.pdf", (Text("the plan"), FileNote(" (PDF, 39 kB)")))
    assert headline((Paragraph((Text("Agree "), Strong((link,)), Text(" in May."))),)) == "Agree the plan in May"


def told(*said: tuple[State, str]) -> str:
    months = [edition(month, [_said(state, words)]) for month, (state, words) in enumerate(said, 1)]
    return weave(months)["hall"].headline


def _said(state: State, words: str) -> Action:
    return action("hall", state, words=words)


def test_what_is_open_goes_by_the_words_that_promise_it_and_what_has_ended_by_its_newest() -> None:
    promise, report = (PROMISED, "Build the new reception."), (UNDER_WAY, "The asbestos is gone.")
    assert told(promise, report) == "Build the new reception"
    assert told(promise, (PROMISED, "Build the reception and the lift."), report) == "Build the reception and the lift"
    assert told(promise, report, (DONE, "The reception is open.")) == "The reception is open"
    assert told(promise, (STOPPED, "We will not build it.")) == "We will not build it"
    assert told(promise, (DONE, "It is open."), report) == "Build the new reception"
    assert told(report) == "The asbestos is gone"
