"""Signatures, earlier e-mails and notices: kept, told of, and in nobody's introduction."""

import pytest

from generator.importing.placed import Placing
from tests.importing.bringing_in import placed, remarks_of

HEAD = "From: Gareth Llewellyn <g@example.org>\nTo: pmo@example.org\nContent-Type: text/plain; charset=utf-8\n\n"
UPDATE = "Sorry that this is late.\n\nIT update\n\nCompleted\n- The server room is empty.\n\n"
SIGNED = "Kind regards,\n\nGareth Llewellyn\nHead of Digital and IT\nT: 01632 960123\n\n"
EARLIER = "From: Amina Yusuf <a@example.org>\nSent: 26 October 2020 10:12\nTo: Gareth\nSubject: Update\n\n"
NOTICE = "This e-mail and any files are confidential and intended solely for whoever it is addressed to.\n"


def introductions(placing: Placing) -> str:
    return repr([section.introduction for section in placing.updates.values()])


def left(placing: Placing) -> str:
    return repr([it.prose for it in placing.unplaced])


def test_who_signs_an_e_mail_is_in_no_introduction() -> None:
    placing = placed("late.eml", HEAD + UPDATE + SIGNED)
    assert "01632 960123" not in introductions(placing) + repr(placing.letter)
    assert "01632 960123" in left(placing)
    assert not [it for it in remarks_of(placing) if "stands among actions" in it]


def test_the_update_of_last_month_below_this_one_is_not_brought_in_as_new() -> None:
    placing = placed("answer.eml", HEAD + UPDATE + EARLIER + "Completed\n- The cables are in.\n" + NOTICE)
    assert [len(it.actions) for it in placing.updates.values()] == [1]
    assert "The cables are in." in left(placing)
    assert "intended solely" in left(placing)


def test_an_e_mail_that_somebody_passed_on_is_brought_in() -> None:
    placing = placed("passed-on.eml", HEAD + "See below.\n\nThanks, Amina\n\n" + EARLIER + UPDATE + SIGNED)
    assert [len(it.actions) for it in placing.updates.values()] == [1]
    assert "26 October 2020" in left(placing)
    assert "01632 960123" in left(placing)


@pytest.mark.parametrize("greeting", ["Hi Bob,", "Dear Ms O’Brien", "Good morning Amina –", "hello,", "Morning!"])
def test_who_is_greeted_in_an_e_mail_is_in_no_introduction(greeting: str) -> None:
    placing = placed("greeted.eml", HEAD + greeting + "\n\n" + UPDATE)
    assert greeting.rsplit(maxsplit=1)[-1] not in introductions(placing) + repr(placing.letter)
    assert greeting.rsplit(maxsplit=1)[-1] in left(placing)


@pytest.mark.parametrize(
    ("file", "greeting"),
    [
        ("letter.eml", "Dear colleagues,"),
        ("letter.eml", "Hi all,"),
        ("letter.txt", "Dear Bob,"),
        ("letter.eml", "Dear me, what a month it was."),
        ("letter.eml", "Higher pay, longer days."),
    ],
)
def test_what_may_begin_a_letter_stays_in_it(file: str, greeting: str) -> None:
    placing = placed(file, (HEAD if file.endswith(".eml") else "") + greeting + "\n\n" + UPDATE)
    assert greeting not in left(placing)
    assert greeting in introductions(placing) + repr(placing.letter)


def test_a_notice_is_set_aside_where_nobody_signed() -> None:
    placing = placed("unsigned.eml", HEAD + UPDATE + NOTICE)
    assert "intended solely" in left(placing)


def test_the_name_below_the_greeting_of_a_document_is_no_action() -> None:
    placing = placed("signed.txt", "Finance\n\nCompleted\n\n- We closed the accounts.\n\nMany thanks,\n\nMargaret W\n")
    assert [len(it.actions) for it in placing.updates.values()] == [1]
    assert "Margaret W" in left(placing)
    assert "Margaret W" not in introductions(placing)


@pytest.mark.parametrize("greeting", ["Thanks", "Cheers", "Best,", "Thank you"])
def test_a_name_right_below_the_greeting_is_signed_too(greeting: str) -> None:
    """Her telephone number stood in a public introduction."""
    name = "Margaret\n\nMargaret W\nHead of Finance\n01632 960111"
    placing = placed("thanks.eml", f"{HEAD}{UPDATE}\n\n{greeting}\n{name}\n")
    assert "01632 960111" in left(placing)
    assert "Margaret" not in introductions(placing)


def test_what_another_workstream_did_stands_below_a_greeting_as_well() -> None:
    placing = placed(
        "two.txt",
        "Finance\n\nCompleted\n\n- We closed the accounts.\n\nRegards,\nMargaret\n\n"
        "Digital and IT\n\nCompleted\n\n- The room is empty.\n",
    )
    assert sorted(placing.updates) == ["finance", "it"]


def test_the_director_s_own_greeting_stays_in_the_letter() -> None:
    update = "Finance\n\nCompleted\n\n- We closed the accounts.\n"
    placing = placed("letter.txt", f"It was a good month.\n\nKind regards,\nAmina Yusuf\n\n{update}")
    assert "Amina Yusuf" in repr(placing.letter)
