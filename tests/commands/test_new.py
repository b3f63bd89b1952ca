"""`golden new` as a director meets it."""

import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.examples import files_in, smallest, write_files

pytestmark = pytest.mark.usefixtures("in_a_council_s_folder")

UPDATE = "editions/2020-01/customer-services.md"
SECOND_WORKSTREAM = b"\n- {id: it, title: IT, lead: {name: A, role: B}, summary: C}\n"


def lay(path: str, data: bytes) -> None:
    write_files({path: data}, Path("content"))


def content() -> dict[str, bytes]:
    return files_in(Path())


def test_it_makes_the_month_after_the_newest_and_says_what_is_pressing(capsys: pytest.CaptureFixture[str]) -> None:
    lay(
        UPDATE,
        b'## Future actions\n\n- Visit councils. {#visits due="February 2020"}\n- Agree the money. {#money due=2019}\n'
        b"- Some day. {#some-day}\n",
    )
    assert main(["new", "--on", "2020-02-03"]) == 0
    assert capsys.readouterr().out == (
        "made content/editions/2020-02: a draft letter and 1 update, with 3 open promises carried forward\n"
        "it is for Friday 28 February 2020, the last working day of the month, as the edition before it was; "
        "`published` in its letter says so, and can be changed\n"
        "it is a draft until `status: draft` is taken out of its letter\n"
        "\noverdue:\n  Customer services\n    money  2019  Agree the money\n"
        "\ndue in February 2020:\n  Customer services\n    visits  February 2020  Visit councils\n"
    )
    assert Path("content/editions/2020-02/customer-services.md").is_file()
    assert main(["check", "--drafts", "--on", "2020-02-03"]) == 0


def test_who_is_some_days_late_is_not_told_to_begin_the_same_month_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--on", "2020-02-29"]) == 0
    assert "it is for Friday 28 February 2020" in (told := capsys.readouterr().out)
    assert "that day is over" not in told


def test_who_has_left_out_months_is_told_how_to_begin_this_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--on", "2020-06-15"]) == 0
    told = (
        "that day is over: if it is to be June 2020, delete the folder content/editions/2020-02, "
        "and say golden new 2020-06\n"
    )
    assert told in capsys.readouterr().out
    assert main(["new", "2020-03", "--on", "2020-06-15"]) == 0
    assert "that day is over" not in capsys.readouterr().out, "who names an older month means it"


def test_no_month_is_named_instead_that_is_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    """Who publishes the month before has that of today, and was told to begin it again."""
    lay("editions/2020-01/edition.md", b"---\npublished: 2019-12-06\n---\nJanuary.\n")
    assert main(["new", "--on", "2020-01-27"]) == 0
    assert "made content/editions/2020-02" in (out := capsys.readouterr().out)
    assert "golden new 2020-01" not in out


def test_an_edition_for_fewer_than_usual_is_not_followed_by_another_without_a_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay("editions/2020-01/edition.md", b"---\npublished: 2020-01-31\nfor: staff\n---\nHi.\n")
    assert main(["new"]) == 0
    assert (
        "it is not for Residents, as the edition before it was not; `for` in its letter says so, and can be changed\n"
    ) in capsys.readouterr().out
    assert b"\nfor: [staff]\n" in Path("content/editions/2020-02/edition.md").read_bytes()


def test_beside_a_draft_another_is_only_begun_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, b'## Future actions\n\n- Ring back. {#ring-back due="February 2020"}\n')
    assert main(["new", "--quiet"]) == 0
    before = content()
    assert main(["new"]) == 2
    said = "golden: February 2020 is still a draft; to begin March 2020 beside it, say golden new 2020-03\n"
    assert (capsys.readouterr().err, content()) == (said, before)
    assert main(["new", "2020-03", "--on", "2020-02-20"]) == 0
    assert "\noverdue when March 2020 begins:\n  Customer services\n    ring-back" in capsys.readouterr().out


def test_it_is_in_no_site_until_its_letter_says_that_it_is_published() -> None:
    main(["new", "--quiet"])
    assert main(["build", "--quiet", "--on", "2021-01-01"]) == 0
    assert not Path("output/staff/updates/2020-02").exists()


