"""Themes that are not there, go in a circle, or say what no theme can be told."""

import os
from pathlib import Path

import pytest

from generator.making.icons import icons
from generator.making.theme import load_theme, names_in
from generator.making.theme_file import shown
from generator.reading.names import legible
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span
from tests.building import built, files_of
from tests.examples import write_files
from tests.making.themes import marked, programme_with, told, with_theme


def test_an_unknown_theme_is_an_error_that_offers_the_closest(tmp_path: Path) -> None:
    result = built(tmp_path, programme_with("plian"))
    assert told(result) == ["unknown-theme: there is no theme `plian` (did you mean `plain`?)"]
    assert marked(result) == ["plian"]


def test_a_theme_that_calls_itself_something_else_than_its_folder_is_an_error(tmp_path: Path) -> None:
    result = with_theme(tmp_path, "name: council\nextends: base\n")
    assert told(result) == [
        "unknown-theme: this theme calls itself `council`, but is found by its folder, `own`"
        " (write `name: own`, or give the folder the other name)"
    ]


def test_an_unknown_parent_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    result = with_theme(tmp_path, "name: own\nextends: counsil\n")
    assert told(result) == ["unknown-theme: there is no theme `counsil` (did you mean `council`?)"]
    assert marked(result) == ["counsil"]


def test_themes_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    with_theme(tmp_path, "name: two\nextends: one\n", "two")
    result = with_theme(tmp_path, "name: one\nextends: two\n", "one")
    assert told(result) == ["unknown-theme: the theme `one` extends itself (name another in `extends:`)"]


@pytest.mark.parametrize(
    ("text", "message", "words"),
    [
        (
            "extend: plain\n",
            "unknown-field: `extend` is not a field of a theme (did you mean `extends`?)",
            "extend",
        ),
        (
            "extends: plain\ntokens:\n  colour:\n    acent: '#123456'\n",
            "unknown-field: `acent` is not a token of the group `colour` (did you mean `accent`?)",
            "acent",
        ),
        (
            "extends: plain\ntokens:\n  colours: {ink: '#123456'}\n",
            "unknown-field: `colours` is not a group of tokens (did you mean `colour`?)",
            "ink",
        ),
        (
            "extends: plain\ntokens:\n  raduis: 4px\n",
            "unknown-field: `raduis` is not a token of the theme (did you mean `radius`?)",
            "raduis",
        ),
        (
            "extends: plain\noptions:\n  lgo: assets/logo.svg\n",
            "unknown-field: `lgo` is not an option of the theme (did you mean `logo`?)",
            "lgo",
        ),
        (
            "extends: plain\ntokens:\n  colour: '#123456'\n",
            "wrong-type: `colour` is a group of tokens (give each of it a line of its own)",
            "'#123456'",
        ),
        (
            "extends: plain\ntokens: blue\n",
            "wrong-type: names and values are expected here; this is `blue`"
            " (write each on a line of its own, as `name: value`)",
            "blue",
        ),
        (
            "extends: plain\ntokens:\n  colour:\n    ink: [a, b]\n",
            "wrong-type: a value is expected here; this is a list (write a value after the name, on the same line)",
            "[a, b]",
        ),
        (
            "extends: plain\ntokens:\n  type:\n    family: \"'Gill Sans', sans-serif\"\n",
            "wrong-type: `'` cannot stand in a token (write one value of CSS; names of typefaces need no quotes)",
            "\"'Gill Sans', sans-serif\"",
        ),
        (
            "extends: plain\ntokens:\n  radius: 3px } body { color:red\n",
            "wrong-type: `}` cannot stand in a token (write one value of CSS; names of typefaces need no quotes)",
            "3px } body { color:red",
        ),
        (
            "extends: plain\ntokens:\n  colour:\n    ink: blakc\n",
            'bad-colour: `blakc` is not a colour that we can read (write it as "#0b5c64", with its quotes)',
            "blakc",
        ),
        (
            "extends: plain\noptions:\n  logo: assets/logo.svg\n",
            "missing-linked-file: the theme has no file `assets/logo.svg`"
            " (put it into the folder `assets` of the theme, and write `assets/` before its name)",
            "assets/logo.svg",
        ),
        (
            "extends: plain\noptions:\n  logo: FavIcon.svg\n",
            "missing-linked-file: the theme has no file `FavIcon.svg` (did you mean `assets/favicon.svg`?)",
            "FavIcon.svg",
        ),
        (
            "extends: plain\npairs:\n  - {text: [inc], on: [paper]}\n",
            "unknown-field: `inc` is not a token of the group `colour` (did you mean `ink`?)",
            "[inc]",
        ),
        (
            "extends: plain\npairs:\n  - {on: [paper]}\n",
            "missing-field: a pair has neither `text` nor `marks` (say what stands there)",
            "{on: [paper]}",
        ),
    ],
)
def test_what_a_theme_cannot_be_told_is_an_error_at_its_word(
    text: str, message: str, words: str, tmp_path: Path
) -> None:
    result = with_theme(tmp_path, f"name: own\n{text}")
    assert told(result) == [message]
    assert marked(result) == [words]
    assert result.sites == {}


