"""The interface's own words in the language of a site, from gettext catalogues."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from generator.making.translated import Translated, slips_in

_FOLDER = "languages"
_ENDING = ".po"
_MANY = 201  # numbers: no language that Babel knows tells further ones apart otherwise, but for millions
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
_OF_GONE = re.compile(r"^#~\|.*$", re.MULTILINE)  # what a phrase was before it was gone: Babel does not know of it
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) +)?"(?:[^"\\]|\\.)*"|#.*|')
_NOT_UNDERSTOOD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError)


class UnreadableCatalogueError(Exception):
    """A catalogue is no catalogue: the line that shows it, from 1, or 0 where it is not known; and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


def load_translations(language: str, folders: tuple[Path, ...]) -> NullTranslations:
    """The phrases of a language, from `languages/<language>.po` of a theme and of all that it extends.

    `cy-GB` falls back on `cy`, a theme on its parent, and a phrase that nobody has translated stays English, as does
    one whose translation cannot be said. English needs no catalogue, because the phrases are English. `folders` begin
    with the theme's own.
    """
    found = NullTranslations()
    for file in reversed(files_for(language, folders)):
        try:
            translations = _compiled(read_catalogue(file))
        except UnreadableCatalogueError:
            continue  # whoever loads the theme is told
        translations.add_fallback(found)
        found = translations
    return found


def files_for(language: str, folders: Sequence[Path]) -> tuple[Path, ...]:
    """The catalogues that there are for a language, the one that is asked first before the others."""
    names = dict.fromkeys((language, language.partition("-")[0]))
    files = (catalogue_of(folder, name) for name in names for folder in folders)
    return tuple(file for file in files if file.is_file())


def catalogue_of(folder: Path, language: str) -> Path:
    """Where a theme's own folder has its catalogue of a language."""
    return folder / _FOLDER / f"{language}{_ENDING}"


def catalogues_in(folder: Path) -> tuple[Path, ...]:
    """Those of a theme's own folder, in whatever languages."""
    return tuple(file for file in sorted((folder / _FOLDER).glob(f"*{_ENDING}")) if file.is_file())


@lru_cache(maxsize=8)
def _remembered(data: bytes, language: str) -> Catalog:
    return parse_catalogue(data, language)


def read_catalogue(file: Path) -> Catalog:
    """Raises UnreadableCatalogueError. Whoever would change it reads it anew, by parse_catalogue."""
    return _remembered(file.read_bytes(), file.stem)


def parse_catalogue(data: bytes, language: str) -> Catalog:
    """Raises UnreadableCatalogueError. A catalogue is UTF-8, whatever its head says; it is of this language if the head
    names none.
    """
    text = _decoded(data)
    for line, words in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(words.strip()):
            raise UnreadableCatalogueError(line, _why_not(words.strip()))
    try:
        catalogue = read_po(StringIO(_OF_GONE.sub("", text)), abort_invalid=True)
        catalogue.charset = "utf-8"
        if catalogue.locale is None:  # Babel writes the plural forms of a language that it knows of alone
            catalogue.locale = language.replace("-", "_")
        numbers_by_form(catalogue)
    except PoFileError as error:
        why = str(error).rpartition(" on ")[0]  # its line follows, counted from 0
        raise UnreadableCatalogueError(error.lineno + 1, _lowered(why)) from error
    except _NOT_UNDERSTOOD as error:
        raise UnreadableCatalogueError(0, f"its head cannot be understood ({_lowered(str(error))})") from error
    return catalogue


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableCatalogueError(line, "it is saved in another encoding than UTF-8") from error


def _why_not(line: str) -> str:
    is_known = line.partition(" ")[0].partition("[")[0] in _KEYWORDS
    return "words stand between straight quotes here" if is_known else "this is no line of a catalogue"


def numbers_by_form(catalogue: Catalog) -> tuple[tuple[int, ...], ...]:
    """For each form of a phrase with a number, the numbers that it is for, up to 200. Raises what its head leads to."""
    head = Catalog(catalogue.locale, charset="utf-8", fuzzy=False)
    head.mime_headers = catalogue.mime_headers
    head.add(("one", "more"), tuple(map(str, range(catalogue.num_plurals))))
    said = _loaded(head)
    chosen = {number: said.ngettext("one", "more", number) for number in range(_MANY)}
    return tuple(
        tuple(number for number, form in chosen.items() if form == str(at)) for at in range(catalogue.num_plurals)
    )


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}".rstrip(".") or "it is no catalogue"


def is_tag(name: str) -> bool:
    """Whether a catalogue of this name could be of a language."""
    return _TAG.fullmatch(name) is not None


def translated_in(catalogue: Catalog) -> Iterator[Translated]:
    """What a catalogue says in another language, without its head and what a translator has yet to look at."""
    for message in catalogue:
        if message.id and not message.fuzzy and any(_forms(message.string)):
            yield _translated(message, catalogue)


def _translated(message: Message, catalogue: Catalog) -> Translated:
    needed = catalogue.num_plurals if message.pluralizable else 1
    return Translated(_forms(message.id), _forms(message.string), needed, message.lineno or 0, message.context or "")


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def _compiled(catalogue: Catalog) -> GNUTranslations:
    """Without what cannot be said: English is better than a page that fails. Nor with what says nothing yet."""
    sound = Catalog(catalogue.locale, charset="utf-8", fuzzy=False)
    sound.mime_headers = catalogue.mime_headers
    numbers = numbers_by_form(catalogue)
    for message in catalogue:
        if message.id and any(_forms(message.string)) and not any(slips_in(_translated(message, catalogue))):
            sound[message.id] = _whole(message, numbers)
    return _loaded(sound)


def _whole(message: Message, numbers: Sequence[Sequence[int]]) -> Message:
    """With the English words for each number that has none: left alone, Babel takes those for one by their place."""
    forms, english = _forms(message.string), _forms(message.id)
    if not message.pluralizable or (all(forms) and len(forms) == len(numbers)):
        return message
    whole = message.clone()
    forms += ("",) * (len(numbers) - len(forms))
    whole.string = tuple(own or english[1 not in its_own] for own, its_own in zip(forms, numbers, strict=False))
    return whole


def _loaded(catalogue: Catalog) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
