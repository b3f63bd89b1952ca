"""Each how-to that is told in commands and files is done as it tells: what is printed is what the page shows."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.cli import main
from tests.docs.blocks import yaml_in
from tests.docs.walking import agree, run, steps_of, write
from tests.examples import smallest, write_files

PAGES = Path(__file__).parents[2] / "docs" / "how-to"
LETTER = "We tell you what has changed.\n"
BEFORE = """\
## Future actions

- Put the ten forms that residents use most online. {#online-forms due="June 2026"}
- Move the help desk to 4 Mill Lane. {#help-desk}
"""
COUNCIL = "/home/amina/merebrook/"  # where the reader of the pages has the programme


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A programme whose editions are still to be written, in the folder that commands are run in."""
    files = {path: data for path, data in smallest().items() if not path.startswith("editions/")}
    write_files({f"content/{path}": data for path, data in files.items()}, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


def edition(name: str, update: str = "") -> None:
    letter = f"---\npublished: {name}-27\n---\n{LETTER}"
    files = {"edition.md": letter, **({"customer-services.md": update} if update else {})}
    write_files({f"content/editions/{name}/{path}": text.encode() for path, text in files.items()}, Path())


def walk(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each step of the page; of a command that prints what the page does not show, only that it ends well."""
    for step in steps_of(PAGES / f"{page}.md"):
        if step.path:
            write(step)
        for command in step.commands:
            code = run(command)
            said = capsys.readouterr().out.replace(f"{Path.cwd().as_posix()}/", COUNCIL)
            assert step.told is None or agree(said, step.told), f"{command} prints\n{said}"
            assert code == (1 if "error[" in said else 0), said


def test_one_promise_can_be_followed_as_its_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for month in ("2026-03", "2026-04", "2026-05", "2026-07"):
        edition(month)
    walk("follow-one-promise", capsys)


def test_an_edition_is_frozen_and_corrected_as_the_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition("2026-03", BEFORE)
    walk("freeze-and-correct", capsys)
    assert "4 Mill Lane" not in (here / "content/editions/2026-03/customer-services.md").read_text(encoding="utf-8")


def test_a_person_is_answered_as_the_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition("2026-03")
    walk("answer-a-person", capsys)
    made = [file for folder in ("content", "output") for file in (here / folder).rglob("*") if file.is_file()]
    assert len(made) > 100
    assert not [file for file in made if b"Jane" in file.read_bytes()]
    assert "privacy/index.html" in run_of("residents", here)


def run_of(audience: str, here: Path) -> str:
    """The first page of a site, with the content as it is by now."""
    assert main(["build", "--audience", audience, "--on", "2026-04-28"]) == 0
    return (here / "output" / audience / "index.html").read_text(encoding="utf-8")


def test_a_newsletter_is_made_as_the_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition("2026-03", BEFORE)
    programme = here / "content" / "programme.yml"
    (newsletters,) = yaml_in(PAGES / "print-and-post.md")
    programme.write_text(programme.read_text(encoding="utf-8") + newsletters, encoding="utf-8")
    walk("print-and-post", capsys)
    assert sorted(file.suffix for file in Path("to-print").iterdir()) == [".pdf", ".pdf"]


def test_a_template_is_written_as_the_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk("write-a-page-template", capsys)
    (named,) = yaml_in(PAGES / "write-a-page-template.md")
    programme = here / "content" / "programme.yml"
    line = named.splitlines()[1]
    programme.write_text(
        programme.read_text(encoding="utf-8").replace("  staff: {title: Staff, theme: council}", line), encoding="utf-8"
    )
    assert line in programme.read_text(encoding="utf-8")
    edition("2026-03", BEFORE)
    assert main(["build", "--audience", "staff", "--on", "2026-04-01"]) == 0
    assert "tbody th" in (here / "output/staff/assets/site.css").read_text(encoding="utf-8")


def test_sites_are_said_in_another_language_as_the_page_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGES / "say-the-sites-in-another-language.md"
    steps = steps_of(page)
    (passage,) = (step.body for step in steps if step.language == "markdown")
    (link,) = (step.body for step in steps if step.language == "html")
    edition("2026-03", BEFORE)
    letter = here / "content/editions/2026-03/edition.md"
    letter.write_text(letter.read_text(encoding="utf-8") + passage, encoding="utf-8")
    copytree(here / "content", here / "content-cy")
    for command in (command for step in steps for command in step.commands):
        assert run(command) == 0, command
        if command == "golden theme translate merebrook cy":
            shown = next(step.body for step in steps if step.body.startswith("#. On"))
            catalogue = here / "themes/merebrook/languages/cy.po"
            text = catalogue.read_text(encoding="utf-8")
            *_, phrase, words = shown.splitlines()
            assert shown.replace(words, 'msgstr ""') in text
            assert f'{phrase}\nmsgstr ""' in text
            catalogue.write_text(text.replace(f'{phrase}\nmsgstr ""', f"{phrase}\n{words}"), encoding="utf-8")
        if command.startswith("golden theme copy"):
            menu = here / "themes/merebrook/parts/menu.html"
            text = menu.read_text(encoding="utf-8")
            assert text.count("    </ul>") == 1
            menu.write_text(text.replace("    </ul>", f"{link}    </ul>"), encoding="utf-8")
    assert main(["theme", "check", "merebrook"]) == 0
    assert "1 taken from other themes" in capsys.readouterr().out
    named, headings = yaml_in(page)
    programme = here / "content" / "programme.yml"
    language, _, staff = named.splitlines()
    text = programme.read_text(encoding="utf-8").replace("  staff: {title: Staff, theme: council}", staff)
    programme.write_text(f"{text}{language}\n{headings}", encoding="utf-8")
    welsh = BEFORE.replace("Future actions", "Camau nesaf").replace("June 2026", "2026-06")
    (here / "content/editions/2026-03/customer-services.md").write_text(welsh, encoding="utf-8")
    assert main(["build", "--audience", "staff", "--on", "2026-04-01"]) == 0
    updates = (here / "output/staff/updates/index.html").read_text(encoding="utf-8")
    assert '<html lang="cy"' in updates
    assert "Neidio i’r prif gynnwys" in updates
    assert "27 Mawrth 2026" in updates
    assert "en/updates/" in updates
    update = (here / "output/staff/updates/2026-03/index.html").read_text(encoding="utf-8")
    assert '<span lang="cy">Croeso i bawb</span>' in update
    assert "Mehefin 2026" in update
