"""Paper of a theme's own is tried before an issue is printed with it."""

from pathlib import Path

import pytest

from generator.making.paper_trial import try_paper
from generator.making.theme import load_theme
from generator.shipped import themes_folder
from generator.text.source import Source, Span

OURS = (themes_folder() / "base" / "newsletter" / "print.typ").read_text()


def tried(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """File, line and message of all that keeps a theme with this print.typ from being printed."""
    (folder / "own" / "newsletter").mkdir(parents=True)
    (folder / "own" / "theme.yml").write_text("extends: council\n")
    (folder / "own" / "newsletter" / "print.typ").write_text(text)
    sources: dict[str, Source] = {}
    theme = load_theme("own", (folder, themes_folder()), sources, [], Span("", 0, 0))
    assert theme is not None
    found = try_paper(theme, sources)
    assert {it.code for it in found} <= {"template-error"}
    lines = [sources[it.span.path].place(it.span.start).line for it in found]
    return [(Path(it.span.path).name, line, it.message) for it, line in zip(found, lines, strict=True)]


def test_a_copy_of_ours_can_be_printed(tmp_path: Path) -> None:
    assert tried(tmp_path, OURS) == []


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("#set document(", "#sett document(", "unknown variable: sett"),
        ("title(page-view.newsletter)", "title(page-view.newsleter)", 'dictionary does not contain key "newsleter"'),
        ("par(runs(action.text))", "par(runs(action.txt))", 'dictionary does not contain key "txt"'),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_line(right: str, wrong: str, why: str, tmp_path: Path) -> None:
    text = OURS.replace(right, wrong)
    found = tried(tmp_path, text)
    if text == OURS:
        pytest.fail(f"ours does not have {right}")
    line = next(number for number, it in enumerate(text.splitlines(), 1) if wrong in it)
    assert [(file, at) for file, at, _ in found][:1] == [("print.typ", line)]
    assert why in found[0][2]


@pytest.mark.parametrize("leads", ["#link(<contnts>)[Contents]", "@contnts"])
def test_a_label_that_the_theme_itself_asks_for_in_vain_is_told(leads: str, tmp_path: Path) -> None:
    """What a page of the web leads to within itself may be missing on paper, which is made of a specimen here."""
    at = len(OURS.splitlines()) + 1
    assert ("print.typ", at) in [(file, line) for file, line, _ in tried(tmp_path, f"{OURS}{leads}\n")]


def test_paper_of_ours_is_not_tried_again(tmp_path: Path) -> None:
    theme = load_theme("council", (themes_folder(),), {}, [], Span("", 0, 0))
    assert theme is not None
    assert try_paper(theme, {}) == []
