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
        "@layer brand { h1 { color: var(--ink) } }",
        """a::before { content: "{ it's"; } /* " { */ b { background: url(own.svg) }""",
        """{# it's #}{% for x in [1] %}a { color: {{ "{" }}; src: url("{{ "assets/a" | url }}") }{% endfor %}""",
        "a { mask: url(#shape); src: url('fonts/own.woff2') format('woff2') }",
        ":focus:not(:focus-visible) { outline: none } a { outline-offset: 0; outline: 0.2em solid }",
        "a { color: var(--ink); border: var(--own, 1px) solid; outline-color: CanvasText }",
        ":root { --heather: #849; } a { color: var(--heather); background: none; background-color: currentColor }",
        "@media print { @layer print { a { color: #000; font-size: 9pt } } } p { font-size: 1.25rem }",
        ".state .mark, .due-soon, .due::before { display: none } @media print { .skip-link { display: none } }",
        "@media not screen, print { a { color: #000 } } @page { h1 { color: #000 } } a { color: var(--ink, #000) }",
        "{% if x %}@media print { a { color: #000 } }{% endif %}",
        "a { color: rgb(var(--ink) / .5); background: var(--own, rgb(0 0 0 / var(--ink)), tan) }",
        "img.logo { background: #fff } .partners svg[role='img'].badge:hover { background-color: white }",
        ".state:empty, .action .due:empty { display: none }",
        ".prose img { background: #fff } p { color: {{ theme.tokens.colour.ink }}; font-size: {{ type.body }} }",
    ],
)
def test_what_is_whole_is_passed_over(good: str, tmp_path: Path) -> None:
    (tmp_path / "own.woff2").write_bytes(b"wOF2 and so on")
    assets = {"assets/own.svg": tmp_path / "own.woff2", "assets/fonts/own.woff2": tmp_path / "own.woff2"}
    assert list(faults_of_css(good, assets, frozenset({"--ink", "--heather"}))) == []


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
        ("a:focus { outline: none }", 10, "who uses a keyboard no longer sees where they are"),
        ("* { outline-width : 0 !important; }", 4, "who uses a keyboard no longer sees where they are"),
        ("p { font-size: 9px }", 4, "`font-size: 9px` is not of the size that readers have chosen"),
        ("p { color: var( --inc ) }", 11, "there is no `--inc`"),
        ("p { color: #CCC }", 4, "`#CCC` is the same on dark pages, and nobody measures it"),
        ("p { margin: 0; background-color:WHITE}", 15, "`WHITE` is the same on dark pages, and nobody measures it"),
        (".imprint { color: red }", 11, "`red` is the same on dark pages, and nobody measures it"),
        ("@media not print { p { color: red } }", 23, "`red` is the same on dark pages, and nobody measures it"),
        (".line > .state { display: none }", 17, "what `.state` says is hidden from everyone"),
        ("@media print { .due, h1 { visibility:hidden } }", 26, "what `.due` says is hidden from everyone"),
        (".skip-link:not(:focus) { display: none }", 25, "who uses a keyboard no longer gets past the menu at once"),
        ("a:focus { outline: 0px }", 10, "who uses a keyboard no longer sees where they are"),
        ("a:focus { outline: none!important }", 10, "who uses a keyboard no longer sees where they are"),
        (
            "@media (prefers-color-scheme: dark) { p { color: #def } }",
            42,
            "nobody measures whether `#def` can be read where it stands",
        ),
        (
            ".a img, p { background: rgb(0, 0, 0) }",
            12,
            "`rgb(0, 0, 0)` is the same on dark pages, and nobody measures it",
        ),
    ],
)
def test_what_is_not_whole_is_told_with_its_place(wrong: str, at: int, why: str, tmp_path: Path) -> None:
    (tmp_path / "own.woff2").write_bytes(b"no font")
    first = next(faults_of_css(wrong, {"assets/fonts/own.woff2": tmp_path / "own.woff2"}, frozenset({"--ink"})))
    assert (first.at, first.why) == (at, why)


def test_what_goes_out_on_its_own_names_no_files_of_the_site() -> None:
    assert list(faults_of_css("a { src: url(fonts/absent.woff2); font-size: 9px }", None, frozenset())) == []


def faults_of(folder: Path, parent: str, css: str) -> list[tuple[str, str]]:
    file = folder / "own" / "parts" / "styles" / "brand.css"
    file.parent.mkdir(parents=True)
    file.write_text(css)
    (folder / "own" / "theme.yml").write_text(f"extends: {parent}\n")
    theme = load_theme("own", (folder, themes_folder()), {}, [], Span("", 0, 0))
    assert theme is not None
    return [(it.why, it.help) for it in faults_of_stylesheets(theme)]


def test_a_layer_is_told_where_all_rules_of_ours_would_go_before_it(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "one", "council", "@layer brand { h1 { margin: 0 } }") == []
    assert faults_of(tmp_path / "two", "plain", "h1 { margin: 0 }") == []
    assert faults_of(tmp_path / "four", "plain", "/* no @layer here */ h1::after { content: '@layer' }") == []
    assert faults_of(tmp_path / "three", "plain", "@layer brand { h1 { margin: 0 } }") == [
        (
            "all other rules go before those in `@layer`, as the theme that it extends has no layers",
            "take it away, and its last brace",
        )
    ]


def test_a_stylesheet_that_takes_the_place_of_all_of_ours_is_told_and_nothing_of_layers(tmp_path: Path) -> None:
    own = tmp_path / "own"
    for name, text in {"assets/site.css": "h1 { margin: 0 }", "parts/styles/brand.css": "@layer brand { }"}.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text)
    (own / "theme.yml").write_text("extends: council\n")
    theme = load_theme("own", (tmp_path, themes_folder()), {}, [], Span("", 0, 0))
    assert theme is not None
    (found,) = faults_of_stylesheets(theme)
    assert found.file == own / "assets/site.css"
    assert found.why == "it takes the place of our whole stylesheet, so that nothing of ours is left"
    assert found.help.startswith("write rules of your own into `parts/styles/brand.css`")


def test_a_font_that_nobody_on_a_slow_line_would_see_is_told(tmp_path: Path) -> None:
    font = tmp_path / "own.woff2"
    font.write_bytes(b"wOF2" + bytes(2_400_000))
    (found,) = faults_of_css("a { src: url(own.woff2) }", {"assets/own.woff2": font}, frozenset())
    assert found.why == "`assets/own.woff2` has 2.4 MB, which each reader has to fetch"


def test_the_names_of_colours_are_those_that_the_theme_writes(tmp_path: Path) -> None:
    css = ":root { --own: 1px } p { margin: var(--own); color: var(--link_hover) }"
    assert faults_of(tmp_path / "one", "council", css) == [
        ("there is no `--link_hover`", "did you mean `--link-hover`?")
    ]


def test_a_typeface_that_nothing_names_is_told_since_nobody_would_see_it(tmp_path: Path) -> None:
    face = '@font-face {\n  font-family: "Own Sans"; font-weight: 400;\n}\n'
    why = "nothing names the typeface `Own Sans`, so nobody sees it"
    assert [found for found, _ in faults_of(tmp_path / "one", "council", face)] == [why]
    assert faults_of(tmp_path / "two", "council", f"{face}h1 {{ font-family: Own Sans, serif }}") == []
