"""Searching: the actions from A to Z for every site, and an index for those whose readers' browsers run scripts."""

from collections.abc import Iterator
from functools import cache, partial

from generator.briefing import search
from generator.briefing.describe import Describer
from generator.domain import address
from generator.publications.artifact import Artifact, FromTemplate, PageOf, SearchIndex, Subject


def publish(describe: Describer) -> Iterator[Artifact | PageOf]:
    letters = cache(partial(search.letters, describe))
    yield PageOf(Subject.PROMISES, address.SEARCH, address.SEARCH, lambda: _page(describe, letters()))
    for letter in letters() if search.has_pages_of_letters(describe) else ():
        here = address.of_letter(letter)
        yield PageOf(Subject.PROMISES, here, here, partial(_letter, describe, letter, letters()))
    if describe.is_searched:
        path = address.SEARCH_INDEX
        yield PageOf(Subject.WORDS, path, path, partial(_index, describe))


def _page(describe: Describer, letters: search.Letters) -> Artifact:
    view = search.search_page(describe, letters)
    return Artifact(address.file_at(view.address), FromTemplate("pages/search.html", view))


def _letter(describe: Describer, letter: str, letters: search.Letters) -> Artifact:
    view = search.letter_page(describe, letter, letters)
    return Artifact(address.file_at(view.address), FromTemplate("pages/letter.html", view))


def _index(describe: Describer) -> Artifact:
    language = describe.content.programme.language.partition("-")[0].lower()
    return Artifact(address.SEARCH_INDEX, SearchIndex(search.records(describe), language))
