"""Promises that nobody speaks of, that are late, or whose ids are mixed up."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.all import check_content
from generator.domain.reason import why_moved
from generator.domain.weaving import weave
from generator.reading.content import read_content
from tests.authoring.record_examples import FILES, UPDATE, content_of, freeze_again, frozen
from tests.building import checked
from tests.examples import smallest, write_files

JANUARY, FEBRUARY = "editions/2020-01/customer-services.md", "editions/2020-02/customer-services.md"
LETTER = "---\npublished: 2020-02-28\n---\nHello.\n"
ON = date(2020, 3, 2)


def found(folder: Path, january: str, february: str | None, on: date = ON) -> list[tuple[str, str, str]]:
    """Code, file and remedy of each finding of a programme with two editions."""
    files = {JANUARY: january, "editions/2020-02/edition.md": LETTER}
    if february is not None:
        files[FEBRUARY] = february
    return [(it.code, it.span.path, it.help) for it in checked(folder, files, on)]


def test_a_promise_of_which_nothing_is_said_is_told_in_the_file_to_write_in(tmp_path: Path) -> None:
    findings = found(tmp_path, "## Future actions\n\n- Visit. {#visit}\n", "## Completed\n\n- Painted. {#paint}\n")
    assert findings == [
        ("unmentioned", FEBRUARY, "write under one of the headings what became of it, and end its words with {#visit}")
    ]


@pytest.mark.parametrize("heading", ["Completed", "Under way", "Future actions"])
def test_a_promise_is_mentioned_wherever_it_stands(tmp_path: Path, heading: str) -> None:
    january = "## Future actions\n\n- Visit. {#visit}\n"
    assert found(tmp_path, january, f"## {heading}\n\n- Visit. {{#visit}}\n") == []


def test_a_missing_update_is_one_finding_and_not_one_a_promise(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit. {#visit}\n- Paint. {#paint}\n"
    ((code, path, remedy),) = found(tmp_path, january, None)
    assert (code, path) == ("missing-update", FEBRUARY)
    assert remedy == f"write {FEBRUARY}, or let `golden new 2020-02 --workstream customer-services` begin it"


def test_a_promise_is_overdue_only_after_its_due(tmp_path: Path) -> None:
    words = '## Future actions\n\n- Visit. {#visit due="March 2020"}\n'
    assert found(tmp_path, words, words, date(2020, 3, 31)) == []
    assert [code for code, _, _ in found(tmp_path, words, words, date(2020, 4, 1))] == ["overdue"]


def test_a_promise_that_is_late_when_its_newest_edition_comes_out_is_mended_there(tmp_path: Path) -> None:
    january = '## Future actions\n\n- Visit. {#visit due="14 February 2020"}\n'
    (late,) = found(tmp_path, january, january)
    assert late[2] == (
        "say here, or in the next edition if this one is out, that it is completed or stopped, "
        'or give it a new due and a reason="..."'
    )
    (later,) = found(tmp_path, january.replace("14 February", "1 March"), january.replace("14 February", "1 March"))
    assert later[2].startswith("say in the next edition that it is")


def test_what_is_completed_under_another_id_is_told_with_the_id_to_use(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits}\n"
    february = "## Completed\n\n- We visited three councils whose websites work well. {#visited-councils}\n"
    codes = {code: remedy for code, _, remedy in found(tmp_path, january, february)}
    assert codes["completed-but-unknown"].startswith("if it is that promise, end its words with {#site-visits}; if not")


def test_the_remedy_for_a_promise_to_staff_alone_does_not_open_it_to_residents(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits for=staff}\n"
    silent = found(tmp_path, january, "## Completed\n\n- Painted. {#paint}\n")
    other = "## Completed\n\n- We visited three councils whose websites work well. {#visited-councils}\n"
    renamed = found(tmp_path, january, other)
    remedies = {code: remedy for code, _, remedy in (*silent, *renamed)}
    assert remedies["unmentioned"].endswith("end its words with {#site-visits for=staff}")
    assert "end its words with {#site-visits for=staff}" in remedies["completed-but-unknown"]


def test_what_is_completed_under_another_id_is_one_finding_unless_that_is_accepted(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits}\n"
    february = "## Completed\n\n- We visited three councils whose websites work well. {#visited}\n"
    assert [code for code, _, _ in found(tmp_path / "one", january, february)] == ["completed-but-unknown"]
    accepted = "---\naccept:\n  - {code: completed-but-unknown, place: visited, reason: Others.}\n---\n" + february
    assert [code for code, _, _ in found(tmp_path / "other", january, accepted)] == ["unmentioned"]
    of_all = accepted.replace("place: visited, ", "")
    assert [code for code, _, _ in found(tmp_path / "all", january, of_all)] == ["unmentioned"]


def test_a_date_that_was_past_when_it_was_promised_is_to_be_corrected(tmp_path: Path) -> None:
    new = '## Future actions\n\n- Visit. {#visit due="January 2020"}\n'
    ((code, _, remedy),) = found(tmp_path / "new", "Hello.\n", new)
    assert (code, remedy) == ("overdue", "correct the date; if it has been done, put it under Completed")
    ((_, _, remedy),) = found(tmp_path / "old", new, new)
    assert remedy.startswith("say here, or in the next edition if this one is out, that it is")


def test_a_date_that_was_past_in_a_frozen_edition_is_put_right_by_the_next_one(tmp_path: Path) -> None:
    frozen(tmp_path, {UPDATE: FILES[UPDATE].replace("February 2020", "December 2019")})
    content, _, _ = read_content(tmp_path)
    assert content
    (late,) = (it for it in check_content(content, ON) if it.code == "overdue")
    assert late.help.startswith("say in the next edition that it is completed or stopped")


def test_what_is_completed_and_says_which_promise_it_continues_is_no_promise_under_another_id(tmp_path: Path) -> None:
    january = (
        "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits}\n"
        "- Visit three councils whose sites work well. {#more-visits}\n"
    )
    february = "## Completed\n\n- Visited three councils whose websites work well. {#visited from=more-visits}\n"
    assert [code for code, _, _ in found(tmp_path, january, february)] == ["unmentioned"]


def test_what_is_completed_and_like_no_promise_is_no_finding(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits}\n"
    february = (
        "## Completed\n\n- The lift at the library runs again. {#lift}\n\n"
        "## Future actions\n\n- Visit. {#site-visits}\n"
    )
    assert found(tmp_path, january, february) == []


def test_an_id_for_something_else_and_a_reopening_are_told_apart(tmp_path: Path) -> None:
    january = "## Completed\n\n- The doors of the library were replaced. {#doors}\n"
    again = "## Under way\n\n- The doors of the library failed and are replaced again. {#doors}\n"
    other = "## Future actions\n\n- Choose a supplier of school meals. {#doors}\n"
    assert [code for code, _, _ in found(tmp_path, january, again)] == ["reopened"]
    assert [code for code, _, _ in found(tmp_path / "other", january, other)] == ["id-used-again"]


def test_two_of_one_id_in_one_edition_are_no_reopening(tmp_path: Path) -> None:
    both = "## Completed\n\n- The doors were replaced. {#doors}\n\n## Under way\n\n- The doors fail. {#doors}\n"
    assert [code for code, _, _ in found(tmp_path, "Hello.\n", both)] == ["duplicate-id"]


def test_a_reopening_with_its_reason_is_no_finding(tmp_path: Path) -> None:
    january = "## Completed\n\n- The doors of the library were replaced. {#doors}\n"
    february = '## Under way\n\n- The doors of the library are replaced again. {#doors reason="They failed."}\n'
    assert found(tmp_path, january, february) == []


def test_a_reason_for_what_came_after_a_reopening_is_none_for_it(tmp_path: Path) -> None:
    files = {
        JANUARY: "## Completed\n\n- The doors of the library were replaced. {#doors}\n",
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: "## Under way\n\n- The doors of the library are replaced again. {#doors}\n",
        "editions/2020-03/edition.md": LETTER.replace("02-28", "03-28"),
        "editions/2020-03/customer-services.md": (
            '## Stopped\n\n- The doors of the library are replaced. {#doors reason="There is no money."}\n'
        ),
    }
    assert [it.code for it in checked(tmp_path, files, date(2020, 4, 1))] == ["reopened"]


def test_what_a_special_edition_has_told_as_completed_may_be_told_again(tmp_path: Path) -> None:
    done = "## Completed\n\n- The doors of the library were replaced. {#doors}\n"
    special = {
        JANUARY: "Hello.\n",
        "editions/2020-02-flood/edition.md": "---\npublished: 2020-02-14\ntitle: The flood\n---\nHello.\n",
        "editions/2020-02-flood/customer-services.md": done,
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: done,
    }
    assert [it.code for it in checked(tmp_path / "special", special, ON)] == []
    assert [code for code, _, _ in found(tmp_path / "regular", done, done)] == ["completed-again"]


def test_a_stop_needs_a_reason(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit. {#visit}\n"
    stopped = "## Stopped\n\n- Visit. {#visit}\n"
    assert [code for code, _, _ in found(tmp_path, january, stopped)] == ["stopped-without-reason"]


def test_a_reason_that_comes_later_is_one(tmp_path: Path) -> None:
    january = "## Stopped\n\n- Replace the kiosks. {#kiosks}\n"
    february = '## Stopped\n\n- Replace the kiosks. {#kiosks reason="The website does their job."}\n'
    assert found(tmp_path, january, february) == []


def test_a_stop_that_is_told_again_needs_its_reason_once(tmp_path: Path) -> None:
    january = '## Stopped\n\n- Replace the kiosks. {#kiosks reason="The website does their job."}\n'
    again = january.replace(' reason="The website does their job."', "")
    assert found(tmp_path / "a", january, again) == []
    assert [code for code, _, _ in found(tmp_path / "b", again, again)] == ["stopped-without-reason"]


def test_what_a_frozen_edition_leaves_out_is_said_by_the_next_one(tmp_path: Path) -> None:
    frozen(tmp_path, {UPDATE: FILES[UPDATE].replace(' reason="The new website does their job."', "")})
    content, _, _ = read_content(tmp_path)
    assert content
    (missing,) = (it for it in check_content(content, ON) if it.code == "stopped-without-reason")
    assert missing.help == (
        'this edition is frozen: name the action again in the next one, as it stands here, with {#kiosks reason="..."}'
    )


@pytest.mark.parametrize(
    ("february", "asked"),
    [
        ("## Stopped\n\n- Replace the kiosks. {#kiosks}\n", ["stopped-without-reason"]),
        ("## Completed\n\n- Replace the kiosks. {#kiosks}\n", []),
    ],
    ids=["as it stood", "done after all"],
)
def test_of_a_frozen_edition_only_the_reason_is_asked_that_can_still_be_given(
    tmp_path: Path, february: str, asked: list[str]
) -> None:
    january = FILES[UPDATE].replace(' reason="The new website does their job."', "")
    frozen(tmp_path, {UPDATE: january})
    write_files({"editions/2020-02/edition.md": LETTER.encode(), FEBRUARY: february.encode()}, tmp_path)
    content, _, _ = read_content(tmp_path)
    assert content
    assert [it.code for it in check_content(content, ON) if it.subject == "kiosks"] == asked


def test_of_a_promise_that_others_have_taken_over_no_reason_is_asked_that_only_it_could_give(tmp_path: Path) -> None:
    """A frozen edition moved it. To name it again, as it stood, would promise it beside what took it over."""
    moved = '## Future actions\n\n- Visit the councils. {#visits due="May 2020"}\n'
    taken = '## Future actions\n\n- See how others work. {#see due="May 2020" from=visits}\n'
    files = {"programme.yml": smallest()["programme.yml"].decode(), UPDATE: FILES[UPDATE]}
    frozen(tmp_path, files)
    february = {"editions/2020-02/edition.md": LETTER, FEBRUARY: moved}
    write_files({path: text.encode() for path, text in february.items()}, tmp_path)
    freeze_again(tmp_path, date(2020, 2, 28), "2020-02")
    march = {"editions/2020-03/edition.md": LETTER.replace("-02-", "-03-")}
    march["editions/2020-03/customer-services.md"] = taken
    content = content_of(tmp_path)
    assert [it.code for it in check_content(content, ON) if it.subject == "visits"] == ["moved-without-reason"]
    write_files({path: text.encode() for path, text in march.items()}, tmp_path)
    content = content_of(tmp_path)
    assert [it.code for it in check_content(content, ON) if it.subject == "visits"] == []


def test_a_move_to_a_later_day_needs_a_reason_while_the_promise_is_open(tmp_path: Path) -> None:
    january = '## Future actions\n\n- Visit. {#visit due="March 2020"}\n'
    moved = january.replace("March", "May")
    ((code, path, _),) = found(tmp_path / "moved", january, moved)
    assert (code, path) == ("moved-without-reason", FEBRUARY)
    assert found(tmp_path / "forward", moved, january) == []
    with_reason = moved.replace("}", ' reason="They are ill."}')
    assert found(tmp_path / "why", january, with_reason) == []
    march = {"editions/2020-03/edition.md": LETTER.replace("02-28", "03-01")}
    later = {JANUARY: january, FEBRUARY: moved, "editions/2020-03/customer-services.md": with_reason}
    assert checked(tmp_path / "later", {**later, **march, "editions/2020-02/edition.md": LETTER}, ON) == ()


def months(*updates: str) -> dict[str, str]:
    """An edition a month from January 2020 on, published on its 28th."""
    files = {}
    for number, update in enumerate(updates):
        name = f"{2020 + number // 12}-{number % 12 + 1:02}"
        files[f"editions/{name}/edition.md"] = f"---\npublished: {name}-28\n---\nHello.\n"
        files[f"editions/{name}/customer-services.md"] = update
    return files


def test_a_promise_that_was_brought_forward_since_is_asked_no_reason(tmp_path: Path) -> None:
    dues = ('"May 2020"', '"August 2020"', '"June 2020"')
    promised = [f"## Future actions\n\n- Visit. {{#visit due={due}}}\n" for due in dues]
    assert [it.code for it in checked(tmp_path / "put-off", months(*promised[:2]), ON)] == ["moved-without-reason"]
    assert [it.code for it in checked(tmp_path / "forward", months(*promised), ON)] == []


def test_a_dash_in_place_of_a_reason_does_not_keep_from_readers_the_reason_that_is_told_later(tmp_path: Path) -> None:
    """The check took it for none, and was content with the later one, which no page told."""
    given = ('due="May 2020"', 'due="June 2020" reason="–"', 'due="June 2020" reason="The cable was late."')
    updates = [f"## Future actions\n\n- Visit. {{#visit {braces}}}\n" for braces in given]
    assert [it.code for it in checked(tmp_path, months(*updates), ON)] == []
    thread = weave(content_of(tmp_path).editions)["visit"]
    assert [why_moved(thread, move) for move in thread.moves] == ["The cable was late."]


def test_why_it_was_done_after_all_is_not_why_it_was_stopped(tmp_path: Path) -> None:
    stopped = "## Stopped\n\n- Visit. {#visit}\n"
    done = '## Completed\n\n- Visit. {#visit reason="Somebody found the money."}\n'
    assert [it for it, _, _ in found(tmp_path, stopped, done)] == ["stopped-without-reason"]


def test_what_is_done_needs_no_reason_for_its_moves_any_more(tmp_path: Path) -> None:
    promised = ['## Future actions\n\n- Visit. {#visit due="' + due + '"}\n' for due in ("May 2020", "June 2020")]
    done = "## Completed\n\n- Visit. {#visit}\n"
    assert [it.code for it in checked(tmp_path / "open", months(*promised), ON)] == ["moved-without-reason"]
    assert [it.code for it in checked(tmp_path / "done", months(*promised, done), date(2020, 4, 1))] == []


def test_moves_are_counted_in_words_past_the_tenth(tmp_path: Path) -> None:
    promised = [f'## Future actions\n\n- Visit. {{#visit due={2030 + it} reason="Rain."}}\n' for it in range(24)]

    def told(moves: int) -> str:
        (it,) = checked(tmp_path / str(moves), months(*promised[: moves + 1]), ON)
        return it.message.split(";")[0]

    assert [told(it).removeprefix("`visit` moves for the ") for it in (3, 11, 12, 13, 21, 22, 23)] == [
        f"{it} time" for it in ("3rd", "11th", "12th", "13th", "21st", "22nd", "23rd")
    ]


def test_a_remedy_is_in_the_form_of_the_file(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils. {#visit}\n\n## Completed\n\n- Paint. {#paint}\n"
    files = {
        JANUARY: january,
        "editions/2020-02/edition.md": LETTER,
        "editions/2020-02/customer-services.yml": "future:\n  - {text: Paint., id: paint}\nstopped:\n"
        "  - {text: Sell., id: sell}\n",
    }
    remedies = {it.code: it.help for it in checked(tmp_path, files, ON)}
    assert remedies == {
        "unmentioned": "write in one of the lists what became of it, with `id: visit`",
        "reopened": "say why with `reason:`, or give a new action an id of its own",
        "stopped-without-reason": "say why with `reason:`",
    }


def test_the_third_move_is_told_and_the_second_is_not(tmp_path: Path) -> None:
    files = {}
    for month, due in enumerate(("May", "June", "July", "August"), 1):
        files[f"editions/2020-0{month}/edition.md"] = LETTER.replace("2020-02", f"2020-0{month}")
        files[f"editions/2020-0{month}/customer-services.md"] = (
            f'## Future actions\n\n- Visit. {{#visit due="{due} 2020" reason="Rain."}}\n'
        )
        findings = checked(tmp_path, files, date(2020, 4, 30))
        assert [it.code for it in findings] == (["slipped-again"] if month == 4 else [])
    assert "for the 3rd time; it was first promised for May 2020" in findings[0].message
    files["editions/2020-05/edition.md"] = LETTER.replace("2020-02", "2020-05")
    files["editions/2020-05/customer-services.md"] = files["editions/2020-04/customer-services.md"]
    assert checked(tmp_path, files, date(2020, 5, 31)) == ()


def test_a_finding_can_be_accepted_with_a_reason_in_the_file_where_it_stands(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit. {#visit}\n"
    accept = "---\naccept:\n  - {code: unmentioned, place: visit, reason: We tell it in March.}\n---\n"
    assert found(tmp_path, january, f"{accept}## Completed\n\n- Painted. {{#paint}}\n") == []
    elsewhere = accept.replace("place: visit", "place: other")
    found_there = found(tmp_path / "other", january, f"{elsewhere}## Completed\n\n- Painted. {{#paint}}\n")
    assert [code for code, _, _ in found_there] == ["unmentioned"]


def test_a_programme_can_raise_a_warning_to_an_error(tmp_path: Path) -> None:
    programme = smallest()["programme.yml"].decode() + "severity:\n  stopped-without-reason: error\n"
    findings = checked(tmp_path, {JANUARY: "## Stopped\n\n- Visit. {#visit}\n", "programme.yml": programme})
    assert [str(it.severity) for it in findings] == ["error"]


def frozen_january(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Code and remedy of each finding of January, which is frozen, of a promise that December made."""
    december = {
        "editions/2019-12/edition.md": LETTER.replace("2020-02-28", "2019-12-20"),
        "editions/2019-12/it.md": "## Future actions\n\n- Move every mailbox. {#mailboxes}\n",
    }
    frozen(folder, december | files)
    content = content_of(folder)
    return [(it.code, it.help) for it in check_content(content, date(2020, 2, 3))]


