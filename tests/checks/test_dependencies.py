"""What waits for what."""

from datetime import date
from pathlib import Path

from tests.building import checked

UPDATE = "editions/2020-01/customer-services.md"
ON = date(2020, 2, 1)


def found(folder: Path, *items: str) -> list[tuple[str, str]]:
    text = "## Future actions\n\n" + "".join(f"- Do it. {{{item}}}\n" for item in items)
    return [(it.code, it.message) for it in checked(folder, {UPDATE: text}, ON)]


def test_a_circle_is_one_error_that_names_the_whole_way_round(tmp_path: Path) -> None:
    assert found(tmp_path, "#a after=b", "#b after=c", "#c after=a", "#d after=a") == [
        ("dependency-circle", "`a` waits for `b` waits for `c` waits for `a`")
    ]


def test_an_action_that_waits_for_itself_is_a_circle(tmp_path: Path) -> None:
    assert found(tmp_path, "#a after=a") == [("dependency-circle", "`a` waits for `a`")]


def test_two_circles_are_two_errors(tmp_path: Path) -> None:
    codes = found(tmp_path, "#a after=b", "#b after=a", "#c after=d", "#d after=c")
    assert [message for _, message in codes] == ["`a` waits for `b` waits for `a`", "`c` waits for `d` waits for `c`"]


def test_an_action_due_before_what_it_waits_for_is_a_warning(tmp_path: Path) -> None:
    assert found(tmp_path, '#a due="March 2020" after=b', '#b due="May 2020"') == [
        ("due-before-dependency", "`a` is due March 2020, before `b`, which it waits for")
    ]


def test_two_dues_that_overlap_are_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, '#a due="March 2020" after=b', '#b due="Spring 2020"') == []


def test_two_dues_on_one_day_are_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, '#a due="14 March 2020" after=b', '#b due="14 March 2020"') == []


def test_what_is_done_already_keeps_nothing_that_waits_for_it_from_being_due(tmp_path: Path) -> None:
    files = {
        UPDATE: '## Future actions\n\n- Do it. {#b due="May 2020"}\n',
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\nfor: [staff, residents]\n---\nA letter.\n",
        "editions/2020-02/customer-services.md": (
            '## Completed\n\n- Do it. {#b}\n\n## Future actions\n\n- Go. {#a due="March 2020" after=b}\n'
        ),
    }
    assert "due-before-dependency" not in [it.code for it in checked(tmp_path, files, ON)]
