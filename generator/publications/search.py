"""Searching: the actions from A to Z for every site, and an index for those whose readers' browsers run scripts."""

from collections.abc import Iterator
from functools import cache, partial

from generator.briefing import search
from generator.briefing.describe import Describer
from generator.briefing.measures import link_to_measures
from generator.briefing.open_data import link_to_data
from generator.briefing.pages import site
from generator.briefing.views import LinkTo
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
    return Artifact(address.SEARCH_INDEX, SearchIndex(search.records(describe, _lists(describe)), language))


def _lists(describe: Describer) -> Iterator[LinkTo]:
    """The pages that no record of content stands for; who is in the search looks for neither that nor the home page."""
    of_site = site(describe)
    more = (link_to_measures(describe), link_to_data(describe))
    for link in (*of_site.navigation, *of_site.footer, *more):
        if link and link.address not in (address.HOME, address.SEARCH):
            yield link
