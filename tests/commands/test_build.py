"""`golden build` and `golden check` as their users meet them."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from generator import __version__
from generator import build as building
from generator.cli import main
from tests.examples import smallest, write_files

BAD = b"## Compleated\n\n- Done. {#done}\n"
UPDATE = "editions/2020-01/customer-services.md"


@pytest.fixture(autouse=True)
def on_the_first_of_february(in_a_council_s_folder: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1580515200")


def lay(path: str, data: bytes) -> None:
    (Path("content") / path).write_bytes(data)


def test_a_build_puts_a_site_for_each_audience_and_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    assert Path("output/staff/index.html").is_file()
    assert Path("output/residents/updates/2020-01/index.html").is_file()
    out = capsys.readouterr().out
    assert out.startswith("staff and residents: ")
    assert out.endswith("; nothing to mend\n")
    assert out.count("\n") == 1


def test_an_error_stops_the_build_and_leaves_the_published_site_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    before = _dates()
    lay(UPDATE, BAD)
    capsys.readouterr()
    assert main(["build"]) == 1
    out = capsys.readouterr().out
    assert "error[unknown-heading]" in out
    assert f"--> content/{UPDATE}:1:1" in out
    assert out.endswith("1 error: nothing was written\n")
    assert _dates() == before


def test_check_finds_the_same_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "1 edition checked; nothing to mend\n"
    lay(UPDATE, BAD)
    assert main(["check"]) == 1
    assert not Path("output").exists()


def test_one_audience_is_built_and_the_other_left_alone() -> None:
    main(["build"])
    Path("output/residents/index.html").write_text("by hand")
    assert main(["build", "--audience", "staff"]) == 0
    assert Path("output/residents/index.html").read_text() == "by hand"


def test_a_warning_fails_only_a_strict_build(capsys: pytest.CaptureFixture[str]) -> None:
    lay("notes.txt", b"call Priya")
    assert main(["build", "--quiet"]) == 0
    assert main(["build", "--strict", "--output", "strict"]) == 1
    assert not Path("strict").exists()
    assert "1 warning: nothing was written" in capsys.readouterr().out


def test_json_stands_alone_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, BAD)
    main(["check", "--format", "json"])
    streams = capsys.readouterr()
    assert json.loads(streams.out)["findings"][0]["code"] == "unknown-heading"
    assert streams.err == "1 error\n"


def test_drafts_go_into_a_folder_named_for_them() -> None:
    lay("editions/2020-01/edition.md", b"---\npublished: 2020-01-31\nstatus: draft\n---\nSoon.\n")
    assert main(["build"]) == 0
    assert not Path("output/staff/updates/2020-01").exists()
    assert main(["build", "--drafts", "--audience", "staff"]) == 0
    assert Path("output/staff-drafts/updates/2020-01/index.html").is_file()
    assert not Path("output/staff/updates/2020-01").exists()


@pytest.mark.parametrize(("day", "is_out"), [("2020-01-30", False), ("2020-01-31", True)])
def test_the_date_decides_what_is_out(day: str, is_out: bool) -> None:
    assert main(["build", "--on", day]) == 0
    assert Path("output/staff/updates/2020-01").exists() is is_out


def test_the_date_may_come_from_the_environment_and_an_option_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    main(["build"])
    assert not Path("output/staff/updates/2020-01").exists()
    main(["build", "--on", "2020-02-01"])
    assert Path("output/staff/updates/2020-01").exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["build", "nowhere"], "there is no folder `nowhere`"),
        (["build", "--audience", "members"], "no audience `members`; choose from `staff` and `residents`"),
        (["build", "--output", "content/programme.yml"], ""),
        (["explain", "bad-deu"], "did you mean `bad-due`?"),
    ],
)
def test_a_mistake_of_usage_or_machine_is_one_line_and_exit_2(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert err.startswith("golden: ")
    assert err.count("\n") == 1
    assert complaint in err


def test_a_bad_epoch_is_a_mistake_of_usage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["build"]) == 2
    assert "SOURCE_DATE_EPOCH is `yesterday`" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2020", "31/01/2020", "2020-02-30"])
def test_a_date_that_is_no_day_is_refused_with_the_form_to_use(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["build", "--on", day])
    assert stop.value.code == 2
    assert "write it as 2020-01-31" in capsys.readouterr().err


def test_a_file_that_we_did_not_make_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("output/staff").mkdir(parents=True)
    Path("output/staff/index.html").write_text("somebody's own")
    Path("output/holiday.jpg").write_text("a picture")
    assert main(["build"]) == 2
    assert "output/staff/index.html" in capsys.readouterr().err
    assert Path("output/staff/index.html").read_text() == "somebody's own"
    assert not Path("output/residents/index.html").exists()
    assert Path("output/holiday.jpg").exists()


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["explain"], ["schema"], ["completion"]])
def test_every_command_helps_and_all_but_the_last_show_examples(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert ("examples:" in out) if command else ("start here:" in out)


def test_the_version_is_the_package_s_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"golden {__version__}\n"


def test_the_package_runs_as_a_module_and_colours_are_off_where_nobody_looks() -> None:
    lay(UPDATE, BAD)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(("variables", "has_colour"), [({}, True), ({"NO_COLOR": "1"}, True)])
def test_colours_can_be_asked_for_whatever_the_environment_says(
    variables: dict[str, str], has_colour: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    lay(UPDATE, BAD)
    main(["check", "--colour", "always"])
    assert ("\x1b[" in capsys.readouterr().out) is has_colour


def test_more_than_twenty_findings_are_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, b"## Completed\n\n" + b"".join(b"Loose words %d.\n\n" % n for n in range(21)))
    main(["check"])
    out = capsys.readouterr().out
    assert out.count("\n") == 22
    assert "-->" not in out


def test_where_another_build_has_put_in_place_what_was_to_stay_all_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = smallest()
    write_files(words | {"programme.yml": words["programme.yml"].replace(b"One Council", b"Another")}, Path("other"))
    assert main(["build"]) == 0
    lay(UPDATE, b"## Completed\n\n- We did more. {#more}\n")
    assert main(["build", "--output", "clean"]) == 0
    going_on = building.write

    def after_another(*arguments: object, **more: object) -> object:
        monkeypatch.setattr(building, "write", going_on)
        assert main(["build", "other"]) == 0
        return going_on(*arguments, **more)  # type: ignore[arg-type]  # it hands on what it is given

    monkeypatch.setattr(building, "write", after_another)
    capsys.readouterr()
    assert main(["build"]) == 0
    assert _sites("output") == _sites("clean") != {}


def test_a_cache_that_is_wrong_about_what_stands_is_begun_anew_and_the_next_build_relies_on_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build"]) == 0
    kept = Path("output/.golden/cache/kept.sqlite")
    with closing(sqlite3.connect(kept)) as store, store:
        store.execute("UPDATE made SET digest = '0'")
    lay(UPDATE, b"## Completed\n\n- We did more. {#more}\n")
    capsys.readouterr()
    assert main(["build", "--explain"]) == 0
    assert "staff/index.html: it is new" in capsys.readouterr().out
    lay(UPDATE, b"## Completed\n\n- We did even more. {#more}\n")
    assert main(["build", "--explain"]) == 0
    assert "staff/index.html: what it shows has changed" in capsys.readouterr().out


def _sites(output: str) -> dict[str, bytes]:
    files = (path for path in Path(output).rglob("*") if path.is_file() and ".golden" not in path.parts)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def _dates() -> dict[Path, int]:
    """When each file of the output was written, but for the cache, which also learns from a build that fails."""
    files = (path for path in Path("output").rglob("*") if path.is_file() and "cache" not in path.parts)
    return {path: path.stat().st_mtime_ns for path in files}


def test_check_explains_each_kind_of_finding_once_below_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, b"## Completed\n\n- We met last year and last month. {#done}\n")
    for form in ("text", "concise"):
        assert main(["check", "--explain", "--format", form]) == 0
        out = capsys.readouterr().out
        assert out.count("advice[relative-time]") == 2
        assert out.count("`relative-time`: ") == 1
        assert out.index("advice[relative-time]") < out.index("`relative-time`: ") < out.index("1 edition checked")
        assert "Wrong" not in out
        assert "\n\n\n" not in out


def test_explanations_stay_out_of_forms_for_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    lay(UPDATE, b"## Completed\n\n- We met last year. {#done}\n")
    assert main(["check", "--explain", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["advice"] == 1


def test_a_check_without_findings_explains_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain"]) == 0
    assert capsys.readouterr().out == "1 edition checked; nothing to mend\n"
