"""What a theme's catalogues do not say yet."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from generator.making.catalogue import UnreadableCatalogueError, catalogues_in, files_for, read_catalogue, translated_in
from generator.making.phrases import Phrase, phrases_of
from generator.making.theme import Theme
from generator.making.theme_file import span_in
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source


def untranslated(theme: Theme, sources: MutableMapping[str, Source]) -> Iterator[Diagnostic]:
    """Of each catalogue of the theme's own, how many phrases readers would meet in English; and each phrase of which
    some forms are missing, whatever its number. What cannot be read is told elsewhere.
    """
    files = catalogues_in(theme.folders[0])
    phrases = phrases_of(theme) if files else ()
    for file in files:
        try:
            yield from _forms_missing(file, sources)
            if not _is_english(file):
                yield from _phrases_missing(file, theme, phrases, sources)
        except UnreadableCatalogueError:
            continue


def _is_english(catalogue: Path) -> bool:
    """The phrases are English: whoever says some of them in another way leaves the others as they are."""
    return catalogue.stem.replace("_", "-").partition("-")[0].lower() == "en"


def _forms_missing(file: Path, sources: MutableMapping[str, Source]) -> Iterator[Diagnostic]:
    for it in translated_in(read_catalogue(file)):
        if it.given < it.needed:
            yield Diagnostic(
                "missing-plural-form",
                f"{it.given} of the {it.needed} forms of this phrase {'is' if it.given == 1 else 'are'} translated",
                span_in(file, it.line, sources),
                "the head of the file says which numbers each form is for",
                "for the other numbers, readers meet English",
            )


def _phrases_missing(
    file: Path, theme: Theme, phrases: tuple[Phrase, ...], sources: MutableMapping[str, Source]
) -> Iterator[Diagnostic]:
    asked = [read_catalogue(it) for it in files_for(file.stem, theme.folders)]
    said = {(it.phrase[0], it.context) for one in asked for it in translated_in(one) if it.given >= it.needed}
    missing = [it for it in phrases if (it.words, it.context) not in said]
    if missing:
        own = read_catalogue(file)
        is_old = any(own.get(it.words, it.context or None) is None for it in missing)
        yield Diagnostic(
            "untranslated-phrase",
            f"{len(missing)} of {len(phrases)} phrases are not translated yet",
            span_in(file, 0, sources),
            f"`golden theme translate {theme.name} {file.stem}` adds those that the file does not have"
            if is_old
            else "write their `msgstr`, and look at those marked `fuzzy`",
            "readers meet them in English",
        )
