"""What a person is asked to look at after an import."""

from base64 import b64encode
from dataclasses import replace

import pytest

from generator.domain.edition import State
from generator.domain.prose import Paragraph, Struck, Text, plain_words
from generator.importing.doubts import for_those_who_know, may_be_promised, told_by_marks
from generator.importing.placed import Planned, Section
from tests.editions import action, edition
from tests.importing.bringing_in import placed, remarks_of
from tests.importing.documents import picture

LIFT = "Mend the lift at Llys Court."
FOR_STAFF = replace(action("lift", State.FUTURE, words=LIFT), audiences=frozenset({"staff"}))


def asked(words: str, identity: str = "", *, is_open: bool = True) -> list[str]:
    promise = action("lift", State.FUTURE if is_open else State.STOPPED, words=LIFT)
    planned = Planned(State.COMPLETED, (Paragraph((Text(words),)),), id=identity)
    return list(map(str, may_be_promised({"it": Section((), (planned,))}, [edition(1, [promise])])))


def test_an_action_that_reads_like_an_open_promise_may_be_that_promise() -> None:
    (question,) = asked("Mended the lift at Llys Court.")
    assert "is it the promise `lift` of 2020-01?" in question
    assert asked("Mended the lift at Llys Court.", "lift") == []
    assert asked("Painted the town hall.") == []
    assert asked("Mended the lift at Llys Court.", is_open=False) == []


def test_a_promise_that_stands_beside_a_list_is_not_put_into_the_introduction_without_a_word() -> None:
    text = "# Finance\n\n## Next steps\n\nWe will:\n\n- Sell it.\n\nOpen a kiosk by the end of March 2027.\n"
    placing = placed("doubts.md", text)
    (remark,) = remarks_of(placing)
    assert "“Open a kiosk by the end of March 2027.” stands among actions, but in no list" in remark


def test_a_picture_among_actions_is_not_taken_for_a_promise() -> None:
    png = b64encode(picture().getvalue()).decode()
    shown = f"<p><img alt='A bar' src='data:image/png;base64,{png}'>"
    assert remarks_of(placed("doubts.html", f"<h1>Finance</h1><h2>Next steps</h2><ul><li>Sell it.</ul>{shown}")) == ()


def test_a_number_above_the_line_is_counted_as_it_stands_in_the_file() -> None:
    text = "<h1>Finance</h1><h2>Next steps</h2><ul><li>Ask 2,300<sup>1</sup> people.</ul>"
    (action,) = placed("doubts.html", text).updates["finance"].actions
    assert plain_words(action.text) == "Ask 2,300¹ people."


def test_what_was_promised_to_staff_alone_is_brought_in_for_staff_alone() -> None:
    promises = [FOR_STAFF, action("roof", State.FUTURE)]
    updates = {"it": Section((), tuple(Planned(State.COMPLETED, (), id=it) for it in ("lift", "roof", "new")))}
    carried = for_those_who_know(updates, [edition(1, promises)])["it"].actions
    assert [it.audiences for it in carried] == ["staff", "", ""]


def test_the_question_whether_it_is_a_promise_for_staff_alone_keeps_it_for_staff() -> None:
    planned = Planned(State.COMPLETED, (Paragraph((Text("Mended the lift at Llys Court."),)),))
    (question,) = may_be_promised({"it": Section((), (planned,))}, [edition(1, [FOR_STAFF])])
    assert question.words.endswith("write {#lift for=staff} in place of its own id")


@pytest.mark.parametrize("words", ["☐ Mend the lift.", "☑Mend the lift.", "✗ Mend the lift.", "[x] Mend the lift."])
def test_a_sign_that_says_whether_it_is_done_is_asked_about(words: str) -> None:
    (question,) = told_by_marks((Paragraph((Text(words),)),))
    assert "begins with a box, a tick or a cross" in question


def test_what_somebody_struck_out_is_asked_about() -> None:
    (question,) = told_by_marks((Paragraph((Struck((Text("Mend the lift."),)),)),))
    assert question.startswith("“Mend the lift.” is struck out")
    assert list(told_by_marks((Paragraph((Text("Mend the "), Struck((Text("lift."),)))),))) == []
