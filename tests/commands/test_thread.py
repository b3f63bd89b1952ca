"""`golden thread` as those who ask after a promise meet it."""

import csv
import io
import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.examples import write_files

UPDATE = "editions/2020-01/customer-services.md"
JANUARY = """\
## Completed

- The money is agreed. {#money}

## Future actions

- Visit councils whose website works well, and write down what they did. {#visits due="February 2020"}
- Tell the unions. {#unions due=2021 for=staff}
- Ask the panel, in the words of the staff. {#panel due=2021}

  > Ask you.
"""


@pytest.fixture(autouse=True)
def with_promises(in_a_council_s_folder: None) -> None:
    write_files({UPDATE: JANUARY.encode()}, Path("content"))


def told(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["thread", *words, "--on", "2020-03-01"]) == 0
    return capsys.readouterr().out


def test_without_an_id_the_open_promises_are_listed_the_overdue_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys=capsys) == (
        "id      due            state          workstream         words\n"
        "visits  February 2020  overdue        Customer services  Visit councils whose...\n"
        "panel   2021           future action  Customer services  Ask the panel, in th...\n"
        "unions  2021           future action  Customer services  Tell the unions.\n"
        "\n3 open promises, 1 of them overdue, on 1 March 2020\n"
    )


def test_what_is_closed_is_listed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    out = told("--all", capsys=capsys)
    assert "money   -              completed" in out
    assert out.endswith("3 open promises, 1 of them overdue, and 1 that is closed, on 1 March 2020\n")


def test_an_audience_is_told_what_it_may_know_in_its_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    out = told("--audience", "residents", capsys=capsys)
    assert "unions" not in out
    assert "Ask you." in out
    assert out.endswith("2 open promises, 1 of them overdue, on 1 March 2020\n")
    assert main(["thread", "unions", "--audience", "residents"]) == 2


def test_with_an_id_its_story_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert told("visits", capsys=capsys) == (
        "visits: Visit councils whose website works well, and write down what they did\n\n"
        "Promised in January 2020 for February 2020.\n"
        "Overdue on 1 March 2020: it was due February 2020, 1 day before.\n\n"
        "January 2020 · Customer services · future action, due February 2020\n"
        "  Visit councils whose website works well, and write down what they did.\n"
    )


def test_other_programs_get_json_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(told("--format", "json", capsys=capsys))["count"] == 3
    assert json.loads(told("visits", "--format", "json", capsys=capsys))["standing"] == "overdue"
    rows = list(csv.DictReader(io.StringIO(told("--format", "csv", capsys=capsys).removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == ["visits", "panel", "unions"]
    (mention,) = csv.DictReader(io.StringIO(told("visits", "--format", "csv", capsys=capsys).removeprefix("\ufeff")))
    assert mention["last_day"] == "2020-02-29"


def test_what_never_had_a_date_is_not_told_to_have_stayed_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    threads = json.loads(told("--all", "--format", "json", capsys=capsys))["threads"]
    assert {it["id"]: it["slipped_days"] for it in threads} == {"visits": 0, "panel": 0, "unions": 0, "money": None}
    rows = csv.DictReader(io.StringIO(told("--all", "--format", "csv", capsys=capsys).removeprefix("\ufeff")))
    assert {row["id"]: row["slipped_days"] for row in rows} == {"visits": "0", "panel": "0", "unions": "0", "money": ""}


def test_no_open_promise_is_said_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    (Path("content") / UPDATE).write_text("Nothing.\n", encoding="utf-8")
    assert told(capsys=capsys) == "no open promises, on 1 March 2020\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["visit"], "there is no action `visit`; did you mean `visits`?"),
        (["Whose website"], "there is no action `Whose website`; `visits` speaks of it"),
        (["whôse WÉBSITE"], "there is no action `whôse WÉBSITE`; `visits` speaks of it"),
        (["the"], "there is no action `the`; `money`, `visits`, `unions` and `panel` speak of it"),
        (["the moon"], "there is no action `the moon`; choose from"),
        (["--workstream", "customer-service"], "did you mean `customer-services`?"),
        (["visits", "--workstream", "nobody"], "there is no workstream `nobody`; the only one is `customer-services`"),
        (["--audience", "members"], "this programme has no audience `members`; choose from `staff` and `residents`"),
        (["--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_name_that_is_not_there_is_one_line_with_what_is_closest(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["thread", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith("golden: ")
    assert err.count("\n") == 1
    assert complaint in err


@pytest.mark.parametrize("typed", ["panel's work", "panel’s work"])
def test_an_action_is_found_whichever_apostrophe_is_typed(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    more = "- Print the panel’s work. {#print due=2021}\n- Read the panel's work. {#read due=2021}\n"
    (Path("content") / UPDATE).write_text(JANUARY + more, encoding="utf-8")
    assert main(["thread", typed]) == 2
    assert "`print` and `read` speak of it" in capsys.readouterr().err


def test_what_errors_may_hide_is_said_beside_what_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    (Path("content") / UPDATE).write_text(JANUARY + "- Late. {#late due=Febuary}\n", encoding="utf-8")
    assert main(["thread"]) == 1
    streams = capsys.readouterr()
    assert "visits" in streams.out
    assert streams.err == (
        "golden: the content has 1 error, so this may not be all; `golden check` shows what to mend\n"
    )
    Path("content/programme.yml").unlink()
    assert main(["thread"]) == 1
    assert "so nothing can be told" in capsys.readouterr().err


def test_a_day_that_cannot_be_read_is_given_as_none(capsys: pytest.CaptureFixture[str]) -> None:
    letter = Path("content/editions/2020-01/edition.md")
    letter.write_text(letter.read_text(encoding="utf-8").replace("published", "publish"), encoding="utf-8")
    assert main(["thread", "visits", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["mentions"][0]["published"] is None
    assert main(["thread", "visits", "--format", "csv"]) == 1
    assert next(csv.DictReader(io.StringIO(capsys.readouterr().out)))["published"] == ""


def test_its_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["thread", "--help"])
    assert "examples:" in capsys.readouterr().out
