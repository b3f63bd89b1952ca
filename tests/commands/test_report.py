"""`golden report` as its users meet it."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.examples import write_files

UPDATE = b"""## Completed

- Opened the desk. {#desk}

## Future actions

- Read [the plan](document:plan). {#plan due="March 2020"}
- Choose the firm that nobody may know yet. {#firm for=staff due="April 2020"}
"""
DOCUMENTS = b"- {id: plan, title: The plan, file: plan.txt, for: [staff, residents]}\n"
MADE = {"report.html", "report.pdf", "documents/plan.txt"}


@pytest.fixture(autouse=True)
def with_a_document(in_a_council_s_folder: None) -> None:
    files = {
        "editions/2020-01/customer-services.md": UPDATE,
        "documents.yml": DOCUMENTS,
        "documents/plan.txt": b"The plan of it all.\n",
    }
    write_files(files, Path("content"))


def report(*more: str, begins: str = "2020-01", ends: str = "2020-03") -> int:
    return main(["report", "--from", begins, "--to", ends, "--on", "2020-04-02", *more])


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_is_made_for_the_public_with_its_documents_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert report() == 0
    folder = Path("output/reports/2020-01-to-2020-03-residents")
    assert files_in(folder) == MADE
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "Opened the desk" in page
    assert "firm" not in page
    assert 'href="documents/plan.txt"' in page
    assert capsys.readouterr().out.endswith("Residents: 1 edition, 1 document bound in\n")
    assert report("--dry-run") == 0
    assert "to write" not in capsys.readouterr().out


def test_a_folder_keeps_its_readers_and_what_others_put_there() -> None:
    assert report("-o", "papers") == 0
    Path("papers/minutes.txt").write_text("Ours.", encoding="utf-8")
    Path("content/editions/2020-01/customer-services.md").write_text(
        "## Completed\n\n- It is done.\n", encoding="utf-8"
    )
    assert report("-o", "papers", "--title", "One Council") == 0
    assert files_in(Path("papers")) == {"report.html", "report.pdf", "minutes.txt"}
    assert "<h1>One Council</h1>" in Path("papers/report.html").read_text(encoding="utf-8")
    assert report("-o", "papers", "--audience", "staff") == 2


def test_it_does_not_overwrite_what_is_not_ours(capsys: pytest.CaptureFixture[str]) -> None:
    Path("papers").mkdir()
    Path("papers/report.html").write_text("Ours.", encoding="utf-8")
    assert report("-o", "papers") == 2
    assert "holds files that we did not put there" in capsys.readouterr().err
    assert Path("papers/report.html").read_text(encoding="utf-8") == "Ours."


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("--dry-run", "--audience", "staff") == 0
    told = capsys.readouterr().out
    assert all(f"to write: output/reports/2020-01-to-2020-03-staff/{name}" in told for name in MADE)
    assert not Path("output").exists()


def test_content_with_errors_makes_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/questions.yml").write_text("- {id: why, question: Why?}\n", encoding="utf-8")
    assert report() == 1
    assert "error[missing-field]" in capsys.readouterr().out
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("words", "begins", "complaint"),
    [
        ([], "soon", "`soon` is no date; write a month such as 2026-04"),
        ([], "2020-04", "`2020-03` is before `2020-04`; give the earlier one first"),
        (
            [],
            "2020-02",
            "no edition for residents came out from 1 February 2020 to 31 March 2020; the only one is 2020-01",
        ),
        (["--audience", "resident"], "2020-01", "did you mean `residents`?"),
        (["--content", "nowhere"], "2020-01", "there is no folder `nowhere`"),
    ],
)
def test_a_mistake_of_usage_is_one_line_and_exit_2(
    words: list[str], begins: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(*words, begins=begins) == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1


def test_a_quarter_is_of_the_year_that_the_programme_counts_quarters_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("--dry-run", begins="Q1 2020", ends="Q1 2020") == 2
    assert "`Q1 2020` may be a quarter of the calendar year or of the financial year" in capsys.readouterr().err
    programme = Path("content/programme.yml")
    programme.write_text(f"{programme.read_text(encoding='utf-8')}quarters: calendar\n", encoding="utf-8")
    assert report("--dry-run", begins="Q1 2020", ends="Q1 2020") == 0
    assert "1 edition" in capsys.readouterr().out