def test_what_a_frozen_edition_passed_over_is_said_in_the_next_one(tmp_path: Path) -> None:
    """To write it into the frozen one, as was told before, is an error."""
    assert ("unmentioned", "this edition is frozen: write in the next one what became of it, with `id: mailboxes`") in (
        frozen_january(tmp_path, {})
    )


def test_an_update_that_a_frozen_edition_lacks_is_asked_for_in_the_next_one_where_a_promise_waits(
    tmp_path: Path,
) -> None:
    workstream = "- id: people\n  title: People\n  lead: {name: Sam Okoro, role: Head of People}\n"
    of_people = {
        "editions/2019-12/people.md": "## Future actions\n\n- Agree a plan for training. {#training}\n",
        "workstreams.yml": FILES["workstreams.yml"] + workstream,
    }
    assert ("missing-update", "January 2020 is frozen: say in the next edition what became of it") in (
        frozen_january(tmp_path, of_people)
    )


def test_a_workstream_that_is_new_since_an_edition_was_frozen_is_not_missing_from_it(tmp_path: Path) -> None:
    frozen(tmp_path)
    with (tmp_path / "workstreams.yml").open("a") as file:
        file.write("- id: people\n  title: People\n  lead: {name: Sam Okoro, role: Head of People}\n")
    content, _, _ = read_content(tmp_path)
    assert content
    assert [it.subject for it in check_content(content, date(2020, 2, 3)) if it.code == "missing-update"] == []