def test_all_faults_of_a_theme_are_told_at_once(tmp_path: Path) -> None:
    text = "name: own\nextends: plain\noptions:\n  lgo: x\ntokens:\n  raduis: 1px\n  colour:\n    ink: blakc\n"
    assert [found.code for found in with_theme(tmp_path, text).findings] == [
        "unknown-field",
        "unknown-field",
        "bad-colour",
    ]


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_our_own_themes_are_sound(name: str) -> None:
    sources: dict[str, Source] = {}
    findings: list[Diagnostic] = []
    theme = load_theme(name, (themes_folder(),), sources, findings, Span("programme.yml", 0, 0))
    assert theme is not None
    assert [found.message for found in findings] == []


def test_light_and_dark_have_the_same_colours() -> None:
    theme = load_theme("base", (themes_folder(),), {}, [], Span("programme.yml", 0, 0))
    assert theme is not None
    light, dark = theme.tokens["colour"], theme.tokens["dark"]
    assert list(light) == list(dark)


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
BRAND = """\
name: brand
title: Merebrook
extends: council
options: {logo: assets/logo.svg}
tokens: {colour: {accent: "#5c1a4a", band: "#4a1039", link: "#7a1f5f"}}
"""


def test_five_lines_change_colours_and_logo_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "themes" / "brand" / "assets").mkdir(parents=True)
    (tmp_path / "themes" / "brand" / "assets" / "logo.svg").write_text(LOGO)
    before = files_of(built(tmp_path, programme_with("council")), "residents")
    result = with_theme(tmp_path, BRAND, "brand")
    assert told(result) == []
    after = files_of(result, "residents")
    assert after.keys() - before.keys() == {"assets/logo.svg"}
    assert before.keys() <= after.keys()
    council = {"accent": "#0a4a50", "band": "#083c42", "link": "#0b5c64"}
    own = {"accent": "#5c1a4a", "band": "#4a1039", "link": "#7a1f5f"}
    drawn = icons("#5c1a4a")
    assert {path: after[path] for path in drawn} == drawn
    for path, data in before.items() - {(path, before[path]) for path in drawn}:
        assert _without_the_logo(after[path].decode("latin-1"), council, own) == data.decode("latin-1"), path


def test_a_logo_that_may_not_be_published_stops_the_build_in_its_own_name(tmp_path: Path) -> None:
    logo = tmp_path / "themes" / "brand" / "assets" / "logo.svg"
    write_files({"logo.svg": LOGO.removesuffix("</svg>").encode()}, logo.parent)
    result = with_theme(tmp_path, BRAND, "brand")
    assert not result.sites
    assert {it.code for it in result.findings if it.severity == "error"} == {"unreadable-image"}
    assert {it.span.path for it in result.findings if it.severity == "error"} == {shown(logo)}


def _without_the_logo(text: str, council: dict[str, str], own: dict[str, str]) -> str:
    """A page as it was before the brand: its colours turned back, and the line of its logo taken out."""
    for name, colour in own.items():
        text = text.replace(colour, council[name])
    return "".join(line for line in text.splitlines(keepends=True) if "logo.svg" not in line)


def test_of_two_files_of_one_name_that_of_the_youngest_theme_is_published_as_a_template_or_not(tmp_path: Path) -> None:
    assets = tmp_path / "themes/own/assets"
    assets.mkdir(parents=True)
    (assets / "site.css").write_text("p {}")
    result = with_theme(tmp_path, "name: own\nextends: plain\n")
    assert files_of(result, "residents")["assets/site.css"] == b"p {}"


def test_a_theme_may_stand_on_as_many_others_as_there_are(tmp_path: Path) -> None:
    for number in range(9, 0, -1):
        result = with_theme(
            tmp_path, f"name: t{number}\nextends: {f't{number + 1}' if number < 9 else 'plain'}\n", f"t{number}"
        )
    assert told(result) == []


