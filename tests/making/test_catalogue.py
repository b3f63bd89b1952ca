"""The interface in another language."""

from pathlib import Path

from generator.making.catalogue import load_translations

HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def catalogue(folder: Path, language: str, **phrases: str) -> None:
    (folder / "languages").mkdir(parents=True, exist_ok=True)
    entries = "".join(f'msgid "{english}"\nmsgstr "{own}"\n\n' for english, own in phrases.items())
    (folder / "languages" / f"{language}.po").write_text(HEAD + entries, encoding="utf-8")


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
