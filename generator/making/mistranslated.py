"""What of a theme's catalogues cannot be said: found before any page is made, at its line."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from generator.making.catalogue import (
    UnreadableCatalogueError,
    catalogues_in,
    is_tag,
    read_catalogue,
    translated_in,
)
from generator.making.theme_file import span_in
from generator.making.translated import slips_in
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_CODE = "bad-translation"


def mistranslations(folder: Path, sources: MutableMapping[str, Source]) -> Iterator[Diagnostic]:
    """Those of all languages in a theme's own folder; `sources` learns the catalogues that are spoken of."""
    for file in catalogues_in(folder):
        if not is_tag(file.stem):
            yield Diagnostic(
                _CODE,
                f"`{file.stem}` is not the tag of a language, so nobody reads this catalogue",
                span_in(file, 0, sources),
                "give the file the name of its language, such as `cy.po`",
            )
            continue
        try:
            catalogue = read_catalogue(file)
        except UnreadableCatalogueError as error:
            message = f"the catalogue cannot be read: {error.why}"
            yield Diagnostic(_CODE, message, span_in(file, error.line, sources), "mend it, or let your program save it")
            continue
        for translated in translated_in(catalogue):
            for slip in slips_in(translated):
                span = span_in(file, translated.line, sources)
                yield Diagnostic(_CODE, f"a translation cannot be shown: {slip.why}", span, slip.help)
