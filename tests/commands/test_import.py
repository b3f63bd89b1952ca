"""`golden import` as a lead or a director meets it."""

import zipfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.importing.bringing import bring
from tests.examples import write_files
from tests.importing.documents import PROGRAMME, one_lead, picture, pictures, two_level_headings

TEXT = (
    "Finance\n\nIt was a good month.\n\nCompleted\n\n- We closed the books.\n\nNext steps\n\n- Open them by May 2020.\n"
)
MANY = 5001


@pytest.fixture(autouse=True)
def with_an_update_as_text(in_an_empty_folder: None) -> None:
    write_files({path: text.encode() for path, text in PROGRAMME.items()}, Path("content"))
    Path("update.txt").write_text(TEXT, encoding="utf-8")


def content() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}


def lay(path: str, data: bytes | str) -> None:
    write_files({path: data.encode() if isinstance(data, str) else data}, Path("content"))


def test_it_says_what_it_made_of_each_workstream_and_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "update.txt", "--edition", "2020-01"]) == 0
    assert capsys.readouterr().out == (
        "made content/editions/2020-01: a draft letter and 1 update, for 31 January 2020\n"
        "  Finance  1 completed, 1 future (1 with a due date); 1 sentence of introduction\n"
        "nothing was found of Customer services, Digital and IT and Our people\n"
        "sentences: 6 in the files; 3 read back from what is written, 3 as headings, dates and the like: none is lost\n"
        "\nnext: golden check    finds what is wrong with it; golden fix gives ids to actions that have none\n"
        "it is a draft, in no site, until `status: draft` is taken out of its letter\n"
    )
    assert main(["check", "--drafts", "--on", "2020-02-03"]) == 0


def test_several_files_make_one_edition() -> None:
    Path("one.docx").write_bytes(two_level_headings())
    assert main(["import", "update.txt", "one.docx", "--edition", "2020-01", "--quiet"]) == 0
    made = {path.name for path in Path("content/editions/2020-01").iterdir()}
    assert made == {"edition.md", "finance.md", "customer-services.md", "it.md"}


def test_a_dry_run_shows_the_files_and_writes_none(capsys: pytest.CaptureFixture[str]) -> None:
    before = content()
    assert main(["import", "update.txt", "--edition", "2020-01", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "--- content/editions/2020-01/finance.md\nIt was a good month.\n\n## Completed\n" in out
    assert "nothing was written; without --dry-run it will be" in out
    assert content() == before


def test_a_lead_s_update_joins_an_edition_that_is_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "update.txt", "--edition", "2020-01", "--quiet"])
    before = content()
    Path("ours.docx").write_bytes(one_lead())
    assert main(["import", "ours.docx", "--edition", "2020-01", "--workstream", "it"]) == 0
    assert "made content/editions/2020-01/it.md\n" in capsys.readouterr().out
    after = content()
    assert after.pop("content/editions/2020-01/it.md").startswith(b"Money was tight, as always.\n\n## Completed\n")
    assert after == before


PROMISES = """\
## Future actions

- Give the library free Wi-Fi. {#library-wifi due="Summer 2020"}
- Sell the old screens. {#screens due="May 2020"}
"""
PROMISES_IN_YAML = """\
future:
  - {id: library-wifi, text: Give the library free Wi-Fi., due: Summer 2020}
  - {id: screens, text: Sell the old screens., due: May 2020}
"""