@pytest.mark.parametrize("name", ["../secret", "/etc", "..", ".", "a/b", "a\\b", "nul", "C:", "x\0y"])
def test_a_theme_is_looked_for_in_its_places_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/theme.yml").write_text("name: secret\ntitle: Secret\nextends: base\n")
    (tmp_path / "places/a/b").mkdir(parents=True)
    (tmp_path / "places/a/b/theme.yml").write_text("name: b\ntitle: B\nextends: base\n")
    findings: list[Diagnostic] = []
    assert load_theme(name, (tmp_path / "places",), {}, findings, Span("programme.yml", 0, 0)) is None
    assert [found.code for found in findings] == ["unknown-theme"]


def test_what_is_hidden_in_a_theme_is_no_part_of_it(tmp_path: Path) -> None:
    for path in ("assets/.idea/workspace.xml", "assets/.DS_Store", ".git/assets/x.css", "assets/kept.css"):
        file = tmp_path / "themes" / "own" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("p {}")
    result = with_theme(tmp_path, "name: own\ntitle: Own\nextends: plain\n")
    assert "assets/kept.css" in result.sites["residents"]
    assert not [path for path in result.sites["residents"] if "/." in path]


@pytest.mark.parametrize("link", ["assets/secret.txt", "pages/home.html"])
def test_a_theme_with_a_link_out_of_it_publishes_nothing(link: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret")
    path = tmp_path / "themes/own" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "secret.txt")
    result = with_theme(tmp_path, "name: own\ntitle: Own\nextends: base\n")
    assert [found.code for found in result.findings] == ["unreadable-file"]
    assert result.sites == {}


@pytest.mark.parametrize("closed", ["theme.yml", "pages/home.html", "assets/logo.svg", "assets"])
def test_what_we_may_not_read_of_a_theme_is_found_before_anything_is_made_of_it(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    write_files({"theme.yml": b"name: own\ntitle: Own\nextends: base\n", "pages/home.html": b"", "assets/logo.svg": b"",
                 "assets/.DS_Store": b""}, own)  # fmt: skip
    may = os.access
    refused = own / closed, own / "assets/.DS_Store"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) not in refused and may(path, mode))
    findings: list[Diagnostic] = []
    load_theme("own", (tmp_path, themes_folder()), {}, findings, Span("programme.yml", 0, 0))
    (found,) = findings
    assert (found.code, Path(found.span.path).name) == ("unreadable-file", Path(closed).name)
    assert found.message.startswith("we are not allowed to ")
    assert found.help.startswith("allow yourself to read it")


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["crest:2.txt"], "its name has `:` in it, which not every system can have in a name"),
        (["icons/aux.txt.jinja"], "its name is one that Windows keeps for itself"),
        (
            ["a\nb.txt"],
            "its name has a character that cannot be shown in it, which not every system can have in a name",
        ),
        (
            ["Crest.txt", "crest.txt.jinja"],
            "on a disk that does not tell capitals from small letters, this is `assets/Crest.txt`",
        ),
        (
            ["cre\N{COMBINING GRAVE ACCENT}st.txt", "cr\N{LATIN SMALL LETTER E WITH GRAVE}st.txt"],
            "on a disk that does not tell two ways to write an accent apart, "
            "this is `assets/cre\N{COMBINING GRAVE ACCENT}st.txt`",
        ),
    ],
)
def test_an_asset_whose_name_some_disk_cannot_have_is_named(names: list[str], why: str, tmp_path: Path) -> None:
    for name in names:
        file = tmp_path / "themes" / "own" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    result = with_theme(tmp_path, "name: own\nextends: plain\n")
    (found,) = result.findings
    assert (found.code, found.message) == ("bad-file-name", why)
    assert found.span.path.endswith(legible(f"assets/{names[-1]}"))


def test_a_group_that_is_left_empty_is_told_and_its_parents_values_stay(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.yml").write_text("extends: plain\ntokens:\n  colour:\n  print: large\n")
    findings: list[Diagnostic] = []
    theme = load_theme("own", (tmp_path, themes_folder()), {}, findings, Span("", 0, 0))
    assert theme is not None
    assert [it.message for it in findings] == ["`colour` is a group of tokens", "`print` is a group of tokens"]
    assert theme.tokens["colour"]["ink"].startswith("#")
    assert theme.tokens["print"]["body"] == "12"
