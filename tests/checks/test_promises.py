"""Promises that nobody speaks of, that are late, or whose ids are mixed up."""

from datetime import date
from pathlib import Path

import pytest

from tests.building import checked
from tests.examples import smallest

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


def test_what_is_completed_under_another_id_is_told_with_the_id_to_use(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit three councils whose websites work well. {#site-visits}\n"
    february = "## Completed\n\n- We visited three councils whose websites work well. {#visited-councils}\n"
    codes = {code: remedy for code, _, remedy in found(tmp_path, january, february)}
    assert codes["completed-but-unknown"] == "if it is that promise, end its words with {#site-visits}"


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


def test_a_reopening_with_its_reason_is_no_finding(tmp_path: Path) -> None:
    january = "## Completed\n\n- The doors of the library were replaced. {#doors}\n"
    february = '## Under way\n\n- The doors of the library are replaced again. {#doors reason="They failed."}\n'
    assert found(tmp_path, january, february) == []


def test_a_stop_needs_a_reason(tmp_path: Path) -> None:
    january = "## Future actions\n\n- Visit. {#visit}\n"
    stopped = "## Stopped\n\n- Visit. {#visit}\n"
    assert [code for code, _, _ in found(tmp_path, january, stopped)] == ["stopped-without-reason"]


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