def begin(update: str = "it.md", promises: str = PROMISES) -> None:
    """An edition of January with two promises of IT, and the one of February as `golden new` begins it."""
    main(["import", "update.txt", "--edition", "2020-01", "--quiet"])
    lay(f"editions/2020-01/{update}", promises)
    letter = Path("content/editions/2020-01/edition.md")
    letter.write_text(letter.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    assert main(["new", "2020-02", "--on", "2020-02-03", "--quiet"]) == 0
    assert Path("content/editions/2020-02", update).exists()


def test_an_update_that_golden_new_has_begun_gives_way_where_nobody_has_written_in_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    begin()
    before = content()
    capsys.readouterr()
    Path("ours.csv").write_text("Ref,Action,Status\nscreens,The screens are sold.,Done\n", encoding="utf-8")
    assert main(["import", "ours.csv", "--edition", "2020-02", "--workstream", "it"]) == 0
    told = capsys.readouterr().out
    assert (
        "made content/editions/2020-02/it.md, in place of what golden new had begun, where nobody had written" in told
    )
    assert "it does not speak of: library-wifi\n" in told
    after = content()
    assert (
        after.pop("content/editions/2020-02/it.md")
        == b"## Completed\n\n- The screens are sold. {#screens}\n\n## Future actions\n"
    )
    assert after == {path: data for path, data in before.items() if not path.endswith("2020-02/it.md")}


def test_what_somebody_writes_into_it_meanwhile_does_not_give_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin()
    Path("ours.csv").write_text("Ref,Action,Status\nscreens,The screens are sold.,Done\n", encoding="utf-8")
    update = Path("content/editions/2020-02/it.md")

    def brought_while_somebody_writes(*request: Any) -> Any:
        update.write_text("## Completed\n\n- Ours.\n", encoding="utf-8")
        return bring(*request)

    monkeypatch.setattr("generator.commands.import_.bring", brought_while_somebody_writes)
    before = content()
    assert main(["import", "ours.csv", "--edition", "2020-02", "--workstream", "it"]) == 2
    assert "was saved while we were at work, so nothing was changed; do it again" in capsys.readouterr().err
    assert content() == {**before, update.as_posix(): b"## Completed\n\n- Ours.\n"}


def test_an_update_that_was_begun_by_itself_gives_way_as_well() -> None:
    begin()
    Path("content/editions/2020-02/it.md").unlink()
    lay("editions/2020-02/finance.md", "## Completed\n\n- We closed the books.\n")
    assert main(["new", "2020-02", "--workstream", "it", "--quiet"]) == 0
    Path("ours.docx").write_bytes(one_lead())
    assert main(["import", "ours.docx", "--edition", "2020-02", "--workstream", "it", "--quiet"]) == 0
    assert "One page of figures" in Path("content/editions/2020-02/it.md").read_text(encoding="utf-8")


def test_a_whole_edition_that_was_begun_gives_way_where_nobody_has_written_in_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    begin()
    of_it = Path("content/editions/2020-02/it.md").read_bytes()
    Path("all.txt").write_text(f"It was a good month.\n\n{TEXT}", encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "all.txt", "--edition", "2020-02"]) == 0
    assert "in place of what golden new had begun" in capsys.readouterr().out
    assert b"It was a good month." in Path("content/editions/2020-02/edition.md").read_bytes()
    assert b"We closed the books" in Path("content/editions/2020-02/finance.md").read_bytes()
    assert Path("content/editions/2020-02/it.md").read_bytes() == of_it
    assert main(["check", "--drafts", "--on", "2020-02-03"]) == 0


