"""The press: themes own how paper looks, and their faults have file and line. What it prints is in tests/pdf."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from generator.briefing.issue_page import issue_page
from generator.making.render import TemplateFailedError
from generator.making.theme import Theme
from tests.building import SAMPLE
from tests.pdf.printing import describer, press_for


def printed(theme_folder: Path | None = None, tokens: dict[str, dict[str, str]] | None = None) -> bytes:
    """The residents' first issue, with a child theme's folder and tokens laid over their theme."""
    describe, theme = describer(SAMPLE, "residents")
    folders = (theme_folder, *theme.folders) if theme_folder else theme.folders
    own = replace(theme, folders=folders, tokens=laid(theme, tokens or {}))
    with press_for(SAMPLE, describe, own) as press:
        return press.issue(issue_page(describe, describe.issues[0]), large=False)


def laid(theme: Theme, tokens: dict[str, dict[str, str]]) -> dict[str, object]:
    return {name: {**value, **tokens[name]} if name in tokens else value for name, value in theme.tokens.items()}


def drawing(file: bytes) -> bytes:
    with Pdf.open(BytesIO(file)) as pdf:
        return b"".join(page.Contents.read_bytes() for page in pdf.pages)


def own(folder: Path, **files: str) -> Path:
    (folder / "newsletter").mkdir()
    (folder / "theme.yml").write_text("name: own\nextends: plain\n")
    for name, text in files.items():
        (folder / "newsletter" / name.replace("_", ".")).write_text(text)
    return folder


def test_a_colour_changed_in_a_theme_changes_the_paper() -> None:
    red = b"0.8 0 0 scn"
    assert red not in drawing(printed())
    assert red in drawing(printed(tokens={"colour": {"accent": "#cc0000"}}))


def test_a_childs_template_stands_over_its_parents(tmp_path: Path) -> None:
    page = (
        "#let issue = json(bytes(sys.inputs.issue))\n#set document(title: issue.page.title)\n"
        "#set text(font: issue.families)\n#par[Our own paper]"
    )
    assert "Our own paper" in PdfReader(BytesIO(printed(own(tmp_path, print_typ=page)))).pages[0].extract_text()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("print_typ", "#let a = 1\n#unknown-name\n", 2),
        ("print_typ", "#let a = (1\n", 1),
        ("print_json", '{\n"published": ,\n}', 2),
        ("print_json", "{\n{{ page.nothing | tojson }}\n}", 2),
    ],
)
def test_a_fault_of_a_template_has_its_file_and_line(name: str, text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(TemplateFailedError) as fault:
        printed(own(tmp_path, **{name: text}))
    assert (fault.value.file, fault.value.line) == (tmp_path / "newsletter" / name.replace("_", "."), line)


def test_paper_cannot_ask_for_what_is_hidden_in_its_theme(tmp_path: Path) -> None:
    folder = own(tmp_path, note_typ="", print_typ='#import ".note.typ"')
    (folder / "newsletter/note.typ").rename(folder / "newsletter/.note.typ")
    with pytest.raises(TemplateFailedError, match=r"there is no `newsletter/\.note\.typ` for print"):
        printed(folder)


@pytest.mark.parametrize("asks", ['#image("crest.svg")', '#image("/newsletter/crest.svg")', '#read("crest.svg")'])
def test_a_file_that_the_press_is_not_given_is_named_and_not_the_folder_of_the_press(asks: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFailedError) as failed:
        printed(own(tmp_path, print_typ=f"Hello.\n{asks}\n"))
    assert (failed.value.line, failed.value.why) == (
        2,
        "there is no `newsletter/crest.svg` for print: of a theme, only its logo is, and what ends in `.typ` right in "
        "`newsletter` and `report`",
    )


@pytest.mark.parametrize(
    "asks", ['#import "@preview/cetz:0.3.0": *', '#import "@" + "local/ours:1.0.0"', r'#import "\u{40}preview/a:1.0.0"']
)
def test_no_package_is_fetched_for_a_theme(asks: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFailedError, match="a package, which would come from the network") as failed:
        printed(own(tmp_path, print_typ=f"Hello.\n{asks}\n"))
    assert failed.value.line == 2


def test_the_press_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printed()
    assert list(tmp_path.iterdir()) == []
