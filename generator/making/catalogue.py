"""The interface's own words in the language of a site, from gettext catalogues."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def load_translations(language: str, folders: tuple[Path, ...]) -> NullTranslations:
    """The phrases of a language, from `languages/<language>.po` of a theme and of all that it extends.

    `cy-GB` falls back on `cy`, a theme on its parent, and a phrase that nobody has translated stays English. English
    needs no catalogue, because the phrases are English. `folders` begin with the theme's own.
    """
    found = NullTranslations()
    files = [
        folder / "languages" / f"{name}.po" for name in (language, language.partition("-")[0]) for folder in folders
    ]
    for file in reversed(files):
        if file.is_file():
            translations = _read(file)
            translations.add_fallback(found)
            found = translations
    return found


def _read(file: Path) -> GNUTranslations:
    with file.open("rb") as opened:
        catalogue = read_po(opened)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
