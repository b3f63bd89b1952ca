"""The interface in another language."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.making.catalogue import UnreadableCatalogueError, load_translations, parse_catalogue

HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def catalogue(folder: Path, language: str, **phrases: str) -> None:
    (folder / "languages").mkdir(parents=True, exist_ok=True)
    entries = "".join(f'msgid "{english}"\nmsgstr "{own}"\n\n' for english, own in phrases.items())
    (folder / "languages" / f"{language}.po").write_text(HEAD + entries, encoding="utf-8")


def test_what_programs_for_translators_note_of_a_phrase_that_is_gone_is_passed_over() -> None:
    """Weblate and Poedit write so what a phrase was translated from, and the whole catalogue was refused for it."""
    gone = '#~| msgid "Old"\n#~| msgid_plural "Olds"\n#~ msgid "Gone"\n#~ msgstr "Wedi mynd"\n\nmsgid "x" y\n'
    with pytest.raises(UnreadableCatalogueError) as error:
        parse_catalogue(gone.encode(), "cy")
    assert error.value.line == 6
    assert list(parse_catalogue(gone.rpartition("\n\n")[0].encode(), "cy").obsolete) == ["Gone"]


def test_a_region_falls_back_on_its_language_a_theme_on_its_parent_and_all_on_english(tmp_path: Path) -> None:
    child, parent = tmp_path / "child", tmp_path / "parent"
    catalogue(parent, "cy", Home="Hafan", Updates="Diweddariadau")
    catalogue(child, "cy", Home="Cartref")
    catalogue(child, "cy-GB", Actions="Camau")
    say = load_translations("cy-GB", (child, parent)).gettext
    assert [say(word) for word in ("Actions", "Home", "Updates", "Glossary")] == [
        "Camau", "Cartref", "Diweddariadau", "Glossary",
    ]  # fmt: skip


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert load_translations("en-GB", (tmp_path,)).gettext("Home") == "Home"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (b'msgid "Home"\nmsgstr "H\xe2f"\n', 2, "it is saved in another encoding than UTF-8"),
        (b'msgid "Home"\nmsgstr Hafan\n', 2, "words stand between straight quotes here"),
        (b'msgid "Home"\nmsgstr "Haf"an"\n', 2, "words stand between straight quotes here"),
        (b'msgid "Home"\n<<<<<<< HEAD\n', 2, "this is no line of a catalogue"),
        (b'msgid "Home"\n\nmsgid "Actions"\nmsgstr ""\n', 1, "missing msgstr for msgid 'Home'"),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=two; plural=0;\\n"\n', 0, "its head cannot be understood"),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=os.remove(n);\\n"\n', 0, "its head cannot be"),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=1/(n-3);\\n"\n', 0, "its head cannot be understood"),
    ],
)
def test_what_is_no_catalogue_is_told_at_its_line_and_pages_stay_english(
    text: bytes, line: int, why: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableCatalogueError) as told:
        parse_catalogue(text, "cy")
    assert (told.value.line, told.value.why[: len(why)]) == (line, why)
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "cy.po").write_bytes(text)
    assert load_translations("cy", (tmp_path,)).gettext("Home") == "Home"


@given(st.data())
def test_whatever_becomes_of_a_catalogue_it_is_read_or_told(data: st.DataObject) -> None:
    text = (HEAD + 'msgid "%(num)s a"\nmsgid_plural "%(num)s b"\nmsgstr[0] "x"\nmsgstr[1] "%(num)s y"\n').encode()
    at = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(at, min(len(text), at + 8)))
    changed = (
        text[:at]
        + data.draw(st.sampled_from([b"", b'"', b"\\", b"%", b"\n", b"msgid", b"[9]", b"#", b"x"]))
        + text[until:]
    )
    with suppress(UnreadableCatalogueError):
        parse_catalogue(changed, "cy")


def test_a_translation_that_cannot_be_said_stays_english(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", **{"Due: %(due)s": "Erbyn: %(day)s", "Home": "Hafan"})
    say = load_translations("cy", (tmp_path,)).gettext
    assert [say("Due: %(due)s"), say("Home")] == ["Due: %(due)s", "Hafan"]


def test_a_catalogue_whose_head_names_no_language_keeps_its_plural_forms(tmp_path: Path) -> None:
    head = HEAD.replace("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2)")
    forms = 'msgid "%(num)s a"\nmsgid_plural "%(num)s b"\nmsgstr[0] "un"\nmsgstr[1] "dau"\nmsgstr[2] "%(num)s"\n'
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "cy.po").write_text(head + forms, encoding="utf-8")
    say = load_translations("cy", (tmp_path,)).ngettext
    assert [say("%(num)s a", "%(num)s b", number) for number in (1, 2, 3)] == ["un", "dau", "%(num)s"]


WELSH = HEAD.replace(
    "nplurals=2; plural=(n != 1)", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)"
)
NUMBERS = (0, 1, 2, 3, 6, 7)


def counted(folder: Path, *folders: Path, forms: dict[int, str]) -> list[str]:
    """What is said of each number, where a catalogue in the first folder has these forms of a phrase."""
    lines = [f'msgstr[{at}] "{forms.get(at, "")}"' for at in range(6)]
    (folder / "languages").mkdir(parents=True, exist_ok=True)
    phrase = "\n".join(('msgid "%(num)s was made."', 'msgid_plural "%(num)s were made."', *lines))
    (folder / "languages" / "cy.po").write_text(f"{WELSH}{phrase}\n", encoding="utf-8")
    say = load_translations("cy", (folder, *folders)).ngettext
    return [say("%(num)s was made.", "%(num)s were made.", number) for number in NUMBERS]


def test_for_each_number_that_is_not_translated_yet_its_own_english_form_is_said(tmp_path: Path) -> None:
    one, more = "%(num)s was made.", "%(num)s were made."
    assert counted(tmp_path, forms={}) == [more, one, more, more, more, more]
    assert counted(tmp_path, forms={2: "%(num)s wnaed."}) == [more, one, "%(num)s wnaed.", more, more, more]


def test_an_empty_place_for_forms_hides_no_translation_of_the_parent(tmp_path: Path) -> None:
    child, parent = tmp_path / "child", tmp_path / "parent"
    own = [f"%(num)s {number}" for number in NUMBERS]
    assert counted(parent, forms=dict(enumerate(own))) == own
    assert counted(child, parent, forms={}) == own