def test_what_is_there_already_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    before = content()
    assert main(["new", "2020-01"]) == 2
    assert capsys.readouterr().err == (
        "golden: `content/editions/2020-01` is there already, and is left as it is; choose another name\n"
    )
    assert content() == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["2020-2"], "did you mean 2020-02?"),
        (["February 2020"], "did you mean 2020-02?"),
        (["next"], "write the year and the month, such as 2026-11"),
        (["2020-02-flood"], 'golden new 2020-02-flood --title "..."'),
        (["2020-02", "--workstream", "it"], "there is no edition `2020-02` yet; make it without --workstream"),
        (["2020-01", "--workstream", "customer-service"], "did you mean `customer-services`?"),
        (["2020-01", "--workstream", "customer-services"], "has its update in January 2020"),
        (["--workstream", "customer-services"], "name the edition as well"),
        (["2020-02", "--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_mistake_of_usage_is_one_line_and_makes_nothing(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content()
    assert main(["new", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith("golden: ")
    assert err.count("\n") == 1
    assert complaint in err
    assert content() == before


def test_errors_that_may_hide_a_promise_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, b"## Future actions\n\n- One. {#one}\n- Two. {#one}\n")
    before = content()
    assert main(["new"]) == 1
    out = capsys.readouterr().out
    assert "error[duplicate-id]" in out
    assert out.endswith("1 error: nothing was made, because a promise may be hidden by it\n")
    assert content() == before


def test_a_special_edition_has_a_letter_for_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "2020-02-flood", "--title", "Flood", "--on", "2020-02-12"]) == 0
    assert capsys.readouterr().out == (
        "made content/editions/2020-02-flood: a draft letter, and nothing carried forward\n"
        "it is for Wednesday 12 February 2020, today; `published` in its letter says so, and can be changed\n"
        "it is a draft until `status: draft` is taken out of its letter\n"
    )
    assert main(["check"]) == 0


def test_the_update_that_a_warning_misses_is_made_as_the_warning_says(capsys: pytest.CaptureFixture[str]) -> None:
    lay("workstreams.yml", smallest()["workstreams.yml"] + SECOND_WORKSTREAM)
    lay("editions/2020-02/edition.md", b"---\npublished: 2020-02-28\n---\nFebruary.\n")
    lay("editions/2020-02/it.md", b"Nothing yet.\n")
    main(["check", "--on", "2020-02-01"])
    (advised,) = re.findall(r"`golden (new [^`]+)`", capsys.readouterr().out)
    assert main(advised.split()) == 0
    assert capsys.readouterr().out.startswith(
        "made content/editions/2020-02/customer-services.md, with 1 open promise carried forward\n"
    )
    assert main(["check", "--on", "2020-02-01"]) == 0
    assert "missing-update" not in capsys.readouterr().out
    assert Path("content/editions/2020-02/it.md").read_bytes() == b"Nothing yet.\n"


def test_an_edition_that_lacks_an_update_names_the_way_to_get_it(capsys: pytest.CaptureFixture[str]) -> None:
    lay("workstreams.yml", smallest()["workstreams.yml"] + SECOND_WORKSTREAM)
    assert main(["new", "2020-01"]) == 2
    assert "for the update that is missing, add --workstream it\n" in capsys.readouterr().err


def test_a_full_disk_is_one_line_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = content()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert main(["new"]) == 2
    assert "nothing was changed: no space left on device" in capsys.readouterr().err
    assert content() == before


def test_its_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["new", "--help"])
    assert stop.value.code == 0
    assert "examples:" in capsys.readouterr().out


def test_promises_that_a_new_audience_does_not_see_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """They are carried for those whom they were for; nobody was told why the new site stayed empty."""
    lay(UPDATE, b"## Future actions\n\n- Visit councils. {#visits for=staff}\n")
    assert main(["new", "--on", "2020-02-03"]) == 0
    assert (
        "none of these promises is for Residents yet; where one may be, change whom it is `for`, or take that out\n"
    ) in capsys.readouterr().out
