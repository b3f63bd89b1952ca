"""`golden status` as those who wait for updates meet it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.building import SAMPLE
from tests.examples import write_files

WORKSTREAMS = """\
- id: customer-services
  title: Customer services
  lead: {name: Priya Nair, role: Head of Customer Services}
- id: it
  title: Digital and IT
  lead: {name: Gareth Llewellyn, role: Head of IT}
- id: buildings
  title: Buildings
  lead: {name: Mary Boateng, role: Head of Property}
"""
LETTER = "---\npublished: {day}\nstatus: {status}\n---\nDear all, {words}\n"
FILES = {
    "workstreams.yml": WORKSTREAMS,
    "editions/2020-01/edition.md": LETTER.format(day="2020-01-31", status="published", words="we began."),
    "editions/2020-01/customer-services.md": '## Future actions\n\n- Visit councils. {#visits due="January 2020"}\n',
    "editions/2020-01/it.md": "## Completed\n\n- The email has moved. {#email}\n\n## Future actions\n\n"
    '- Choose the telephones. {#phones due="March 2020"}\n- Tell the unions. {#unions}\n',
    "editions/2020-02/edition.md": LETTER.format(day="2020-02-28", status="draft", words="see [here](action:email)."),
    "editions/2020-02/customer-services.md": '## Future actions\n\n- Visit councils. {#visits due="January 2020"}\n',
    "editions/2020-02/it.md": "## Completed\n\n- The unions know. {#unions}\n\n## Future actions\n\n"
    '- Choose the telephones. {#phones due="March 2020"}\n',
}
NEWEST = """\
February 2020: a draft, for 28 February 2020

workstream         update     open  overdue  errors  warnings  advice
The letter         draft                          0         1       0
Customer services  begun         1        1       0         1       0
Digital and IT     handed in     1        0       0         0       0
Buildings          missing       0        0       0         1       0

1 of 3 workstreams has handed in; begun, with nothing new: Customer services;
missing: Buildings

overdue: 1 promise
- Visit councils (Customer services, due January 2020; visits)

