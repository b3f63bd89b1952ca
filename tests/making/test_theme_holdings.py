"""What stands in a theme's folder and does not do what its maker hoped."""

from pathlib import Path

import pytest

from generator.making.theme import load_theme, names_in, templates_of
from generator.making.theme_holdings import look_at_files
from generator.shipped import themes_folder
from generator.text.source import Span

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x()</script></svg>'


def looked_at(folder: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Code, file and help of all that is found in a theme with these files."""
    for name, text in {"theme.yml": "name: own\nextends: council\n", **files}.items():
        file = folder / "own" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return found_in("own", (folder, themes_folder()))


def found_in(name: str, places: tuple[Path, ...]) -> list[tuple[str, str, str]]:
    theme = load_theme(name, places, {}, [], Span("", 0, 0))
    assert theme is not None
    found = look_at_files(theme, templates_of(theme), {})
    return [(it.code, it.span.path.rpartition("/own/")[2], it.help) for it in found]


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_our_own_themes_hold_nothing_in_vain(name: str) -> None:
    assert found_in(name, (themes_folder(),)) == []


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("Pages/home.html", "did you mean `pages/home.html`?"),
        ("pages/Home.html", "did you mean `pages/home.html`?"),
        ("pages/hom.html", "did you mean `pages/home.html`?"),
        ("layout/page.html", "did you mean `layouts/page.html`?"),
        ("brand.css", "did you mean `parts/styles/brand.css`?"),
        ("Assets/logo.svg", "call the folder `assets`: capitals count"),
        ("parts/zebra.html", "name it in a template, give it the path of the one that it replaces, or take it out"),
    ],
)  # fmt: skip
def test_a_file_that_nothing_asks_for_is_told_with_the_name_that_was_meant(
    name: str, help_: str, tmp_path: Path
) -> None:
    assert looked_at(tmp_path, {name: ""}) == [("unexpected-file", name, help_)]


def test_what_a_template_names_and_what_may_have_any_name_is_not_told(tmp_path: Path) -> None:
    files = {
        "README.md": "",
        "LICENCE": "",
        "drawings/logo.ai": "",
        "assets/fonts/Own Sans.woff2": "",
        "parts/crest.html": "",
        "pages/home.html": '{% include "parts/crest.html" %}',
        "newsletter/print.typ": '#import "marks.typ": *',
        "newsletter/marks.typ": '#include "/report/own.typ"',
        "report/own.typ": '#import "../newsletter/bars.typ"',
        "newsletter/bars.typ": "",
    }
    assert looked_at(tmp_path, files) == []


def test_a_part_that_the_parent_leaves_out_is_told_since_it_changes_nothing(tmp_path: Path) -> None:
    """`plain` has one stylesheet, which takes in none of the parts of ours but the one for own rules."""
    files = {"theme.yml": "extends: plain\n", "parts/styles/print.css": "", "parts/styles/brand.css": ""}
    (found,) = looked_at(tmp_path, files)
    remedy = "the rules of the theme that yours extends are all in `assets/site.css.jinja`: change a copy of that"
    assert found == ("unexpected-file", "parts/styles/print.css", remedy)
    own_sheet = {**files, "assets/site.css.jinja": '{% include "parts/styles/print.css" %}'}
    assert [file for _, file, _ in looked_at(tmp_path, own_sheet)] == ["parts/styles/brand.css"]


def test_words_of_a_fixed_size_are_told_since_readers_have_chosen_theirs(tmp_path: Path) -> None:
    files = {"theme.yml": "extends: council\ntokens:\n  type: {body: 20px, small: 1rem}\n  radius: 9px\n"}
    assert looked_at(tmp_path, files) == [
        ("bad-stylesheet", "theme.yml", "write it in rem, such as 1.25rem: 1rem is the size that they have chosen")
    ]


@pytest.mark.parametrize(
    ("tokens", "remedy"),
    [
        ("type: {body: 20}", "write a number with its unit, such as 1.25rem"),
        ("type: {body: 1.25}", "write a number with its unit, such as 1.25rem"),
        ("type: {lead: 20 px}", "write a number with its unit, such as 1.25rem"),
        ("type: {lead: '1,25rem'}", "write a number with its unit, such as 1.25rem"),
        ("radius: 8", "write a number with its unit, such as 0.5rem"),
    ],
)
def test_a_size_that_css_would_pass_over_is_told(tokens: str, remedy: str, tmp_path: Path) -> None:
    files = {"theme.yml": f"extends: council\ntokens:\n  {tokens}\n"}
    assert looked_at(tmp_path, files) == [("wrong-type", "theme.yml", remedy)]


@pytest.mark.parametrize(
    "tokens",
    ["radius: 0", "type: {body: 'clamp(1rem, .9rem + 1vw, 20rem)'}", "wide: none", "gutter: 4%", "margin: .5em"],
)
def test_a_size_as_css_has_it_is_passed_over(tokens: str, tmp_path: Path) -> None:
    assert looked_at(tmp_path, {"theme.yml": f"extends: council\ntokens:\n  {tokens}\n"}) == []


def test_a_typeface_for_paper_is_asked_for_where_it_belongs(tmp_path: Path) -> None:
    files = {"theme.yml": "extends: council\ntokens:\n  print: {family: Own Serif}\n"}
    ((_, _, remedy),) = looked_at(tmp_path, files)
    assert remedy.startswith("put its files into `newsletter/fonts` of the theme; or choose from `Atkinson")


def test_a_drawing_with_a_script_and_a_picture_that_is_none_are_told(tmp_path: Path) -> None:
    found = looked_at(tmp_path, {"assets/logo.svg": DRAWING, "assets/mayor.jpg": "no picture"})
    assert [(code, file) for code, file, _ in found] == [
        ("unreadable-image", "assets/logo.svg"),
        ("unreadable-image", "assets/mayor.jpg"),
    ]


def test_a_stylesheet_that_browsers_pass_over_is_told(tmp_path: Path) -> None:
    ((code, file, _),) = looked_at(tmp_path, {"parts/styles/brand.css": "@layer brand { h1 { margin: 0 }"})
    assert (code, file) == ("bad-stylesheet", "parts/styles/brand.css")


@pytest.mark.parametrize(
    ("tokens", "code", "why"),
    [
        ("{family: Arial}", "unknown-choice", "the theme has no typeface `Arial` for print"),
        ("{body: huge}", "wrong-type", "`huge` is not a number of points"),
        ("{large: 1e999}", "wrong-type", "`1e999` is not a number of points"),
        ("{body: -1}", "wrong-type", "`-1` is not a number of points"),
    ],
)
def test_what_paper_cannot_be_printed_with_is_told(tokens: str, code: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.yml").write_text(f"extends: council\ntokens:\n  print: {tokens}\n")
    theme = load_theme("own", (tmp_path, themes_folder()), {}, [], Span("", 0, 0))
    assert theme is not None
    (found,) = look_at_files(theme, templates_of(theme), {})
    assert (found.code, found.message, found.span.start > 0) == (code, why, True)
