"""What a browser would pass over in a stylesheet without a word."""

from pathlib import Path

import pytest

from generator.making.stylesheet import faults_of_css, faults_of_stylesheets
from generator.making.theme import load_theme, names_in
from generator.shipped import themes_folder
from generator.text.source import Span


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_our_own_stylesheets_are_whole(name: str) -> None:
    theme = load_theme(name, (themes_folder(),), {}, [], Span("", 0, 0))
    assert theme is not None
    assert list(faults_of_stylesheets(theme)) == []


@pytest.mark.parametrize(
    "good",
    [
        "@layer brand { h1 { color: red } }",
        """a::before { content: "{ it's"; } /* " { */ b { background: url(own.svg) }""",
        """{# it's #}{% for x in [1] %}a { color: {{ "{" }}; src: url("{{ "assets/a" | url }}") }{% endfor %}""",
        "a { mask: url(#shape); src: url('fonts/own.woff2') format('woff2') }",
    ],
)
def test_what_is_whole_is_passed_over(good: str, tmp_path: Path) -> None:
    (tmp_path / "own.woff2").write_bytes(b"wOF2 and so on")
    assets = {"assets/own.svg": tmp_path / "own.woff2", "assets/fonts/own.woff2": tmp_path / "own.woff2"}
    assert list(faults_of_css(good, assets)) == []


@pytest.mark.parametrize(
    ("wrong", "at", "why"),
    [
        ("h1 { color: red", 3, "`{` is not closed, so what follows is left out"),
        ("h1 { color: red }}", 17, "`}` closes nothing that is open there"),
        ("a { b: calc(1px } c { }", 16, "`}` closes nothing that is open there"),
        ('a { font-family: "Own Sans }\nb { }', 17, 'a " is not closed in its line'),
        ("a { } /* b { }", 6, "a comment is not closed, so all that follows is left out"),
        ('@import url("https://x.example/a.css");', 0, "`@import` fetches nothing here"),
        ("a { src: url(https://x.example/a.woff2) }", 9, "`https://x.example/a.woff2` is never fetched"),
        ('a { src: url("//x.example/a.woff2") }', 9, "`//x.example/a.woff2` is never fetched"),
        ("a { src: url(data:image/png;base64,AAAA) }", 9, "`data:image/png;base64,AAAA` is never fetched"),
        ("a { src: url(fonts/absent.woff2) }", 9, "the theme has no file `assets/fonts/absent.woff2`"),
        ("a { src: url(fonts/own.woff2) }", 9, "`assets/fonts/own.woff2` is not a font of the kind that its name says"),
    ],
)
def test_what_is_not_whole_is_told_with_its_place(wrong: str, at: int, why: str, tmp_path: Path) -> None:
    (tmp_path / "own.woff2").write_bytes(b"no font")
    first = next(faults_of_css(wrong, {"assets/fonts/own.woff2": tmp_path / "own.woff2"}))
    assert (first.at, first.why) == (at, why)


def test_what_goes_out_on_its_own_names_no_files_of_the_site() -> None:
    assert list(faults_of_css("a { src: url(fonts/absent.woff2) }", None)) == []