@pytest.mark.parametrize(("ended", "missing"), [("2020-02-27", False), ("2020-02-28", True)])
def test_no_update_is_asked_of_a_workstream_after_its_last_day(tmp_path: Path, ended: str, missing: bool) -> None:
    """On its last day it still reports."""
    ending = f"- {{id: it, title: IT, lead: {{name: Al Roy, role: Head of IT}}, ended: {ended}}}\n"
    leads = smallest()["workstreams.yml"].decode() + ending
    update = "## Completed\n\n- Painted. {#paint}\n"
    files = {"workstreams.yml": leads, JANUARY: "We began.\n", "editions/2020-02/edition.md": LETTER, FEBRUARY: update}
    found_missing = [it.subject for it in checked(tmp_path, files, ON) if it.code == "missing-update"]
    assert found_missing == (["it"] if missing else [])


def test_what_a_workstream_left_open_when_it_ended_is_asked_for(tmp_path: Path) -> None:
    ending = "- {id: it, title: IT, lead: {name: Al Roy, role: Head of IT}, ended: 2020-02-01}\n"
    files = {
        "workstreams.yml": smallest()["workstreams.yml"].decode() + ending,
        JANUARY: "We began.\n",
        "editions/2020-01/it.md": "## Future actions\n\n- Move every mailbox. {#mailboxes}\n",
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: "## Completed\n\n- Painted. {#paint}\n",
    }
    assert [it.subject for it in checked(tmp_path, files, ON) if it.code == "missing-update"] == ["it"]


