"""`golden theme` as its users meet it: begin a theme, try it, see it."""

from pathlib import Path

import pytest

from generator.cli import main

pytestmark = pytest.mark.usefixtures("in_a_council_s_folder")

OWN = Path("themes/merebrook/theme.yml")


def write_theme(text: str) -> None:
    OWN.parent.mkdir(parents=True, exist_ok=True)
    OWN.write_text(text)


def test_a_new_theme_is_sound_and_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "new", "merebrook"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"made {OWN}, which looks like its parent")
    assert "golden theme check merebrook" in out
    assert "`theme: merebrook`" in out
    assert main(["theme", "check"]) == 0
    assert capsys.readouterr().out == "1 theme checked; nothing to mend\n"


def test_a_new_theme_has_its_parent_s_colours_in_lines_that_teach(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "merebrook", "--extends", "plain"])
    lines = OWN.read_text().splitlines()
    assert [line for line in lines if not line.lstrip().startswith("#")] == [
        "name: merebrook",
        "title: Merebrook",
        "extends: plain",
        'options: {logo: ""}',
        "tokens:",
        '  colour: {accent: "#111111", link: "#0b4a8f", band: "#ffffff"}',
        '  dark: {accent: "#f0f0f0", link: "#9ccbff", band: "#121212"}',
    ]
    assert max(map(len, lines)) <= 120


def test_a_new_theme_is_built_once_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "merebrook"])
    programme = Path("content/programme.yml")
    programme.write_text(programme.read_text().replace("theme: council", "theme: merebrook"))
    assert main(["check", "--on", "2020-02-01"]) == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new", "Mere brook"], "golden: `Mere brook` cannot be a theme's name; use small letters a to z"),
        (["new", "con"], "golden: `con` cannot be a theme's name; give it a longer name"),
        (["new", "plain"], "golden: `plain` is a theme of ours; choose another name"),
        (["new", "x", "--extends", "counsil"], "golden: there is no theme `counsil`; did you mean `council`?"),
        (["check", "merebork"], "golden: there is no theme `merebork`; did you mean `merebrook`?"),
        (
            ["translate", "plain", "cy"],
            "golden: `plain` is a theme of ours; begin your own: golden theme new merebrook",
        ),
        (["translate", "merebrook", "xx"], "golden: `xx` is not the tag of a language that we know; Welsh is cy"),
        (["gallery", "plian"], "golden: there is no theme `plian`; did you mean `plain`?"),
    ],
)
def test_a_mistake_of_usage_is_one_line(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\n")
    assert main(["theme", *words]) == 2
    assert capsys.readouterr().err.startswith(told)


def test_a_theme_that_is_there_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\n")
    assert main(["theme", "new", "merebrook"]) == 2
    assert "`themes/merebrook` is there already, and is left as it is" in capsys.readouterr().err
    assert OWN.read_text() == "name: merebrook\n"


def test_a_new_theme_does_not_stand_on_one_that_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\ntokens: {raduis: 1px}\n")
    assert main(["theme", "new", "other", "--extends", "merebrook"]) == 1
    assert capsys.readouterr().out.endswith("1 error in `merebrook`: nothing was made\n")
    assert not Path("themes/other").exists()


def test_check_tells_of_colours_and_templates_together(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme('name: merebrook\nextends: plain\ntokens: {colour: {link: "#cccccc"}}\n')
    (OWN.parent / "pages").mkdir()
    (OWN.parent / "pages" / "home.html").write_text("<p>\n{{ page.titel }}\n")
    assert main(["theme", "check", "merebrook"]) == 1
    out = capsys.readouterr().out
    assert "error[low-contrast]: `link` (#cccccc) on `paper` (#ffffff)" in out
    assert "--> themes/merebrook/pages/home.html:2:1\n" in out
    assert "`HomePage` has no `titel`" in out
    assert out.endswith("1 theme checked; 3 errors\n")


def test_a_theme_that_stands_elsewhere_is_named_whole(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_theme('name: merebrook\nextends: plain\ntokens: {colour: {link: "#cccccc"}}\n')
    theme = OWN.resolve()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert main(["theme", "check", "merebrook", "--content", str(theme.parents[2] / "content")]) == 1
    assert f"--> {theme.as_posix()}:3:" in capsys.readouterr().out


def test_check_without_a_theme_of_one_s_own_tries_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "check"]) == 0
    assert capsys.readouterr().out == "3 themes checked; nothing to mend\n"


def test_the_gallery_of_one_s_own_theme_is_put_where_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme('name: merebrook\nextends: council\ntokens: {colour: {accent: "#5c1a4a"}}\n')
    assert main(["theme", "gallery"]) == 0
    assert capsys.readouterr().out == "open gallery/merebrook/index.html in a browser\n"
    assert "#5c1a4a" in Path("gallery/merebrook/assets/site.css").read_text()
    assert main(["theme", "gallery", "plain", "--output", "elsewhere", "--quiet"]) == 0
    assert Path("elsewhere/plain/index.html").is_file()
    assert capsys.readouterr().out == ""


def test_the_gallery_asks_which_theme_where_there_are_several(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "gallery"]) == 2
    assert capsys.readouterr().err == "golden: name a theme: golden theme gallery council\n"


