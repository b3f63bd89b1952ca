"""`golden changes` as its users meet it."""

from pathlib import Path
from shutil import rmtree

import pytest

from generator.cli import main
from tests.examples import write_files

FEBRUARY = b"---\npublished: 2020-02-28\nfor: [staff, residents]\n---\nA letter.\n"
UPDATE = b"## Completed\n\n- Opened the desk. {#desk}\n- Chose the firm. {#firm for=staff}\n"
CHANGES = ["changes", "--on", "2020-03-01"]


@pytest.fixture(autouse=True)
def with_two_editions(in_a_council_s_folder: None) -> None:
    files = {"editions/2020-02/edition.md": FEBRUARY, "editions/2020-02/customer-services.md": UPDATE}
    write_files(files, Path("content"))


def told(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main([*CHANGES, *more]) == 0
    return capsys.readouterr().out


def test_it_tells_the_newest_edition_against_the_one_before(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys)
    assert said.startswith("February 2020: what has changed since January 2020\n")
    assert "  Done: Opened the desk.\n    Completed in February 2020" in said
    assert "    desk, content/editions/2020-02/customer-services.md:3\n" in said
    assert told(capsys, "--since", "2020-01") == said


def test_residents_are_told_nothing_of_staff_s_in_any_form(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "markdown", "html"):
        said = told(capsys, "--format", form, "--audience", "residents")
        assert "Opened the desk" in said
        assert "firm" not in said
        assert "firm" in told(capsys, "--format", form)


def test_html_is_a_page_by_itself_and_markdown_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "--format", "html").endswith("</html>\n")
    assert "\n- **Done:** Opened the desk.\n" in told(capsys, "--format", "markdown")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--since", "2020-10"], "there is no edition `2020-10`"),
        (["--since", "2020-02"], "is the newest edition"),
        (["--audience", "resident"], "did you mean `residents`?"),
        (["--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_mistake_of_usage_is_one_line_and_exit_2(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*CHANGES, *words]) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1


def test_content_with_errors_is_told_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/editions/2020-02/customer-services.md").write_bytes(UPDATE + b"- Words {#bad id}\n")
    assert main(CHANGES) == 1
    said = capsys.readouterr()
    assert "Opened the desk." in said.out
    assert "so this may not be all" in said.err


def test_an_edition_whose_day_cannot_be_read_is_looked_at_today(capsys: pytest.CaptureFixture[str]) -> None:
    """It was looked at on 31 December 9999, when every promise is late."""
    Path("content/editions/2020-02/edition.md").write_bytes(FEBRUARY.replace(b"published", b"publish"))
    planned = b'\n## Future actions\n\n- Paint the hall. {#hall due="May 2020"}\n'
    Path("content/editions/2020-01/customer-services.md").write_bytes(planned)
    Path("content/editions/2020-02/customer-services.md").write_bytes(UPDATE.replace(b"#desk", b"#hall"))
    assert main(CHANGES) == 1
    said = capsys.readouterr().out
    assert "February 2020 gives no day of publication that can be read." in said
    assert "Completed in February 2020." in said
    assert "9999" not in said
    assert "verdue" not in said


def test_a_programme_for_nobody_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/programme.yml").write_text("{}")
    assert main([*CHANGES, "--format", "html"]) == 1
    assert "so nothing can be told" in capsys.readouterr().err


def test_a_theme_that_cannot_be_shown_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    programme = Path("content/programme.yml")
    programme.write_text(programme.read_text().replace("theme: council", "theme: nobody"))
    assert main([*CHANGES, "--format", "html"]) == 1
    said = capsys.readouterr()
    assert "error[" in said.err
    assert said.out == ""


def test_that_others_continue_a_promise_is_news_for_the_readers_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "editions/2020-03/edition.md": FEBRUARY.replace(b"02-28", b"03-27"),
        "editions/2020-02/customer-services.md": b"## Future actions\n\n- One number. {#number}\n",
        "editions/2020-03/customer-services.md": b"## Future actions\n\n- A number for tax. {#tax from=number}\n",
    }
    write_files(files, Path("content"))
    assert main(["changes", "--on", "2020-03-28"]) == 0
    said = capsys.readouterr().out
    assert "For Residents: news of 2 of these 3." in said
    continued = said.partition("  Continued: One number.\n")[2]
    assert continued.split("\n")[1].strip() == "For Residents: in the words that they know."


def test_where_there_is_no_earlier_edition_none_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    rmtree("content/editions/2020-02")
    assert main([*CHANGES, "--since", "2019-12"]) == 2
    assert capsys.readouterr().err == "golden: there is no edition `2019-12` to compare with\n"