due by 3 April 2020: 1 promise
- Choose the telephones (Digital and IT, due March 2020; phones)
"""


@pytest.fixture(autouse=True)
def with_two_editions(in_a_council_s_folder: None) -> None:
    write_files({path: text.encode() for path, text in FILES.items()}, Path("content"))


def status(*words: str, capsys: pytest.CaptureFixture[str], code: int = 0) -> str:
    assert main(["status", *words, "--on", "2020-03-03"]) == code
    return capsys.readouterr().out


def test_the_newest_edition_is_told_in_a_table_and_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(capsys=capsys) == NEWEST


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_is_wider_than_eighty_columns_nor_than_the_terminal_if_that_can_be(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = status("2026-10", "--content", str(SAMPLE), capsys=capsys).splitlines()
    assert max(map(len, lines)) <= max(66, min(columns, 100))


def test_an_older_edition_says_who_handed_in_then_and_what_is_due_now(capsys: pytest.CaptureFixture[str]) -> None:
    out = status("2020-01", capsys=capsys)
    assert out.startswith("January 2020: published on 31 January 2020\n")
    assert "Customer services  handed in     1        1" in out
    assert "2 of 3 workstreams have handed in; missing: Buildings\n" in out
    assert "unions" not in out


def test_an_edition_whose_day_cannot_be_read_is_not_said_to_come_out_on_any(capsys: pytest.CaptureFixture[str]) -> None:
    """It was to be published on 31 December 9999, which is what the day is taken for."""
    file = Path("content/editions/2020-02/edition.md")
    file.write_text(file.read_text().replace("published: 2020-02-28\nstatus: draft", "publish: 2020-02-28"))
    out = status(capsys=capsys)
    assert out.startswith("February 2020: without a day of publication that can be read\n")
    assert "The letter         no date " in out
    assert json.loads(status("--format", "json", capsys=capsys))["published"] is None
    file.write_text(file.read_text().replace("publish: 2020-02-28", "status: draft"))
    assert status(capsys=capsys).startswith("February 2020: a draft, without a day of publication that can be read\n")


def test_a_letter_that_is_planned_is_not_called_published(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path("content/editions/2020-02/edition.md")
    file.write_text(LETTER.format(day="2020-03-31", status="published", words="it goes well."))
    out = status(capsys=capsys)
    assert out.startswith("February 2020: to be published on 31 March 2020\n")
    assert "The letter         planned " in out


def test_what_is_due_in_a_new_form_is_news(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path("content/editions/2020-02/customer-services.md")
    file.write_text(file.read_text().replace("January 2020", "April 2020"))
    assert "Customer services  handed in" in status(capsys=capsys)


def test_from_a_special_edition_nobody_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    flood = LETTER.format(day="2020-02-10", status="published", words="the river rose.").replace(
        "status", "title: Flood\nstatus"
    )
    folder = Path("content/editions/2020-02-flood")
    write_files({"edition.md": flood.encode()}, folder)
    assert "no workstream has an update here" in status("2020-02-flood", "--strict", capsys=capsys)
    write_files({"it.md": b"## Completed\n\n- The pumps run. {#pumps}\n"}, folder)
    out = status("2020-02-flood", capsys=capsys)
    assert "Digital and IT has handed in" in out
    assert "Buildings  " not in out
    assert status(capsys=capsys) == NEWEST


def test_errors_are_counted_where_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    with Path("content/editions/2020-02/it.md").open("a") as file:
        file.write("- Later. {#late due=Febuary}\n")
    with Path("content/workstreams.yml").open("a") as file:
        file.write("  colour: red\n")
    out = status("--strict", capsys=capsys, code=1)
    assert "Digital and IT     handed in     2        0       1 " in out
    assert "Other files                                       1 " in out


def test_with_strict_it_fails_until_everyone_has_handed_in(capsys: pytest.CaptureFixture[str]) -> None:
    status("--strict", capsys=capsys, code=1)
    for name in ("customer-services", "buildings"):
        Path(f"content/editions/2020-02/{name}.md").write_text("All is well.\n")
    out = status("--strict", capsys=capsys)
    assert "all 3 workstreams have handed in" in out


def test_other_programs_get_json_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(status("--format", "json", capsys=capsys))
    assert (told["edition"], told["is_draft"], told["on"]) == ("2020-02", True, "2020-03-03")
    assert [part["update"] for part in told["parts"]] == [None, "begun", "handed in", "missing", None]
    assert [(it["id"], it["last_day"]) for it in told["overdue"]] == [("visits", "2020-01-31")]
    rows = list(csv.DictReader(io.StringIO(status("--format", "csv", capsys=capsys).removeprefix("\ufeff"))))
    assert [(row["id"], row["update"], row["overdue"]) for row in rows] == [
        ("letter", "", "0"),
        ("customer-services", "begun", "1"),
        ("it", "handed in", "0"),
        ("buildings", "missing", "0"),
        ("elsewhere", "", "0"),
    ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["2020-2"], "there is no edition `2020-2`; did you mean `2020-02`?"),
        (["--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_name_that_is_not_there_is_one_line(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", *words]) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1


def test_without_an_edition_or_a_programme_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    for path in sorted(Path("content/editions").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert main(["status"]) == 2
    assert "there is no edition yet; `golden new` begins one" in capsys.readouterr().err
    Path("content/programme.yml").unlink()
    assert main(["status"]) == 1
    assert "`golden check` shows what to mend" in capsys.readouterr().err


def test_nothing_that_makes_pages_is_loaded_for_it() -> None:
    program = (
        "import sys\nfrom generator.cli import main\nmain(['status'])\n"
        "print('loaded', *(name for name in ('jinja2', 'typst', 'PIL', 'babel') if name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "loaded"


def test_a_workstream_that_has_ended_is_not_missing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/workstreams.yml").write_text(WORKSTREAMS + "  ended: 2020-02-01\n", encoding="utf-8")
    told = status(capsys=capsys)
    assert "Buildings" not in told
    assert "1 of 2 workstreams has handed in" in told


def test_a_workstream_that_has_ended_is_missing_while_a_promise_of_it_is_open(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("content/workstreams.yml").write_text(WORKSTREAMS + "  ended: 2020-02-01\n", encoding="utf-8")
    kiosks = "## Future actions\n\n- Paint the kiosks. {#kiosks}\n"
    Path("content/editions/2020-01/buildings.md").write_text(kiosks, encoding="utf-8")
    assert "missing: Buildings" in status(capsys=capsys)


def test_what_golden_new_leaves_behind_of_a_promise_makes_no_update_handed_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Why it was moved is told once, and is not carried along."""
    january = Path("content/editions/2020-01/customer-services.md")
    text = january.read_text(encoding="utf-8")
    january.write_text(text.replace('due="January 2020"', 'due="January 2020" reason="Snow."'), encoding="utf-8")
    assert "begun, with nothing new: Customer services" in status(capsys=capsys)
    february = Path("content/editions/2020-02/customer-services.md")
    february.write_text(text.replace('due="January 2020"', 'due="January 2020" reason="Ice."'), encoding="utf-8")
    assert "all 3 workstreams" not in (told := status(capsys=capsys))
    assert "2 of 3 workstreams have handed in" in told
