"""`golden withdraw`: what is taken out is gone, readers are told, and nothing else is changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator.authoring.proposal import CannotChangeError
from generator.authoring.withdrawal_request import WithdrawalRequest, WithdrawingRefused
from generator.authoring.withdrawing import Withdrawing, withdraw
from generator.domain.edition import Edition
from generator.domain.record import Withdrawn
from tests.authoring.record_examples import (
    FILES,
    ITEMS,
    LETTER,
    ON,
    RECORD,
    UPDATE,
    change,
    codes_in,
    edition_of,
    freeze_again,
    frozen,
    laid,
    lay,
)
from tests.examples import files_in, write_files

WHY = "It should not have been published."
NEXT = {
    "editions/2020-02/edition.md": "---\npublished: 2020-02-01\n---\nFebruary, with [visits](action:visits).\n",
    "editions/2020-02/customer-services.md": "## Future actions\n\n- Write it up. {#report after=visits}\n"
    "- Go on. {#more from=visits}\n",
}


def asked(folder: Path, what: Withdrawn, named: str, why: str = WHY, **more: Any) -> Withdrawing:
    return withdraw(WithdrawalRequest(folder, "2020-01", what, named, why, lambda _: ON, **more))


def done(folder: Path, what: Withdrawn, named: str, **more: Any) -> Withdrawing:
    withdrawing = asked(folder, what, named, **more)
    assert not withdrawing.findings, withdrawing.findings
    write_files(withdrawing.files, folder)
    return withdrawing


def ids(edition: Edition) -> set[str]:
    return {action.id for update in edition.updates for action in update.actions}


def text(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def test_words_go_everything_else_stays_readers_are_told_and_the_record_is_sealed_anew(tmp_path: Path) -> None:
    before = files_in(frozen(tmp_path))
    withdrawing = done(tmp_path, Withdrawn.WORDS, "north and in the south")
    assert set(withdrawing.files) == {LETTER, UPDATE, RECORD}
    after = files_in(tmp_path)
    assert after[UPDATE] == before[UPDATE].replace(b"north and in the south", b"[withdrawn]")
    assert after[LETTER] == before[LETTER].replace(
        b"---\nJanuary",
        b'withdrawals:\n  - date: 2020-02-03\n    what: words\n    why: "%s"\n---\nJanuary' % WHY.encode(),
    )
    assert {path for path in after if after[path] != before[path]} == {LETTER, UPDATE, RECORD}
    assert codes_in(tmp_path) == set()
    (note,) = edition_of(tmp_path).withdrawals
    assert (note.date, note.what, note.why, note.audiences) == (ON, Withdrawn.WORDS, WHY, None)


def test_nothing_is_written_before_it_is_asked_for(tmp_path: Path) -> None:
    before = files_in(frozen(tmp_path))
    asked(tmp_path, Withdrawn.WORDS, "decisions")
    assert files_in(tmp_path) == before


def test_only_those_are_told_who_could_see_it(tmp_path: Path) -> None:
    frozen(tmp_path)
    done(tmp_path, Withdrawn.WORDS, "61 comments")  # in a part for staff
    assert edition_of(tmp_path).withdrawals[0].audiences == frozenset({"staff"})
    assert codes_in(tmp_path) == set()


def test_nobody_is_told_of_what_nobody_saw(tmp_path: Path) -> None:
    frozen(tmp_path)
    (amended,) = done(tmp_path, Withdrawn.WORDS, "Gareth keeps").amended  # in a comment
    assert amended.withdrawal is None
    assert edition_of(tmp_path).withdrawals == ()
    assert "Gareth" not in text(tmp_path, ITEMS)
    assert codes_in(tmp_path) == set()


def test_a_withdrawn_action_leaves_no_mention_and_no_reference(tmp_path: Path) -> None:
    frozen(tmp_path, NEXT)
    freeze_again(tmp_path, edition="2020-02")
    withdrawing = done(tmp_path, Withdrawn.ACTION, "visits", everywhere=True)
    assert "visits" not in ids(edition_of(tmp_path)) | ids(edition_of(tmp_path, "2020-02"))
    assert not [path for path, data in files_in(tmp_path).items() if b"visits" in data and path not in NEXT]
    assert text(tmp_path, "editions/2020-02/customer-services.md") == (
        "## Future actions\n\n- Write it up. {#report}\n- Go on. {#more}\n"
    )
    assert "February, with visits." in text(tmp_path, "editions/2020-02/edition.md")
    assert any("editions/2020-02/edition.md:4:16" in words for words in withdrawing.look_at)
    assert codes_in(tmp_path) == set()


def test_an_action_withdrawn_from_one_edition_lives_on_in_the_others(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Visit councils. {#visits}\n- Write it up. {#report after=visits}\n"
    frozen(tmp_path, {**NEXT, "editions/2020-02/customer-services.md": update})
    done(tmp_path, Withdrawn.ACTION, "visits")
    assert "visits" not in ids(edition_of(tmp_path))
    assert "visits" in ids(edition_of(tmp_path, "2020-02"))
    assert text(tmp_path, "editions/2020-02/customer-services.md") == update
    assert codes_in(tmp_path) == set()


def test_a_link_that_cannot_be_taken_out_safely_is_told(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(
        tmp_path,
        "pages/about.md",
        "[what we promised](action:visits).",
        "[what we promised][it]\n\n[it]: action:visits",
    )
    (astray,) = done(tmp_path, Withdrawn.ACTION, "visits").astray
    assert (astray.code, astray.span.path) == ("unknown-action", "pages/about.md")
    assert codes_in(tmp_path) == {"unknown-action"}


def test_a_person_goes_from_the_leads_of_every_record(tmp_path: Path) -> None:
    frozen(tmp_path, NEXT)
    freeze_again(tmp_path, edition="2020-02")
    done(tmp_path, Withdrawn.PERSON, "Priya Nair")
    for name in ("2020-01", "2020-02"):
        record = edition_of(tmp_path, name).record
        assert record is not None
        assert record.workstreams[0].lead.name == "[withdrawn]"
    assert "Priya Nair" in text(tmp_path, "workstreams.yml")
    assert codes_in(tmp_path) == set()
    done(tmp_path, Withdrawn.PERSON, "Priya Nair", everywhere=True)
    assert "Priya Nair" not in text(tmp_path, "workstreams.yml")


def test_a_part_of_the_name_that_stands_alone_is_shown(tmp_path: Path) -> None:
    frozen(tmp_path, {LETTER: FILES[LETTER] + "\nMr Llewellyn thanks you.\n"})
    withdrawing = done(tmp_path, Withdrawn.PERSON, "Gareth Llewellyn")
    assert any("`Llewellyn` stands alone in editions/2020-01/edition.md" in words for words in withdrawing.look_at)


def test_a_second_withdrawal_is_told_below_the_first_and_the_first_stays_sealed(tmp_path: Path) -> None:
    frozen(tmp_path)
    done(tmp_path, Withdrawn.WORDS, "decisions")
    done(tmp_path, Withdrawn.WORDS, "telephones", why="They asked.")
    assert [note.why for note in edition_of(tmp_path).withdrawals] == [WHY, "They asked."]
    assert codes_in(tmp_path) == set()


@pytest.mark.parametrize("named", ["“North and in the south.”", '"north and in the south",'])
def test_words_that_are_copied_with_their_stops_and_quotation_marks_are_found(named: str, tmp_path: Path) -> None:
    before = files_in(frozen(tmp_path))
    done(tmp_path, Withdrawn.WORDS, named)
    assert files_in(tmp_path)[UPDATE] == before[UPDATE].replace(b"north and in the south", b"[withdrawn]")


def test_words_go_from_sealed_corrections_too(tmp_path: Path) -> None:
    note = "corrections:\n  - {date: 2020-02-02, what: Jane Smith is its author., why: We forgot.}\n---\nJanuary"
    frozen(tmp_path, {LETTER: FILES[LETTER].replace("---\nJanuary", note)})
    done(tmp_path, Withdrawn.WORDS, "Jane Smith")
    assert edition_of(tmp_path).corrections[0].what == "[withdrawn] is its author."
    assert codes_in(tmp_path) == set()


def test_a_change_that_nobody_told_of_is_not_sealed_with_it(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, UPDATE, "We listened.", "We slept.")
    done(tmp_path, Withdrawn.WORDS, "in the south")
    assert codes_in(tmp_path) == {"frozen-edition-changed"}
    change(tmp_path, UPDATE, "We slept.", "We listened.")
    assert codes_in(tmp_path) == {"frozen-edition-changed"}


def test_a_correction_that_is_not_sealed_stays_open(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, UPDATE, "We listened.", "We slept.")
    note = "corrections:\n  - {date: 2020-02-02, what: We slept., why: We lied.}\n---\nJanuary"
    change(tmp_path, LETTER, "---\nJanuary", note)
    done(tmp_path, Withdrawn.WORDS, "in the south")
    assert codes_in(tmp_path) == {"correction-not-sealed"}


def test_an_edition_that_is_not_frozen_can_be_withdrawn_from(tmp_path: Path) -> None:
    laid(tmp_path)
    done(tmp_path, Withdrawn.WORDS, "decisions")
    assert len(edition_of(tmp_path).withdrawals) == 1
    assert not (tmp_path / RECORD).exists()


def test_readers_are_told_nothing_of_a_draft(tmp_path: Path) -> None:
    laid(tmp_path)
    change(tmp_path, LETTER, "title: January", "status: draft\ntitle: January")
    done(tmp_path, Withdrawn.WORDS, "decisions")
    assert edition_of(tmp_path).withdrawals == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_stay(line_end: str, mark: str, tmp_path: Path) -> None:
    laid(tmp_path)
    for path in (LETTER, UPDATE, ITEMS):
        (tmp_path / path).write_bytes((mark + FILES[path]).replace("\n", line_end).encode())
    freeze_again(tmp_path)
    done(tmp_path, Withdrawn.ACTION, "visits")
    done(tmp_path, Withdrawn.WORDS, "telephones")
    for path in (LETTER, UPDATE, ITEMS):
        data = (tmp_path / path).read_bytes().decode()
        assert data.startswith(mark)
        assert data.count("\n") == data.count(line_end)
    assert codes_in(tmp_path) == set()


@pytest.mark.parametrize("number", ["(07700) 900123", "+44 7700 900123"])
def test_a_telephone_number_goes_as_it_is_written_with_its_sign(number: str, tmp_path: Path) -> None:
    frozen(tmp_path, {UPDATE: FILES[UPDATE].replace("We listened.", f"Ring {number} now.")})
    done(tmp_path, Withdrawn.WORDS, number)
    assert "Ring [withdrawn] now." in text(tmp_path, UPDATE)


@pytest.mark.parametrize(
    ("what", "named", "more", "complaint"),
    [
        (Withdrawn.ACTION, "visit", {}, "January 2020 has no action `visit`; did you mean `visits`"),
        (Withdrawn.WORDS, "a unicorn", {}, "`a unicorn` is not in January 2020"),
        (Withdrawn.WORDS, "-", {}, "must begin and end with a letter or a digit"),
        (Withdrawn.WORDS, "decisions", {"why": "The decisions were secret."}, "the reason holds what is withdrawn"),
        (Withdrawn.PERSON, "Priya Nair", {"why": "Ms Nair asked for it."}, "the reason holds what is withdrawn"),
        (Withdrawn.ACTION, "kiosks", {"why": "Replace the kiosks was wrong."}, "the reason names the action"),
        (Withdrawn.ACTION, "kiosks", {"why": "Kiosks were never meant."}, "the reason names the action"),
        (Withdrawn.ACTION, "funding", {"why": "The council will buy a new website?"}, "the reason names the action"),
        (Withdrawn.PERSON, "Nia Lee", {"why": "Ms Lee asked for it."}, "the reason holds what is withdrawn"),
        (Withdrawn.WORDS, "decisions", {"instead": "[no decisions]"}, "holds what is withdrawn, and would stand"),
        (Withdrawn.PERSON, "Priya Nair", {"instead": "[Ms Nair]"}, "holds what is withdrawn, and would stand"),
    ],
)
def test_what_cannot_be_withdrawn_is_refused_in_a_line(
    what: Withdrawn, named: str, more: Mapping[str, Any], complaint: str, tmp_path: Path
) -> None:
    frozen(tmp_path)
    with pytest.raises(WithdrawingRefused) as refused:
        asked(tmp_path, what, named, **more)
    assert complaint in str(refused.value)


def test_an_unknown_edition_is_refused(tmp_path: Path) -> None:
    frozen(tmp_path)
    with pytest.raises(WithdrawingRefused, match="there is no edition `2020-10`; did you mean `2020-01`"):
        withdraw(WithdrawalRequest(tmp_path, "2020-10", Withdrawn.WORDS, "x", WHY, lambda _: ON))


def test_words_that_cannot_be_taken_out_safely_are_named_and_nothing_is_done(tmp_path: Path) -> None:
    frozen(tmp_path, {LETTER: FILES[LETTER] + "\n[Jane](page:about) Smith and Jane Smith.\n"})
    with pytest.raises(WithdrawingRefused, match=f"change them by hand in {LETTER}"):
        asked(tmp_path, Withdrawn.WORDS, "Jane Smith")


def test_words_that_stand_in_a_plain_wording_alone_are_not_overlooked(tmp_path: Path) -> None:
    update = FILES[UPDATE].replace("> The council", "> [Jane](page:about) Smith and Jane Smith say: the council")
    frozen(tmp_path, {UPDATE: update})
    with pytest.raises(WithdrawingRefused, match=f"change them by hand in {UPDATE}"):
        asked(tmp_path, Withdrawn.WORDS, "Jane Smith")


def test_names_of_files_that_hold_the_words_are_shown(tmp_path: Path) -> None:
    paths = ("documents/jane-smith.pdf", "images/2020/jane-smith.svg")
    laid(
        tmp_path,
        {
            "documents.yml": "- {id: plan, title: Plan, file: jane-smith.pdf}\n",
            "images/2020/images.yml": "for: [staff, residents]\n",
            LETTER: FILES[LETTER] + "\nJane Smith wrote it.\n",
            **dict.fromkeys(paths, "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        },
    )
    assert any(
        words.startswith("the words are part of a name") and all(path in words for path in paths)
        for words in done(tmp_path, Withdrawn.WORDS, "Jane Smith").look_at
    )


def test_documents_in_which_the_words_stand_are_shown(tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", "<w:p><w:r><w:t>By JANE</w:t></w:r><w:r><w:t> Smith.</w:t></w:r></w:p>")
    listed = "".join(f"- {{id: {it}, title: It, file: {it}.docx}}\n" for it in ("plan", "locked"))
    laid(tmp_path, {"documents.yml": listed, LETTER: FILES[LETTER] + "\nJane Smith wrote it.\n"})
    documents = {"documents/plan.docx": packed.getvalue(), "documents/locked.docx": b"PK broken"}
    write_files(documents, tmp_path)
    look_at = done(tmp_path, Withdrawn.PERSON, "Jane Smith").look_at
    assert "the words stand in a document, which only a person can change: documents/plan.docx" in look_at
    assert "nobody can look into a document, which may hold them: documents/locked.docx" in look_at
    assert (tmp_path / "documents/plan.docx").read_bytes() == packed.getvalue()


def test_a_withdrawal_that_would_leave_an_error_is_not_made(tmp_path: Path) -> None:
    update = "## Completed\n\n- Meet Jane Smith.\n- Meet [withdrawn].\n"
    frozen(tmp_path, {UPDATE: f"{update}\n## Future actions\n\n- Visit. {{#visits}}\n"})
    withdrawing = asked(tmp_path, Withdrawn.WORDS, "Jane Smith")
    assert [found.code for found in withdrawing.findings] == ["duplicate-id"]
    assert withdrawing.files == {}


def test_two_promises_whose_ids_are_withdrawn_stay_two(tmp_path: Path) -> None:
    promise = (
        "## Future actions\n\n- Visit. {#visits}\n- Sell it. {#mill-court}\n- Dry it, see [it](action:damp). {#damp}\n"
    )
    look = "- Look again. {#look after='report damp'}\n- Report. {#report}\n"
    february = f"## Future actions\n\n- Dry the cellar. {{#damp}}\n{look}"
    laid(tmp_path, {UPDATE: promise} | NEXT | {"editions/2020-02/customer-services.md": february})
    done(tmp_path, Withdrawn.WORDS, "Mill Court")
    done(tmp_path, Withdrawn.WORDS, "damp", everywhere=True)
    assert "{#withdrawn}\n- Dry it, see [it](action:withdrawn-2). {#withdrawn-2}" in text(tmp_path, UPDATE)
    assert text(tmp_path, "editions/2020-02/customer-services.md") == february.replace("damp", "withdrawn-2")


def test_two_spellings_in_ids_that_are_withdrawn_at_once_stay_two(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Visit. {#visits}\n- Sell it. {#mill-court}\n- Let it. {#millcourt-let}\n"
    laid(tmp_path, {UPDATE: update + "- Dry it. {#millcourt}\n"})
    done(tmp_path, Withdrawn.WORDS, "Mill Court")
    assert ids(edition_of(tmp_path)) >= {"withdrawn", "withdrawn-2", "withdrawn-2-let"}


def test_a_file_whose_bytes_are_not_its_text_is_not_touched(tmp_path: Path) -> None:
    laid(tmp_path, {UPDATE: FILES[UPDATE] + "\n  Odd\u200b words in the south.\n"})
    with pytest.raises(CannotChangeError, match="holds characters that nobody sees"):
        asked(tmp_path, Withdrawn.WORDS, "in the south")


def test_errors_that_stand_elsewhere_do_not_stop_a_withdrawal(tmp_path: Path) -> None:
    frozen(tmp_path, NEXT)
    lay(tmp_path, "editions/2020-02/it.yml", "future: [\n")
    done(tmp_path, Withdrawn.WORDS, "decisions")
    assert "decisions" not in text(tmp_path, LETTER)


@pytest.mark.parametrize("everywhere", [False, True])
def test_a_damaged_record_stays_one(everywhere: bool, tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, RECORD, "Gareth Llewellyn", "Ada Byron")
    change(tmp_path, LETTER, "**decisions**", "**decisions** by Ada Byron")
    done(tmp_path, Withdrawn.PERSON, "Ada Byron", everywhere=everywhere)
    assert "Ada Byron" not in text(tmp_path, RECORD)
    assert "frozen-record-damaged" in codes_in(tmp_path)


def test_whoever_withdraws_what_ended_a_promise_hears_that_readers_are_told_it_as_open(tmp_path: Path) -> None:
    promised = '## Future actions\n\n- Mend the lift. {#lift due="January 2020"}\n- Paint it. {#hall}\n- Go. {#go}\n'
    letter = "---\npublished: 2020-0{}-01\n---\nHello.\n"
    files = {
        "editions/2020-02/edition.md": letter.format(2),
        "editions/2020-02/customer-services.md": promised,
        "editions/2020-03/edition.md": letter.format(3),
        "editions/2020-03/customer-services.md": "## Completed\n\n- Mended the lift. {#lift}\n"
        "- Painted it. {#hall}\n\n## Future actions\n\n- Go on. {#on from=go}\n",
    }
    laid(tmp_path, files)
    request = WithdrawalRequest(tmp_path, "2020-03", Withdrawn.ACTION, "lift", WHY, lambda _: date(2020, 4, 1))
    told = "`lift` is told as overdue now, since what ended it is withdrawn: let the next update say what became of it"
    assert told in withdraw(request).look_at
    undated = replace(request, named="hall")
    assert any("`hall` is told as open now, since" in words for words in withdraw(undated).look_at)
    continued = replace(request, named="on")
    assert any("`go` is told as open now, since" in words for words in withdraw(continued).look_at)
    earlier = replace(request, edition="2020-02")
    assert not any("is told as" in words for words in withdraw(earlier).look_at)