@pytest.mark.parametrize("words", [["--workstream", "it"], []], ids=["one update", "the whole edition"])
def test_what_golden_new_has_begun_in_yaml_gives_way_too(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One update was refused; the whole edition was written beside it, and no build would take the two."""
    begin("it.yml", PROMISES_IN_YAML)
    Path("ours.txt").write_text("IT\n\nDone\n\n- The screens are sold.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "ours.txt", "--edition", "2020-02", *words]) == 0
    assert "in place of what golden new had begun, where nobody had written" in capsys.readouterr().out
    assert not Path("content/editions/2020-02/it.yml").exists()
    assert "The screens are sold" in Path("content/editions/2020-02/it.md").read_text(encoding="utf-8")
    assert main(["check", "--drafts", "--on", "2020-02-03", "--quiet"]) == 0


def test_what_somebody_has_written_in_yaml_does_not_give_way(capsys: pytest.CaptureFixture[str]) -> None:
    begin("it.yml", PROMISES_IN_YAML)
    update = Path("content/editions/2020-02/it.yml")
    update.write_text(update.read_text(encoding="utf-8").replace("May 2020", "June 2020"), encoding="utf-8")
    before = content()
    assert main(["import", "update.txt", "--edition", "2020-02", "--workstream", "it", "--quiet"]) == 2
    assert "`content/editions/2020-02/it.yml`, and it is left as it is" in capsys.readouterr().err
    assert content() == before


def test_what_finder_puts_into_a_folder_stands_in_nobody_s_way() -> None:
    begin()
    Path("content/editions/2020-02/.DS_Store").write_bytes(b"looks")
    assert main(["import", "update.txt", "--edition", "2020-02", "--quiet"]) == 0
    assert Path("content/editions/2020-02/.DS_Store").read_bytes() == b"looks"


@pytest.mark.parametrize("file", ["it.md", "edition.md"])
def test_an_edition_that_somebody_has_written_in_is_left_as_it_is(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    begin()
    path = Path("content/editions/2020-02", file)
    path.write_text(path.read_text(encoding="utf-8") + "A word.\n", encoding="utf-8")
    before = content()
    assert main(["import", "update.txt", "--edition", "2020-02", "--quiet"]) == 2
    assert "is there already, and is left as it is" in capsys.readouterr().err
    assert content() == before


@pytest.mark.parametrize("begun", ["it.md", "it.yml"])
def test_the_remedy_for_an_update_that_somebody_has_written_in_works(
    begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "update.txt", "--edition", "2020-01", "--quiet"])
    lay(f"editions/2020-01/{begun}", "# Mine\n")
    Path("ours.docx").write_bytes(one_lead())
    words = ["import", "ours.docx", "--edition", "2020-01", "--workstream", "it", "--quiet"]
    assert main(words) == 2
    assert f"`content/editions/2020-01/{begun}`" in (told := capsys.readouterr().err)
    assert "move that file out of the content folder" in told
    Path("content/editions/2020-01", begun).rename(begun)
    assert main(words) == 0


def test_what_an_added_update_cannot_place_stands_in_its_introduction() -> None:
    main(["import", "update.txt", "--edition", "2020-01", "--quiet"])
    Path("two.txt").write_text("Done\n\n- One.\n\nFinance\n\n- Two.\n", encoding="utf-8")
    assert main(["import", "two.txt", "--edition", "2020-01", "--workstream", "it", "--quiet"]) == 0
    assert Path("content/editions/2020-01/it.md").read_text(encoding="utf-8").startswith(
        "### Not placed yet\n\n"
        "Each part below could not be placed. Move it to where it belongs, and take this heading out.\n\n"
        "#### From two.txt, line 5: it is of another workstream than it\n\n"
        "Finance\n\n- Two.\n\n## Completed\n"
    )  # fmt: skip


def test_a_special_edition_has_its_own_title() -> None:
    assert main(["import", "update.txt", "--edition", "2020-01-flood", "--title", "Flood", "--quiet"]) == 0
    assert "title: Flood" in Path("content/editions/2020-01-flood/edition.md").read_text(encoding="utf-8")


def test_pictures_wait_for_the_words_that_golden_check_asks_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ours.docx").write_bytes(pictures())
    assert main(["import", "ours.docx", "--edition", "2020-01", "--quiet"]) == 0
    assert {path.name for path in Path("content/images/2020-01").iterdir()} == {
        "images.yml", "picture-1.png", "picture-2.gif"
    }  # fmt: skip
    assert main(["check", "--drafts", "--format", "concise"]) == 1
    assert "error[image-without-alt]" in capsys.readouterr().out


def test_pictures_of_an_added_update_are_for_nobody_else_than_its_edition() -> None:
    programme = PROGRAMME["programme.yml"].replace("for:", "  residents: {title: Residents, theme: plain}\nfor:")
    lay("programme.yml", programme.replace("[staff]", "[staff, residents]"))
    lay("editions/2020-01/edition.md", "---\npublished: 2020-01-31\nfor: [staff]\n---\nJanuary.\n")
    Path("ours.docx").write_bytes(pictures())
    assert main(["import", "ours.docx", "--edition", "2020-01", "--workstream", "it", "--quiet"]) == 0
    (said,) = Path("content/images").rglob("images.yml")
    assert said.read_text(encoding="utf-8") == "for: [staff]\n"


def test_pictures_are_for_no_one_whom_a_letter_merely_names() -> None:
    """A line of a Word document that began with `for:` was taken for the letter's own front matter."""
    residents = "  residents: {title: Residents, theme: plain}\nfor:"
    lay("programme.yml", PROGRAMME["programme.yml"].replace("for:", residents))
    whole = f"<p>for: [staff, residents]</p><p><img src='data:image/png;base64,{b64encode(picture().read()).decode()}'>"
    Path("ours.html").write_text(whole, encoding="utf-8")
    assert main(["import", "ours.html", "--edition", "2020-01", "--quiet"]) == 0
    (said,) = Path("content/images").rglob("images.yml")
    assert said.read_text(encoding="utf-8") == "for: [staff]\n"


def _encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _stuffed() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(MANY):
            archive.writestr(f"{number}.xml", b"")
    return stream.getvalue()


FILES_REFUSED = {
    "nowhere.docx": (None, "`nowhere.docx` is not there"),
    "content": (None, "is of no kind that can be brought in"),
    "folder.txt": (None, "`folder.txt` is a folder; name the files in it"),
    "empty.txt": (b"", "`empty.txt` is empty"),
    "blank.md": (b" \n\n", "`blank.md` is empty"),
    "marks.md": (b"---\n", "`marks.md` has no words in it"),
    "old.doc": (b"x", "`old.doc` cannot be read as it is: open it in Word, and save it as .docx"),
    "old.xls": (b"x", "open it in Excel, and save it as .xlsx"),
    "plan.pdf": (b"%PDF-1.4", "ask for the Word file that it was made from"),
    "free.odt": (b"x", "open it in Word or LibreOffice, and save it as .docx"),
    "mail.msg": (b"x", "open it in Outlook, and save it as HTML or text"),
    "what.zip": (b"x", "is of no kind that can be brought in; these are: Word (.docx)"),
    "broken.docx": (b"PK\x03\x04 and no more", "is damaged or is no .docx file"),
    "locked.docx": (_encrypted(), "has a password, or is of an older form"),
    "locked.xlsx": (_encrypted(), "take the password off, and save it as .xlsx"),
    "stuffed.xlsx": (_stuffed(), "is larger than can be meant for an update"),
    "letter.xlsx": (one_lead(), "is not a spreadsheet"),
    "bytes.txt": (b"a\0b", "is no text"),
    "half.txt": (b"\xff\xfea", "is no text"),
    "mail.eml": (b"Content-Type: image/png\n\nx", "holds no e-mail that can be read"),
    "heads.csv": (b"A,B\n1,2\n", "has no column that is known to hold actions; its columns are “A”, “B”"),
    "huge.txt": (b"words " * 400_000, "`huge.txt` is larger than can be meant for an update"),
    "many.txt": (b"x y\n\n" * 5001, "`many.txt` is larger than can be meant for an update"),
    "deep.html": (b"<ul><li>" * 3000, "`deep.html` has no words in it"),
    "long.txt": (b"word " * 4000, "this is longer than 10,000 characters"),
}


@pytest.mark.parametrize("name", FILES_REFUSED)
def test_a_file_that_cannot_be_brought_in_is_refused_in_one_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    data, complaint = FILES_REFUSED[name]
    Path("folder.txt").mkdir()
    if data is not None:
        Path(name).write_bytes(data)
    before = content()
    assert main(["import", name, "--edition", "2020-01"]) == 2
    error = capsys.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1
    assert content() == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--edition", "January"], "`January` cannot be an edition's name"),
        (["--edition", "2020-02"], "`content/editions/2020-02` is there already, and is left as it is"),
        (
            ["--edition", "2020-02", "--workstream", "finance"],
            "`finance` has its update in `content/editions/2020-02/finance.md`",
        ),
        (["--edition", "2020-02", "--workstream", "it", "--title", "X"], "an update has none of its own"),
        (["--edition", "2020-03", "--workstream", "it"], "March 2020 is frozen"),
        (["--edition", "2020-03", "--workstream", "finance"], "March 2020 is frozen"),
        (["--edition", "2020-04", "--workstream", "it"], "has no letter that can be read"),
        (["--edition", "2020-01", "--workstream", "finanse"], "did you mean `finance`?"),
        (["--edition", "2020-01-flood"], 'a special edition needs a title: --edition 2020-01-flood --title "..."'),
        (["--edition", "2020-01", "--map", "action"], "does not say what a column is for"),
        (["--edition", "2020-01", "--map", "What=colour"], "or one of action, workstream, due"),
        (["--edition", "2020-01", "--map", "What=action"], "no table has a column `what`, which --map names"),
        (["--edition", "2020-01", "--content", "nowhere"], "there is no folder `nowhere`"),
    ],
)
def test_a_mistake_of_usage_is_one_line_and_writes_nothing(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lay("editions/2020-02/edition.md", "---\npublished: 2020-02-28\n---\nHello.\n")
    lay("editions/2020-02/finance.md", "## Completed\n\n- One. {#one}\n")
    lay("editions/2020-03/edition.md", "---\npublished: 2020-03-31\n---\nHello.\n")
    lay("editions/2020-03/frozen.yml", "x")
    lay("editions/2020-03/finance.md", "## Completed\n\n- One. {#one}\n")
    lay("editions/2020-04/it.yml", "future: []\n")
    Path("content/editions/2020-04/it.yml").unlink()
    before = content()
    assert main(["import", "update.txt", *words]) == 2
    error = capsys.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1
    assert content() == before


def test_a_picture_folder_that_is_there_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ours.docx").write_bytes(pictures())
    lay("images/2020-01/images.yml", "for: [staff]\n")
    before = content()
    assert main(["import", "ours.docx", "--edition", "2020-01"]) == 2
    assert "could not write `content/images/2020-01`" in capsys.readouterr().err
    assert content() == before


def test_pictures_do_not_stay_behind_when_the_edition_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("ours.docx").write_bytes(pictures())
    lay("editions", "a file in the place of the folder")
    assert main(["import", "ours.docx", "--edition", "2020-01"]) == 2
    assert not list(Path("content").glob("images/2020-01"))


def test_without_a_programme_its_findings_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/programme.yml").unlink()
    assert main(["import", "update.txt", "--edition", "2020-01"]) == 1
    out = capsys.readouterr().out
    assert "missing-file" in out
    assert "nothing was written: programme.yml and workstreams.yml come first" in out


def test_the_help_teaches_by_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    out = capsys.readouterr().out
    assert 'golden import "January update.docx" --edition 2020-01' in out
    assert "No sentence is lost" in out
