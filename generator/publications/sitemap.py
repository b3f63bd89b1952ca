"""The list of pages for search engines, made from what all other publications announce."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.briefing.describe import Describer
from generator.briefing.sitemap import address_of_sitemap, sitemap
from generator.domain import address
from generator.publications.artifact import Artifact, FromTemplate, PageOf, Subject

_PAGE = "index.html"


def publish(describe: Describer, paths: Iterable[str]) -> Iterator[PageOf]:
    """`paths` are those of all other files of the site."""
    if address_of_sitemap(describe):
        pages = tuple(path.removesuffix(_PAGE) for path in paths if path.rpartition("/")[2] == _PAGE)
        yield PageOf(Subject.REGISTER, address.SITEMAP, address.SITEMAP, partial(_file, describe, pages))


def _file(describe: Describer, pages: tuple[str, ...]) -> Artifact:
    return Artifact(address.SITEMAP, FromTemplate("hosting/sitemap.xml", sitemap(describe, pages)))