def test_a_promise_that_goes_on_under_another_id_is_told_how_the_two_are_tied(tmp_path: Path) -> None:
    """To name the old one as well would have left two promises open for one thing."""
    january = "## Future actions\n\n- Give residents one sign-in for all services. {#signin}\n"
    february = january.replace("{#signin}", "{#one-sign-in}")
    ((_, _, remedy),) = found(tmp_path / "a", january, february)
    assert remedy.endswith("{#signin}; or, if `one-sign-in` goes on with it, say from=signin there")
    assert found(tmp_path / "b", january, february.replace("{#one-sign-in", "{#one-sign-in from=signin")) == []
    ((_, _, other),) = found(tmp_path / "c", january, "## Future actions\n\n- Paint the lifts. {#paint}\n")
    assert other.endswith("{#signin}")
    others = february.replace("{#one-sign-in", "{#one-sign-in from=forms") + "- Sort the forms. {#sorted}\n"
    both = january + "- Put every form into one place. {#forms}\n"
    remedies = [remedy for _, _, remedy in found(tmp_path / "c", both, others)]
    assert not any("goes on with it" in remedy for remedy in remedies), "it goes on with another"


@pytest.mark.parametrize("reason", ["-", "…", "?"])
@pytest.mark.parametrize(
    ("february", "code"),
    [
        ('## Stopped\n\n- Visit. {{#visit reason="{}"}}\n', "stopped-without-reason"),
        ('## Under way\n\n- Visit. {{#visit due="July 2020" reason="{}"}}\n', "moved-without-reason"),
    ],
)
def test_a_sign_alone_tells_nobody_why(tmp_path: Path, february: str, code: str, reason: str) -> None:
    january = '## Future actions\n\n- Visit. {#visit due="May 2020"}\n'
    assert [it for it, _, _ in found(tmp_path, january, february.format(reason))] == [code]