def test_no_gallery_is_written_of_a_theme_with_errors(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\n")
    (OWN.parent / "parts").mkdir()
    (OWN.parent / "parts" / "when.html").write_text("{% macro when(moment) %}{{ moment.wrds }}{% endmacro %}\n")
    assert main(["theme", "gallery", "merebrook"]) == 1
    out = capsys.readouterr().out
    assert "error[template-error]" in out
    assert out.endswith("1 error: nothing was written\n")
    assert not Path("gallery").exists()


@pytest.mark.parametrize("words", [["theme"], ["theme", "new"], ["theme", "check"], ["theme", "gallery"]])
def test_help_teaches_by_examples(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*words, "--help"])
    assert "examples:\n  golden theme" in capsys.readouterr().out


CATALOGUE = OWN.parent / "languages" / "cy.po"


def say_in_welsh(phrase: str, words: str) -> None:
    text = CATALOGUE.read_text(encoding="utf-8")
    assert f'msgid "{phrase}"\nmsgstr ""' in text
    CATALOGUE.write_text(text.replace(f'msgid "{phrase}"\nmsgstr ""', f'msgid "{phrase}"\nmsgstr "{words}"'), "utf-8")


def test_a_translator_gets_every_phrase_and_loses_no_word(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\n")
    assert main(["theme", "translate", "merebrook", "cy"]) == 0
    said = capsys.readouterr().out
    phrases = int(said.split()[1])
    assert said == f"{CATALOGUE}: {phrases} phrases in Welsh, {phrases} new, {phrases} to translate\n"
    say_in_welsh("Home", "Hafan")
    (OWN.parent / "parts").mkdir()
    (OWN.parent / "parts" / "own.html").write_text("{{ _('Bin day') }}")
    assert main(["theme", "translate", "merebrook", "cy"]) == 0
    assert capsys.readouterr().out.endswith(f"{phrases + 1} phrases in Welsh, 1 new, {phrases} to translate\n")
    assert 'msgid "Home"\nmsgstr "Hafan"' in CATALOGUE.read_text(encoding="utf-8")


def test_check_counts_what_is_not_translated_and_tells_what_cannot_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\n")
    main(["theme", "translate", "merebrook", "cy"])
    phrases = int(capsys.readouterr().out.split()[1])
    say_in_welsh("Home", "Hafan")
    assert main(["theme", "check"]) == 0
    assert f"advice[untranslated-phrase]: {phrases - 1} of {phrases} phrases are not" in capsys.readouterr().out
    text = CATALOGUE.read_text(encoding="utf-8")
    CATALOGUE.write_text(text.replace('msgstr[1] ""', 'msgstr[1] "un"', 1), encoding="utf-8")
    assert main(["theme", "check", "--strict"]) == 1
    assert "warning[missing-plural-form]: 1 of the 6 forms of this phrase is translated" in capsys.readouterr().out
    say_in_welsh("Due: %(due)s", "Erbyn")
    assert main(["theme", "check"]) == 1
    said = capsys.readouterr().out
    assert "error[bad-translation]: a translation cannot be shown: `%(due)s` is left out" in said
    assert f"--> {CATALOGUE}:" in said
    assert '| msgid "Due: %(due)s"' in said


def test_a_catalogue_that_cannot_be_read_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    write_theme("name: merebrook\nextends: plain\n")
    CATALOGUE.parent.mkdir()
    CATALOGUE.write_text('msgid "Home"\nmsgstr Hafan\n')
    assert main(["theme", "translate", "merebrook", "cy"]) == 1
    said = capsys.readouterr().out
    assert "error[bad-translation]: the catalogue cannot be read: words stand between straight quotes here" in said
    assert f"--> {CATALOGUE}:2:1" in said
    assert CATALOGUE.read_text() == 'msgid "Home"\nmsgstr Hafan\n'


def test_a_template_is_copied_to_be_changed_and_nothing_looks_different_for_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["theme", "new", "merebrook"])
    programme = Path("content/programme.yml")
    programme.write_text(programme.read_text().replace("theme: council", "theme: merebrook"))
    main(["build", "--on", "2020-02-01"])
    before = {file: file.read_bytes() for file in Path("output").rglob("*") if file.suffix in (".html", ".css")}
    assert main(["theme", "copy", "merebrook", "pages/home.html", "layouts/page.html", "assets/site.css.jinja"]) == 0
    assert "made themes/merebrook/pages/home.html" in capsys.readouterr().out
    main(["build", "--on", "2020-02-01"])
    assert before == {file: file.read_bytes() for file in before}
    capsys.readouterr()
    assert main(["theme", "check"]) == 0
    assert capsys.readouterr().out == "1 theme checked; nothing to mend\n"


def test_the_templates_that_can_be_copied_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "merebrook"])
    capsys.readouterr()
    assert main(["theme", "copy", "merebrook"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert {"layouts/page.html", "newsletter/print.typ", "parts/styles/print.css", "pages/home.html"} <= set(listed)


def test_what_would_change_nothing_in_a_theme_is_neither_listed_nor_copied(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "plainer", "--extends", "plain"])
    capsys.readouterr()
    assert main(["theme", "copy", "plainer"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [it for it in listed if it.startswith("parts/styles/")] == ["parts/styles/brand.css"]
    assert "assets/site.css.jinja" in listed
    assert main(["theme", "copy", "plainer", "parts/styles/print.css"]) == 2
    said = capsys.readouterr().err
    assert "`parts/styles/print.css` would change nothing; the rules of the theme that yours extends are all in" in said
    assert not Path("themes/plainer/parts").exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["merebrook", "pages/hom.html"], "no theme has a template `pages/hom.html`; did you mean `pages/home.html`?"),
        (["merebrook", "../theme.yml"], "no theme has a template `../theme.yml`"),
        (["plain", "pages/home.html"], "`plain` is a theme of ours; begin your own"),
        (["merebrook", "pages/home.html"], "`themes/merebrook/pages/home.html` is there already, and is left as it is"),
    ],
)
def test_what_cannot_be_copied_is_said_in_a_line(
    wanted: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["theme", "new", "merebrook"])
    main(["theme", "copy", "merebrook", "pages/home.html"])
    capsys.readouterr()
    assert main(["theme", "copy", *wanted]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_stands_where_a_folder_must_be_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "merebrook"])
    Path("themes/merebrook/pages").write_text("")
    assert main(["theme", "copy", "merebrook", "pages/home.html"]) == 2
    assert "we cannot make the folder `themes/merebrook/pages`" in capsys.readouterr().err


def test_a_theme_with_no_more_than_a_mark_in_svg_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    main(["theme", "new", "merebrook"])
    mark = Path("themes/merebrook/assets/favicon.svg")
    mark.parent.mkdir()
    mark.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>')
    assert main(["theme", "check"]) == 0
    assert capsys.readouterr().out.endswith("1 theme checked; nothing to mend\n")


def test_a_catalogue_of_english_says_only_what_is_to_be_said_in_another_way(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["theme", "new", "merebrook"])
    main(["theme", "translate", "merebrook", "en"])
    main(["theme", "translate", "merebrook", "en-GB"])
    capsys.readouterr()
    assert main(["theme", "check"]) == 0
    assert capsys.readouterr().out == "1 theme checked; nothing to mend\n"
